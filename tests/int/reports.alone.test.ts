import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Card, QueueAnswer } from '../../src/desk/shapes.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, move, publish } from '../support/posts.ts'

// So that a test can come from several networks.
vi.hoisted(() => void (process.env.TRUST_PROXY = '127.0.0.1'))

const THANKS = 'Thank you. Those who moderate will look at this comment.'
const from = (network: number) => ({ 'x-forwarded-for': `198.51.${network >> 8}.${network & 255}` })

describe(`reports of readers (${engine})`, () => {
  const ovoz = useOvoz()
  const on = 'posts/loud'
  let id = ''

  const report = (body: object = { reason: 'spam' }, { network = 1, of = id, headers = {} } = {}) =>
    ovoz.api(`/comments/${of}/reports`, { body, headers: { ...from(network), ...headers } })
  const desk = async (path: string, body?: object): Promise<any> => {
    const answer = await ovoz.rest(`/desk${path}`, { as: 'moderator', ...(body && { body }) })
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const queue = (query = ''): Promise<QueueAnswer> => desk(`/queue?queue=reported${query}`)
  const card = async (of = id): Promise<Card> => (await desk(`/comments/${of}`)).card
  const kept = async (of = id) => {
    const where = { comment: { equals: of } }
    return (await ovoz.payload.find({ collection: 'reports', where, limit: 0, overrideAccess: true })).docs
  }
  const states = async () => (await kept()).map(({ state }) => state).sort()

  beforeAll(async () => {
    await publish(ovoz, { title: 'Loud' })
    await ovoz.signUp('moderator')
    await ovoz.signUp('admin')
  })
  beforeEach(async () => {
    id = (await comment(ovoz, on)).id
  })

  it('thanks in the language of who reports, and changes nothing that the public or a moderator works with', async () => {
    const before = await ovoz.api(`/comments/${id}`)
    const { revision } = await card()
    const thanked = await report({ reason: 'abuse', note: '  He insults\nmy mother. ' })
    expect([thanked.status, thanked.body]).toEqual([202, { message: THANKS }])
    expect((await report({ reason: 'abuse', locale: 'ru' }, { network: 2 })).body.message).toContain(
      'Спасибо',
    )
    const accepts = { 'accept-language': 'tg' }
    expect((await report(undefined, { network: 3, headers: accepts })).body.message).toContain('Ташаккур')
    const after = await ovoz.api(`/comments/${id}`)
    expect([after.headers.get('etag'), after.body]).toEqual([before.headers.get('etag'), before.body])
    expect(await card()).toMatchObject({
      revision,
      state: 'approved',
      reports: {
        count: 3,
        reasons: [
          { reason: 'spam', count: 1 },
          { reason: 'abuse', count: 2 },
        ],
        notes: [{ reason: 'abuse', note: 'He insults\nmy mother.' }],
      },
    })
  })

  it('brings a form back to its page, and nowhere else', async () => {
    const send = (fields: object, network: number) =>
      report(new URLSearchParams({ reason: 'other', ...fields }), { network })
    const plain = await send({}, 1)
    expect([plain.status, plain.headers.get('location')]).toEqual([
      303,
      `https://site.example/${on}#comment-${id}`,
    ])
    const allowed = await send({ redirect: 'https://partner.example/a?b=1#c' }, 2)
    expect(allowed.headers.get('location')).toBe(`https://partner.example/a?b=1#comment-${id}`)
    const foreign = await send({ redirect: 'https://evil.example/' }, 3)
    expect(foreign.headers.get('location')).toBe(`https://site.example/${on}#comment-${id}`)
    expect(await kept()).toHaveLength(3)
  })

  it('says what is wrong, field by field', async () => {
    const faults = async (body: object) => {
      const answer = await report(body)
      return [answer.status, answer.body.errors?.map((one: any) => `${one.field} ${one.code}`)]
    }
    expect(await faults({})).toEqual([422, ['reason required']])
    expect(await faults(new URLSearchParams({ note: 'x' }))).toEqual([422, ['reason required']])
    expect(await faults({ reason: 'boring' })).toEqual([422, ['reason invalid']])
    expect(await faults({ reason: 'spam', note: 'ӣ'.repeat(501) })).toEqual([422, ['note too-long']])
    expect(await faults({ note: 'ӣ'.repeat(501) })).toEqual([422, ['reason required', 'note too-long']])
    expect((await report({ reason: 'spam', note: 'ӣ'.repeat(500) })).status).toBe(202)
    expect(await kept()).toHaveLength(1)
  })

  it('is for what everybody sees: 404 for the rest, 410 for what was taken away', async () => {
    expect((await report(undefined, { of: 'nothing' })).status).toBe(404)
    const { id: waits } = await comment(ovoz, on, { status: 'pending' })
    expect((await report(undefined, { of: waits })).status).toBe(404)
    const { id: spam } = await comment(ovoz, on, { status: 'spam' })
    expect((await report(undefined, { of: spam })).status).toBe(404)
    const { id: gone } = await comment(ovoz, on)
    await comment(ovoz, on, { parent: gone })
    await move(ovoz, gone, 'trash')
    expect((await report(undefined, { of: gone })).status).toBe(410)
    expect([...(await kept(waits)), ...(await kept(spam)), ...(await kept(gone))]).toEqual([])
  })

  it('counts a network once, also where it sends many at once, and loses none of a hundred', async () => {
    const same = await Promise.all(
      Array.from({ length: 10 }, () => report({ reason: 'spam', note: 'Again' })),
    )
    expect(same.map(({ status, body }) => [status, body])).toEqual(Array(10).fill([202, { message: THANKS }]))
    expect((await card()).reports!.count).toBe(1)
    const many = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        report({ reason: 'threat', note: `Note ${i}` }, { network: 2 + i }),
      ),
    )
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set([202]))
    const { reports } = await card()
    expect(reports).toMatchObject({
      count: 101,
      reasons: [
        { reason: 'spam', count: 1 },
        { reason: 'threat', count: 100 },
      ],
    })
    // Of many notes, twenty are kept.
    expect(reports!.notes).toHaveLength(20)
    expect(await kept()).toHaveLength(101)
  })

  it('keeps nothing of who reports, and tells nothing', async () => {
    const lines: unknown[] = []
    for (const level of ['info', 'warn', 'error'] as const)
      vi.spyOn(ovoz.payload.logger, level).mockImplementation((...given: unknown[]) => void lines.push(given))
    const headers = { 'user-agent': 'Browser-of-a-Reporter', ...from(7777) }
    const body = { reason: 'abuse', name: 'Reporter', email: 'reporter@reader.example' }
    const { headers: told, body: answer } = await report(body, { headers })
    const [row] = await kept()
    const said = JSON.stringify([answer, [...told], await queue(), await desk(`/comments/${id}`), lines])
    vi.restoreAllMocks()
    expect(said).not.toContain(row!.network)
    for (const one of ['198.51.30.97', 'Browser-of-a-Reporter', 'reporter@reader.example']) {
      expect(said).not.toContain(one)
      expect(await ovoz.dump()).not.toContain(one)
    }
  })

  it('lists what is reported by the newest report, page by page, and counts it', async () => {
    const { id: other } = await comment(ovoz, on, { status: 'approved' })
    await report(undefined, { of: other })
    await report()
    const { cards, counts } = await queue('&order=newest&limit=100')
    expect(cards.slice(0, 2).map((one) => one.id)).toEqual([id, other])
    expect(counts.reported).toBe(cards.length)
    await report(undefined, { of: other, network: 2 })
    const seen: string[] = []
    for (let cursor = ''; ;) {
      const page = await queue(`&order=newest&limit=1${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.cards.map((one) => one.id))
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect(seen.slice(0, 2)).toEqual([other, id])
    expect(seen).toHaveLength(counts.reported)
    expect((await queue('&order=oldest&limit=100')).cards.map((one) => one.id)).toEqual(seen.toReversed())
    expect((await queue(`&order=newest&search=nothing-like-it`)).cards).toEqual([])
    expect((await desk('/counts')).counts.reported).toBe(counts.reported)
  })

  it('a moderator keeps the comment: its reports are dismissed, written down, and do not come again', async () => {
    await report({ reason: 'spam', note: 'Look' })
    const { seen } = (await card()).reports!
    const ask = {
      comments: [
        { id, seen },
        { id: 'nothing', seen },
      ],
    }
    // One came in since the moderator looked.
    await report(undefined, { network: 2 })
    expect((await desk('/keep', ask)).results).toEqual([
      { id, outcome: 'conflict' },
      { id: 'nothing', outcome: 'gone' },
    ])
    const again = { comments: [{ id, seen: (await card()).reports!.seen }] }
    const both = await Promise.all([desk('/keep', again), desk('/keep', again)])
    expect(both.map(({ results }) => results[0].outcome).sort()).toEqual(['kept', 'stayed'])
    expect(await card()).toMatchObject({ state: 'approved', reports: null })
    expect((await queue('&limit=100')).cards.map((one) => one.id)).not.toContain(id)
    expect(await states()).toEqual(['dismissed', 'dismissed'])
    const { docs } = await ovoz.payload.find({
      collection: 'audit',
      where: { comment: { equals: id }, act: { equals: 'keep' } },
      overrideAccess: true,
    })
    expect(docs).toMatchObject([{ by: 'moderator', via: 'api', comment: id }])
    // The same network says it again: it has been heard.
    await report()
    expect(await card()).toMatchObject({ reports: null })
    for (const as of [undefined, 'admin'] as const) {
      const { status } = await ovoz.rest('/desk/keep', { ...(as && { as }), body: again })
      expect(status).toBe(as ? 200 : 403)
    }
  })

  it.each(['one', 'many'] as const)(
    'taking the comment away upholds its reports, and taking that back opens them again (%s)',
    async (door) => {
      await report({ reason: 'threat' })
      await report({ reason: 'spam' }, { network: 2 })
      const { seen } = (await card()).reports!
      const { revision } = await card()
      if (door === 'one') await move(ovoz, id, 'spam')
      else await desk('/move', { comments: [{ id, revision }], to: 'spam' })
      expect(await states()).toEqual(['upheld', 'upheld'])
      expect(await card()).toMatchObject({ state: 'spam', reports: null })
      if (door === 'one') await move(ovoz, id, 'approved')
      else await desk('/move', { comments: [{ id, revision: revision + 1 }], to: 'back' })
      expect(await states()).toEqual(['open', 'open'])
      expect(await card()).toMatchObject({ state: 'approved', reports: { count: 2, seen } })
    },
  )

  it('what is dismissed stays so when the comment is taken away, and goes with it', async () => {
    await report()
    await desk('/keep', { comments: [{ id, seen: (await card()).reports!.seen }] })
    await move(ovoz, id, 'trash')
    await move(ovoz, id, 'approved')
    expect(await states()).toEqual(['dismissed'])
    await report(undefined, { network: 2 })
    await ovoz.payload.delete({ collection: 'comments', id, overrideAccess: true })
    expect(await kept()).toEqual([])
  })

  it('an answer of the staff can be reported too', async () => {
    const { revision } = await card()
    const { reply } = await desk('/reply', { id, revision, text: 'We answer.' })
    expect((await report(undefined, { of: reply.id })).status).toBe(202)
    expect(await card(reply.id)).toMatchObject({ isStaff: true, reports: { count: 1 } })
  })
})

import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { announceDropNow } from '../../src/platform/drops.ts'
import { networkMarkOf } from '../../src/platform/network.ts'
import { settings, type Settings } from '../../src/platform/settings.ts'
import { tag } from '../../src/platform/tags.ts'
import { newFormToken } from '../../src/spam/form.ts'
import { learn } from '../../src/spam/learning.ts'
import { readLearned, readModel } from '../../src/spam/model-store.ts'
import { askWithin } from '../../src/spam/outside/ask.ts'
import { standIn } from '../../src/spam/service.ts'
import { makeChallenge } from '../../src/spam/work.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish, written } from '../support/posts.ts'
import { openReceiver } from '../support/receiver.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const set = (some: Partial<Settings>) => Object.assign(settings, some)

describe(`comments that are checked for spam (${engine})`, () => {
  const ovoz = useOvoz()
  const on = 'posts/hello'
  const before = { ...settings }
  let unique = 0

  beforeAll(async () => {
    await publish(ovoz, { title: 'Hello' })
    await publish(ovoz, { title: 'Other' })
    await ovoz.signUp('admin', 'Zarina-Aminova')
    await ovoz.signUp('moderator')
    await ovoz.payload.updateGlobal({ slug: 'discussion', data: { waits: 'nobody' }, overrideAccess: true })
  })
  afterEach(async () => {
    set(before)
    standIn()
    await rule({ holdWords: '', spamWords: '', akismet: false, siteCheck: false, mostWriter: 20 })
  })
  afterAll(() => set(before))

  const rule = (data: object) =>
    ovoz.payload.updateGlobal({ slug: 'spam', data: data as never, overrideAccess: true })
  const send = (more: object = {}, headers: Record<string, string> = {}) => {
    const n = ++unique
    const words = written(on, { email: `w${n}@reader.example`, body: `Words ${n}.`, ...more })
    return ovoz.api('/comments', { body: words, headers })
  }
  const kept = (id: string) =>
    ovoz.payload.findByID({
      collection: 'comments',
      id,
      depth: 0,
      overrideAccess: true,
      showHiddenFields: true,
    })
  /** What became of it: what its writer is told, what it is, and why. */
  const fate = async (more: object = {}) => {
    const { body, status } = await send(more)
    expect(status, JSON.stringify(body)).toBe(202)
    const comment = await kept(body.id)
    return { told: body.status, is: comment.status, why: comment.reasons ?? '', id: body.id as string }
  }
  const long = () => newFormToken({ on, now: new Date(Date.now() - MINUTE), nonce: nonce() })
  const nonce = () => String(++unique).padStart(16, '0')
  const workFor = async (page = on, now = new Date()) => {
    const challenge = await makeChallenge({ on: page, now })
    const solution = await solveChallenge({ challenge, deriveKey })
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
  }
  const card = async (id: string, queue: string) => {
    const { body } = await ovoz.rest(`/desk/queue?queue=${queue}&limit=100`, { as: 'moderator' })
    return body.cards.find((one: { id: string }) => one.id === id)
  }

  it('are published where nothing is found, with the mark of their network and none of their address', async () => {
    const found = await fate()
    expect(found).toMatchObject({ told: 'approved', is: 'approved', why: '' })
    const { docs } = await ovoz.payload.find({
      collection: 'comment-private',
      where: { comment: { equals: found.id } },
      overrideAccess: true,
    })
    const mark = networkMarkOf({ headers: {}, socket: { remoteAddress: '127.0.0.1' } as never })
    expect(docs).toMatchObject([{ network: mark, textMark: expect.stringMatching(/^[\w-]{43}$/) }])
    const none = await ovoz.api('/comments', { body: { ...written(on), email: '' } })
    expect(none.status).toBe(422)
  })

  it('wait with the reason where a rule holds them, and moderators see what was found', async () => {
    await rule({ holdWords: 'zebra' })
    const found = await fate({ body: 'A ZEBRA by the canal' })
    expect(found).toMatchObject({ told: 'pending', is: 'pending', why: 'words' })
    expect(await card(found.id, 'held')).toMatchObject({
      reasons: [{ reason: 'words', detail: expect.stringMatching(/zebra/i), href: '/admin/globals/spam' }],
    })
  })

  it('are spam where a rule says so, with the reason kept, and their writer learns nothing of it', async () => {
    const { body } = await send({ website: 'https://pills.example' })
    expect(body).toMatchObject({ status: 'pending' })
    expect(await kept(body.id)).toMatchObject({ status: 'spam', reasons: 'honeypot' })
    expect(await card(body.id, 'spam')).toMatchObject({ reasons: [{ reason: 'honeypot' }] })
    const own = (init: object = {}) =>
      ovoz.api(`/comments/${body.id}`, { headers: { authorization: `Bearer ${body.manageToken}` }, ...init })
    expect((await own()).body.status).toBe('pending')
    const changed = await own({ method: 'PATCH', body: { body: 'Other words.' } })
    expect(changed).toMatchObject({ status: 200, body: { status: 'pending', text: 'Other words.' } })
    expect(await kept(body.id)).toMatchObject({ status: 'spam', body: 'Other words.' })
    expect((await own({ method: 'DELETE' })).status).toBe(204)
  })

  it('are judged again when their writer changes them', async () => {
    await rule({ holdWords: 'zebra', spamWords: 'viagra-kvadrat' })
    const { body } = await send()
    const edit = (text: string) =>
      ovoz.api(`/comments/${body.id}`, {
        method: 'PATCH',
        body: { body: text },
        headers: { authorization: `Bearer ${body.manageToken}` },
      })
    expect((await edit('A zebra')).body.status).toBe('pending')
    expect(await kept(body.id)).toMatchObject({ status: 'pending', reasons: 'edited words' })
    expect((await edit('A horse')).body.status).toBe('pending')
    expect(await kept(body.id)).toMatchObject({ status: 'pending', reasons: 'edited' })
    expect((await edit('Cheap viagra-kvadrat')).body.status).toBe('pending')
    const spam = await kept(body.id)
    expect(spam).toMatchObject({ status: 'spam', reasons: expect.stringContaining('words') })
    expect(spam.moves?.at(-1)).toMatchObject({ to: 'spam', by: 'system', via: 'rule' })
  })

  it('are refused where their writer can mend it, in their language', async () => {
    standIn({ checks: [() => ({ verdict: 'refuse', reason: 'site-check' })] })
    const { status, body } = await send({ locale: 'tg' })
    expect(status).toBe(422)
    expect(body.errors).toEqual([
      { field: 'body', code: 'not-allowed', message: expect.stringContaining('Қоидаҳои ин сомона') },
    ])
  })

  it('wait where a check throws, or what it needs does not come in time', async () => {
    standIn({
      checks: [
        function breaks() {
          throw new Error('broken')
        },
      ],
    })
    expect(await fate()).toMatchObject({ told: 'pending', why: 'check-failed' })
    standIn({ patience: 20, count: () => new Promise(() => undefined) })
    expect(await fate()).toMatchObject({ told: 'pending', why: 'check-failed' })
  })

  it('wait when the same text came before, and when many come within an hour', async () => {
    const body = 'The whole village talks about the water that comes at night.'
    // By three different people: sent twice by one hand, it is the same comment.
    for (const n of [1, 2, 3])
      expect(await fate({ body, email: `one-of-${n}@reader.example` })).toMatchObject({ is: 'approved' })
    expect(await fate({ body: body.toUpperCase() })).toMatchObject({ is: 'pending', why: 'repeated' })
    set({ LIMITS: 'on' })
    await rule({ mostWriter: 2 })
    const email = 'busy@reader.example'
    const fates = [await fate({ email }), await fate({ email }), await fate({ email })]
    expect(fates.map(({ why }) => why)).toEqual(['', '', 'flood'])
    expect((await fate()).why).toBe('')
  })

  it('wait where one article gets more than people write, whatever became of the others', async () => {
    await publish(ovoz, { title: 'Flooded' })
    const at = { on: 'posts/flooded' }
    set({ LIMITS: 'on' })
    const [one, two] = [await fate(at), await fate(at)]
    for (const [{ id }, status] of [
      [one, 'spam'],
      [two, 'trash'],
    ] as const)
      await ovoz.payload.update({ collection: 'comments', id, data: { status }, overrideAccess: true })
    await rule({ mostArticle: 3 })
    expect((await fate(at)).why).toBe('')
    expect((await fate(at)).why).toBe('flood')
    await rule({ mostArticle: 100, mostSite: 1 })
    expect((await fate()).why).toBe('flood')
    await rule({ mostSite: 300 })
  })

  it('are judged once, however often they are sent', async () => {
    let judged = 0
    standIn({ checks: [() => (judged++, null)] })
    const body = 'Sent by a nervous finger'
    const email = 'nervous@reader.example'
    const formToken = long()
    const ids = new Set<string>()
    for (let i = 0; i < 5; i++) ids.add((await fate({ body, email, formToken })).id)
    expect([ids.size, judged]).toEqual([1, 1])
    const key = { 'idempotency-key': 'a key of mine' }
    await send({ body: 'The first' }, key)
    expect((await send({ body: 'Another' }, key)).status).toBe(409)
    expect(judged).toBe(2)
  })

  it('wait when their name is that of somebody who works here', async () => {
    expect(await fate({ name: 'Zаrina-Aminоva' })).toMatchObject({ is: 'pending', why: 'imitates' })
  })

  describe('with a form', () => {
    it('get a token that nobody else gets, and no work where none is asked for', async () => {
      const ask = () => ovoz.api(`/comments/form-token?on=${on}`)
      const [one, other] = await Promise.all([ask(), ask()])
      expect(one.status).toBe(200)
      expect(one.headers.get('cache-control')).toContain('no-store')
      expect(Object.keys(one.body)).toEqual(['formToken'])
      expect(one.body.formToken).not.toBe(other.body.formToken)
      expect((await ovoz.api('/comments/form-token?on=nothing')).status).toBe(422)
      set({ SPAM_POW: 'on' })
      expect((await ask()).body.altcha.parameters).toMatchObject({
        algorithm: 'PBKDF2/SHA-256',
        data: { on },
      })
    })

    it('wait for a bad token also where no work is asked for, and not for want of one', async () => {
      expect((await fate({ formToken: null })).why).toBe('')
      expect((await fate({ formToken: long() })).why).toBe('')
      const at = (ago: number, page = on) =>
        newFormToken({ on: page, now: new Date(Date.now() - ago), nonce: nonce() })
      expect((await fate({ formToken: at(0) })).why).toBe('token')
      expect((await fate({ formToken: at(25 * HOUR) })).why).toBe('token')
      expect((await fate({ formToken: at(MINUTE, 'posts/other') })).why).toBe('token')
    })

    it('are let in five times by one token', async () => {
      const formToken = long()
      const all = await Promise.all(Array.from({ length: 7 }, () => fate({ formToken })))
      expect(all.filter(({ is }) => is === 'approved')).toHaveLength(5)
      expect((await fate({ formToken })).why).toBe('token')
    })

    it('wait without a script, and not with the work done', async () => {
      set({ SPAM_POW: 'on' })
      expect((await fate()).why).toBe('token work')
      expect((await fate({ formToken: long() })).why).toBe('work')
      expect(await fate({ formToken: long(), altcha: await workFor() })).toMatchObject({
        is: 'approved',
        why: '',
      })
    })

    it('wait with work that was used, is of another page, too old, or made up', async () => {
      set({ SPAM_POW: 'on' })
      const altcha = await workFor()
      expect((await fate({ formToken: long(), altcha })).why).toBe('')
      expect((await fate({ formToken: long(), altcha })).why).toBe('work')
      const why = async (work: string) => (await fate({ formToken: long(), altcha: work })).why
      expect(await why(await workFor('posts/other'))).toBe('work')
      expect(await why(await workFor(on, new Date(Date.now() - 2 * HOUR)))).toBe('work')
      expect(await why('not even base64')).toBe('work')
      const { challenge } = JSON.parse(Buffer.from(await workFor(), 'base64').toString())
      const solution = { counter: 1, derivedKey: 'ab'.repeat(32) }
      expect(await why(Buffer.from(JSON.stringify({ challenge, solution })).toString('base64'))).toBe('work')
      const easy = { ...challenge, parameters: { ...challenge.parameters, cost: 1 } }
      expect(await why(Buffer.from(JSON.stringify({ challenge: easy, solution })).toString('base64'))).toBe(
        'work',
      )
    })

    it('are kept once when sent twice, by one use of what came with them', async () => {
      set({ SPAM_POW: 'on' })
      const same = {
        formToken: long(),
        altcha: await workFor(),
        email: 'twice@reader.example',
        body: 'Twice.',
      }
      const [one, other] = [await send(same), await send(same)]
      expect(other.body).toEqual(one.body)
      expect(one.body.status).toBe('approved')
      expect(await kept(one.body.id)).toMatchObject({ status: 'approved' })
    })
  })

  describe('by others', () => {
    const asked = async (reply: Parameters<typeof openReceiver>[0]) => {
      const receiver = await openReceiver(reply)
      set({ WEBHOOK_PRIVATE: 'on' })
      return receiver
    }

    it('are asked about at Akismet where that is on, without any address', async () => {
      const service = await asked(
        (request, response) => void response.end(String(request.body.includes('pills'))),
      )
      standIn({ akismet: service.url })
      await rule({ akismet: true, akismetKey: 'a-key-of-ours' })
      expect(await fate({ body: 'Buy pills' })).toMatchObject({ is: 'spam', told: 'pending', why: 'akismet' })
      expect(await fate({ email: 'secret@reader.example' })).toMatchObject({ is: 'approved' })
      expect(service.received).toHaveLength(2)
      const sent = service.received.map(({ body }) => decodeURIComponent(body)).join()
      expect(sent).not.toMatch(/reader\.example|127\.0\.0\.1/)
      expect(sent).toContain('a-key-of-ours')
      service.replyWith((_, response) => void response.end('invalid'))
      expect(await fate()).toMatchObject({ is: 'pending', why: 'check-failed' })
      await service.close()
    })

    it('are asked about at the site’s own service, signed, and wait where it is slow or says nothing', async () => {
      const answer = { verdict: 'hold', reasons: ['a new writer'] } as Record<string, unknown>
      const service = await asked((_, response) => void response.end(JSON.stringify(answer)))
      await rule({ siteCheck: true, siteCheckUrl: service.url, siteCheckSecret: '' })
      const held = await fate()
      expect(held).toMatchObject({ is: 'pending', why: 'site-check' })
      expect(await card(held.id, 'held')).toMatchObject({ reasons: [{ detail: 'a new writer' }] })
      const { siteCheckSecret } = await ovoz.payload.findGlobal({ slug: 'spam', overrideAccess: true })
      const { body, headers } = service.received[0]!
      expect(() => new Webhook(siteCheckSecret!).verify(body, headers)).not.toThrow()
      expect(Object.keys(JSON.parse(body).data)).toEqual(['on', 'name', 'url', 'body', 'locale'])
      const verdict = async (one: string) => {
        answer.verdict = one
        return fate()
      }
      expect(await verdict('publish')).toMatchObject({ is: 'approved' })
      expect(await verdict('spam')).toMatchObject({ is: 'spam' })
      expect(await verdict('nonsense')).toMatchObject({ is: 'pending', why: 'check-failed' })
      answer.verdict = 'refuse'
      expect((await send()).status).toBe(422)
      standIn({ ask: askWithin(50) })
      service.replyWith(() => undefined)
      expect(await fate()).toMatchObject({ is: 'pending', why: 'check-failed' })
      set({ WEBHOOK_PRIVATE: 'off' })
      expect(await fate()).toMatchObject({ is: 'pending', why: 'check-failed' })
      await service.close()
    })

    it('cannot be asked about without a key or an address: the panel says so, and they wait', async () => {
      const save = (data: object) =>
        ovoz.rest('/globals/spam', {
          as: 'Zarina-Aminova',
          body: data,
          headers: { cookie: 'payload-lng=ru' },
        })
      const faults = async (data: object) => {
        const { body, status } = await save(data)
        return [status, body.errors?.[0]?.data?.errors?.map((one: { message: string }) => one.message)]
      }
      await rule({ akismet: false, akismetKey: null, siteCheck: false, siteCheckUrl: null })
      expect(await faults({ akismet: true })).toEqual([400, [expect.stringContaining('Akismet без ключа')]])
      expect(await faults({ siteCheck: true })).toEqual([400, [expect.stringContaining('без адреса')]])
      expect((await save({ akismet: false, siteCheck: false })).status).toBe(200)
      // As it was ticked before, or the key was lost since.
      for (const one of ['akismet', 'siteCheck']) {
        await ovoz.payload.db.updateGlobal({ slug: 'spam', data: { [one]: true } })
        await announceDropNow({ payload: ovoz.payload, tags: [tag.global('spam')] })
        expect(await fate()).toMatchObject({ is: 'pending', why: 'check-failed' })
        await rule({ [one]: false })
      }
    })

    it('keep their keys sealed, and show them to administrators alone', async () => {
      await rule({ akismet: true, akismetKey: 'a-key-nobody-sees' })
      await ovoz.signUp('editor')
      for (const as of ['editor', 'moderator']) {
        const { body, status } = await ovoz.rest('/globals/spam', { as })
        expect(status).toBe(200)
        expect(JSON.stringify(body)).not.toMatch(/a-key-nobody-sees|Secret|Key"/)
      }
      const saved = await ovoz.rest('/globals/spam', {
        as: 'editor',
        body: { akismetKey: 'stolen', linksAllowed: 1 },
      })
      expect(saved.status).toBe(200)
      const { body } = await ovoz.rest('/globals/spam', { as: 'Zarina-Aminova' })
      expect(body.akismetKey).toBe('a-key-nobody-sees')
      expect(await ovoz.dump()).not.toContain('a-key-nobody-sees')
    })
  })

  describe('and moderation', () => {
    const move = async (id: string, to: string) => {
      const { revision } = await kept(id)
      const body = { comments: [{ id, revision }], to }
      const answer = await ovoz.rest('/desk/move', { as: 'moderator', body })
      expect(answer.body.results[0].outcome).toBe('moved')
    }
    const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE)
    const learned = async () => (await readLearned({ payload: ovoz.payload })).model

    it('teach, once a move has settled; what is taken back is unlearned, and twice is once', async () => {
      const { id } = await fate({ body: 'Quokka quokka' })
      await move(id, 'spam')
      await learn({ payload: ovoz.payload, now: new Date() })
      expect((await learned()).spam).toBe(0)
      await learn({ payload: ovoz.payload, now: later(2) })
      expect(await learned()).toMatchObject({ spam: 1, signs: { quokka: [1, 0] } })
      await learn({ payload: ovoz.payload, now: later(2) })
      expect((await learned()).spam).toBe(1)
      await move(id, 'approved')
      await learn({ payload: ovoz.payload, now: later(2) })
      expect(await learned()).toMatchObject({ spam: 0, honest: 1, signs: { quokka: [0, 1] } })
      await move(id, 'pending')
      await learn({ payload: ovoz.payload, now: later(2) })
      expect(await learned()).toMatchObject({ spam: 0, honest: 0 })
      // What is not enough does not speak.
      expect(await readModel({ payload: ovoz.payload })).toBeNull()
    })

    it('teach nothing while that is off, also later', async () => {
      await rule({ learns: false })
      const before = await learned()
      const { id } = await fate({ body: 'Numbat numbat' })
      await move(id, 'spam')
      while (await learn({ payload: ovoz.payload, now: later(2) }));
      await rule({ learns: true })
      while (await learn({ payload: ovoz.payload, now: later(2) }));
      expect(await learned()).toEqual(before)
    })

    it('hold what is like earlier spam, and name the words', async () => {
      set({ LIMITS: 'off' })
      const all: { id: string; to: string }[] = []
      for (let n = 0; n < 30; n++) {
        const isSpam = (body: string) => fate({ body, website: 'x' })
        all.push({ id: (await isSpam(`Zorbex gizmo qwerty ${'abcdefghij'[n % 10]}`)).id, to: 'approved' })
        all.push({ id: (await fate({ body: `Water canal ${'abcdefghij'[n % 10]}` })).id, to: 'spam' })
      }
      const comments = (to: string) =>
        all.filter((one) => one.to === to).map(({ id }) => ({ id, revision: 0 }))
      // The other way round than their words suggest: what counts is what people said.
      for (const to of ['approved', 'spam'])
        await ovoz.rest('/desk/move', { as: 'moderator', body: { comments: comments(to), to } })
      while (await learn({ payload: ovoz.payload, now: later(2) }));
      expect(await learned()).toMatchObject({ spam: 30, honest: 30 })
      const found = await fate({ body: 'Water canal again' })
      expect(found.why).toBe('classifier')
      expect(found.told).toBe('pending')
      expect((await fate({ body: 'Zorbex gizmo qwerty again' })).is).toBe('approved')
      await rule({ learns: false })
      expect((await fate({ body: 'Water canal again, says she' })).is).toBe('approved')
      await rule({ learns: true })
    })
  })
})

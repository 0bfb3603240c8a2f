import { randomUUID } from 'node:crypto'

import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { v7 as uuid } from 'uuid'

import { aboutComment } from '../../src/mail/about.ts'
import { queueMail } from '../../src/mail/service.ts'
import { inTransaction } from '../../src/platform/transaction.ts'
import { insertInto } from '../../src/platform/write-rows.ts'
import { RULES } from '../../src/retention/table.ts'
import { runNightly, runRetention } from '../../src/retention/run.ts'
import { PORTION } from '../../src/retention/store.ts'
import { letterTo, mailsOf } from '../support/mail.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, move, publish } from '../support/posts.ts'

const DAY = 24 * 60 * 60_000
const on = 'posts/kept'

describe(`what is kept is kept for so long (${engine})`, () => {
  const ovoz = useOvoz()

  beforeAll(async () => {
    await publish(ovoz, { title: 'Kept' })
    for (const role of ['admin', 'editor'] as const) await ovoz.signUp(role)
  })

  const after = (days: number) => new Date(Date.now() + days * DAY)
  const run = (days: number) => runRetention({ payload: ovoz.payload, now: after(days) })
  const erased = async (days: number, rule: string) =>
    (await run(days))!.find((one) => one.rule === rule)!.count
  const find = (id: string) =>
    ovoz.payload.findByID({ collection: 'comments', id, depth: 0, disableErrors: true, overrideAccess: true })
  const privates = async (...ids: string[]) =>
    (await ovoz.payload.count({ collection: 'comment-private', where: { comment: { in: ids } } })).totalDocs
  const markNetwork = (id: string) =>
    ovoz.payload.db.updateMany({
      collection: 'comment-private',
      where: { comment: { equals: id } },
      data: { network: 'mark' },
    })

  it('a comment goes 15 days after it came into spam or trash, with its address', async () => {
    const spam = await comment(ovoz, on, { status: 'spam' })
    const trash = await comment(ovoz, on)
    await move(ovoz, trash.id, 'trash')
    await run(14.9)
    expect([(await find(spam.id))?.name, await privates(spam.id, trash.id)]).toEqual(['Nigora', 2])
    expect(await erased(15.1, 'removed')).toBe(2)
    expect([await find(spam.id), await find(trash.id), await privates(spam.id, trash.id)]).toEqual([
      null,
      null,
      0,
    ])
    const { docs } = await ovoz.payload.find({
      collection: 'audit',
      where: { comment: { equals: spam.id }, act: { equals: 'delete' } },
    })
    expect(docs).toMatchObject([{ act: 'delete', by: 'system', via: 'retention' }])
  })

  it('the days are counted from the time it came there, not from when it was written', async () => {
    const { id } = await comment(ovoz, on, { status: 'trash' })
    // Noted by a first night, put back, and thrown away again later.
    await run(1)
    await move(ovoz, id, 'approved')
    await run(16)
    expect((await find(id))?.body).toMatch(/^Comment/)
    await ovoz.payload.update({
      collection: 'comments',
      id,
      data: { status: 'trash' },
      overrideAccess: true,
    })
    await run(14)
    expect(await find(id)).not.toBeNull()
    await run(16)
    expect(await find(id)).toBeNull()
  })

  it('of a comment that is answered its place stays, without a word, until the last answer goes', async () => {
    const { id } = await comment(ovoz, on)
    const answer = await comment(ovoz, on, { parent: id })
    await move(ovoz, id, 'trash')
    await run(16)
    expect(await find(id)).toMatchObject({ body: '', name: null, url: null, status: 'trash' })
    expect(await privates(id, answer.id)).toBe(1)
    const { body } = await ovoz.api(`/comments?on=${on}`)
    expect(JSON.stringify(body)).toContain(answer.id)
    // What is erased cannot be shown again.
    await expect(move(ovoz, id, 'approved')).rejects.toThrow()
    await move(ovoz, answer.id, 'spam')
    await run(16)
    expect([await find(id), await find(answer.id)]).toEqual([null, null])
  })

  it('nothing that was found or said of a text stays where its place does', async () => {
    const { id } = await comment(ovoz, on)
    const answer = await comment(ovoz, on, { parent: id })
    await ovoz.payload.update({
      collection: 'comments',
      id,
      data: { status: 'trash' },
      context: { why: 'It names Gulnora of Istaravshan.' },
      overrideAccess: true,
    })
    await ovoz.payload.db.updateOne({
      collection: 'comments',
      id,
      data: { body: 'A text.', findings: '[{"check":"phrases","found":"Gulnora"}]', reasons: ' spam ' },
    })
    expect((await find(id))!.moves!.map(({ why }) => why ?? null)).toContain(
      'It names Gulnora of Istaravshan.',
    )
    await run(16)
    const left = (await ovoz.payload.findByID({
      collection: 'comments',
      id,
      depth: 0,
      showHiddenFields: true,
      overrideAccess: true,
    })) as unknown as Record<string, unknown> & { moves: { to: string; why?: string | null }[] }
    expect([left.body, left.findings ?? null, left.reasons ?? null]).toEqual(['', null, null])
    expect(left.moves.map(({ to, why }) => [to, why ?? null])).toEqual([
      ['approved', null],
      ['trash', null],
    ])
    await move(ovoz, answer.id, 'spam')
    await run(16)
  })

  it('mails that show it and have not gone out go with its text, and cannot be sent again', async () => {
    const { payload } = ovoz
    const spam = await comment(ovoz, on, { status: 'spam' })
    const mail = letterTo('moderator@newsroom.example', {
      ...{ kind: 'comments-wait', text: 'Its text.', about: [aboutComment(spam.id)] },
    })
    await queueMail({ payload, mail })
    const kept = async () => (await mailsOf(ovoz)).find(({ kind }) => kind === 'comments-wait')
    const { id } = await kept()
    await payload.db.updateOne({ collection: 'mails', id, data: { status: 'failed' } })
    await run(14.9)
    expect(await kept()).toMatchObject({ status: 'failed', sealed: expect.any(String) })
    await run(15.1)
    expect(await kept()).toMatchObject({ status: 'dropped', sealed: null })
    expect((await ovoz.rest(`/mails/${id}/again`, { as: 'admin', method: 'POST' })).status).toBe(409)
  })

  it('what is erased is in no byte of the database', async () => {
    const word = `Padavor-${randomUUID()}`
    for (let i = 0; i < 20; i++)
      await comment(ovoz, on, { status: 'spam', body: `${i} ${`${word} `.repeat(30)}`, name: word })
    expect(await ovoz.dump()).toContain(word)
    await run(16)
    expect(await ovoz.dump()).not.toContain(word)
  })

  it('the mark of a network goes after 30 days; the comment stays', async () => {
    const { id } = await comment(ovoz, on)
    await markNetwork(id)
    expect(await erased(29.9, 'network')).toBe(0)
    expect(await erased(30.1, 'network')).toBe(1)
    expect(await erased(30.1, 'network')).toBe(0)
    expect(await privates(id)).toBe(1)
    expect((await find(id))?.status).toBe('approved')
  })

  it('the mark of a text goes once no check compares with it; the comment stays', async () => {
    const { id } = await comment(ovoz, on)
    await ovoz.payload.db.updateMany({
      collection: 'comment-private',
      where: { comment: { equals: id } },
      data: { textMark: 'mark' },
    })
    await run(6.9)
    const marked = async () =>
      (await ovoz.payload.count({ collection: 'comment-private', where: { textMark: { equals: 'mark' } } }))
        .totalDocs
    expect(await marked()).toBe(1)
    await run(7.1)
    expect([await marked(), await privates(id), (await find(id))?.status]).toEqual([0, 1, 'approved'])
  })

  it('the mark of the network of a report goes after 30 days, the report stays', async () => {
    const { payload } = ovoz
    const { id } = await comment(ovoz, on)
    const { status } = await ovoz.api(`/comments/${id}/reports`, { body: { reason: 'abuse' } })
    expect(status).toBe(202)
    const kept = async () =>
      (await payload.find({ collection: 'reports', where: { comment: { equals: id } } })).docs
    const { network } = (await kept())[0]!
    expect(network).not.toBe('')
    expect(await erased(29.9, 'report-network')).toBe(0)
    expect(await erased(30.1, 'report-network')).toBe(1)
    expect(await kept()).toMatchObject([{ comment: id, reason: 'abuse', network: '' }])
    expect(JSON.stringify(await kept())).not.toContain(network)
  })

  it('questions without an answer go after 7 days, what was answered stays', async () => {
    const consent = (more: object) =>
      ovoz.payload.create({
        collection: 'consents',
        data: {
          key: randomUUID(),
          writer: 'mark',
          scope: 'all',
          askedAt: new Date().toISOString(),
          ...more,
        },
        overrideAccess: true,
      })
    const open = await consent({})
    const answered = await consent({ confirmedAt: new Date().toISOString() })
    expect(await erased(6.9, 'unconfirmed')).toBe(0)
    expect(await erased(7.1, 'unconfirmed')).toBe(1)
    const { docs } = await ovoz.payload.find({
      collection: 'consents',
      where: { writer: { equals: 'mark' } },
    })
    expect(docs.map(({ id }) => id)).toEqual([answered.id])
    expect(docs.map(({ id }) => id)).not.toContain(open.id)
  })

  it('the log of moderation goes after two years', async () => {
    const moves = async () =>
      (await ovoz.payload.count({ collection: 'audit', where: { act: { equals: 'move' } } })).totalDocs
    const before = await moves()
    expect(before).toBeGreaterThan(0)
    await run(729)
    expect(await moves()).toBe(before)
    await run(731)
    expect((await ovoz.payload.count({ collection: 'audit' })).totalDocs).toBe(0)
  })

  it('administrators choose the days, within bounds; nobody else does', async () => {
    const set = (as: string, removedDays: unknown) =>
      ovoz.rest('/globals/privacy', { as, body: { removedDays } })
    expect((await set('editor', 3)).status).toBe(403)
    for (const bad of [0, 366, 1.5, null]) expect((await set('admin', bad)).status, String(bad)).toBe(400)
    expect((await set('admin', 3)).status).toBe(200)
    const { id } = await comment(ovoz, on, { status: 'spam' })
    await run(2.9)
    expect(await find(id)).not.toBeNull()
    await run(3.1)
    expect(await find(id)).toBeNull()
    expect((await set('admin', 15)).status).toBe(200)
  })

  it('readers are told the days that hold now, in their language, and of everything there is a rule for', async () => {
    const told = async (locale: string) => (await ovoz.api(`/privacy?locale=${locale}`)).body
    const of = (body: { items: { id: string; kept: string }[] }) =>
      body.items.find(({ id }) => id === 'removed')!
    expect(of(await told('en')).kept).toBe('15 days')
    expect((await told('en')).items.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ id }) => id))
    const set = (removedDays: number) => ovoz.rest('/globals/privacy', { as: 'admin', body: { removedDays } })
    await set(21)
    expect([of(await told('en')).kept, of(await told('ru')).kept, of(await told('tg')).kept]).toEqual([
      '21 days',
      '21 день',
      '21 рӯз',
    ])
    await set(15)
  })

  it('readers are told who is asked about comments, from the moment on', async () => {
    const set = (data: object) =>
      ovoz.payload.updateGlobal({ slug: 'spam', data: data as never, overrideAccess: true })
    const told = async () => {
      const { items } = (await ovoz.api('/privacy?locale=en')).body as {
        items: { id: string; what: string }[]
      }
      return items.filter(({ id }) => id === 'akismet' || id === 'site-check')
    }
    expect(await told()).toEqual([])
    await set({ akismet: true, akismetKey: 'a-key' })
    expect(await told()).toMatchObject([{ id: 'akismet', what: expect.stringContaining('Automattic') }])
    await set({ siteCheck: true, siteCheckUrl: 'https://check.example/spam' })
    expect((await told()).map(({ id }) => id)).toEqual(['akismet', 'site-check'])
    await set({ akismet: false, siteCheck: false })
    expect(await told()).toEqual([])
  })

  it('counts without erasing where that is asked', async () => {
    const { id } = await comment(ovoz, on, { status: 'spam' })
    const counted = await runRetention({ payload: ovoz.payload, now: after(16), isDry: true })
    expect(counted!.find(({ rule }) => rule === 'removed')!.count).toBe(1)
    expect(await find(id)).not.toBeNull()
  })

  it('2,000 comments go in portions, once, though two processes are at it, never more than a portion in memory', async () => {
    const { docs } = await ovoz.payload.find({ collection: 'posts', limit: 1 })
    const thread = `posts/${docs[0]!.id}`
    const at = new Date().toISOString()
    const rows = Array.from({ length: 2000 }, () => {
      const id = uuid()
      return {
        ...{ id, thread, root: id, depth: 0, body: 'Buy this. '.repeat(20), name: 'Spammer', status: 'spam' },
        ...{ queue: 2, visibility: 'hidden', revision: 0, isStaff: false, createdAt: at, updatedAt: at },
      }
    })
    if (engine === 'mongodb') {
      const { collections } = ovoz.payload.db as unknown as MongooseAdapter
      await collections.comments!.collection.insertMany(
        rows.map(({ id, ...row }) => ({
          ...row,
          _id: id as never,
          createdAt: new Date(at),
          updatedAt: new Date(at),
        })),
      )
    } else {
      const { tables } = ovoz.payload.db as never as {
        tables: Record<string, Record<string, { name: string }>>
      }
      await inTransaction(ovoz.payload, (req) =>
        insertInto({
          req,
          table: 'comments',
          columns: Object.keys(rows[0]!).map((field) => tables.comments![field]!.name),
          rows: rows.map((row) => Object.values(row)),
        }),
      )
    }
    const found = vi.spyOn(ovoz.payload.db, 'find')
    const lines: string[] = []
    const both = await Promise.all([
      runRetention({ payload: ovoz.payload, now: after(16), say: (line) => lines.push(line) }),
      runRetention({ payload: ovoz.payload, now: after(16), say: (line) => lines.push(line) }),
    ])
    const did = both.filter((one) => one !== null)
    expect(did).toHaveLength(1)
    expect(did[0]!.find(({ rule }) => rule === 'removed')!.count).toBeGreaterThanOrEqual(2000)
    expect(lines.filter((line) => /^ {2}removed: \d+ …$/.test(line)).length).toBeGreaterThanOrEqual(2)
    // Never more than a portion is in memory.
    const sizes = await Promise.all(found.mock.results.map(async ({ value }) => (await value).docs.length))
    expect([sizes.length > 10, Math.max(...sizes)]).toEqual([true, PORTION])
    vi.restoreAllMocks()
    const left = await ovoz.payload.count({ collection: 'comments', where: { name: { equals: 'Spammer' } } })
    expect(left.totalDocs).toBe(0)
  }, 120_000)

  it('is done once a night', async () => {
    const night = new Date(Date.now() + 100 * DAY)
    night.setUTCHours(0, 59)
    expect(await runNightly({ payload: ovoz.payload, now: night })).toBeNull()
    night.setUTCHours(1, 1)
    expect(await runNightly({ payload: ovoz.payload, now: night })).not.toBeNull()
    night.setUTCHours(5, 0)
    expect(await runNightly({ payload: ovoz.payload, now: night })).toBeNull()
    const next = new Date(night.getTime() + DAY)
    expect(await runNightly({ payload: ovoz.payload, now: next })).not.toBeNull()
  })
})

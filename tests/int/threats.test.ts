import { beforeAll, describe, expect, it } from 'vitest'

import { writerOf } from '../../src/comments/trust.ts'
import { aboutComment } from '../../src/mail/about.ts'
import { queueMail } from '../../src/mail/service.ts'
import { erase, replay } from '../../src/privacy/erase.ts'
import { type StaffWord, staffWordIn } from '../../src/platform/staff-words.ts'
import { runRetention } from '../../src/retention/run.ts'
import { letterTo, mailsOf } from '../support/mail.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, publish } from '../support/posts.ts'

const DAY = 24 * 60 * 60_000
const TEXT = 'I know where you live, and I will come.'
const EMAIL = 'threatener@reader.example'
const on = 'posts/watched'
const nowhere = engine === 'mongodb' ? 'f'.repeat(24) : '00000000-0000-4000-8000-000000000000'

describe(`comments that threaten somebody (${engine})`, () => {
  const ovoz = useOvoz()
  let authorId = ''
  const kept = async (id: string) =>
    (await ovoz.payload.findByID({
      collection: 'comments',
      id,
      depth: 0,
      disableErrors: true,
    })) as unknown as {
      status: string
      revision: number
      body: string
    } | null

  beforeAll(async () => {
    await publish(ovoz, { title: 'Watched' })
    for (const role of ['admin', 'moderator', 'editor'] as const) await ovoz.signUp(role)
    authorId = String((await ovoz.signUp('author')).id)
  })

  const seal = async (as: string, id: string, more: object = {}) =>
    ovoz.rest('/threats/seal', { as, body: { id, revision: (await kept(id))!.revision, ...more } })
  const entries = async (id: string) =>
    (
      await ovoz.payload.find({
        collection: 'threats',
        where: { comment: { equals: id } },
        sort: 'seq',
        showHiddenFields: true,
      })
    ).docs
  const sealedOne = async (more: object = {}) => {
    const { id } = await comment(ovoz, on, {
      ...{ body: `${TEXT} ${Math.random()}`, email: EMAIL, name: 'X' },
      ...more,
    })
    const answer = await seal('moderator', id, { why: 'For the police' })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return { id, entry: String((await entries(id))[0]!.id) }
  }
  const release = (entry: string, why = 'The court has decided', as = 'admin') =>
    ovoz.rest(`/threats/${entry}/release`, { as, body: { why } })
  const brokenAt = async () =>
    (await ovoz.rest('/threats/chain', { as: 'admin' })).body.brokenAt as number | null
  const mails = async () =>
    (await ovoz.payload.find({ collection: 'mails', where: { kind: { equals: 'threat' } }, limit: 0 })).docs

  it('are hidden at once and sealed with their evidence, by those who moderate alone', async () => {
    const { id } = await comment(ovoz, on, { body: TEXT, email: EMAIL, name: 'X' })
    for (const as of ['author', 'nobody']) expect((await seal(as, id)).status, as).toBeGreaterThanOrEqual(400)
    expect((await ovoz.api(`/comments?on=${on}`)).body.items).toHaveLength(1)
    expect((await seal('moderator', id, { why: 'For the police' })).body).toMatchObject({ status: 'trash' })
    expect((await ovoz.api(`/comments?on=${on}`)).body.items).toHaveLength(0)
    expect(await entries(id)).toMatchObject([{ kind: 'sealed', by: 'moderator', why: 'For the police' }])
    // Twice is a conflict, and nothing of it is readable in the database.
    expect((await seal('moderator', id)).status).toBe(409)
    expect(JSON.stringify(await entries(id))).not.toMatch(/where you live|reader\.example/)
  })

  it('stay where they are until they are released, by whichever door', async () => {
    const { id } = await sealedOne()
    const { revision } = (await kept(id))!
    const patch = await ovoz.rest(`/comments/${id}`, {
      as: 'admin',
      method: 'PATCH',
      body: { status: 'approved' },
    })
    expect([patch.status, patch.body.errors[0].message]).toEqual([
      409,
      expect.stringContaining('sealed as a threat'),
    ])
    const desk = await ovoz.rest('/desk/move', {
      as: 'admin',
      body: { comments: [{ id, revision }], to: 'approved' },
    })
    expect(desk.body.results).toMatchObject([{ outcome: 'illegal', because: 'sealed' }])
    expect((await ovoz.rest(`/comments/${id}`, { as: 'admin', method: 'DELETE' })).status).toBe(409)
    expect((await kept(id))!.status).toBe('trash')
  })

  it('are told of to those who are named, without the text unless it is wanted', async () => {
    const { id } = await comment(ovoz, on, { body: `${TEXT} once`, email: EMAIL })
    const people = await ovoz.rest('/threats/people', { as: 'moderator' })
    expect(JSON.stringify(people.body)).not.toContain('@')
    expect((await seal('moderator', id, { tell: [authorId] })).status).toBe(200)
    expect(await mails()).toHaveLength(1)
    const second = await comment(ovoz, on, { body: `${TEXT} twice`, email: EMAIL })
    expect((await seal('moderator', second.id, { tell: [authorId], withText: true })).status).toBe(200)
    const { openContents } = await import('../../src/mail/seal.ts')
    const { docs } = await ovoz.payload.find({
      collection: 'mails',
      where: { kind: { equals: 'threat' } },
      sort: 'createdAt',
      showHiddenFields: true,
    })
    const texts = docs.map(({ sealed, once }) => openContents({ sealed: sealed!, mark: once }).text)
    expect(texts.map((text) => text.includes('where you live'))).toEqual([false, true])
    expect(texts[0]).toContain('moderator has set a comment aside as a threat')
  })

  it('are taken back from mails that would show their text to others, but for those who are told of them', async () => {
    const { id } = await comment(ovoz, on, { body: `${TEXT} in mails`, email: EMAIL })
    const { payload } = ovoz
    const mail = (once: string) =>
      letterTo('author@newsroom.example', { once, kind: once, text: TEXT, about: [aboutComment(id)] })
    const queued = ['comments-wait', 'comment-answered']
    for (const once of queued) await queueMail({ payload, mail: mail(once) })
    await payload.db.updateMany({
      collection: 'mails',
      where: { kind: { equals: 'comment-answered' } },
      data: { status: 'failed' },
    })
    expect((await seal('moderator', id, { tell: [authorId], withText: true })).status).toBe(200)
    const rows = await mailsOf(ovoz)
    for (const kind of queued)
      expect(rows.find((row) => row.kind === kind)).toMatchObject({ status: 'dropped', sealed: null })
    expect(rows.filter((row) => row.kind === 'threat').at(-1)).toMatchObject({
      status: 'waiting',
      sealed: expect.any(String),
    })
  })

  it('are handed to the police by administrators, whole and in their language, and that is written down', async () => {
    const { id, entry } = await sealedOne()
    expect((await ovoz.rest(`/threats/${entry}/export`, { as: 'moderator' })).status).toBe(403)
    const data = await ovoz.rest(`/threats/${entry}/export?format=json`, { as: 'admin' })
    expect(data.body).toMatchObject({
      sealedBy: 'moderator',
      note: 'For the police',
      chainBrokenAt: null,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      evidence: { id, email: EMAIL, name: 'X', moves: [{ to: 'approved' }, { to: 'trash' }] },
    })
    expect(data.body.evidence.body).toContain(TEXT)
    const page = await ovoz.rest(`/threats/${entry}/export?format=html&language=ru`, { as: 'admin' })
    expect(page.body).toContain('Комментарий, опечатанный как угроза')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    const { docs } = await ovoz.payload.find({
      collection: 'audit',
      where: { and: [{ comment: { equals: id } }, { act: { equals: 'export' } }] },
    })
    expect(docs.map(({ by, to }) => [by, to]).sort()).toEqual([
      ['admin', 'html'],
      ['admin', 'json'],
    ])
  })

  it('are refused in the words and the language of who asks', async () => {
    const { entry } = await sealedOne()
    const said = async (path: string, as: string, body?: object) => {
      const headers = { 'accept-language': 'ru' }
      const answer = await ovoz.rest(`/threats${path}`, { as, headers, ...(body && { body }) })
      return [answer.status, answer.body.errors[0].message]
    }
    const words = (key: StaffWord, values?: Record<string, string | number>) => staffWordIn('ru', key, values)
    expect(await said('/people', 'author')).toEqual([403, words('desk-closed')])
    expect(await said('/chain', 'moderator')).toEqual([403, words('threat-for-admins')])
    expect(await said(`/${entry}/release`, 'admin', {})).toEqual([
      400,
      words('threat-reason', { most: 1000 }),
    ])
    expect(await said('/seal', 'admin', {})).toEqual([
      400,
      expect.stringContaining('Отправьте {id, revision} и'),
    ])
    expect(await said(`/${nowhere}/export`, 'admin')).toEqual([404, words('threat-missing')])
    await release(entry)
    expect(await said(`/${entry}/release`, 'admin', { why: 'x' })).toEqual([409, words('threat-settled')])
    expect(await said(`/${entry}/export`, 'admin')).toEqual([410, words('threat-released')])
  })

  it('outlive the retention job until an administrator releases them with a reason', async () => {
    const { id, entry } = await sealedOne()
    const later = new Date(Date.now() + 400 * DAY)
    await runRetention({ payload: ovoz.payload, now: later })
    expect((await kept(id))!.body).toContain(TEXT)
    expect((await release(entry, 'Over', 'moderator')).status).toBe(403)
    expect((await release(entry, ' ')).status).toBe(400)
    expect((await release(entry, 'The court has decided')).status).toBe(200)
    expect((await release(entry, 'Again')).status).toBe(409)
    expect((await entries(id)).map(({ kind, why }) => [kind, why])).toEqual([
      ['sealed', 'For the police'],
      ['released', 'The court has decided'],
    ])
    await runRetention({ payload: ovoz.payload, now: later })
    expect(await kept(id)).toBeNull()
  })

  it('leave nothing of who wrote it and what it said once they are released, also where somebody was forgotten meanwhile', async () => {
    const email = 'forgotten@reader.example'
    const { id, entry } = await sealedOne({ email })
    await erase({
      payload: ovoz.payload,
      writer: writerOf(email),
      email,
      locale: 'en',
      choice: 'anonymous',
      agent: 'reader',
      note: null,
      now: new Date(),
    })
    expect((await entries(id))[0]).toMatchObject({ sealed: expect.stringMatching(/^v1\./) })
    expect((await kept(id))!.body).toContain(TEXT)
    expect((await release(entry)).status).toBe(200)
    for (const row of await entries(id)) expect(row.sealed ?? null).toBeNull()
    for (const format of ['json', 'html']) {
      const { status, body } = await ovoz.rest(`/threats/${entry}/export?format=${format}`, { as: 'admin' })
      expect([status, body.errors?.[0].message]).toEqual([410, expect.stringContaining('was released')])
      expect(JSON.stringify(body)).not.toMatch(/where you live|reader\.example/)
    }
    const { docs } = await ovoz.payload.find({
      collection: 'audit',
      where: { and: [{ comment: { equals: id } }, { act: { equals: 'export' } }] },
    })
    expect(docs).toHaveLength(0)
    // The seal is off, so what was asked for is done.
    await replay(ovoz.payload)
    expect(await kept(id)).toMatchObject({ name: '' })
    expect(await brokenAt()).toBeNull()
  })

  it('show by their chain where one was changed', async () => {
    const { entry } = await sealedOne()
    expect(await brokenAt()).toBeNull()
    await ovoz.payload.db.updateOne({ collection: 'threats', id: entry, data: { why: 'Nothing much' } })
    const { docs } = await ovoz.payload.find({
      collection: 'threats',
      where: { id: { equals: entry } },
      showHiddenFields: true,
    })
    expect(await brokenAt()).toBe(docs[0]!.seq)
    await ovoz.payload.db.updateOne({ collection: 'threats', id: entry, data: { why: 'For the police' } })
    expect(await brokenAt()).toBeNull()
  })

  it('are sealed and released once, however often that is asked for at once', async () => {
    const twice = async (act: () => ReturnType<typeof release>) =>
      (await Promise.all([act(), act(), act()])).map(({ status }) => status).sort()
    // In the trash already, where sealing moves nothing.
    const { id } = await comment(ovoz, on, { body: `${TEXT} at once`, email: EMAIL, status: 'trash' })
    const mailsBefore = (await mails()).length
    const { revision } = (await kept(id))!
    const body = { id, revision, tell: [authorId] }
    expect(await twice(() => ovoz.rest('/threats/seal', { as: 'moderator', body }))).toEqual([200, 409, 409])
    const [sealed, ...more] = await entries(id)
    expect([more, (await mails()).length - mailsBefore]).toEqual([[], 1])
    expect(await twice(() => release(String(sealed!.id)))).toEqual([200, 409, 409])
    expect((await entries(id)).map(({ kind }) => kind)).toEqual(['sealed', 'released'])
    expect(await brokenAt()).toBeNull()
  })

  it('are left by the retention job also where they are sealed while it runs', async () => {
    const { id } = await comment(ovoz, on, { body: `${TEXT} at night`, email: EMAIL, status: 'trash' })
    const { revision } = (await kept(id))!
    const { db } = ovoz.payload
    const find = db.find
    let answer: { status: number } | undefined
    db.find = (async (asked: Parameters<typeof find>[0]) => {
      const found = await find.call(db, asked)
      if (answer || asked.collection !== 'comments' || asked.sort !== '-id') return found
      // The job has just found what is due.
      expect(found.docs.map((one) => (one as { id: string }).id)).toContain(id)
      answer = await ovoz.rest('/threats/seal', { as: 'moderator', body: { id, revision } })
      return found
    }) as typeof find
    try {
      await runRetention({ payload: ovoz.payload, now: new Date(Date.now() + 20 * DAY) })
    } finally {
      db.find = find
    }
    expect(answer!.status).toBe(200)
    expect((await kept(id))!.body).toContain(TEXT)
  })

  it('are sealed by one of two whose look came before the other was done', async () => {
    const { id } = await comment(ovoz, on, { body: `${TEXT} in between`, email: EMAIL, status: 'trash' })
    const { revision } = (await kept(id))!
    const { db } = ovoz.payload
    const find = db.find
    let other: Promise<{ status: number }> | undefined
    db.find = (async (asked: Parameters<typeof find>[0]) => {
      const found = await find.call(db, asked)
      if (asked.collection === 'threats' && !other)
        await (other = ovoz.rest('/threats/seal', { as: 'admin', body: { id, revision } }))
      return found
    }) as typeof find
    try {
      expect((await ovoz.rest('/threats/seal', { as: 'moderator', body: { id, revision } })).status).toBe(409)
    } finally {
      db.find = find
    }
    expect((await other!).status).toBe(200)
    expect(await entries(id)).toMatchObject([{ by: 'admin' }])
  })

  describe('show by their chain what was done past us:', () => {
    const seqOf = async (id: string) => (await entries(id))[0]!.seq
    const change = (id: string, data: object) =>
      ovoz.payload.db.updateOne({ collection: 'threats', id, data: data as never })

    it('a release that nobody wrote down, and one that was taken away', async () => {
      const { id, entry } = await sealedOne()
      await change(entry, { releasedAt: new Date().toISOString() })
      expect(await brokenAt()).toBe(await seqOf(id))
      await change(entry, { releasedAt: null })
      const { sealed } = (await entries(id))[0]!
      await change(entry, { sealed: null })
      expect(await brokenAt()).toBe(await seqOf(id))
      await change(entry, { sealed })
      expect(await brokenAt()).toBeNull()
      await release(entry)
      expect(await brokenAt()).toBeNull()
      const { releasedAt } = (await entries(id))[0]!
      for (const at of [null, new Date(0).toISOString()]) {
        await change(entry, { releasedAt: at })
        expect(await brokenAt()).toBe(await seqOf(id))
      }
      await change(entry, { releasedAt })
      expect(await brokenAt()).toBeNull()
    })

    it('a comment that is sealed again after its release is no fault', async () => {
      const { id, entry } = await sealedOne()
      await release(entry)
      expect((await seal('moderator', id)).status).toBe(200)
      expect((await entries(id)).map(({ kind }) => kind)).toEqual(['sealed', 'released', 'sealed'])
      expect(await brokenAt()).toBeNull()
    })

    it('that the newest are missing, also once others were sealed after them', async () => {
      const gone = await sealedOne()
      const seq = await seqOf(gone.id)
      await ovoz.payload.db.deleteOne({ collection: 'threats', where: { id: { equals: gone.entry } } })
      expect(await brokenAt()).toBe(seq)
      await sealedOne()
      expect(await brokenAt()).toBe(seq)
    })
  })

  describe('comments under an article of one’s own', () => {
    let mine = ''
    const setting = (ownThreads: boolean) =>
      ovoz.rest('/globals/discussion', { as: 'admin', body: { ownThreads } })

    beforeAll(async () => {
      const editor = await ovoz.payload.find({ collection: 'users', where: { name: { equals: 'editor' } } })
      const person = await ovoz.payload.create({
        collection: 'people',
        data: { name: 'Editor herself', user: editor.docs[0]!.id } as never,
      })
      await publish(ovoz, { title: 'Mine', authors: [person.id] })
    })
    const write = async () => (mine = (await comment(ovoz, 'posts/mine', { status: 'pending' })).id)

    it('are decided by somebody else, at every door', async () => {
      await write()
      const patch = await ovoz.rest(`/comments/${mine}`, {
        as: 'editor',
        method: 'PATCH',
        body: { status: 'spam' },
      })
      expect([patch.status, patch.body.errors[0].message]).toEqual([
        409,
        expect.stringContaining('under your own article'),
      ])
      const asked = { comments: [{ id: mine, revision: 0 }], to: 'approved' }
      const desk = await ovoz.rest('/desk/move', { as: 'editor', body: asked })
      expect(desk.body.results).toMatchObject([{ outcome: 'illegal', because: 'own' }])
      const bulk = await ovoz.rest('/comments/move', {
        as: 'editor',
        body: { comments: [{ id: mine }], status: 'spam' },
      })
      expect(bulk.body.results).toMatchObject([{ id: mine, moved: false }])
      const reply = await ovoz.rest('/desk/reply', {
        as: 'editor',
        body: { id: mine, revision: 0, text: 'Thank you.' },
      })
      expect(reply.status).toBe(409)
      expect((await kept(mine))!.status).toBe('pending')
      expect((await ovoz.rest('/desk/move', { as: 'moderator', body: asked })).body.results).toMatchObject([
        { outcome: 'moved' },
      ])
    })

    it('keep their reports for somebody else', async () => {
      const { id } = await comment(ovoz, 'posts/mine', { status: 'approved' })
      expect((await ovoz.api(`/comments/${id}/reports`, { body: { reason: 'abuse' } })).status).toBe(202)
      const { body } = await ovoz.rest(`/desk/comments/${id}`, { as: 'editor', method: 'GET' })
      const asked = { comments: [{ id, seen: body.card.reports.seen }] }
      const keep = async (as: string) => (await ovoz.rest('/desk/keep', { as, body: asked })).body.results
      expect(await keep('editor')).toEqual([{ id, outcome: 'illegal', because: 'own' }])
      expect(await keep('moderator')).toEqual([{ id, outcome: 'kept' }])
    })

    it('let one take back one’s own reply, and nobody else’s', async () => {
      const { id } = await comment(ovoz, 'posts/mine', { status: 'approved' })
      const { body: card } = await ovoz.rest(`/desk/comments/${id}`, { as: 'editor', method: 'GET' })
      const asked = { id, revision: card.card.revision, text: 'Thank you.' }
      const outcomes: string[] = []
      for (const as of ['editor', 'moderator']) {
        const { body } = await ovoz.rest('/desk/reply', { as, body: asked })
        const undone = await ovoz.rest('/desk/reply/undo', {
          as: 'editor',
          body: { reply: body.reply.id, comment: null },
        })
        outcomes.push(undone.body.results[0].outcome)
      }
      expect(outcomes).toEqual(['moved', 'illegal'])
    })

    it('are the administrator’s to decide where the article only belongs to them', async () => {
      const admin = await ovoz.payload.find({ collection: 'users', where: { name: { equals: 'admin' } } })
      await publish(ovoz, { title: 'Put in for others', owner: admin.docs[0]!.id })
      const { id } = await comment(ovoz, 'posts/put-in-for-others', { status: 'pending' })
      const asked = { comments: [{ id, revision: 0 }], to: 'approved' }
      const { body } = await ovoz.rest('/desk/move', { as: 'admin', body: asked })
      expect(body.results).toMatchObject([{ outcome: 'moved' }])
    })

    it('are not, where the setting lets authors', async () => {
      await write()
      expect((await setting(true)).status).toBe(200)
      const asked = { comments: [{ id: mine, revision: 0 }], to: 'approved' }
      expect((await ovoz.rest('/desk/move', { as: 'editor', body: asked })).body.results).toMatchObject([
        { outcome: 'moved' },
      ])
      await setting(false)
    })
  })
})

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { createClient } from '../../src/client/index.ts'
import { writerOf } from '../../src/comments/trust.ts'
import { aboutReader } from '../../src/mail/about.ts'
import { queueMail } from '../../src/mail/service.ts'
import { ledgerFile } from '../../src/privacy/erasure-ledger.ts'
import { privacyReplay } from '../../src/privacy/command.ts'
import { replay } from '../../src/privacy/erase.ts'
import { answerAsked } from '../../src/privacy/service.ts'
import { settings } from '../../src/platform/settings.ts'
import { backUp } from '../support/backup.ts'
import { learn } from '../../src/spam/learning.ts'
import { readLearned } from '../../src/spam/model-store.ts'
import { letterTo } from '../support/mail.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, publish } from '../support/posts.ts'
import { startProgram } from '../support/program.ts'
import { DAY, MINUTE, Readers } from '../support/readers.ts'

const mailbox = await vi.hoisted(async () => (await import('../support/mailbox.ts')).openMailbox())

const HOUR = 60 * MINUTE

describe(`what readers ask about what is kept of them (${engine})`, () => {
  const ovoz = useOvoz()
  const readers = new Readers(ovoz)
  let count = 0
  let on = ''
  let email = ''
  let name = ''

  beforeAll(async () => {
    await readers.open()
  })
  afterAll(async () => {
    await readers.close()
    await mailbox.close()
    rmSync(ledgerFile(), { force: true })
  })
  beforeEach(async () => {
    vi.setSystemTime(Date.now() + 2 * HOUR)
    count += 1
    await publish(ovoz, { title: `Reading ${count}`, slug: `reading-${count}` })
    on = `posts/reading-${count}`
    email = `gulnora-${count}@reader.example`
    name = `Gulnorakhon-${count}`
  })

  /** Anew: sessions do not last as long as these tests do by their clock. */
  const signUp = async (...roles: ('admin' | 'moderator')[]) => {
    for (const role of roles) await ovoz.signUp(role, `${role}-${count}`)
  }
  const ask = (kind: string, more: object = {}) =>
    ovoz.api('/privacy/requests', { body: { email, kind, ...more } })
  /** Lets the job answer, and sends what it wrote. */
  async function answer() {
    await answerAsked({ payload: ovoz.payload, now: new Date() })
    await readers.look()
  }
  const inbox = () => mailbox.to(email)
  const linkIn = (text = '') => /http:\/\/localhost:3000(\/privacy\/[\w-]{43})/.exec(text)![1]!
  async function linkFor(kind: string, more: object = {}) {
    await ask(kind, more)
    await answer()
    return linkIn(inbox().at(-1)!.text)
  }
  const send = (path: string, form: Record<string, string> = {}) =>
    readers.page(path, { method: 'POST', body: new URLSearchParams(form).toString() })
  const write = (more: object = {}) => comment(ovoz, on, { email, name, ...more })
  const kept = (id: string) =>
    ovoz.payload.findByID({
      collection: 'comments',
      id,
      depth: 0,
      disableErrors: true,
      overrideAccess: true,
      showHiddenFields: true,
    })
  const rows = async <S extends CollectionSlug>(collection: S) =>
    (
      await ovoz.payload.find({
        collection,
        limit: 0,
        pagination: false,
        depth: 0,
        overrideAccess: true,
      })
    ).docs
  const erasures = async () => (await rows('erasures')).sort((a, b) => a.at.localeCompare(b.at))
  const sizes = async () =>
    Object.fromEntries(
      await Promise.all(
        (['privacy-requests', 'ledger', 'mails', 'erasures'] as const).map(async (one) => [
          one,
          (await rows(one)).length,
        ]),
      ),
    )

  it('answers alike, and does the same, whether or not an address is known; only a known one gets a mail', async () => {
    await write()
    const before = await sizes()
    const known = await ask('copy')
    const between = await sizes()
    const unknown = await ask('copy', { email: `nobody-${count}@reader.example` })
    const after = await sizes()
    expect(known.status).toBe(202)
    expect(unknown.status).toBe(202)
    expect(unknown.body).toEqual(known.body)
    const names = ({ headers }: typeof known) => [...headers.keys()].filter((one) => one !== 'x-trace-id')
    expect(names(unknown)).toEqual(names(known))
    const more = (a: typeof before, b: typeof before) => Object.keys(a).map((one) => b[one] - a[one])
    expect(more(before, between)).toEqual([1, 0, 0, 0])
    expect(more(between, after)).toEqual([1, 0, 0, 0])
    await answer()
    expect(inbox()).toHaveLength(1)
    expect(mailbox.to(`nobody-${count}@reader.example`)).toHaveLength(0)
    // Of the unknown one nothing is left, of the known one its link.
    expect((await sizes())['privacy-requests']).toBe(before['privacy-requests'] + 1)
    expect(await ovoz.dump()).not.toContain(`nobody-${count}`)
  })

  it('takes a form and the client, says what is wrong, and takes no more than it needs', async () => {
    const form = await ovoz.api('/privacy/requests', {
      body: new URLSearchParams({ email, kind: 'copy', locale: 'tg' }),
    })
    expect([form.status, form.body.message]).toEqual([202, expect.stringContaining('суроға')])
    const client = createClient({ url: 'http://localhost:3000', fetch: ovoz.fetch, locale: 'ru' })
    expect((await client.privacy.request({ email, kind: 'erase' })).message).toContain('письмо')
    for (const body of [
      { email: 'none', kind: 'copy' },
      { email },
      { email, kind: 'sell' },
      { kind: 'copy' },
    ]) {
      const wrong = await ovoz.api('/privacy/requests', { body })
      expect([wrong.status, wrong.body.code]).toEqual([422, 'invalid'])
    }
    expect((await ovoz.api('/privacy/requests')).status).toBe(405)
  })

  it('writes one mail for each address and kind in an hour', async () => {
    await write()
    for (let i = 0; i < 3; i++) await ask('copy')
    await answer()
    await ask('copy')
    await ask('copy', { email: email.toUpperCase() })
    await answer()
    expect(inbox()).toHaveLength(1)
    await ask('erase')
    await answer()
    expect(inbox()).toHaveLength(2)
    vi.setSystemTime(Date.now() + HOUR + 1)
    await ask('copy')
    await answer()
    expect(inbox()).toHaveLength(3)
  })

  it('shows a copy once, of every state, with downloads for half an hour, and nothing of others', async () => {
    await signUp('moderator')
    const other = await comment(ovoz, on, {
      email: 'other@reader.example',
      name: 'Zarina',
      body: 'Not mine.',
    })
    const first = await write({ parent: other.id, body: 'My first words.', notify: 'replies' })
    await write({ body: 'They wait.', status: 'pending' })
    await write({ body: 'Taken for spam.', status: 'spam' })
    await ovoz.rest(`/comments/${first.id}`, {
      as: `moderator-${count}`,
      method: 'PATCH',
      body: { status: 'trash', why: 'It names a neighbour.' },
    })
    await readers.pass(MINUTE)
    const path = await linkFor('copy', { locale: 'ru' })
    const before = await readers.state()
    for (const method of ['GET', 'GET', 'HEAD'])
      expect((await readers.page(path, { method })).status).toBe(200)
    const page = (await readers.page(path)).text
    expect(page).toContain('<html lang="ru">')
    expect(page).not.toContain('My first words')
    expect(await readers.state()).toBe(before)

    const opened = await send(path)
    expect(opened.status).toBe(200)
    expect(opened.text).toContain('Комментарии')
    expect((await send(path)).status).toBe(404)
    expect((await readers.page(path)).status).toBe(404)
    const buttons = /action="([^"]+)"/.exec(opened.text)![1]!
    expect(buttons).not.toBe(path)

    const json = await send(buttons, { as: 'json' })
    expect(json.headers.get('content-disposition')).toMatch(/^attachment; filename="copy-[\d-]+\.json"$/)
    const copy = JSON.parse(json.text)
    expect(copy.email).toBe(email)
    expect(copy.comments.map(({ text, state }: any) => [text, state])).toEqual(
      expect.arrayContaining([
        ['My first words.', 'trash'],
        ['They wait.', 'pending'],
        ['Taken for spam.', 'spam'],
      ]),
    )
    expect(copy.comments).toHaveLength(3)
    expect(copy.comments.find(({ id }: any) => id === first.id)).toMatchObject({
      name,
      on: { title: `Reading ${count}`, url: expect.stringContaining(on) },
      answers: { id: other.id, name: 'Zarina' },
      reasons: ['It names a neighbour.'],
      notify: 'replies',
    })
    expect(copy.mails).toMatchObject([{ kind: 'privacy-copy', status: 'sent' }])
    const html = await send(buttons, { as: 'html' })
    expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8')
    for (const text of ['My first words.', 'They wait.', 'Taken for spam.', 'It names a neighbour.', email])
      expect(html.text).toContain(text)
    for (const text of [json.text, html.text]) {
      expect(text).not.toContain('Not mine.')
      expect(text).not.toContain('other@reader.example')
      expect(text).not.toContain(`moderator-${count}`)
    }
    expect((await send(buttons, { as: 'xml' })).status).toBe(404)
    vi.setSystemTime(Date.now() + 31 * MINUTE)
    expect((await send(buttons, { as: 'json' })).status).toBe(404)
  })

  it('has links that end after a day, and pages for none of ours', async () => {
    await write()
    const path = await linkFor('erase')
    vi.setSystemTime(Date.now() + DAY + 1)
    expect((await readers.page(path)).status).toBe(404)
    expect((await send(path, { choice: 'removed', sure: 'yes' })).status).toBe(404)
    for (const wrong of ['/privacy/', `/privacy/${'A'.repeat(43)}`, `${path.slice(0, -1)}`, '/privacy/a/b'])
      for (const method of ['GET', 'POST'])
        expect([wrong, (await readers.page(wrong, { method })).status]).toEqual([wrong, 404])
    expect((await readers.page(path, { method: 'PUT' })).status).toBe(405)
    const long = await readers.page(path, { method: 'POST', body: `choice=${'x'.repeat(2000)}` })
    expect(long.status).toBe(413)
  })

  it('forgets who wrote and lets the texts stay, asked twice, and once only', async () => {
    await signUp('moderator')
    const url = `https://gulnora-${count}.example`
    const mine = await write({ body: 'It stays.', url, notify: 'replies' })
    await readers.pass(MINUTE)
    await ovoz.rest(`/comments/${mine.id}`, {
      as: `moderator-${count}`,
      method: 'PATCH',
      body: { status: 'pending', why: `About ${name}.` },
    })
    await ovoz.rest(`/comments/${mine.id}`, {
      as: `moderator-${count}`,
      method: 'PATCH',
      body: { status: 'approved' },
    })
    expect((await ovoz.api(`/comments?on=${on}`)).body.items[0].author.name).toBe(name)
    const path = await linkFor('erase')
    const before = await readers.state()
    expect((await readers.page(path)).text.match(/type="radio"/g)).toHaveLength(2)
    expect((await send(path)).text).toContain('type="radio"')
    expect((await send(path, { choice: 'sold', sure: 'yes' })).text).toContain('type="radio"')
    const sure = await send(path, { choice: 'anonymous' })
    expect(sure.text).toContain('name="sure"')
    expect(await readers.state()).toBe(before)

    const [one, two] = await Promise.all([
      send(path, { choice: 'anonymous', sure: 'yes' }),
      send(path, { choice: 'removed', sure: 'yes' }),
    ])
    expect([one.status, two.status].sort()).toEqual([200, 404])
    expect((await send(path, { choice: 'removed', sure: 'yes' })).status).toBe(404)

    const ledger = (await erasures()).at(-1)!
    if (ledger.choice === 'anonymous') {
      const { items } = (await ovoz.api(`/comments?on=${on}`)).body
      expect(items[0]).toMatchObject({ text: 'It stays.', author: { name: '', url: null } })
      const own = { headers: { authorization: `Bearer ${mine.manageToken}` } }
      expect((await ovoz.api(`/comments/${mine.id}`, own)).status).toBe(404)
      expect((await ovoz.api(`/comments/${mine.id}`, { ...own, method: 'DELETE' })).status).toBe(404)
    }
    await readers.look()
    const last = inbox().at(-1)!
    expect(last.subject).toBe('You are forgotten')
    expect((await rows('mails')).filter(({ kind }) => kind === 'privacy-done').at(-1)).toMatchObject({
      status: 'sent',
      until: expect.any(String),
    })
    const dump = await ovoz.dump()
    for (const secret of [email, name, url, `About ${name}`]) expect(dump).not.toContain(secret)
    expect(ledger).toMatchObject({ comments: 1, by: 'reader' })
  })

  it('leaves the reports of a text that stays to be decided on, without what they say of its writer', async () => {
    await signUp('moderator')
    const mine = await write({ body: 'Reported, and stays.' })
    const note = `This is ${name}`
    expect(
      (await ovoz.api(`/comments/${mine.id}/reports`, { body: { reason: 'private', note } })).status,
    ).toBe(202)
    const path = await linkFor('erase')
    expect((await send(path, { choice: 'anonymous', sure: 'yes' })).status).toBe(200)
    const { body } = await ovoz.rest('/desk/queue?queue=reported', { as: `moderator-${count}` })
    expect(body.cards.find(({ id }: { id: string }) => id === mine.id)).toMatchObject({
      text: 'Reported, and stays.',
      reports: { count: 1, reasons: [{ reason: 'private', count: 1 }], notes: [] },
    })
    expect(await ovoz.dump()).not.toContain(note)
    const { revision } = (await kept(mine.id))!
    const asked = { comments: [{ id: mine.id, revision }], to: 'trash' }
    const moved = await ovoz.rest('/desk/move', { as: `moderator-${count}`, body: asked })
    expect(moved.body.results).toMatchObject([{ outcome: 'moved' }])
    expect((await rows('reports')).filter(({ comment: of }) => of === mine.id)).toMatchObject([
      { state: 'upheld' },
    ])
    await ovoz.payload.delete({
      collection: 'reports',
      where: { comment: { equals: mine.id } },
      overrideAccess: true,
    })
  })

  it('leaves no byte of what it removes, and an empty place where others answered', async () => {
    await signUp('admin')
    const words = (n: number) => `Padavor-${count}-${n} ${'words of mine '.repeat(20)}`
    const answered = await write({ body: words(1) })
    const child = await comment(ovoz, on, {
      parent: answered.id,
      email: 'other@reader.example',
      body: 'Yes!',
    })
    const alone = await write({ body: words(2), parent: child.id })
    const waiting = await write({ body: words(3), status: 'pending', notify: 'replies' })
    // What was found in it, said about it, and learned from it.
    await ovoz.payload.db.updateOne({
      collection: 'comments',
      id: answered.id,
      data: { findings: JSON.stringify({ words: `Padavor-${count}` }), reasons: 'words' },
      req: {},
    })
    const told = { reason: 'private', note: `This is ${name}` }
    expect((await ovoz.api(`/comments/${answered.id}/reports`, { body: told })).status).toBe(202)
    const reported = await kept(alone.id)
    await ovoz.rest('/desk/move', {
      as: `admin-${count}`,
      body: { comments: [{ id: alone.id, revision: reported!.revision }], to: 'spam' },
    })
    await learn({ payload: ovoz.payload, now: new Date(Date.now() + 2 * MINUTE) })
    expect(Object.keys((await readLearned({ payload: ovoz.payload })).model.signs)).toContain('padavor')
    for (let i = 4; i < 20; i++) await write({ body: words(i), status: 'spam' })
    await readers.pass(MINUTE)
    const writer = (await rows('comment-private')).find((one) => one.comment === waiting.id)!.writer!
    const path = await linkFor('erase')
    expect((await send(path, { choice: 'removed', sure: 'yes' })).status).toBe(200)

    const { items, total } = (await ovoz.api(`/comments?on=${on}`)).body
    expect(items).toMatchObject([{ id: answered.id, isRemoved: true, text: '', author: { name: '' } }])
    expect([items[0].replies.length, total]).toEqual([1, 1])
    expect(await kept(alone.id)).toBeNull()
    expect(await kept(waiting.id)).toBeNull()
    expect(await kept(answered.id)).toMatchObject({ body: '', name: '', status: 'trash' })
    // Nobody can show it again.
    const back = await ovoz.rest(`/comments/${answered.id}`, {
      as: `admin-${count}`,
      method: 'PATCH',
      body: { status: 'approved' },
    })
    expect(back.status).toBe(409)
    await readers.look()
    const dump = await ovoz.dump()
    for (const secret of [email, name, `Padavor-${count}`]) expect(dump).not.toContain(secret)
    for (const collection of [
      'comment-private',
      'consents',
      'notices',
      'reader-links',
      'privacy-requests',
      'ledger',
    ] as const)
      expect([collection, JSON.stringify(await rows(collection)).includes(writer)]).toEqual([
        collection,
        false,
      ])
    expect(dump.toLowerCase()).not.toContain('padavor')
    expect(await rows('reports')).toEqual([])
    expect(Object.keys((await readLearned({ payload: ovoz.payload })).model.signs)).not.toContain('padavor')
    const feed = await ovoz.api('/feeds/comments.json')
    expect(JSON.stringify(feed.body)).not.toContain(`Padavor-${count}`)
    // Of the mails about them only the last one, which is about nobody, is left.
    await ask('copy')
    await answer()
    expect(inbox().at(-1)!.subject).toBe('You are forgotten')
  })

  it('takes back what would tell others of it and has not gone out', async () => {
    const theirs = await readers.write(on, 'other-asks@reader.example')
    await readers.approve(theirs)
    await readers.pass(MINUTE)
    const confirm = /(\/mail\/confirm\/[\w-]+)/.exec(
      mailbox.to('other-asks@reader.example').at(-1)!.text!,
    )![1]!
    await readers.post(confirm)
    await write({ parent: theirs, body: 'An answer that is not to be read.' })
    const path = await linkFor('erase')
    vi.setSystemTime(Date.now() + 11 * MINUTE)
    const { tellDue } = await import('../../src/notices/service.ts')
    await tellDue({ payload: ovoz.payload, now: new Date() })
    expect(
      (await rows('mails')).some(({ kind, status }) => kind === 'comment-answered' && status === 'waiting'),
    ).toBe(true)
    await send(path, { choice: 'removed', sure: 'yes' })
    await readers.look()
    for (const mail of mailbox.arrived) expect(mail.text).not.toContain('An answer that is not to be read.')
  })

  it('leaves what is under a seal until that is taken off, and hides it at once', async () => {
    const sealed = await write({ body: 'A threat.' })
    const { erase } = await import('../../src/privacy/erase.ts')
    const erasure = await import('../../src/privacy/erasure.ts')
    const is = vi.spyOn(erasure, 'decideFate')
    is.mockReturnValue('hide')
    const act = {
      payload: ovoz.payload,
      writer: writerOf(email),
      email,
      locale: 'en',
      now: new Date(),
    } as const
    await erase({ ...act, choice: 'removed', agent: 'reader', note: null })
    expect(await kept(sealed.id)).toMatchObject({ status: 'trash', body: 'A threat.', name })
    expect((await ovoz.api(`/comments?on=${on}`)).body.items).toEqual([])
    is.mockRestore()
    vi.setSystemTime(Date.now() + HOUR)
    expect((await replay(ovoz.payload)).comments).toBe(1)
    expect(await kept(sealed.id)).toBeNull()
  })

  it.each(['with', 'without'])(
    'forgets again what a backup brings back, %s the rows of the ledger',
    async (rest) => {
      const mine = await write({ body: `Returns-${count}` })
      const backup = await backUp(ovoz)
      const path = await linkFor('erase')
      await send(path, { choice: 'removed', sure: 'yes' })
      await readers.look()
      const again = await erasures()
      await backup.restore()
      expect(await ovoz.dump()).toContain(`Returns-${count}`)
      expect((await rows('erasures')).length).toBe(again.length - 1)
      if (rest === 'with') {
        // The file is lost, the rows are not.
        rmSync(ledgerFile())
        const { id: _, ...row } = again.at(-1)!
        await ovoz.payload.create({ collection: 'erasures', data: row, overrideAccess: true })
      }
      // The same person has written again since.
      vi.setSystemTime(Date.now() + MINUTE)
      const later = await write({ body: 'A new beginning.' })
      const said: string[] = []
      await privacyReplay.run({ payload: ovoz.payload, args: [], say: (line) => void said.push(line) })
      expect(said.join()).toMatch(/; 1 of their comments had come back/)
      expect(await kept(mine.id)).toBeNull()
      expect(await kept(later.id)).toMatchObject({ name, body: 'A new beginning.' })
      expect((await rows('comment-private')).some((one) => one.comment === later.id)).toBe(true)
      expect(await ovoz.dump()).not.toContain(`Returns-${count}`)
      expect(existsSync(ledgerFile())).toBe(true)
      expect((await rows('erasures')).length).toBe(again.length)
      expect(await replay(ovoz.payload)).toEqual({ entries: again.length, comments: 0 })
    },
  )

  it('forgets again what a backup brings back before a worker sends a mail', async () => {
    const mine = await write()
    const { payload } = ovoz
    const about = [aboutReader(writerOf(email))]
    const notBefore = new Date(Date.now() + 300 * DAY)
    await queueMail({ payload, mail: letterTo(email, { subject: 'From the backup', about, notBefore }) })
    const backup = await backUp(ovoz)
    await send(await linkFor('erase'), { choice: 'removed', sure: 'yes' })
    await readers.look()
    await backup.restore()
    // By the clock of the worker, which is not moved, too.
    const due = { nextAttemptAt: new Date(0).toISOString() }
    await payload.db.updateMany({ collection: 'mails', where: { status: { equals: 'waiting' } }, data: due })
    const worker = startProgram('worker', { env: { LOG_LEVEL: 'info' } })
    let said = ''
    for await (const chunk of worker.stdout) {
      said += String(chunk)
      if (said.includes('The worker is running.')) worker.kill('SIGTERM')
    }
    expect(said).toContain('The worker is running.')
    expect(await kept(mine.id)).toBeNull()
    expect(inbox().map(({ subject }) => subject)).not.toContain('From the backup')
  }, 240_000)

  it('writes one line into the file of the ledger, also where another transaction has crossed it', async () => {
    await write()
    const lines = () =>
      existsSync(ledgerFile()) ? readFileSync(ledgerFile(), 'utf8').trimEnd().split('\n') : []
    const path = await linkFor('erase')
    const before = lines()
    const { db } = ovoz.payload
    const { create, commitTransaction } = db
    let state: 'before' | 'written' | 'crossed' = 'before'
    db.create = (async (given: Parameters<typeof create>[0]) => {
      if (given.collection === 'erasures' && state === 'before') state = 'written'
      return create.call(db, given)
    }) as typeof create
    db.commitTransaction = async (given) => {
      if (state !== 'written') return commitTransaction.call(db, given)
      state = 'crossed'
      throw Object.assign(new Error('Crossed'), { hasErrorLabel: () => true })
    }
    try {
      expect((await send(path, { choice: 'removed', sure: 'yes' })).status).toBe(200)
    } finally {
      Object.assign(db, { create, commitTransaction })
    }
    expect(state).toBe('crossed')
    expect(lines().slice(before.length)).toHaveLength(1)
  })

  it('keeps nothing personal in the ledger, and one line for each in its file', async () => {
    const text = readFileSync(join(settings.DATA_DIR, 'erasures.jsonl'), 'utf8')
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ entry }) => entry).sort()).toEqual(
      (await rows('erasures')).map(({ entry }) => entry).sort(),
    )
    for (const line of lines)
      expect(Object.keys(line).sort()).toEqual(['at', 'by', 'choice', 'comments', 'entry', 'keyId', 'writer'])
    expect(text).not.toContain('@')
  })

  it('lets administrators do the same with a note, and nobody else', async () => {
    await signUp('admin', 'moderator')
    const mine = await write({ body: 'By the panel.' })
    const staff = (path: string, body: object, as = `admin-${count}`) =>
      ovoz.rest(`/privacy/${path}`, { as, body })
    for (const as of [`moderator-${count}`, ''])
      for (const path of ['look', 'copy', 'erase'])
        expect((await staff(path, { comment: mine.id, note: 'x' }, as)).status).toBe(403)
    const look = await staff('look', { comment: mine.id })
    expect(look.body).toMatchObject({
      isKnown: true,
      address: 'g•••@reader.example',
      summary: { comments: 1 },
    })
    expect((await staff('look', { email: `nobody-${count}@reader.example` })).body.isKnown).toBe(false)
    expect((await staff('look', { email: 'none' })).status).toBe(400)
    const copy = await staff('copy', { email, format: 'json', note: 'By letter' })
    expect([copy.body.email, copy.body.comments.length]).toEqual([email, 1])
    const asked = { comment: mine.id, choice: 'removed', note: 'By letter of 3 May' }
    expect((await staff('erase', asked)).status).toBe(400)
    expect((await staff('erase', { ...asked, sure: true, note: '' })).status).toBe(400)
    expect((await staff('erase', { ...asked, sure: true, note: `for ${email}` })).status).toBe(400)
    expect(await kept(mine.id)).not.toBeNull()
    const done = await staff('erase', { ...asked, sure: true })
    expect([done.status, done.body]).toEqual([200, { comments: 1, sealed: 0 }])
    expect(await kept(mine.id)).toBeNull()
    const audit = (await rows('audit')).filter(({ by }) => by === `admin-${count}`)
    expect(audit.map(({ act, by, to, why }) => [act, by, to, why]).sort()).toEqual([
      ['copy', `admin-${count}`, 'json', 'By letter'],
      ['erase', `admin-${count}`, 'removed', 'By letter of 3 May'],
    ])
    expect((await erasures()).at(-1)).toMatchObject({ comments: 1 })
    expect(readFileSync(ledgerFile(), 'utf8')).not.toContain('By letter')
    await readers.look()
    expect(inbox().at(-1)!.subject).toBe('You are forgotten')
    expect(await ovoz.dump()).not.toContain(email)
  })
})

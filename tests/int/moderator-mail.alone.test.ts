import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { openMailServer } from '../support/mail.ts'
import { addressOf, beginAnew, flood, linksIn, prefer, tell } from '../support/moderators.ts'
import { standIn } from '../../src/spam/service.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, move, publish } from '../support/posts.ts'
import { createTeller } from '../../src/moderation-mail/teller.ts'

// The settings are read when they are first imported, so the port is chosen before anything else.
const port = await vi.hoisted(async () => {
  const { takeMailPort } = await import('../support/mail-port.ts')
  return takeMailPort()
})

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

describe(`mail to those who moderate (${engine})`, () => {
  const ovoz = useOvoz()
  const on = 'posts/a-talk'
  const ids: Record<string, string> = {}
  let postId = ''

  let post: Awaited<ReturnType<typeof openMailServer>>
  const mails = () => post.arrived.map(({ mail }) => mail)

  beforeAll(async () => {
    post = await openMailServer({ port })
    const article = await publish(ovoz, { title: 'A talk' })
    postId = article.id
    for (const [locale, title] of [
      ['ru', 'Беседа'],
      ['tg', 'Суҳбат'],
    ] as const)
      await ovoz.payload.update({
        collection: 'posts',
        id: article.id,
        locale,
        data: { title },
        overrideAccess: true,
      })
    for (const role of ['admin', 'editor', 'author', 'moderator', 'translator'] as const)
      ids[role] = (await ovoz.signUp(role)).id
  })
  afterAll(() => post.close())
  beforeEach(async () => {
    post.arrived.length = 0
    await beginAnew(ovoz)
    for (const id of Object.values(ids)) await prefer(ovoz, id, { notices: 'off', mailLanguage: 'en' })
  })

  const waiting = (more: object = {}) => comment(ovoz, on, { status: 'pending', ...more })
  const only = (notices: string, mailLanguage = 'en') =>
    prefer(ovoz, ids.moderator!, { notices, mailLanguage })

  it('goes to all who moderate and want it, to each in the own language, and to nobody else', async () => {
    await prefer(ovoz, ids.admin!, { notices: 'at-once', mailLanguage: 'en' })
    await prefer(ovoz, ids.editor!, { notices: 'at-once', mailLanguage: 'ru' })
    await prefer(ovoz, ids.moderator!, { notices: 'at-once', mailLanguage: 'tg' })
    // Their role is not one that moderates, whatever they prefer.
    await prefer(ovoz, ids.author!, { notices: 'at-once' })
    await prefer(ovoz, ids.translator!, { notices: 'at-once' })
    await waiting({ name: 'Зарина', email: 'zarina@secret.example', body: 'Об ба деҳа омад.\nТашаккур!' })
    await tell(ovoz)
    const subjects = Object.fromEntries(mails().map((mail) => [addressOf(mail), mail.subject]))
    expect(subjects).toEqual({
      'admin@newsroom.example': 'A comment waits: A talk',
      'editor@newsroom.example': 'Ждёт комментарий: Беседа',
      'moderator@newsroom.example': 'Шарҳ мунтазир аст: Суҳбат',
    })
    const why: Record<string, string> = {
      'admin@newsroom.example': 'Every comment is read before it appears.',
      'editor@newsroom.example': 'Каждый комментарий читают до публикации.',
      'moderator@newsroom.example': 'Ҳар шарҳ пеш аз нашр хонда мешавад.',
    }
    for (const mail of mails()) {
      const [text, html] = [mail.text!, String(mail.html)]
      for (const body of [text, html]) {
        expect(body).toContain('Зарина')
        expect(body).toContain('Об ба деҳа омад.')
        expect(body).toContain(why[addressOf(mail)!])
        expect(body).not.toContain('secret.example')
      }
      expect(linksIn(text).map((link) => link.split('?')[1])).toEqual(['to=approved', 'to=spam', 'to=trash'])
      expect(mail.headers.get('content-language')).toMatch(/^(en|ru|tg)$/)
    }
    // To each with links of their own.
    expect(new Set(mails().flatMap(({ text }) => linksIn(text!))).size).toBe(9)
  })

  it('is daily and in English for whoever has not chosen', async () => {
    const { id } = await ovoz.payload.create({
      collection: 'users',
      data: { name: 'new', email: 'new@newsroom.example', password: 'a-long-password', role: 'moderator' },
      overrideAccess: true,
    })
    await waiting()
    const tomorrow = new Date()
    tomorrow.setUTCHours(31, 0, 0, 0)
    await tell(ovoz, new Date(tomorrow.getTime() - 25 * HOUR + 1))
    expect(mails()).toEqual([])
    await tell(ovoz, tomorrow)
    expect(mails().map((mail) => [addressOf(mail), mail.subject])).toEqual([
      ['new@newsroom.example', 'A comment waits: A talk'],
    ])
    await ovoz.payload.delete({ collection: 'users', id, overrideAccess: true })
  })

  it('tells of no comment that is published at once, and of none that a moderator puts back', async () => {
    await only('at-once')
    const rules = (waits: 'everyone' | 'nobody') =>
      ovoz.payload.updateGlobal({ slug: 'discussion', data: { waits }, overrideAccess: true })
    await rules('nobody')
    const { id } = await waiting()
    await rules('everyone')
    await move(ovoz, id, 'pending')
    await tell(ovoz)
    expect(mails()).toEqual([])
  })

  it('tells of a comment again that its writer has changed, and says so', async () => {
    await only('at-once')
    const { id, manageToken } = await comment(ovoz, on)
    await tell(ovoz)
    post.arrived.length = 0
    const answer = await ovoz.api(`/comments/${id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${manageToken}` },
      body: { body: 'Something quite different.' },
    })
    expect(answer.status).toBe(200)
    await tell(ovoz, 2 * MINUTE)
    expect(mails()).toHaveLength(1)
    expect(mails()[0]!.text).toContain('Something quite different.')
    expect(mails()[0]!.text).toContain('Its writer has changed it.')
  })

  it('says why each waits as it was when it came', async () => {
    await only('at-once')
    const state = (to: 'open' | 'held') =>
      ovoz.payload.updateGlobal({ slug: 'discussion', data: { state: to }, overrideAccess: true })
    await state('held')
    await waiting()
    await state('open')
    await tell(ovoz)
    expect(mails()[0]!.text).toContain('All comments were held when it came.')
  })

  it('gathers for an hour what comes within it, and leaves out what is decided by then', async () => {
    await only('hourly')
    const three = [await waiting(), await waiting(), await waiting()]
    await tell(ovoz)
    expect(mails()).toEqual([])
    await move(ovoz, three[1]!.id, 'spam')
    await tell(ovoz, HOUR)
    expect(mails()).toHaveLength(1)
    expect(mails()[0]!.subject).toBe('Comments that wait: 2')
    expect(linksIn(mails()[0]!.text!)).toHaveLength(6)
    await tell(ovoz, 3 * HOUR)
    expect(mails()).toHaveLength(1)
  })

  it('stays away when all was decided before its time', async () => {
    await only('hourly')
    const { id } = await waiting()
    await tell(ovoz)
    await move(ovoz, id, 'approved')
    await tell(ovoz, HOUR)
    expect(mails()).toEqual([])
  })

  it('stays away when all that is new was decided, though what was told before waits still', async () => {
    await only('hourly')
    await waiting()
    await tell(ovoz)
    await tell(ovoz, HOUR)
    post.arrived.length = 0
    const { id } = await waiting()
    await tell(ovoz)
    await move(ovoz, id, 'approved')
    await tell(ovoz, HOUR)
    expect(mails().map(({ subject }) => subject)).toEqual([])
    await waiting({ body: 'The third' })
    await tell(ovoz)
    await tell(ovoz, HOUR)
    expect(mails().map(({ subject }) => subject)).toEqual(['Comments that wait: 2'])
    expect(mails()[0]!.text).toContain('The third')
  })

  it('has no text that was erased while it waited for its turn', async () => {
    await only('hourly')
    const { id } = await waiting({ body: 'To be erased' })
    await waiting({ body: 'To be told' })
    await tell(ovoz)
    const { db } = ovoz.payload
    const begin = db.beginTransaction
    const turn = vi.spyOn(db, 'beginTransaction').mockImplementationOnce(async (options) => {
      await db.deleteOne({ collection: 'comments', where: { id: { equals: id } } })
      return begin.call(db, options)
    })
    await tell(ovoz, HOUR)
    turn.mockRestore()
    expect(mails().map(({ subject }) => subject)).toEqual(['A comment waits: A talk'])
    expect(mails()[0]!.text).toContain('To be told')
    expect(mails()[0]!.text).not.toContain('To be erased')
  })

  it('goes out once a minute "at once", however many come', async () => {
    await only('at-once')
    const start = Date.now()
    await waiting()
    await tell(ovoz, new Date(start + SECOND))
    await waiting()
    await waiting()
    for (const later of [2, 20, 60]) await tell(ovoz, new Date(start + later * SECOND))
    expect(mails().map(({ subject }) => subject)).toEqual(['A comment waits: A talk'])
    await tell(ovoz, new Date(start + 62 * SECOND))
    expect(mails().map(({ subject }) => subject)).toEqual([
      'A comment waits: A talk',
      'Comments that wait: 3',
    ])
    // What was told before is counted and not told again.
    expect(linksIn(mails()[1]!.text!)).toHaveLength(6)
    expect(mails()[1]!.text).toContain('Waiting beside these: 1.')
  })

  it('makes of 10,000 comments at once one mail with twenty of them', async () => {
    await only('at-once')
    await flood(ovoz, { post: postId, count: 10_000 })
    const start = Date.now()
    for (const later of [0, 10, 30, 59]) await tell(ovoz, new Date(start + later * SECOND))
    expect(mails().map(({ subject }) => subject)).toEqual(['Comments that wait: 10000'])
    expect(linksIn(mails()[0]!.text!)).toHaveLength(60)
    expect(mails()[0]!.text).toContain('Waiting beside these: 9980.')
    const { totalDocs } = await ovoz.payload.count({ collection: 'awaiting', overrideAccess: true })
    expect(totalDocs).toBe(0)
  }, 240_000)

  it('is written once where two workers look at the same moment, and where one holds on to work that was taken over', async () => {
    await only('at-once')
    await prefer(ovoz, ids.editor!, { notices: 'at-once' })
    for (let n = 0; n < 8; n++) await waiting()
    const now = Date.now() + SECOND
    // A lease of the first is over for the third, which does not wait for it.
    const looks = [0, 0, 10 * MINUTE].map((later) =>
      createTeller({ payload: ovoz.payload, timeZone: 'UTC' })
        .look(new Date(now + later))
        .catch(() => undefined),
    )
    await Promise.all(looks)
    await tell(ovoz, new Date(now + 20 * MINUTE))
    expect(mails().map(addressOf).sort()).toEqual(['editor@newsroom.example', 'moderator@newsroom.example'])
    for (const { text } of mails()) expect(linksIn(text!)).toHaveLength(24)
  })

  it('keeps the mail of one whose address is none from nobody else', async () => {
    await only('at-once')
    await prefer(ovoz, ids.editor!, { notices: 'at-once' })
    await ovoz.payload.db.updateOne({
      collection: 'users',
      id: ids.editor!,
      data: { email: 'no address' },
    })
    await waiting()
    await tell(ovoz)
    await ovoz.payload.db.updateOne({
      collection: 'users',
      id: ids.editor!,
      data: { email: 'editor@newsroom.example' },
    })
    expect(mails().map(addressOf)).toEqual(['moderator@newsroom.example'])
  })

  it('is neither bent nor broken by line ends and HTML in names, titles and texts', async () => {
    const evil = 'Kind\r\nBcc: all@evil.example\r\n\r\n<script>alert(1)</script>'
    await ovoz.payload.update({
      collection: 'users',
      id: ids.moderator!,
      data: { name: evil.slice(0, 99), notices: 'at-once' },
      overrideAccess: true,
    })
    const { slug } = await publish(ovoz, { title: `${evil} "'>` })
    // Of spam there would be no mail.
    standIn({ checks: [] })
    await comment(ovoz, `posts/${slug}`, {
      status: 'pending',
      name: `<img src=x onerror=alert(1)>\r\nX-Evil: 1`,
      body: '</blockquote><a href="https://evil.example">Approve</a>\r\n.\r\nMAIL FROM:<evil@evil.example>',
    })
    standIn()
    await tell(ovoz)
    expect(mails()).toHaveLength(1)
    const mail = mails()[0]!
    expect(addressOf(mail)).toBe('moderator@newsroom.example')
    expect(mail.headers.has('bcc')).toBe(false)
    expect(mail.headers.has('x-evil')).toBe(false)
    expect(mail.subject).toMatch(/^A comment waits: Kind Bcc: all@evil\.example <script>/)
    const tags = [...String(mail.html).matchAll(/<(\w+)/g)].map(([, tag]) => tag)
    expect(tags).not.toContain('script')
    expect(tags).not.toContain('img')
    // Of all links, none is another's.
    const hrefs = [...String(mail.html).matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
    expect(hrefs.every((href) => href!.startsWith('http://localhost:3000/'))).toBe(true)
    expect(mail.text).toContain('> .\n> MAIL FROM:<evil@evil.example>')
    await ovoz.payload.update({
      collection: 'users',
      id: ids.moderator!,
      data: { name: 'moderator' },
      overrideAccess: true,
    })
  })

  it('leaves no address and no token in the database', async () => {
    await only('at-once')
    await waiting({ email: 'nobody-knows@secret.example' })
    await tell(ovoz)
    const [token] = /[\w-]{43}/.exec(linksIn(mails()[0]!.text!)[0]!)!
    const dump = await ovoz.dump()
    expect(dump).not.toContain('nobody-knows')
    expect(dump).not.toContain(token)
  })

  it('can be chosen by oneself, and by nobody else but an administrator', async () => {
    const change = (as: string, notices: unknown) =>
      ovoz.rest(`/users/${ids.moderator}`, { as, method: 'PATCH', body: { notices } })
    expect((await change('moderator', 'hourly')).body.doc.notices).toBe('hourly')
    expect((await change('admin', 'daily')).body.doc.notices).toBe('daily')
    expect((await change('editor', 'off')).status).toBeGreaterThanOrEqual(400)
    expect((await change('moderator', 'every second')).status).toBe(400)
  })
})

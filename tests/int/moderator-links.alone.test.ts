import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { openMailServer } from '../support/mail.ts'
import { beginAnew, linksIn, pagesOf, prefer, tell } from '../support/moderators.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, publish } from '../support/posts.ts'

// The settings are read when they are first imported, so the port is chosen before anything else.
const port = await vi.hoisted(async () => {
  const { takeMailPort } = await import('../support/mail-port.ts')
  return takeMailPort()
})

const HOUR = 60 * 60_000
const to = (link: string, verdict: string) => link.replace(/to=\w+/, `to=${verdict}`)

describe(`links in mails to those who moderate (${engine})`, () => {
  const ovoz = useOvoz()
  const on = 'posts/a-talk'
  let moderator = ''
  let pages: ReturnType<typeof pagesOf>

  let post: Awaited<ReturnType<typeof openMailServer>>
  const mails = () => post.arrived.map(({ mail }) => mail)

  beforeAll(async () => {
    post = await openMailServer({ port })
    await publish(ovoz, { title: 'A talk' })
    moderator = (await ovoz.signUp('moderator', 'gulnora')).id
    pages = pagesOf(ovoz)
  })
  afterAll(() => post.close())
  beforeEach(async () => {
    post.arrived.length = 0
    await beginAnew(ovoz)
    await prefer(ovoz, moderator, { notices: 'at-once', mailLanguage: 'en' })
    await role('moderator')
  })

  const role = (to: string) =>
    ovoz.payload.update({
      collection: 'users',
      id: moderator,
      data: { role: to as 'editor' },
      overrideAccess: true,
    })
  const stored = (id: string) =>
    ovoz.payload.findByID({ collection: 'comments', id, depth: 0, overrideAccess: true })
  /** A comment that waits, and the links of the mail about it. */
  async function told(more: object = {}, at = 0) {
    const { id, manageToken } = await comment(ovoz, on, { status: 'pending', ...more })
    await tell(ovoz, at)
    const links = linksIn(mails().at(-1)!.text!)
    return { id, manageToken, links, approve: links[0]! }
  }

  it('show the comment and change nothing, however often and by whatever method but one they are opened', async () => {
    const { id, links } = await told({ name: 'Зарина', body: 'Line one.\nLine two.' })
    const before = [await stored(id), await ovoz.dump()]
    expect(links).toHaveLength(3)
    for (const link of links)
      for (let n = 0; n < 3; n++) {
        const page = await pages.get(link)
        expect(page.status).toBe(200)
        for (const words of ['A talk', 'Зарина', 'Line one.\nLine two.', 'Every comment is read'])
          expect(page.text).toContain(words)
        expect(page.text.match(/<button/g)).toHaveLength(1)
      }
    expect((await pages.get(links[0]!, { method: 'HEAD' })).status).toBe(200)
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      expect((await pages.get(links[0]!, { method })).status).toBe(405)
    const after = [await stored(id), await ovoz.dump()]
    expect(after[0]).toEqual(before[0])
    if (engine === 'mongodb') expect(after[1]).toBe(before[1])
  })

  it.each([
    ['approved', 'The comment is approved'],
    ['spam', 'The comment is marked as spam'],
    ['trash', 'The comment is in the trash'],
  ])('move it once by the button: %s', async (verdict, words) => {
    const { id, links } = await told()
    const link = links.find((one) => one.endsWith(verdict))!
    const done = await pages.press(link, (await pages.get(link)).text)
    expect(done.status).toBe(200)
    expect(done.text).toContain(words)
    expect(done.text).toContain('it was you, gulnora, by mail')
    const { moves, revision, status } = await stored(id)
    expect(status).toBe(verdict)
    expect(revision).toBe(1)
    expect(moves).toMatchObject([
      { from: 'pending', to: verdict, by: 'gulnora', byId: moderator, via: 'mail' },
    ])
  })

  it('are refused alike when used, expired, foreign, unreadable, or of one who moderates no more', async () => {
    const forms = { to: 'trash', seen: '0' }
    const answers: Record<string, Awaited<ReturnType<typeof pages.get>>[]> = {}
    const ask = async (why: string, link: string) =>
      void (answers[why] = [await pages.get(link), await pages.press(link, '', forms)])

    const used = await told()
    expect((await pages.press(used.approve, '', { to: 'approved', seen: '0' })).status).toBe(200)
    await ask('used', used.approve)
    await ask('used, another of the three', to(used.approve, 'trash'))
    expect((await stored(used.id)).status).toBe('approved')

    // As if it had been written 72 hours and a moment ago.
    const expired = await told({}, 2 * HOUR)
    await ovoz.payload.update({
      collection: 'ledger',
      where: { key: { like: 'moderate:' } },
      data: { expiresAt: new Date(Date.now() - 1).toISOString() },
      overrideAccess: true,
    })
    await ask('expired', expired.approve)

    const valid = await told({}, 4 * HOUR)
    const elsewhere = valid.approve.replace(/[\w-]{43}/, 'A'.repeat(43))
    await ask('foreign', elsewhere)
    const offByOne = valid.approve.replace(/(?<=moderate\/)./, (first) => (first === 'A' ? 'B' : 'A'))
    await ask('one letter off', offByOne)
    await ask('unreadable', valid.approve.replace(/[\w-]{43}/, "'; DROP--"))
    await ask('empty', valid.approve.replace(/[\w-]{43}/, ''))
    await role('author')
    await ask('no role', valid.approve)
    await role('moderator')
    expect((await pages.get(valid.approve)).status).toBe(200)

    const [[, ...rest], all] = [Object.values(answers), Object.values(answers).flat()]
    expect(rest.length).toBeGreaterThan(5)
    for (const answer of all) {
      expect(answer.status).toBe(404)
      expect(answer.text).toBe(all[0]!.text)
      expect([...answer.headers]).toEqual([...all[0]!.headers])
    }
    for (const { id } of [expired, valid]) expect((await stored(id)).status).toBe('pending')
  })

  it('last 72 hours', async () => {
    await told()
    const { docs } = await ovoz.payload.find({
      collection: 'ledger',
      where: { key: { like: 'moderate:' } },
      sort: '-expiresAt',
      limit: 1,
      overrideAccess: true,
    })
    const left = new Date(docs[0]!.expiresAt).getTime() - Date.now()
    expect(left).toBeGreaterThan(71 * HOUR)
    expect(left).toBeLessThanOrEqual(72 * HOUR)
    expect(docs[0]!.key).toMatch(/^moderate:[\w-]{43}$/)
  })

  it('end with the account they were sent to', async () => {
    const { id: user } = await ovoz.signUp('moderator', 'leaving')
    await prefer(ovoz, moderator, { notices: 'off' })
    await prefer(ovoz, user, { notices: 'at-once' })
    const { approve, id } = await told()
    expect((await pages.get(approve)).status).toBe(200)
    await ovoz.payload.delete({ collection: 'users', id: user, overrideAccess: true })
    expect((await pages.get(approve)).status).toBe(404)
    expect((await pages.press(approve, '', { to: 'approved', seen: '0' })).status).toBe(404)
    expect((await stored(id)).status).toBe('pending')
  })

  it('work once where the button is pressed many times at the same moment', async () => {
    const { id, approve } = await told()
    const page = (await pages.get(approve)).text
    const answers = await Promise.all(Array.from({ length: 5 }, () => pages.press(approve, page)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404])
    expect((await stored(id)).moves).toHaveLength(1)
  })

  it('overwrite nobody: what another has decided is said, and stays', async () => {
    const { id, approve } = await told()
    const page = (await pages.get(approve)).text
    await ovoz.signUp('moderator', 'zarina')
    const other = await ovoz.rest(`/comments/${id}`, {
      as: 'zarina',
      method: 'PATCH',
      body: { status: 'spam', revision: 0 },
    })
    expect(other.status).toBe(200)
    const late = await pages.press(approve, page)
    expect(late.status).toBe(409)
    expect(late.text).toContain('Decided already: spam')
    expect(late.text).toContain('By zarina.')
    const again = await pages.get(approve)
    expect(again.status).toBe(200)
    expect(again.text).not.toContain('<button')
    expect((await stored(id)).status).toBe('spam')
    expect((await stored(id)).moves).toHaveLength(1)
  })

  it('let nothing through that was not read: a comment changed meanwhile is read once more', async () => {
    const { id, approve, manageToken } = await told()
    const page = (await pages.get(approve)).text
    const edit = await ovoz.api(`/comments/${id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${manageToken}` },
      body: { body: 'Now something else.' },
    })
    expect(edit.status).toBe(200)
    const late = await pages.press(approve, page)
    expect(late.status).toBe(409)
    expect(late.text).toContain('The comment has changed')
    expect((await stored(id)).status).toBe('pending')
    const now = await pages.get(approve)
    expect(now.text).toContain('Now something else.')
    expect((await pages.press(approve, now.text)).status).toBe(200)
    expect((await stored(id)).status).toBe('approved')
  })

  it('say of what was taken back or deleted for good that it is', async () => {
    const one = await told()
    const withdrawn = await ovoz.api(`/comments/${one.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${one.manageToken}` },
    })
    expect(withdrawn.status).toBe(204)
    const page = await pages.get(one.approve)
    expect(page.text).toContain('Its writer has taken it back.')
    expect(page.text).not.toContain('<button')
    await ovoz.payload.delete({ collection: 'comments', id: one.id, overrideAccess: true })
    expect((await pages.get(one.approve)).text).toContain('The comment is gone')
  })

  it.each([
    ['no form', { 'content-type': 'application/json' }, '{"to":"spam","seen":"0"}'],
    ['no verdict', {}, 'seen=0'],
    ['a state that is no verdict', {}, 'to=pending&seen=0'],
    ['no revision', {}, 'to=spam'],
    ['a revision that is none', {}, 'to=spam&seen=-1'],
    ['two verdicts', {}, 'to[]=spam&to[]=trash&seen=0'],
  ])('take nothing but their form: %s', async (_, headers, body) => {
    const { id, approve } = await told()
    const answer = await pages.get(approve, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    })
    expect(answer.status).toBe(404)
    expect((await stored(id)).status).toBe('pending')
    expect((await pages.get(approve)).status).toBe(200)
  })

  it('say of what stands under one’s own article that somebody else decides', async () => {
    await ovoz.signUp('admin')
    const person = await ovoz.payload.create({
      collection: 'people',
      data: { name: 'Gulnora', user: moderator } as never,
      overrideAccess: true,
    })
    await publish(ovoz, { title: 'Mine', authors: [person.id] })
    const { id } = await comment(ovoz, 'posts/mine', { status: 'pending' })
    await tell(ovoz)
    const [link] = linksIn(mails().at(-1)!.text!)
    const page = await pages.get(link!)
    const pressed = await pages.press(link!, '', { to: 'approved', seen: '0' })
    expect([page.status, pressed.status]).toEqual([200, 409])
    for (const { text } of [page, pressed]) {
      expect(text).toContain('This comment stands under your own article.')
      expect(text).not.toContain('<button')
    }
    expect((await stored(id)).status).toBe('pending')
  })

  it('read no more of a form than there is', async () => {
    const { approve } = await told()
    const body = `to=spam&seen=0&more=${'a'.repeat(5000)}`
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '5020' }
    expect((await pages.get(approve, { method: 'POST', headers, body })).status).toBe(413)
  })

  it('show pages that nobody keeps, lists, frames or adds to', async () => {
    const { approve } = await told({
      name: '<script>alert(1)</script>',
      body: '"><script>alert(1)</script><form action="https://evil.example"><button>Approve',
    })
    for (const page of [
      await pages.get(approve),
      await pages.press(approve, '', { to: 'spam', seen: '7' }),
      await pages.press(approve, '', { to: 'spam', seen: '0' }),
      await pages.get(approve),
    ]) {
      const headers = Object.fromEntries(page.headers)
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      })
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      )
      expect(headers).not.toHaveProperty('set-cookie')
      expect(page.text).not.toMatch(/<script/i)
      expect(page.text.match(/<form/g)?.length ?? 0).toBeLessThanOrEqual(1)
    }
  })

  it.each([
    ['ru', 'Одобрить этот комментарий?', 'Комментарий одобрен'],
    ['tg', 'Ин шарҳро тасдиқ мекунед?', 'Шарҳ тасдиқ шуд'],
  ])('speak the language of the one they were sent to: %s', async (mailLanguage, asks, done) => {
    await prefer(ovoz, moderator, { mailLanguage })
    const { approve } = await told()
    const page = await pages.get(approve)
    expect(page.text).toContain(`<html lang="${mailLanguage}">`)
    expect(page.text).toContain(asks)
    expect((await pages.press(approve, page.text)).text).toContain(done)
  })

  it('tell whoever comes with one that does not work so in the language of the browser', async () => {
    const link = `http://localhost:3000/moderate/${'B'.repeat(43)}?to=spam`
    const page = await pages.get(link, { headers: { 'accept-language': 'tg, ru;q=0.5' } })
    expect(page.text).toContain('Ин пайванд кор намекунад')
  })
})

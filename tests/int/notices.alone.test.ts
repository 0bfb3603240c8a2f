import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { runRetention } from '../../src/retention/run.ts'
import { tellDue } from '../../src/notices/service.ts'
import { linksOf } from '../support/mailbox.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { move, publish } from '../support/posts.ts'
import { DAY, MINUTE, Readers, SECOND } from '../support/readers.ts'

const mailbox = await vi.hoisted(async () => (await import('../support/mailbox.ts')).openMailbox())

describe(`mail to those who write (${engine})`, () => {
  const ovoz = useOvoz()
  const readers = new Readers(ovoz)
  let on = ''
  let email = ''
  let count = 0

  beforeAll(async () => {
    await readers.open()
    await ovoz.signUp('moderator')
  })
  afterAll(async () => {
    await readers.close()
    await mailbox.close()
  })
  beforeEach(async () => {
    const slug = `talk-${++count}`
    await publish(ovoz, { title: `Talk ${count}`, slug })
    on = `posts/${slug}`
    email = `zarina-${count}@reader.example`
  })

  const inbox = (address = email) => mailbox.to(address)
  const last = (address = email) => inbox(address).at(-1)!
  /** Writes a comment that is approved, and confirms the address by the mail that comes; the comment. */
  async function confirmed(address = email, more: object = {}) {
    const id = await readers.write(on, address, more)
    await readers.approve(id)
    await readers.pass(16 * SECOND)
    await readers.post(linksOf(last(address)).confirm!)
    return id
  }

  it('comes to nobody before a comment is approved, and not while the approval can be undone', async () => {
    const id = await readers.write(on, email)
    await readers.pass(60 * MINUTE)
    expect(inbox()).toEqual([])
    await readers.approve(id)
    await readers.look()
    expect(inbox()).toEqual([])
    await move(ovoz, id, 'pending')
    await readers.pass(MINUTE)
    expect(inbox()).toEqual([])
    await readers.approve(id)
    await readers.pass(16 * SECOND)
    expect(inbox()).toHaveLength(1)
  })

  it('comes to nobody who did not ask', async () => {
    const id = await readers.write(on, email, { notify: 'none' })
    await readers.approve(id)
    await readers.answer(on, id)
    await readers.pass(MINUTE)
    expect(inbox()).toEqual([])
  })

  it.each([
    ['en', 'Shall we write to you?', 'Your comment is published', 'Somebody answered you'],
    ['ru', 'Писать ли вам на этот адрес?', 'Ваш комментарий опубликован', 'Вам ответили'],
    ['tg', 'Ба ин суроға нависем?', 'Шарҳи шумо нашр шуд', 'Ба шумо ҷавоб доданд'],
  ])('speaks the language of the comment: %s', async (locale, asks, published, answered) => {
    await confirmed(email, { locale })
    const id = await readers.write(on, email, { locale })
    await readers.approve(id)
    await readers.pass(MINUTE)
    await readers.answer(on, id, { locale: locale === 'en' ? 'tg' : 'en' })
    await readers.pass(MINUTE)
    const mails = inbox()
    expect(mails).toHaveLength(3)
    ;[asks, published, answered].forEach((title, i) => {
      expect(mails[i]!.text).toContain(title)
      expect(mails[i]!.html).toContain(`<html lang="${locale}">`)
      expect(mails[i]!.html).toContain(title)
    })
  })

  it('asks once whether an address is theirs, and answers wait for that', async () => {
    const id = await readers.write(on, email)
    await readers.approve(id)
    await readers.approve(await readers.write(on, email))
    await readers.pass(MINUTE)
    await readers.answer(on, id, { name: 'Farrukh' })
    await readers.pass(60 * MINUTE)
    expect(inbox()).toHaveLength(1)
    const { confirm } = linksOf(last())
    expect((await readers.post(confirm!)).status).toBe(200)
    await readers.look()
    expect(inbox()).toHaveLength(2)
    expect(last().subject).toBe(`Farrukh answered you: Talk ${count}`)
  })

  it('gathers the answers of ten minutes in a conversation', async () => {
    const id = await confirmed()
    await readers.answer(on, id, { name: 'First' })
    await readers.pass(MINUTE)
    expect(inbox()).toHaveLength(2)
    await readers.answer(on, id, { name: 'Second' })
    await readers.pass(3 * MINUTE)
    await readers.answer(on, id, { name: 'Third' })
    await readers.pass(6 * MINUTE)
    expect(inbox()).toHaveLength(2)
    await readers.pass(MINUTE)
    expect(inbox()).toHaveLength(3)
    expect(last().subject).toBe(`2 new answers: Talk ${count}`)
    for (const name of ['Second', 'Third']) expect(last().text).toContain(`${name} writes:`)
    expect(last().text).not.toContain('First')
    await readers.pass(60 * MINUTE)
    expect(inbox()).toHaveLength(3)
  })

  it('leads to the comment on the site', async () => {
    const id = await confirmed()
    const answer = await readers.answer(on, id)
    await readers.pass(MINUTE)
    expect(last().text).toContain(`https://site.example/${on}?comment=${answer}#comment-${answer}`)
  })

  it('tells nobody of their own answers', async () => {
    const id = await confirmed()
    await readers.answer(on, id, { email: email.toUpperCase().replace('@READER.EXAMPLE', '@reader.example') })
    await readers.pass(MINUTE)
    expect(inbox()).toHaveLength(1)
  })

  it('tells of nothing that was taken away, or below what was taken away, or on a page that is gone', async () => {
    const id = await confirmed()
    const answer = await readers.answer(on, id)
    await move(ovoz, answer, 'spam')
    await readers.pass(MINUTE)
    await readers.answer(on, id)
    await move(ovoz, id, 'trash')
    await readers.pass(MINUTE)
    await move(ovoz, id, 'approved')
    await readers.answer(on, id)
    await ovoz.payload.update({
      collection: 'posts',
      where: { slug: { equals: on.split('/')[1] } },
      data: { _status: 'draft' },
      overrideAccess: true,
    })
    await readers.pass(MINUTE)
    expect(inbox()).toHaveLength(1)
  })

  it('comes once, however often a comment is approved and however many workers look', async () => {
    const id = await confirmed()
    const answer = await readers.answer(on, id)
    const second = await readers.write(on, email)
    await readers.approve(second)
    vi.setSystemTime(Date.now() + MINUTE)
    const looks = [1, 2, 3].map(() => tellDue({ payload: ovoz.payload, now: new Date() }))
    await Promise.all(looks)
    await readers.look()
    // Those of one look are on their way at the same time.
    const kinds = () =>
      inbox()
        .map(({ text }) => text!.split('\n')[0])
        .sort()
    const told = ['Shall we write to you?', 'Somebody answered you', 'Your comment is published']
    expect(kinds()).toEqual(told)
    for (const one of [answer, second]) {
      await move(ovoz, one, 'trash')
      await readers.pass(MINUTE)
      await readers.approve(one)
    }
    await readers.pass(60 * MINUTE)
    expect(kinds()).toEqual(told)
  })

  it('tells of a removal when the moderator gives the reason, and of none by the writer', async () => {
    const id = await confirmed()
    const patch = (status: string, why?: string) =>
      ovoz.rest(`/comments/${id}`, { as: 'moderator', method: 'PATCH', body: { status, why } })
    expect((await patch('trash')).status).toBe(200)
    await readers.pass(MINUTE)
    expect(inbox()).toHaveLength(1)
    await patch('approved')
    await readers.pass(MINUTE)
    await patch('trash', 'It names <b>a neighbour</b>.')
    await patch('approved')
    await readers.pass(MINUTE)
    expect(inbox()).toHaveLength(1)
    await patch('trash', 'It names <b>a neighbour</b>.')
    await readers.pass(MINUTE)
    expect(inbox()).toHaveLength(2)
    expect(last().text).toContain('> It names <b>a neighbour</b>.')
    expect(last().html).toContain('It names &lt;b&gt;a neighbour&lt;/b&gt;.')

    const own = await ovoz.api('/comments', {
      body: { on, name: 'Zarina', email, body: 'Taken back', notify: 'replies' },
    })
    await readers.approve(own.body.id)
    await readers.pass(MINUTE)
    const before = inbox().length
    const headers = { authorization: `Bearer ${own.body.manageToken}` }
    expect((await ovoz.api(`/comments/${own.body.id}`, { method: 'DELETE', headers })).status).toBe(204)
    await readers.pass(MINUTE)
    expect(inbox()).toHaveLength(before)
  })

  it('escapes what strangers wrote, keeps headers whole, and names no address of another', async () => {
    const id = await confirmed()
    await ovoz.payload.update({
      collection: 'posts',
      where: { slug: { equals: on.split('/')[1] } },
      data: { title: 'A <i>title</i>\r\nBcc: thief@evil.example' },
      overrideAccess: true,
    })
    await readers.answer(on, id, {
      name: 'Eve\r\nBcc: thief@evil.example\r\n\r\n<script>alert(1)</script>',
      email: 'eve-of-nowhere@private.example',
      body: '<img src=x onerror=alert(1)>\n-- \nUnsubscribe: https://evil.example',
    })
    await readers.pass(MINUTE)
    const mail = last()
    expect(mail.envelope).toEqual([email])
    expect(mail.headers.has('bcc')).toBe(false)
    expect(mail.subject).toMatch(/^Eve Bcc: thief@evil\.example <script>.* answered you: A <i>title<\/i>/)
    expect(mail.html).not.toMatch(/<(script|img|i)\b/)
    expect(mail.html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(mail.bytes).not.toContain('eve-of-nowhere')
    expect(mail.text).not.toMatch(/^Unsubscribe:/m)
    expect(mailbox.to('thief@evil.example')).toEqual([])
  })

  it('keeps neither a token nor an address where anybody could read them', async () => {
    await confirmed()
    const kept = `${await ovoz.dump()}`
    for (const path of Object.values(linksOf(last()))) expect(kept).not.toContain(path.split('/').at(-1))
    expect(kept).not.toContain(email)
  })

  it('forgets questions that nobody answered, and what waited for them', async () => {
    const id = await readers.write(on, email)
    await readers.approve(id)
    await readers.pass(MINUTE)
    await readers.answer(on, id)
    await readers.pass(MINUTE)
    const { confirm } = linksOf(last())
    const rows = async () => (await readers.state()).split(id).length
    const before = await rows()
    await runRetention({ payload: ovoz.payload, now: new Date(Date.now() + 6 * DAY) })
    expect(await rows()).toBe(before)
    vi.setSystemTime(Date.now() + 8 * DAY)
    expect((await readers.page(confirm!)).status).toBe(404)
    await runRetention({ payload: ovoz.payload, now: new Date() })
    expect(await rows()).toBe(before - 1)
    expect((await readers.page(confirm!)).status).toBe(404)
  })
})

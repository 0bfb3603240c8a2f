import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { tellDue } from '../../src/notices/service.ts'
import { linksOf } from '../support/mailbox.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'
import { DAY, MINUTE, Readers } from '../support/readers.ts'

const mailbox = await vi.hoisted(async () => (await import('../support/mailbox.ts')).openMailbox())

describe(`the links of mails to readers (${engine})`, () => {
  const ovoz = useOvoz()
  const readers = new Readers(ovoz)
  let on = ''
  let email = ''
  let count = 0

  beforeAll(() => readers.open())
  afterAll(async () => {
    await readers.close()
    await mailbox.close()
  })
  beforeEach(async () => {
    await publish(ovoz, { title: `Talk ${++count}`, slug: `talk-${count}` })
    on = `posts/talk-${count}`
    email = `malika-${count}@reader.example`
  })

  const inbox = () => mailbox.to(email)
  const last = () => inbox().at(-1)!
  /** An approved comment, and the mail that asks for the address. */
  async function asked(more: object = {}) {
    const id = await readers.write(on, email, more)
    await readers.approve(id)
    await readers.pass(MINUTE)
    return id
  }
  async function confirmed(more: object = {}) {
    const id = await asked(more)
    await readers.post(linksOf(last()).confirm!)
    return id
  }
  async function answered(id: string) {
    await readers.answer(on, id)
    await readers.pass(11 * MINUTE)
  }

  it('change nothing when they are opened three times', async () => {
    const id = await asked()
    const { confirm } = linksOf(last())
    const links = [confirm!]
    const opened = async () => {
      const before = await readers.state()
      for (const path of links)
        for (const method of ['GET', 'GET', 'GET', 'HEAD'])
          expect((await readers.page(path, { method })).status).toBe(200)
      expect(await readers.state()).toBe(before)
    }
    await opened()
    await readers.post(confirm!)
    await answered(id)
    links.push(...Object.values(linksOf(last())))
    expect(links).toHaveLength(3)
    links.push(linksOf(last()).stop!.replace('/stop/', '/start/'))
    await opened()
  })

  it('show a page with one button, in the language of the mail, that loads nothing and is kept by nobody', async () => {
    await asked({ locale: 'tg' })
    const { headers, text } = await readers.page(linksOf(last()).confirm!)
    expect(text).toContain('<html lang="tg">')
    expect(text).toContain('Ин қуттии почтаи шумост?')
    expect(text.match(/<form/g)).toHaveLength(1)
    expect(text.match(/<button/g)).toHaveLength(1)
    // The icon that says there is none.
    expect(text.replace('<link rel="icon" href="data:,">', '')).not.toMatch(
      /<(script|img|link|iframe|input)\b/,
    )
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/)
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('set-cookie')).toBeNull()
  })

  it('stop a conversation in one press of a mail program, without cookies', async () => {
    const id = await confirmed()
    await answered(id)
    expect(inbox()).toHaveLength(2)
    const headers = last().headers
    const list = headers.get('list') as { unsubscribe: { url: string } }
    const url = new URL(list.unsubscribe.url)
    expect(last().bytes).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m)
    const body = 'List-Unsubscribe=One-Click'
    const pressed = await readers.page(url.pathname, { method: 'POST', body })
    expect(pressed.status).toBe(200)
    await answered(id)
    expect(inbox()).toHaveLength(2)
  })

  it('stop one conversation, and no other', async () => {
    const here = on
    const id = await confirmed()
    await readers.post(linksOf(last()).stop!)
    await publish(ovoz, { title: 'Another talk', slug: `another-${count}` })
    on = `posts/another-${count}`
    const elsewhere = await asked()
    expect(last().subject).toBe('Your comment is published: Another talk')
    await answered(elsewhere)
    expect(inbox()).toHaveLength(3)
    on = here
    await answered(id)
    expect(inbox()).toHaveLength(3)
    // Whoever writes there again and asks again is told again, of that comment.
    await answered(await asked())
    expect(inbox()).toHaveLength(5)
    await answered(id)
    expect(inbox()).toHaveLength(5)
  })

  it('stop everything, also what is asked anew in their name, until it is taken back', async () => {
    const id = await confirmed()
    await answered(id)
    const path = linksOf(last())['stop-all']!
    const { text } = await readers.post(path)
    const again = /<form method="post" action="([^"]+)">/.exec(text)![1]!
    expect(again).toMatch(/^\/mail\/start\//)
    await answered(id)
    await answered(await asked())
    expect(inbox()).toHaveLength(2)
    await readers.post(again)
    await answered(id)
    expect(inbox()).toHaveLength(3)
  })

  it.each(['stop', 'stop-all'])('take back what is written and has not gone out: %s', async (act) => {
    const id = await confirmed()
    await answered(id)
    await readers.answer(on, id)
    vi.setSystemTime(Date.now() + 11 * MINUTE)
    await tellDue({ payload: ovoz.payload, now: new Date() })
    await readers.post(linksOf(last())[act]!)
    await readers.look()
    expect(inbox()).toHaveLength(2)
  })

  it('stop mail for whoever never asked for it', async () => {
    await asked()
    await readers.post(linksOf(last())['stop-all']!)
    await readers.pass(30 * DAY)
    await asked()
    expect(inbox()).toHaveLength(1)
  })

  it('are good for what they say alone, and for nothing without their token', async () => {
    await asked()
    const { confirm, stop } = linksOf(last())
    const before = await readers.state()
    const wrong = [
      confirm!.replace('/confirm/', '/stop/'),
      stop!.replace('/stop/', '/confirm/'),
      confirm!.slice(0, -1),
      `/mail/confirm/${'A'.repeat(43)}`,
      '/mail/confirm/..%2F..%2Fapi',
      '/mail/nothing/at-all',
      '/mail/',
    ]
    for (const path of wrong)
      for (const method of ['GET', 'POST'])
        expect([path, (await readers.page(path, { method })).status]).toEqual([path, 404])
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expect((await readers.page(confirm!, { method })).status).toBe(405)
    expect(await readers.state()).toBe(before)
  })
})

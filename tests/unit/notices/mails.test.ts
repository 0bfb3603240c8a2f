import { describe, expect, it } from 'vitest'

import { LOCALES } from '../../../src/contract/index.ts'
import { ACTS, placeOf } from '../../../src/notices/links.ts'
import { isToken, newToken } from '../../../src/platform/crypto.ts'
import {
  answersMail,
  confirmMail,
  type Envelope,
  publishedMail,
  removedMail,
} from '../../../src/notices/mails.ts'
import { words } from '../../../src/notices/words.ts'

const EVIL = 'Eve\r\nBcc: thief@evil.example\r\n\r\n<script>alert(1)</script>'
const token = newToken()
const envelope = (more: Partial<Envelope> = {}): Envelope => ({
  once: 'a notice',
  to: 'zarina@reader.example',
  locale: 'en',
  page: { on: 'posts/a-talk', title: EVIL },
  token,
  about: ['reader:zarina'],
  ...more,
})
const answer = (id: string, body = EVIL) => ({ id, name: EVIL, body })

const mails = {
  published: (e: Envelope) => publishedMail(e, { comment: 'c1' }),
  answers: (e: Envelope) => answersMail(e, { answers: [answer('c2'), answer('c3')] }),
  removed: (e: Envelope) => removedMail(e, { why: EVIL }),
  confirm: (e: Envelope) => confirmMail(e, { comment: 'c1', confirm: newToken(), until: new Date() }),
}

describe.each(Object.entries(mails))('the mail “%s”', (_, write) => {
  it.each(LOCALES)('is in %s, with nothing left to fill in', (locale) => {
    const mail = write(envelope({ locale, page: { on: 'posts/a-talk', title: 'A talk' } }))
    expect(mail).toMatchObject({ locale, to: 'zarina@reader.example', once: 'a notice' })
    expect(mail.html).toContain(`<html lang="${locale}">`)
    for (const part of [mail.subject, mail.text, mail.html])
      expect(part).not.toMatch(/\{\w+\}|undefined|null/)
    if (locale !== 'en') expect(mail.subject).toMatch(/[а-яё]/i)
  })

  it('escapes every value and lets none begin a line of its own', () => {
    const { html, text } = write(envelope())
    expect(html).not.toContain('<script')
    expect(text).not.toMatch(/^Bcc:/m)
  })

  it('can be stopped in one press, for the conversation and for all', () => {
    const { headers, text } = write(envelope())
    expect(headers).toEqual({
      'List-Unsubscribe': `<http://localhost:3000/mail/stop/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
    for (const act of ['stop', 'stop-all'])
      expect(text).toContain(`http://localhost:3000/mail/${act}/${token}`)
  })
})

describe('the mail of answers', () => {
  it('shows ten, and says how many more there are', () => {
    const answers = Array.from({ length: 13 }, (_, i) => answer(`c${i}`, `Words ${i}.`))
    const { subject, text } = answersMail(envelope({ page: { on: 'posts/a', title: 'A' } }), { answers })
    expect(subject).toBe('13 new answers: A')
    expect(text).toContain('> Words 9.')
    expect(text).not.toContain('> Words 10.')
    expect(text).toContain('And 3 more, on the page.')
  })

  it('cuts a long answer between letters, not through one', () => {
    const { text } = answersMail(envelope(), { answers: [answer('c1', '👩'.repeat(700))] })
    expect(text).toContain(`> ${'👩'.repeat(600)}…`)
  })

  it('names nobody who gave no name', () => {
    const { subject } = answersMail(envelope({ page: { on: 'posts/a', title: 'A' } }), {
      answers: [{ ...answer('c1'), name: '' }],
    })
    expect(subject).toBe('Somebody answered you: A')
  })
})

describe('links', () => {
  it('lead to the comment on the site, whatever is in its id', () => {
    expect(placeOf({ on: 'events/a-talk', id: 'a"b&c', locale: 'en' })).toBe(
      'https://site.example/events/a-talk?comment=a%22b%26c#comment-a%22b%26c',
    )
  })

  it('lead to the page in the language of the reader', () => {
    const places = LOCALES.map((locale) => placeOf({ on: 'posts/one', id: 'c', locale }))
    expect(places).toEqual(
      ['', '/ru', '/tg'].map((home) => `https://site.example${home}/posts/one?comment=c#comment-c`),
    )
  })

  it('have tokens of 32 random bytes', () => {
    const tokens = Array.from({ length: 100 }, newToken)
    expect(new Set(tokens).size).toBe(100)
    for (const one of tokens) {
      expect(Buffer.from(one, 'base64url')).toHaveLength(32)
      expect(isToken(one)).toBe(true)
    }
    expect(isToken(`${tokens[0]}A`)).toBe(false)
    expect(isToken('../'.repeat(15))).toBe(false)
  })

  it.each(ACTS)('have a page in three languages for “%s”', (act) => {
    for (const part of ['', '-text', '-button', '-done'] as const) {
      const told = LOCALES.map((locale) => words(`page-${act}${part}`, locale))
      expect(new Set(told).size).toBe(LOCALES.length)
    }
  })
})

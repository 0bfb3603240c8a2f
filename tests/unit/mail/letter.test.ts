import { describe, expect, it } from 'vitest'

import { type Letter, toContents, toSubject } from '../../../src/mail/letter.ts'

const contents = (more: Partial<Letter>) =>
  toContents({
    kind: 'test',
    once: '1',
    to: 'a@b.example',
    locale: 'en',
    subject: 's',
    text: 't',
    html: 'h',
    ...more,
  })

describe('a letter', () => {
  it.each([
    ['a\r\nBcc: evil@b.example', 'a Bcc: evil@b.example'],
    ['a\nb', 'a b'],
    ['a\rb', 'a b'],
    ['a\r\n b\u2028c\u2029d\u0085e\u000bf', 'a b c de f'],
    ['a\u0000\u202eb', 'ab'],
    ['  Шарҳи нав  ', 'Шарҳи нав'],
  ])('has a subject of one line: %j', (given, kept) => {
    expect(toSubject(given)).toBe(kept)
    expect(contents({ subject: given })!.subject).toBe(kept)
  })

  it('cuts a subject that is too long', () => {
    expect([...toSubject('ҷ'.repeat(500))]).toHaveLength(150)
  })

  it.each([
    'a@b.example, c@d.example',
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example\nc',
    '"N" <a@b.example>',
    'N <a@b.example>',
    '<a@b.example>',
    'a b@c.example',
    'a@b.example;c@d.example',
    'group:a@b.example;',
    '',
    `${'a'.repeat(250)}@b.example`,
  ])('goes to one plain address, not to %j', (to) => expect(contents({ to })).toBeNull())
  it.each([
    ['nigora.s+a@mail.example.org', 'nigora.s+a@mail.example.org'],
    ['n!gora@Почта.рф', 'n!gora@xn--80a1acny.xn--p1ai'],
  ])('goes to %s', (to, kept) => expect(contents({ to })!.to).toBe(kept))

  it.each([
    ['Bcc', 'c@d.example'],
    ['bcc', 'c@d.example'],
    ['Subject', 'a'],
    ['List-Id\r\nBcc', 'a'],
    ['List-Unsubscribe', '<https://a.example>\r\nBcc: c@d.example'],
    ['List-Unsubscribe', '<https://a.example>\n b'],
    ['List-Unsubscribe', '<https://a.example/ғ>'],
    ['List-Unsubscribe', ''],
    ['List-Unsubscribe', 'a'.repeat(1000)],
  ])('is refused with the header %j: %j', (name, value) => {
    expect(() => contents({ headers: { [name]: value } })).toThrow(/header/)
  })
  it('may bring what RFC 8058 asks for', () => {
    const headers = {
      'List-Unsubscribe': '<https://a.example/mail/stop/abc>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }
    expect(contents({ headers })!.headers).toEqual(headers)
  })

  it('is refused with a kind that could name somebody, and where it is too large', () => {
    expect(() => contents({ kind: 'for a@b.example' })).toThrow('kind')
    expect(() => contents({ html: 'a'.repeat(600_000) })).toThrow('too large')
  })
})

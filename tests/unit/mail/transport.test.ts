import { describe, expect, it } from 'vitest'

import { toMessageId, withoutPerson } from '../../../src/mail/transport.ts'

describe('what is kept of the words of a mail server', () => {
  it.each([
    ['550 5.1.1 <nigora@reader.example>: no such user', '550 5.1.1 <[withheld]>: no such user'],
    ['550 User Nigora unknown', '550 User [withheld] unknown'],
    ['550 No MX for reader.example', '550 No MX for [withheld]'],
    ['550 another@reader.example', '550 [address]'],
    ['421 busy\r\nQUIT\0', '421 busy QUIT'],
  ])('%j', (said, kept) => expect(withoutPerson(said, 'nigora@reader.example')).toBe(kept))
  it('leaves the letters of a name that is none', () => {
    expect(withoutPerson('550 a mail', 'a@b.c')).toBe('550 a mail')
  })
  it('takes any address for the text it is', () => {
    expect(withoutPerson('550 a+b.c(d unknown', 'a+b.c(d@reader.example')).toBe('550 [withheld] unknown')
  })
})

describe('the Message-ID', () => {
  it('is the same for all attempts', () => {
    expect(toMessageId('0199')).toBe('<0199@localhost.localdomain>')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  cleanLine,
  cleanText,
  countWords,
  isWebAddress,
  lengthOf,
  shorten,
} from '../../../src/platform/text.ts'
import { anyText } from '../any.ts'

describe('cleanText', () => {
  it.each([
    ['line ends of Windows', 'a\r\nb\r\n', 'a\nb'],
    ['line ends of old Macs', 'a\rb', 'a\nb'],
    ['control characters', 'a\u0000b\u0007c\u001Bd\u007Fe\u009Ff', 'abcdef'],
    ['marks that turn the writing direction', 'a\u202Eb\u202Ac\u2066d\u2069e', 'abcde'],
    ['byte order marks', '\uFEFFa\uFEFF', 'a'],
    ['marks of interlinear notes', 'a\uFFF9b\uFFFBc', 'abc'],
    ['a lone high surrogate', 'a\uD83Db', 'ab'],
    ['a lone low surrogate', 'a\uDE00b', 'ab'],
    ['spaces at the ends of lines', 'a  \nb\t\n', 'a\nb'],
    ['empty lines beyond one', 'a\n\n\n\nb', 'a\n\nb'],
    ['lines of nothing but spaces', 'a\n \n\t\n \nb', 'a\n\nb'],
    ['space around the whole', '\n\n  a  \n\n', 'a'],
  ])('takes out %s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })

  it.each([
    ['whole emoji', '😀 👩‍👩‍👧'],
    ['tabs within a line', 'a\tb'],
    ['one empty line', 'a\n\nb'],
    ['joiners that Persian needs', 'می\u200Cخواهم'],
    ['what looks like HTML', '<b>&amp;</b>'],
  ])('keeps %s', (_, text) => {
    expect(cleanText(text)).toBe(text)
  })

  it('joins letters and their marks', () => {
    expect(cleanText('Тоҷикӣ'.normalize('NFD'))).toBe('Тоҷикӣ')
  })

  it('has nothing left to do on a clean text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
      }),
    )
  })

  it('leaves no control character, no turned direction and no half of a character in any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(cleanText(text)).not.toMatch(
          /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\p{Cs}|\n{3}/u,
        )
      }),
    )
  })

  it('does not take longer than in proportion to the length, whatever the text', () => {
    const takes = (length: number) => {
      const text = `a${' '.repeat(length)}b`
      const begin = performance.now()
      cleanText(text)
      return performance.now() - begin
    }
    takes(1000)
    // The largest body the public door lets in is 64 KiB; a tenth of a second is a hundred times what it needs.
    expect(takes(16_000)).toBeLessThan(100)
  })
})

describe('cleanLine', () => {
  it.each([
    ['a\r\nb', 'a b'],
    ['a\n\n\nb', 'a b'],
    ['  a \t b  ', 'a b'],
    ['a\u2028b\u2029c', 'a b c'],
    ['Nigora\r\nBcc: all@example.org', 'Nigora Bcc: all@example.org'],
  ])('brings %j onto one line', (text, line) => {
    expect(cleanLine(text)).toBe(line)
  })

  it('never leaves a line break in any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(cleanLine(text)).not.toMatch(/[\r\n\u2028\u2029]/)
      }),
    )
  })
})

describe('lengthOf', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['Тоҷикӣ', 6],
    ['😀😀', 2],
    ['👩‍👧', 3],
  ])('counts the code points of %j: %i', (text, length) => {
    expect(lengthOf(text)).toBe(length)
  })
})

describe('isWebAddress', () => {
  it.each([
    'https://example.org',
    'http://example.org/path?x=1#y',
    'HTTPS://EXAMPLE.ORG',
    'https://сайт.тҷ/роҳ',
    'https://example.org:8443/',
  ])('takes %j', (text) => {
    expect(isWebAddress(text)).toBe(true)
  })

  it.each([
    ['script', 'javascript:alert(1)'],
    ['script that looks like a path', 'javascript://example.org/%0aalert(1)'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['another scheme', 'ftp://example.org'],
    ['no scheme', 'example.org'],
    ['a host alone', '//example.org'],
    ['one slash', 'https:/example.org'],
    ['a space', 'https://example.org/a b'],
    ['a line break', 'https://example.org/\nx'],
    ['a user', 'https://user@example.org'],
    ['a user and a password', 'https://user:secret@example.org'],
    ['a password alone', 'https://:secret@example.org'],
    ['no dot', 'https://localhost'],
    ['nothing but a dot', 'https://.'],
    ['a broken port', 'https://example.org:99999'],
    ['nothing', ''],
  ])('refuses an address with %s', (_, text) => {
    expect(isWebAddress(text)).toBe(false)
  })

  it('gives an answer for any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(typeof isWebAddress(`https://${text}`)).toBe('boolean')
      }),
    )
  })
})

describe('countWords', () => {
  it.each([
    ['', 0],
    ['— … !', 0],
    ['Two words', 2],
    ['Рӯзи хуб, дӯстон!', 3],
    ['Это — три слова', 3],
    ['5000 сомонӣ', 2],
    ['война'.normalize('NFD'), 1],
  ])('counts %j: %i', (text, words) => {
    expect(countWords(text)).toBe(words)
  })
})

describe('shorten', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly 10', 10, 'exactly 10'],
    ['one two three', 10, 'one two…'],
    ['nowhere-to-cut', 8, 'nowhere…'],
    ['a nowhere-to-cut', 8, 'a nowhe…'],
    ['😀😀😀😀', 3, '😀😀…'],
  ])('%j at %i is %j', (text, most, expected) => {
    expect(shorten(text, most)).toBe(expected)
  })
})

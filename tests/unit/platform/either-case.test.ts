import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { ofEitherCase, wordsIn } from '../../../src/platform/either-case.ts'

const finds = (word: string, text: string) => new RegExp(ofEitherCase(word), 'u').test(text)

describe('words of either case', () => {
  it.each([
    ['water', 'WATER'],
    ['Вода', 'в воДЕ и вода'],
    ['ҷумҳурӣ', 'ҶУМҲУРӢ'],
    ['чумхури', 'Ҷумҳурӣ'],
    ['елка', 'Ёлка'],
    ['2026', 'в 2026 году'],
  ])('%s is found in %s', (word, text) => expect(finds(word, text)).toBe(true))

  it('finds no other word', () => {
    expect(finds('ҷумҳурӣ', 'чумхури')).toBe(false)
    expect(finds('вода', 'вада')).toBe(false)
  })

  it('finds every word of a text in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const written = text.normalize('NFC')
        for (const word of wordsIn(text, 100)) expect(finds(word, written)).toBe(true)
      }),
    )
  })

  it('makes a pattern of letters in brackets alone, of whatever is typed', () => {
    const typed = 'Об [^a]*? %_ \\ Ǆ ß İ ŉ ﬃ é и̮'
    for (const word of wordsIn(typed, 100)) {
      expect(ofEitherCase(word)).toMatch(/^(\[[\p{L}\p{N}\p{M}]+\])+$/u)
      expect(finds(word, typed.normalize('NFC'))).toBe(true)
    }
  })

  it('takes so many words and no more', () => {
    expect(wordsIn('a, b; c', 2)).toEqual(['a', 'b'])
    expect(wordsIn('*?[]^%_"\'', 5)).toEqual([])
  })
})

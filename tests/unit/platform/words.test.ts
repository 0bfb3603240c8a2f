import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { hitOf, toQuery, toTerms, wordsIn } from '../../../src/platform/words.ts'
import { anyText } from '../any.ts'

const plainOf = (text: string) => [...wordsIn(text)].map(({ plain }) => plain).join(' ')
const stemsOf = (text: string) => new Set([...wordsIn(text)].map(({ stem }) => stem))

const FOLDED: [written: string, plain: string][] = [
  ['Ғ ғ Қ қ Ҳ ҳ Ҷ ҷ Ӣ ӣ Ӯ ӯ', 'г г к к х х ч ч и и у у'],
  ['Ҷумҳурии Тоҷикистон', 'чумхурии точикистон'],
  ['Ё ё ещё', 'е е еще'],
  ['Й й Чайка йод', 'й й чайка йод'],
  ['Чай\u0306ка', 'чайка'], // и with a breve of its own is й
  ['Чаи\u0306ка', 'чайка'],
  ['точикӣ'.normalize('NFD'), 'точики'],
  ['За\u0301мок', 'замок'],
  ['Café Škoda İstanbul', 'cafe skoda istanbul'],
  ["women’s women's", 'womens womens'],
  ['co\u00ADoperation', 'cooperation'],
  ['COVID-19, 3.5 %', 'covid 19 3 5'],
  ['ﬁne №5', 'fine 5'],
  ['«Овоз»—голос', 'овоз голос'],
  ['?! … 🎉', ''],
  ['', ''],
]

const FORMS: string[][] = [
  ['женщина', 'женщины', 'женщин', 'женщинам', 'Женщиной'],
  ['право', 'права', 'правам', 'правах'],
  ['ребёнок', 'ребенок'],
  ['election', 'elections'],
  ['working', 'works', 'worked'],
  ['women', "women's"],
  ['мактаб', 'мактабҳо', 'мактабҳои', 'мактабхо', 'мактабҳоро'],
  ['зан', 'занҳои', 'занхои'],
  ['ҳуқуқ', 'ҳуқуқи', 'хукуки'],
]

const APART: [string, string][] = [
  ['плохо', 'плов'],
  ['вода', 'водитель'],
  ['йод', 'иод'],
  ['кухня', 'ухо'],
  ['universe', 'unit'],
]

describe('words', () => {
  it.each(FOLDED)('of “%s” are “%s”', (written, plain) => expect(plainOf(written)).toBe(plain))

  it.each(FORMS)('%s and its other forms are one', (...forms) => {
    expect(stemsOf(forms.join(' ')).size).toBe(1)
  })

  it.each(APART)('%s and %s are two', (one, other) => expect(stemsOf(`${one} ${other}`).size).toBe(2))

  it('stand where they are in the text', () => {
    const text = '  «Ҷумҳурӣ» — it’s. '
    expect([...wordsIn(text)].map(({ start, end }) => text.slice(start, end))).toEqual(['Ҷумҳурӣ', 'it’s'])
  })

  it('are cut where they are endless', () => {
    expect(plainOf('ж'.repeat(10_000))).toBe('ж'.repeat(64))
  })

  it('hold letters and digits only, so that no engine reads more into them', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        for (const { plain, stem } of wordsIn(text)) {
          expect(plain).toMatch(/^[\p{L}\p{N}]+$/u)
          expect(stem).toMatch(/^[\p{L}\p{N}]+$/u)
        }
      }),
    )
  })

  it('are the same whichever way their letters are composed', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(toTerms(text.normalize('NFD'))).toBe(toTerms(text.normalize('NFC')))
      }),
    )
  })
})

describe('a query', () => {
  it('has each stem once, and the last word as a beginning', () => {
    expect(toQuery('Права права ЖЕНЩ')).toEqual({ stems: ['прав', 'женщ'], last: 'женщ', prefix: 'женщ' })
  })

  it('has no beginning where the last word is as short as most are', () => {
    expect(toQuery('права на')).toMatchObject({ prefix: null })
  })

  it('is none without a word', () => {
    for (const typed of ['', ' ', '"', '-*', '\u0301', '🎉']) expect(toQuery(typed)).toBeNull()
  })

  it('is found by every text it was taken from', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const query = toQuery(text)
        if (!query) return
        const hits = new Set([...wordsIn(text)].map((word) => hitOf(query, word)))
        expect(hits).toEqual(new Set(query.stems))
      }),
    )
  })
})

it('terms hold the stem and, where it differs, the word', () => {
  expect(toTerms('Права и Ҷумҳурӣ')).toBe('прав права и чумхур чумхури')
})

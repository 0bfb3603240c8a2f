import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { toQuery, toTerms } from '../../../src/platform/words.ts'
import { excerptOf, hasAll } from '../../../src/search/excerpt.ts'
import { anyText } from '../any.ts'

const words = (n: number, from = 0) => Array.from({ length: n }, (_, i) => `слово${from + i}`).join(' ')
const excerpt = (text: string, q: string) => excerptOf({ text, query: toQuery(q)! })

describe('an excerpt', () => {
  it('is the whole text where that is short, on one line', () => {
    expect(excerpt(' One\n\n two\tthree ', 'two')).toBe('One two three')
    expect(excerpt('', 'two')).toBe('')
  })

  it('begins the text where the word stands at its beginning, or in the title only', () => {
    for (const q of ['слово2', 'elsewhere']) {
      const shown = excerpt(words(100), q)
      expect(shown).toMatch(/^слово0 слово1 .*\p{L}\d+…$/u)
      expect(shown.length).toBeLessThanOrEqual(200)
    }
  })

  it('goes round the first of the words, between others', () => {
    const shown = excerpt(`${words(100)} Ҳуқуқи занон ${words(100, 200)}`, 'хукук')
    expect(shown).toMatch(/^…слово\d+ .*слово99 Ҳуқуқи занон слово200 .*слово\d+…$/u)
    expect(shown.length).toBeGreaterThan(150)
    expect(shown.length).toBeLessThanOrEqual(200)
  })

  it('ends with the text where the word stands at its end', () => {
    expect(excerpt(`${words(100)} the end`, 'end')).toMatch(/^…слово9\d .* the end$/u)
  })

  it('cuts within a word that is longer than all there is room for', () => {
    expect(excerpt('ж'.repeat(500), 'nothing')).toBe(`${'ж'.repeat(199)}…`)
  })

  it('shows marks of HTML as they were written', () => {
    expect(excerpt('a <b>bold</b> & more', 'bold')).toBe('a <b>bold</b> & more')
  })

  it('is never longer than 200 characters, has one line and no half characters', () => {
    fc.assert(
      fc.property(anyText(400), anyText(20), (text, typed) => {
        const shown = excerptOf({ text, query: toQuery(typed) ?? toQuery('a')! })
        expect(shown.length).toBeLessThanOrEqual(200)
        expect(shown).not.toMatch(/\n/)
        if (text.isWellFormed()) expect(shown.isWellFormed()).toBe(true)
      }),
    )
  })
})

it('the terms of a text have all the words when each is among them, the last as a beginning', () => {
  const has = (q: string, text: string) => hasAll({ terms: ` ${toTerms(text)} `, query: toQuery(q)! })
  expect(has('права женщин', 'О правах женщины')).toBe(true)
  expect(has('права женщин', 'О правах мужчины')).toBe(false)
  expect(has('прав', 'Правительство')).toBe(true)
  expect(has('прав мужчины', 'Правительство мужчины')).toBe(false)
  expect(has('вода', 'Заводы')).toBe(false)
})

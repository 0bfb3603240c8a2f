import { describe, expect, it } from 'vitest'

import { chooseServed, localesOf, pick } from '../../../src/content/locales.ts'

describe('localesOf', () => {
  it.each([
    [{ en: 'a', ru: 'б', tg: 'в' }, ['en', 'ru', 'tg']],
    [{ tg: 'в', en: 'a' }, ['en', 'tg']],
    [{ en: '', ru: null, tg: undefined }, []],
    [{ de: 'a', en: 'a' }, ['en']],
    ['a text', []],
    [null, []],
    [undefined, []],
  ])('finds in %j the languages %j', (text, locales) => {
    expect(localesOf(text)).toEqual(locales)
  })
})

describe('chooseServed', () => {
  it.each([
    ['the language asked for', { en: 'a', ru: 'б' }, 'ru', 'en', 'ru'],
    ['the language it was written in', { ru: 'б', tg: 'в' }, 'en', 'tg', 'tg'],
    ['the default, where its own is not written', { en: 'a', tg: 'в' }, 'ru', 'ru', 'en'],
    ['any it is written in', { tg: 'в' }, 'ru', 'en', 'tg'],
    ['any it is written in, where nobody says its own', { tg: 'в' }, 'ru', undefined, 'tg'],
    ['the default, where it is written in none', {}, 'ru', 'tg', 'en'],
    ['the default, where its own is none we know', { en: 'a' }, 'ru', 'de', 'en'],
  ] as const)('serves %s', (_, title, asked, source, served) => {
    expect(chooseServed({ title, asked, source })).toBe(served)
  })
})

describe('pick', () => {
  it.each([
    ['the language', { en: 'a', ru: 'б', tg: 'в' }, 'ru', 'б'],
    ['the default where that is missing', { en: 'a', tg: 'в' }, 'ru', 'a'],
    ['the default where that is empty', { en: 'a', ru: '' }, 'ru', 'a'],
    ['any where the default is missing', { tg: 'в' }, 'ru', 'в'],
    ['nothing where there is none', { en: '', ru: null }, 'ru', null],
    ['nothing of what is in no language', 'a', 'en', null],
  ] as const)('picks %s', (_, value, locale, picked) => {
    expect(pick(value, locale)).toBe(picked)
  })

  it('picks values that are no texts as well', () => {
    const body = { root: { type: 'root' } }
    expect(pick({ en: null, tg: body }, 'en')).toBe(body)
  })
})

import { describe, expect, it } from 'vitest'

import { LOCALE_NAMES, LOCALES, type ProblemCode, PROBLEMS } from '../../../src/contract/index.ts'
import { chooseLocale, PROBLEM_WORDS, word, type WordKey } from '../../../src/platform/messages.ts'

/** Every sentence, with what it needs to be filled in. */
const SENTENCES: Record<WordKey, Record<string, string | number>> = {
  required: {},
  'too-long': { most: 80 },
  'bad-email': {},
  'bad-url': {},
  'email-shown': {},
  'bad-parent': {},
  'too-deep': {},
  'bad-value': {},
  'bad-cursor': {},
  'no-words': { most: 200 },
  'bad-fields': { names: 'nothing' },
  'text-refused': {},
  'key-reused': {},
  'throttled-title': {},
  'throttled-for': { minutes: 7 },
  'not-editable': {},
  awaits: {},
  reported: {},
  published: {},
  'closed-here': {},
  'closed-since': { day: '27 November 2026' },
  'closed-everywhere': {},
  comments: {},
  events: {},
  anonymous: {},
}
const KEYS = Object.keys(SENTENCES) as WordKey[]
const CODES = Object.keys(PROBLEMS) as ProblemCode[]

describe('sentences', () => {
  it.each(KEYS)('say “%s” in every language, with nothing left to fill in', (key) => {
    for (const locale of LOCALES) {
      const sentence = word(key, locale, SENTENCES[key])
      expect(sentence.trim()).not.toBe('')
      expect(sentence).not.toMatch(/[{}]/)
      for (const value of Object.values(SENTENCES[key])) expect(sentence).toContain(String(value))
    }
  })

  it.each(KEYS)('say “%s” differently in each language', (key) => {
    expect(new Set(LOCALES.map((locale) => word(key, locale))).size).toBe(LOCALES.length)
  })

  it('leave a place as it is that nothing was given for', () => {
    expect(word('too-long', 'en')).toBe('At most {most} characters.')
  })

  it('do not read what was filled in as a place again', () => {
    expect(word('closed-since', 'en', { day: '{most}' })).toBe(
      'Comments on this page were open until {most}.',
    )
  })
})

describe('problems', () => {
  it.each(CODES)('have words for “%s” in every language', (code) => {
    for (const locale of LOCALES) expect(PROBLEM_WORDS[code][locale]).toMatch(/\S.*\.$/)
  })

  it('have words for no code that does not exist', () => {
    expect(Object.keys(PROBLEM_WORDS).sort()).toEqual([...CODES].sort())
  })

  it('have each a status of a refusal', () => {
    for (const code of CODES) {
      expect(PROBLEMS[code]).toBeGreaterThanOrEqual(400)
      expect(PROBLEMS[code]).toBeLessThan(600)
    }
  })
})

describe('languages', () => {
  it('have each a name of their own', () => {
    expect(new Set(LOCALES.map((locale) => LOCALE_NAMES[locale])).size).toBe(LOCALES.length)
  })
})

describe('chooseLocale', () => {
  it.each([
    [undefined, undefined, 'en'],
    [null, null, 'en'],
    ['', '', 'en'],
    ['tg', undefined, 'tg'],
    ['tg', 'ru', 'tg'],
    ['de', 'ru', 'ru'],
    ['de', 'fr', 'en'],
    ['TG', 'ru', 'ru'],
    [undefined, 'ru', 'ru'],
    [undefined, 'ru-RU', 'ru'],
    [undefined, 'RU-ru', 'ru'],
    [undefined, 'tg-Cyrl-TJ', 'tg'],
    [undefined, 'ru,tg;q=0.9', 'ru'],
    [undefined, 'ru;q=0.5,tg;q=0.9', 'tg'],
    [undefined, 'ru;q=0.5, tg ;q=0.9', 'tg'],
    [undefined, 'de,ru;q=0.1', 'ru'],
    [undefined, 'ru;q=0,tg;q=0.1', 'tg'],
    [undefined, 'ru;q=0', 'en'],
    [undefined, 'ru;q=0.8,tg;q=0.8', 'ru'],
    [undefined, 'de-DE,de;q=0.9,tg;q=0.8,en;q=0.7', 'tg'],
    [undefined, '*', 'en'],
    [undefined, ';;;,,,q=', 'en'],
    [undefined, 'ru;q=x,tg;q=0.3', 'ru'],
    [undefined, 'rus', 'en'],
    [undefined, '__proto__', 'en'],
  ])('answers ?locale=%s with Accept-Language %j in %s', (named, accept, locale) => {
    expect(chooseLocale({ named, accept })).toBe(locale)
  })
})

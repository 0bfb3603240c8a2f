import { extractHeaderLanguage } from '@payloadcms/translations'
import { en } from '@payloadcms/translations/languages/en'
import { format, formatDistance, parse } from 'date-fns'
import type { Field, SanitizedConfig } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { tajikDates } from '../../src/admin/tajik/dates.ts'
import { tg } from '../../src/admin/tajik/tg.ts'

type Tree = { [key: string]: Tree | string }

/** Every text of a tree with the path to it: `general:save` → `Save`. */
const textsOf = (tree: Tree, path = ''): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : textsOf(value, `${path}${key}:`),
  )

const english = new Map(textsOf(en.translations))
const tajik = new Map(textsOf(tg.translations as Tree))
const places = (text: string) => (text.match(/\{\{.*?\}\}|<\/?\w+>|<a [^>]*>/g) ?? []).sort()

/** Words that are the same in every language. */
const NAMES = /\b(API|ID|URL)\b|\{\{.*?\}\}|<[^>]*>/g

let config: SanitizedConfig
beforeAll(async () => {
  config = await (await import('../../payload.config.ts')).default
})

describe('the panel in Tajik', () => {
  it('has a word for every one of Payload’s, and no word too many', () => {
    expect([...tajik.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('has the same places and links in every sentence', () => {
    const odd = [...tajik].filter(([key, text]) => places(text).join() !== places(english.get(key)!).join())
    expect(odd).toEqual([])
  })

  it('says nothing in Latin letters, and leaves no word empty', () => {
    expect([...tajik].filter(([, text]) => /[a-z]/i.test(text.replace(NAMES, '')))).toEqual([])
    expect([...tajik].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('has the words of the editor for every feature that articles have', () => {
    const { en: words, tg: own } = config.i18n.translations as unknown as Record<string, Tree>
    const theirs = new Map(textsOf(words!.lexical as Tree))
    const ours = new Map(textsOf(own!.lexical as Tree))
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort())
    expect(
      [...ours].filter(([key, text]) => places(text).join() !== places(theirs.get(key)!).join()),
    ).toEqual([])
  })

  it('is one of the languages a user can choose, and a browser can ask for', () => {
    expect(Object.keys(config.i18n.supportedLanguages)).toEqual(['en', 'ru', 'tg'])
    expect(extractHeaderLanguage('tg-TJ,tg;q=0.9,ru;q=0.8')).toBe('tg')
  })
})

describe('what we keep', () => {
  const isWord = (value: unknown) =>
    typeof value === 'function' ||
    (typeof value === 'object' && value !== null && ['en', 'ru', 'tg'].every((code) => code in value))

  /** Fields that the panel shows, whose name, or that of one of their options, is not in three languages. */
  function wordless(fields: Field[], path: string): string[] {
    return fields.flatMap((field) => {
      if (field.admin && 'hidden' in field.admin && field.admin.hidden) return []
      const at = 'name' in field ? `${path}.${field.name}` : path
      const below =
        'fields' in field
          ? wordless(field.fields, at)
          : field.type === 'tabs'
            ? field.tabs.flatMap((tab) => wordless(tab.fields, at))
            : []
      const words = 'name' in field && field.type !== 'ui' ? [field.label] : []
      const rows = field.type === 'array' ? [field.labels?.singular, field.labels?.plural] : []
      return [...([...words, ...rows].every(isWord) ? [] : [at]), ...below]
    })
  }

  /** What Payload keeps of each user and never shows, though it does not say so of the field. */
  const UNSEEN =
    /^users\.(apiKeyIndex|hasAPIKey|resetPasswordToken|resetPasswordExpiration|salt|hash|loginAttempts|lockUntil|sessions.*)$/

  it('has a name in three languages, to the last field', () => {
    const shown = [...config.collections, ...config.globals].filter(({ admin }) => admin?.hidden !== true)
    expect(shown.length).toBeGreaterThan(10)
    const odd = shown.flatMap((one) => [
      ...('labels' in one ? [one.labels.singular, one.labels.plural] : [one.label]).map((word) =>
        isWord(word) ? '' : one.slug,
      ),
      ...wordless(one.fields, one.slug),
    ])
    expect(odd.filter((path) => path && !UNSEEN.test(path))).toEqual([])
  })
})

describe('dates in Tajik', () => {
  const locale = tajikDates
  const day = new Date(2026, 10, 24, 15, 5)

  it.each([
    ['d MMM yyyy, HH:mm', '24 ноя 2026, 15:05'],
    ['PPPP', 'сешанбе, 24 ноябри соли 2026'],
    ['PPp', '24 ноя 2026, 15:05'],
    ['LLLL yyyy', 'ноябр 2026'],
    ['MMMM yyyy', 'ноябри 2026'],
    ['EEEEEE', 'сш'],
    ['h:mm a', '3:05 б.н.'],
    ['QQQ yyyy G', 'чоряки 4 2026 милодӣ'],
  ])('%s is written %s', (pattern, written) => {
    expect(format(day, pattern, { locale })).toBe(written)
  })

  it.each(['d MMM yyyy, HH:mm', 'd MMMM yyyy, h:mm a', 'EEEE, d LLLL yyyy HH:mm'])(
    'what is written as %s is read again, for every month',
    (pattern) => {
      for (let month = 0; month < 12; month++) {
        const date = new Date(2026, month, 9, 15, 5)
        expect(parse(format(date, pattern, { locale }), pattern, new Date(), { locale })).toEqual(date)
      }
    },
  )

  it.each([
    [20_000, 'ним дақиқа'],
    [60_000, '1 дақиқа'],
    [2 * 3_600_000, 'тақрибан 2 соат'],
    [3 * 86_400_000, '3 рӯз'],
    [400 * 86_400_000, 'тақрибан 1 сол'],
  ])('%i milliseconds are %s', (length, words) => {
    const before = new Date(day.getTime() - length)
    const options = { locale, includeSeconds: length < 60_000 }
    expect(formatDistance(before, day, options)).toBe(words)
    expect(formatDistance(before, day, { ...options, addSuffix: true })).toBe(`${words} пеш`)
    expect(formatDistance(day, before, { ...options, addSuffix: true })).toBe(`баъди ${words}`)
  })
})

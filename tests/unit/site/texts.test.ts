import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { CATALOGUES, type Key, textsIn } from '../../../site/src/texts/index.ts'

const { en } = CATALOGUES
const KEYS = Object.keys(en) as Key[]

const textsOf = (words: unknown): string[] =>
  typeof words === 'string' ? [words] : Object.values(words as Record<string, string>)
const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe.each(Object.entries(CATALOGUES))('the words of the site in %s', (locale, words) => {
  it('every text has the places to fill that English has, in every form', () => {
    for (const key of KEYS) {
      const wanted = placesIn(textsOf(en[key])[0]!)
      for (const text of textsOf(words[key])) expect(placesIn(text), key).toEqual(wanted)
    }
  })

  it('counted words have every form the language needs', () => {
    const forms = locale === 'tg' ? ['one', 'other'] : new Intl.PluralRules(locale).resolvedOptions().pluralCategories // prettier-ignore
    for (const key of KEYS) {
      const counted = words[key]
      if (typeof counted !== 'string') expect(Object.keys(counted).sort()).toEqual([...forms].sort())
    }
  })

  it('nothing is empty, and nothing begins or ends with a space', () => {
    for (const key of KEYS) for (const text of textsOf(words[key])) expect(text).toBe(text.trim() || ' ')
  })
})

it('no text of another language was left in English', () => {
  const same = KEYS.filter((key) => {
    const [first] = textsOf(en[key])
    return /[a-z]{4}/i.test(first!) && textsOf(CATALOGUES.ru[key])[0] === first
  })
  expect(same).toEqual([])
})

it('every text is used somewhere', () => {
  const sources = readdirSync('site/src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/texts\/(en|ru|tg)\.ts$/.test(file))
    .map((file) => readFileSync(join('site/src', file), 'utf8'))
    .join('\n')
  // Some keys are put together, such as `kind-${type}` and `${kind}-text`: of these the parts stand in the sources.
  const isUsed = (key: string) => {
    const [, beginning, end] = /^(.+)(-[^-]+)$/.exec(key) ?? []
    const has = (text: string) => sources.includes(`'${text}'`)
    const isBegun = sources.includes(`\`${beginning}-\${`)
    const isEnded = has(beginning!) && sources.includes(`}${end}\``)
    return has(key) || sources.includes(`${key}:`) || isBegun || isEnded
  }
  expect(KEYS.filter((key) => !isUsed(key))).toEqual([])
})

it('numbers are told as each language counts', () => {
  const told = (locale: 'en' | 'ru' | 'tg', n: number) => textsIn(locale).count('comments', n)
  expect([1, 2, 1200].map((n) => told('en', n))).toEqual(['1 comment', '2 comments', '1,200 comments'])
  expect([1, 3, 5, 21].map((n) => told('ru', n))).toEqual([
    '1 комментарий',
    '3 комментария',
    '5 комментариев',
    '21 комментарий',
  ])
  expect([1, 2].map((n) => told('tg', n))).toEqual(['1 шарҳ', '2 шарҳ'])
})

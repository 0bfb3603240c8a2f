import { describe, expect, it } from 'vitest'

import type { Locale } from '../../../src/contract/index.ts'
import { toQuery, toTerms } from '../../../src/platform/words.ts'
import type { Kept } from '../../../src/search/document.ts'
import { toSearchHit } from '../../../src/search/view.ts'

const text = (title: string, body: string) => ({
  title,
  text: body,
  terms: ` ${toTerms(`${title} ${body}`)} `,
})
const kept: Kept = {
  slug: 'wolves',
  source: 'ru',
  texts: { ru: text('Волки', 'О волках, Buxoro.'), tg: text('Гургон', 'Дар бораи гургон, Buxoro.') },
}
const shown = (q: string, asked: Locale, more: Partial<Kept> = {}) =>
  toSearchHit({
    type: 'posts',
    kept: { ...kept, ...more },
    publishedAt: '2026-01-01T00:00:00.000Z',
    query: toQuery(q)!,
    asked,
  })

describe('a hit', () => {
  it.each([
    ['buxoro', 'tg', 'tg', 'asked for, and the words stand in it'],
    ['гургон', 'ru', 'tg', 'not asked for, but the only one with the words'],
    ['buxoro', 'en', 'ru', 'the one it was written in, where the one asked for is missing'],
    ['волк гургон', 'tg', 'tg', 'asked for, where no language has all the words'],
  ] as const)('of “%s” for a reader of %s is shown in %s: %s', (q, asked, locale, _why) => {
    expect(shown(q, asked)).toMatchObject({ locale, title: kept.texts[locale]!.title })
  })

  it('has what is promised and nothing else', () => {
    expect(shown('волки', 'en')).toEqual({
      type: 'posts',
      slug: 'wolves',
      locale: 'ru',
      title: 'Волки',
      excerpt: 'О волках, Buxoro.',
      url: 'https://site.example/ru/posts/wolves',
      publishedAt: '2026-01-01T00:00:00.000Z',
    })
  })

  it('is none where it is written in no language we know', () => {
    expect(shown('волки', 'en', { texts: {} })).toBeNull()
  })
})

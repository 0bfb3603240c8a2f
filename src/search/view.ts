import type { Locale, SearchHit } from '../contract/index.ts'
import { DEFAULT_LOCALE, LOCALES } from '../contract/index.ts'
import { siteAddress } from '../content/view.ts'
import type { Query } from '../platform/words.ts'
import type { Kept, Searched } from './document.ts'
import { excerptOf, hasAll } from './excerpt.ts'

/**
 * The language to show a hit in: of those it is written in, the first that has all the words, else the first. The one
 * asked for goes before the one it was written in, that before the default, that before the others.
 */
export function chooseShown({
  kept: { texts, source },
  query,
  asked,
}: {
  kept: Kept
  query: Query
  asked: Locale
}): Locale | null {
  const written = [asked, source, DEFAULT_LOCALE, ...LOCALES].filter(
    (locale): locale is Locale => locale !== null && Object.hasOwn(texts, locale),
  )
  return written.find((locale) => hasAll({ terms: texts[locale]!.terms, query })) ?? written[0] ?? null
}

export function toSearchHit({
  type,
  kept,
  publishedAt,
  query,
  asked,
}: {
  type: Searched
  kept: Kept
  publishedAt: string
  query: Query
  asked: Locale
}): SearchHit | null {
  const locale = chooseShown({ kept, query, asked })
  if (!locale) return null
  const { title, text } = kept.texts[locale]!
  const { slug } = kept
  return {
    type,
    slug,
    locale,
    title,
    excerpt: excerptOf({ text, query }),
    url: siteAddress({ type, slug, locale }),
    publishedAt,
  }
}

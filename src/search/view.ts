import type { Locale, SearchHit } from '../contract/index.ts'
import { DEFAULT_LOCALE, LOCALES } from '../contract/index.ts'
import { localesOf, pick } from '../content/locales.ts'
import type { Doc } from '../content/store.ts'
import { siteAddress } from '../content/view.ts'
import type { Query } from '../platform/words.ts'
import type { Texts } from './document.ts'
import { excerptOf, hasAll } from './excerpt.ts'

/**
 * The language to show a hit in: of those it is written in, the first that has all the words; the one asked for goes
 * before the one it was written in, that before the others.
 */
export function chooseShown({
  texts,
  query,
  written,
  asked,
  source,
}: {
  texts: Texts
  query: Query
  written: Locale[]
  asked: Locale
  source?: string | null | undefined
}): Locale {
  const preferred = [asked, source, DEFAULT_LOCALE, ...LOCALES].filter((locale): locale is Locale =>
    written.some((one) => one === locale),
  )
  const hasWords = (locale: Locale) => {
    const found = texts[locale]
    return found !== undefined && hasAll({ texts: [found.title, found.text], query })
  }
  // With one language there is nothing to choose.
  if (new Set(preferred).size > 1) {
    const shown = preferred.find(hasWords)
    if (shown) return shown
  }
  return preferred[0] ?? DEFAULT_LOCALE
}

type Given = { texts: Texts; query: Query; asked: Locale }

export function toArticleHit(
  type: 'posts' | 'events',
  doc: Doc<'posts'> | Doc<'events'>,
  { texts, query, asked }: Given,
): SearchHit {
  const written = localesOf(doc.title)
  const locale = chooseShown({ texts, query, written, asked, source: doc.sourceLanguage })
  const slug = doc.slug ?? ''
  return {
    type,
    slug,
    locale,
    title: pick(doc.title, locale) ?? '',
    excerpt: excerptOf({ text: texts[locale]?.text ?? '', query }),
    url: siteAddress({ type, slug, locale }),
    publishedAt: doc.publishedAt!,
  }
}

export function toQuoteHit(
  quote: Doc<'quotes'>,
  speaker: Doc<'people'>,
  { texts, query, asked }: Given,
): SearchHit {
  const written = localesOf(quote.text)
  const locale = chooseShown({ texts, query, written, asked, source: null })
  const id = String(quote.id)
  return {
    type: 'quotes',
    slug: id,
    locale,
    title: pick(speaker.name, locale) ?? '',
    excerpt: excerptOf({ text: texts[locale]?.text ?? '', query }),
    url: siteAddress({ type: 'quotes', slug: id, locale }),
    publishedAt: quote.publicFrom!,
  }
}

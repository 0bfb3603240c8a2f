import { type Locale, SITEMAP_TYPES, type Sitemap, type SitemapType } from '../contract/index.ts'
import type { Asking } from '../platform/asking.ts'
import { readCursor, writeCursor } from '../platform/cursor.ts'
import { tag } from '../platform/tags.ts'
import { localesOf } from './locales.ts'
import { countAddresses, findAddresses, NAMED_BY, type Row } from './sitemap-store.ts'
import { siteAddress } from './view.ts'

function toItem(type: SitemapType, row: Row) {
  const slug = type === 'quotes' ? String(row.id) : (row.slug ?? '')
  const toAlternate = (locale: Locale) => ({ locale, url: siteAddress({ type, slug, locale }) })
  return { type, slug, updatedAt: row.updatedAt, alternates: localesOf(row[NAMED_BY[type]]).map(toAlternate) }
}

const LIST = 'sitemap'

/** Every public address, kind after kind: two queries for each kind at most, whatever the size. */
export async function readSitemap(
  { payload, locale, now, uses }: Asking,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Sitemap> {
  for (const type of SITEMAP_TYPES) uses.add(tag.any(type))
  const [from, fromId = null] = readCursor({ cursor, list: LIST, length: 2, locale })
  const start = Math.max(0, SITEMAP_TYPES.indexOf(from as SitemapType))
  const counting = Promise.all(SITEMAP_TYPES.map((type) => countAddresses({ payload, type, now })))
  const found: { type: SitemapType; row: Row }[] = []
  for (const type of SITEMAP_TYPES.slice(start)) {
    // One more than fits tells whether there is another page.
    const missing = limit + 1 - found.length
    if (missing <= 0) break
    const after = type === from ? fromId : null
    for (const row of await findAddresses({ payload, type, after, limit: missing, now }))
      found.push({ type, row })
  }
  const total = (await counting).reduce((sum, count) => sum + count, 0)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(({ type, row }) => toItem(type, row)),
    nextCursor:
      found.length > limit && last
        ? writeCursor({ list: LIST, values: [last.type, String(last.row.id)] })
        : null,
    total,
  }
}

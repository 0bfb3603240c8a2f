import type { Locale, WebhookArticle, WebhookComment, WebhookQuote } from '../contract/index.ts'
import { idOf } from '../content/body.ts'
import { chooseServed, localesOf } from '../content/locales.ts'
import { siteAddress } from '../content/view.ts'

type Row = Record<string, unknown>

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const time = (value: unknown) => new Date(value as string).toISOString()

/** Where an article or event is; of what was taken down, `row` is what the public saw last. */
export function toWebhookArticle({
  type,
  row,
  former,
}: {
  type: 'posts' | 'events'
  row: Row
  former: Row | null
}): WebhookArticle {
  const slug = text(row.slug)
  const locales = localesOf(row.title)
  const address = (locale: Locale) => siteAddress({ type, slug, locale })
  const formerSlug = former ? text(former.slug) : slug
  return {
    type,
    id: String(row.id),
    slug,
    formerSlug: formerSlug === slug ? null : formerSlug,
    url: address(
      chooseServed({
        title: row.title,
        asked: row.sourceLanguage as Locale,
        source: text(row.sourceLanguage),
      }),
    ),
    locales,
    alternates: locales.map((locale) => ({ locale, url: address(locale) })),
    publishedAt: row.publishedAt ? time(row.publishedAt) : null,
    updatedAt: time(row.updatedAt),
  }
}

/** @param on what it stands in, only while that is public */
export const toWebhookQuote = ({ row, on }: { row: Row; on: string | null }): WebhookQuote => ({
  type: 'quotes',
  id: String(row.id),
  on,
  locales: localesOf(row.text),
  updatedAt: time(row.updatedAt),
})

export const toWebhookComment = ({
  id,
  on,
  parent,
}: {
  id: string
  on: string
  parent: unknown
}): WebhookComment => ({ type: 'comments', id, on, parent: idOf(parent) })

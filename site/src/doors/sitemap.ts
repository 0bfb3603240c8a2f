import type { Context, Hono } from 'hono'
import type { Sitemap, SitemapItem } from 'ovoz/client'

import type { Ground } from '../app.ts'
import { inLocale, LOCALES, withQuery } from '../links.ts'
import { render } from '../rendered.ts'
import { sendRendered } from '../send.ts'
import { type Source, SourceAway } from '../source.ts'

/** Things in one part; each has an address in every language it is written in. A file may have 50,000 addresses. */
const PART = 1000
/** The most parts that are made: to find one, those before it are read. */
const MOST_PARTS = 100
/** Pages that are made of others, in every language. */
const LISTS = ['/', '/posts', '/events', '/quotes']
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const xml = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!)

type Address = { locale: string; url: string }

/** One thing: an entry for each of its addresses, and each of them names all others. */
function toEntries(addresses: Address[], updatedAt?: string): string {
  const others = addresses
    .map(({ locale, url }) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${xml(url)}"/>`)
    .join('')
  const when = updatedAt ? `<lastmod>${xml(updatedAt)}</lastmod>` : ''
  return addresses.map(({ url }) => `<url><loc>${xml(url)}</loc>${when}${others}</url>\n`).join('')
}

/** The address on this site: the path is the API's, the host is ours. */
const toAddresses = ({ alternates }: SitemapItem, siteUrl: string): Address[] =>
  alternates.map(({ locale, url }) => ({ locale, url: siteUrl + new URL(url).pathname }))

const toMap = (entries: string) =>
  `${HEAD}<urlset ${XMLNS} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries}</urlset>\n`

function toIndex(count: number, siteUrl: string): string {
  const parts = Array.from(
    { length: count },
    (_, at) => `<sitemap><loc>${xml(siteUrl)}/sitemap-${at + 1}.xml</loc></sitemap>\n`,
  )
  return `${HEAD}<sitemapindex ${XMLNS}>\n${parts.join('')}</sitemapindex>\n`
}

/** A page of the map by its number from 1; null where there are not so many. */
async function readPart(source: Source, number: number): Promise<Sitemap | null> {
  let cursor: string | null = null
  for (let at = 1; ; at += 1) {
    const { entry } = await source.look(withQuery('/api/v1/sitemap.json', { limit: PART, cursor }))
    if (entry.status !== 200) return null
    const page = entry.body as Sitemap
    if (at === number) return page
    if (page.nextCursor === null) return null
    cursor = page.nextCursor
  }
}

/** The map of the site for search engines, in parts where it is long, and what they are to leave alone. */
export function addSitemap(app: Hono, { settings, source }: Pick<Ground, 'settings' | 'source'>) {
  const { SITE_URL } = settings
  const lists = LISTS.map((path) =>
    toEntries(LOCALES.map((locale) => ({ locale, url: SITE_URL + inLocale(locale, path) }))),
  ).join('')

  const toPart = ({ items }: Sitemap, number: number) =>
    toMap(
      (number === 1 ? lists : '') +
        items.map((item) => toEntries(toAddresses(item, SITE_URL), item.updatedAt)).join(''),
    )

  async function answer(c: Context, number: number, toText: (page: Sitemap) => string) {
    try {
      const page = number > MOST_PARTS ? null : await readPart(source, number)
      if (page === null) return c.notFound()
      const headers = { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'no-cache' }
      return sendRendered(c, render({ status: 200, headers, text: toText(page) }))
    } catch (error) {
      if (!(error instanceof SourceAway)) throw error
      return c.text('The newsroom’s server does not answer.\n', 503, { 'Retry-After': '60' })
    }
  }

  app.get('/sitemap.xml', (c) =>
    answer(c, 1, (page) =>
      page.nextCursor === null
        ? toPart(page, 1)
        : toIndex(Math.min(MOST_PARTS, Math.ceil(page.total / PART)), SITE_URL),
    ),
  )
  app.get('/:part{sitemap-[1-9][0-9]{0,3}\\.xml}', (c) => {
    const number = Number(/\d+/.exec(c.req.param('part'))![0])
    return answer(c, number, (page) => toPart(page, number))
  })
  const searches = LOCALES.map((locale) => `Disallow: ${inLocale(locale, '/search')}\n`).join('')
  app.get('/robots.txt', (c) =>
    c.text(
      `User-agent: *\n${searches}Disallow: /preview\nDisallow: /*?own=\nDisallow: /*&own=\n\nSitemap: ${SITE_URL}/sitemap.xml\n`,
      200,
      { 'Cache-Control': 'public, max-age=3600' },
    ),
  )
}

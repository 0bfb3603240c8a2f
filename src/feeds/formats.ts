import type { Locale } from '../contract/index.ts'
import { element, toDocument } from '../platform/xml.ts'

/** One entry of a feed. `html` is safe and its addresses are absolute; everything else is plain text. */
export type Entry = {
  /** Never changes, whatever becomes of the address. */
  id: string
  url: string
  title: string
  summary: string | null
  html: string
  /** The language it is written in, where that is known. */
  locale: Locale | null
  published: string
  updated: string
  /** Names, and nothing but names. */
  authors: string[]
  tags: string[]
  image: { url: string; width: number; height: number } | null
}

/** A feed: the latest entries first, addresses absolute, times ISO 8601. */
export type Channel = {
  id: string
  title: string
  description: string | null
  /** The page readers see. */
  home: string
  /** The address of the feed itself, by its format. */
  self: (format: Format) => string
  locale: Locale
  entries: Entry[]
}

const GENERATOR = 'Ovoz'

/** The last change of any entry: a feed says nothing of the moment it was asked for, so equal feeds are equal. */
const updatedOf = ({ entries }: Channel) =>
  entries.reduce((latest, { updated }) => (updated > latest ? updated : latest), new Date(0).toISOString())

/** Times as RSS writes them: RFC 822 with four digits of the year. */
const toRfc822 = (time: string) => new Date(time).toUTCString()

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** RSS 2.0 with `content:encoded`, `dc:creator` (its own `author` wants a mail address) and `media:content`. */
export function toRss(channel: Channel): string {
  const namespaces = {
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:media': 'http://search.yahoo.com/mrss/',
  }
  const items = channel.entries.map((entry) =>
    element(
      'item',
      {},
      element('title', {}, entry.title),
      element('link', {}, entry.url),
      element('guid', { isPermaLink: 'false' }, entry.id),
      element('pubDate', {}, toRfc822(entry.published)),
      ...entry.authors.map((name) => element('dc:creator', {}, name)),
      entry.locale && element('dc:language', {}, entry.locale),
      ...entry.tags.map((name) => element('category', {}, name)),
      // Readers take the description of an item for HTML.
      element('description', {}, entry.summary === null ? entry.html : escapeHtml(entry.summary)),
      element('content:encoded', {}, entry.html),
      entry.image && element('media:content', { medium: 'image', ...entry.image }),
    ),
  )
  return toDocument(
    element(
      'rss',
      { version: '2.0', ...namespaces },
      element(
        'channel',
        {},
        element('title', {}, channel.title),
        element('link', {}, channel.home),
        element('description', {}, channel.description ?? channel.title),
        element('language', {}, channel.locale),
        channel.entries.length ? element('lastBuildDate', {}, toRfc822(updatedOf(channel))) : null,
        element('generator', {}, GENERATOR),
        element('atom:link', { rel: 'self', type: FORMATS.rss.type, href: channel.self('rss') }),
        ...items,
      ),
    ),
  )
}

/** Atom (RFC 4287). The feed itself has an author too, so that an entry without one is complete. */
export function toAtom(channel: Channel): string {
  const entries = channel.entries.map((entry) =>
    element(
      'entry',
      { 'xml:lang': entry.locale },
      element('id', {}, entry.id),
      element('title', {}, entry.title),
      element('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
      element('published', {}, entry.published),
      element('updated', {}, entry.updated),
      ...entry.authors.map((name) => element('author', {}, element('name', {}, name))),
      ...entry.tags.map((name) => element('category', { term: name })),
      entry.summary === null ? null : element('summary', {}, entry.summary),
      element('content', { type: 'html' }, entry.html),
    ),
  )
  return toDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': channel.locale },
      element('id', {}, channel.id),
      element('title', {}, channel.title),
      channel.description === null ? null : element('subtitle', {}, channel.description),
      element('updated', {}, updatedOf(channel)),
      element('author', {}, element('name', {}, channel.title)),
      element('generator', {}, GENERATOR),
      element('link', { rel: 'self', type: FORMATS.atom.type, href: channel.self('atom') }),
      element('link', { rel: 'alternate', type: 'text/html', href: channel.home }),
      ...entries,
    ),
  )
}

const toAuthors = (names: string[]) => (names.length ? { authors: names.map((name) => ({ name })) } : {})

/** JSON Feed 1.1. */
export const toJsonFeed = (channel: Channel): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: channel.title,
    home_page_url: channel.home,
    feed_url: channel.self('json'),
    ...(channel.description !== null && { description: channel.description }),
    language: channel.locale,
    items: channel.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_html: entry.html,
      ...(entry.summary !== null && { summary: entry.summary }),
      ...(entry.image && { image: entry.image.url }),
      date_published: entry.published,
      date_modified: entry.updated,
      ...toAuthors(entry.authors),
      ...(entry.tags.length && { tags: entry.tags }),
      ...(entry.locale && { language: entry.locale }),
    })),
  })

export const FORMATS = {
  rss: { type: 'application/rss+xml', name: 'RSS 2.0', write: toRss },
  atom: { type: 'application/atom+xml', name: 'Atom', write: toAtom },
  json: { type: 'application/feed+json', name: 'JSON Feed 1.1', write: toJsonFeed },
} as const
export type Format = keyof typeof FORMATS

import fc from 'fast-check'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'

import { type Channel, type Entry, toAtom, toJsonFeed, toRss } from '../../../src/feeds/formats.ts'
import { faultOf } from '../../support/xml.ts'
import { anyText } from '../any.ts'

const NASTY = 'a <b> &amp; ]]> "q" ]]> \u0000\u0001\uFFFE\uD800 ғ'
const SEEN = 'a <b> &amp; ]]> "q" ]]>  ғ'

const entry = (more: Partial<Entry> = {}): Entry => ({
  id: 'urn:ovoz:site.example:posts:1:ru',
  url: 'https://site.example/ru/posts/a?b=c&d',
  title: NASTY,
  summary: NASTY,
  html: '<p>ӯ &amp; &lt;b&gt; ]]&gt;</p>',
  locale: 'ru',
  published: '2026-11-27T09:00:00.000Z',
  updated: '2026-11-28T09:00:00.000Z',
  authors: [NASTY, 'Фарида'],
  tags: [NASTY],
  image: { url: 'https://cms.example/files/a.webp', width: 4, height: 3 },
  ...more,
})
const channel = (more: Partial<Channel> = {}): Channel => ({
  id: 'urn:ovoz:site.example:feeds:posts:ru',
  title: NASTY,
  description: NASTY,
  home: 'https://site.example/ru',
  self: (format) => `https://cms.example/api/v1/feeds/posts.${format}?locale=ru&tag=a`,
  locale: 'ru',
  entries: [entry()],
  ...more,
})

describe('toRss', () => {
  it('says all of it, to a parser that is not its writer', () => {
    const xml = toRss(channel())
    expect(faultOf(xml)).toBeNull()
    expect(parseRssFeed(xml)).toMatchObject({
      title: SEEN,
      description: SEEN,
      link: 'https://site.example/ru',
      language: 'ru',
      lastBuildDate: 'Sat, 28 Nov 2026 09:00:00 GMT',
      atom: { links: [{ rel: 'self', type: 'application/rss+xml', href: channel().self('rss') }] },
      items: [
        {
          title: SEEN,
          link: entry().url,
          guid: { value: entry().id, isPermaLink: false },
          pubDate: 'Fri, 27 Nov 2026 09:00:00 GMT',
          content: { encoded: entry().html },
          dc: { creators: [SEEN, 'Фарида'], languages: ['ru'] },
          categories: [{ name: SEEN }],
          media: {
            contents: [{ url: 'https://cms.example/files/a.webp', medium: 'image', width: 4, height: 3 }],
          },
        },
      ],
    })
  })
  it('gives the summary as HTML that shows what was written', () => {
    expect(toRss(channel())).toContain('a &amp;lt;b&amp;gt; &amp;amp;amp; ]]&amp;gt;')
  })
  it('gives the whole text where there is no summary', () => {
    const xml = toRss(channel({ entries: [entry({ summary: null })], description: null }))
    expect(parseRssFeed(xml)).toMatchObject({ description: SEEN, items: [{ description: entry().html }] })
  })
})

describe('toAtom', () => {
  it('says all of it, to a parser that is not its writer', () => {
    const xml = toAtom(channel())
    expect(faultOf(xml)).toBeNull()
    expect(parseAtomFeed(xml)).toMatchObject({
      id: channel().id,
      title: { value: SEEN },
      subtitle: { value: SEEN },
      updated: '2026-11-28T09:00:00.000Z',
      authors: [{ name: SEEN }],
      links: [
        { rel: 'self', type: 'application/atom+xml', href: channel().self('atom') },
        { rel: 'alternate', href: 'https://site.example/ru' },
      ],
      xml: { lang: 'ru' },
      entries: [
        {
          id: entry().id,
          title: { value: SEEN },
          summary: { value: SEEN },
          content: { value: entry().html, type: 'html' },
          published: entry().published,
          updated: entry().updated,
          authors: [{ name: SEEN }, { name: 'Фарида' }],
          categories: [{ term: SEEN }],
          links: [{ rel: 'alternate', href: entry().url }],
          xml: { lang: 'ru' },
        },
      ],
    })
  })
})

describe('toJsonFeed', () => {
  it('is a JSON Feed 1.1, to a parser that is not its writer', () => {
    const json = JSON.parse(toJsonFeed(channel()))
    expect(json.version).toBe('https://jsonfeed.org/version/1.1')
    expect(parseJsonFeed(json)).toMatchObject({
      title: NASTY,
      home_page_url: 'https://site.example/ru',
      feed_url: channel().self('json'),
      language: 'ru',
      items: [
        {
          id: entry().id,
          url: entry().url,
          content_html: entry().html,
          date_published: entry().published,
          date_modified: entry().updated,
          authors: [{ name: expect.any(String) }, { name: 'Фарида' }],
          tags: [expect.any(String)],
          language: 'ru',
          image: 'https://cms.example/files/a.webp',
        },
      ],
    })
  })
})

describe.each([
  ['RSS', toRss],
  ['Atom', toAtom],
])('%s', (_, write) => {
  it('is well-formed whatever anybody writes', () => {
    fc.assert(
      fc.property(anyText(40), anyText(40), (title, html) => {
        const entries = [entry({ title, summary: title, html, authors: [title], tags: [title], url: title })]
        return faultOf(write(channel({ title, description: html, entries }))) === null
      }),
    )
  })
  it('is complete without any entry, and the same each time', () => {
    const empty = channel({ entries: [], description: null })
    expect(faultOf(write(empty))).toBeNull()
    expect(write(empty)).toBe(write(channel({ entries: [], description: null })))
  })
})

import { XMLParser } from 'fast-xml-parser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { answerWith, openSite, type OpenSite } from './open-site.ts'

let site: OpenSite

beforeEach(async () => {
  site = await openSite()
})
afterEach(() => site.close())

describe('feeds', () => {
  const RSS = {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8', 'content-language': 'ru', etag: '"1"' },
    body: '<rss/>',
  }

  test('are handed on as they are, with what may be asked of them', async () => {
    site.api.reply('/api/v1/feeds/posts.rss', RSS)
    const answer = await site.get('/feeds/posts.rss?locale=ru&tag=water&on=posts/x&fields=a')
    expect(site.api.asked.at(-1)!.path).toBe('/api/v1/feeds/posts.rss?locale=ru&tag=water')
    expect(await answer.text()).toBe('<rss/>')
    expect(answer.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
    expect(answer.headers.get('content-language')).toBe('ru')
    const etag = answer.headers.get('etag')!
    const again = await site.get('/feeds/posts.rss?locale=ru&tag=water', { 'If-None-Match': etag })
    expect(again.status).toBe(304)
  })

  test('of comments take the page they are of', async () => {
    site.api.reply('/api/v1/feeds/comments.json', {
      headers: { 'content-type': 'application/feed+json' },
      body: { items: [] },
    })
    const answer = await site.get('/feeds/comments.json?on=posts/x&tag=water')
    expect(site.api.asked.at(-1)!.path).toBe('/api/v1/feeds/comments.json?on=posts%2Fx')
    expect(await answer.json()).toEqual({ items: [] })
    expect(answer.headers.get('content-type')).toBe('application/feed+json')
  })

  test('what has another address is led to there, on this site', async () => {
    const location = '/api/v1/events/new.ics?locale=ru'
    site.api.reply('/api/v1/events/old.ics', {
      status: 301,
      headers: { location },
      body: { type: 'events', location },
    })
    const answer = await site.get('/events/old.ics?locale=ru')
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/events/new.ics?locale=ru'])
  })

  test.each(['/events/old.ics', '/feeds/comments.rss'])('%s says what is gone for good', async (path) => {
    site.api.reply(`/api/v1${path}`, { status: 410, body: { code: 'gone', status: 410 } })
    const answer = await site.get(path)
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('This page was taken away')
  })

  test('are still there while the CMS is away', async () => {
    site.api.reply('/api/v1/feeds/posts.rss', RSS)
    await site.get('/feeds/posts.rss')
    await site.api.close()
    site.ground.source.expire()
    expect(await (await site.get('/feeds/posts.rss')).text()).toBe('<rss/>')
    expect((await site.get('/feeds/posts.atom')).status).toBe(503)
  })

  test.each(['/feeds/posts.rss', '/feeds/posts.xml', '/feeds/..%2Fposts', '/feeds/posts'])(
    '%s is not there where the API has none',
    async (path) => {
      expect((await site.get(path)).status).toBe(404)
    },
  )
})

describe('the map of the site', () => {
  const item = (slug: string, locales: string[]) => ({
    type: 'posts',
    slug,
    updatedAt: '2026-11-24T09:00:00.000Z',
    alternates: locales.map((locale) => ({
      locale,
      url: `https://other.example${locale === 'en' ? '' : `/${locale}`}/posts/${slug}`,
    })),
  })
  const parse = (text: string) =>
    new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => ['url', 'sitemap', 'xhtml:link'].includes(name),
    }).parse(text)
  const read = async (path: string) => parse(await (await site.get(path)).text())
  const map = (items: unknown[], nextCursor: string | null, total: number) =>
    answerWith({ items, nextCursor, total })

  test('names every address in each of its languages, below the address of this site', async () => {
    site.api.reply('/api/v1/sitemap.json', map([item('water', ['en', 'tg'])], null, 1))
    const { urlset } = await read('/sitemap.xml')
    const found = urlset.url.filter((one: any) => one.loc.endsWith('/water'))
    expect(found.map((one: any) => one.loc)).toEqual([
      'https://site.example/posts/water',
      'https://site.example/tg/posts/water',
    ])
    for (const { lastmod, 'xhtml:link': links } of found) {
      expect(lastmod).toBe('2026-11-24T09:00:00.000Z')
      expect(links.map((one: any) => [one['@_hreflang'], one['@_href']])).toEqual([
        ['en', 'https://site.example/posts/water'],
        ['tg', 'https://site.example/tg/posts/water'],
      ])
    }
    expect(urlset.url.map((one: any) => one.loc)).toContain('https://site.example/ru/events')
  })

  test('is in parts where it is long', async () => {
    const first = '/api/v1/sitemap.json?limit=1000'
    site.api.reply(first, map([item('one', ['en'])], 'next', 1001))
    site.api.reply(`${first}&cursor=next`, map([item('two', ['en'])], null, 1001))
    const { sitemapindex } = await read('/sitemap.xml')
    expect(sitemapindex.sitemap.map((one: any) => one.loc)).toEqual([
      'https://site.example/sitemap-1.xml',
      'https://site.example/sitemap-2.xml',
    ])
    const [one, two] = await Promise.all([read('/sitemap-1.xml'), read('/sitemap-2.xml')])
    expect(one.urlset.url.at(-1).loc).toBe('https://site.example/posts/one')
    expect(two.urlset.url.map((entry: any) => entry.loc)).toEqual(['https://site.example/posts/two'])
    for (const path of ['/sitemap-3.xml', '/sitemap-0.xml', '/sitemap-9999.xml', '/sitemap-1.xml.gz'])
      expect((await site.get(path)).status).toBe(404)
  })

  test('what is written in an address cannot leave it', async () => {
    site.api.reply('/api/v1/sitemap.json', map([item("a'&<b>", ['en'])], null, 1))
    const answer = await site.get('/sitemap.xml')
    expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8')
    expect(await answer.text()).toContain('/posts/a&apos;&amp;%3Cb%3E')
  })

  test('is not empty while the CMS is away: it is not there', async () => {
    await site.api.close()
    expect((await site.get('/sitemap.xml')).status).toBe(503)
  })
})

test('robots are shown the map, and kept from searches, drafts and private links', async () => {
  const text = await (await site.get('/robots.txt')).text()
  expect(text).toContain('Sitemap: https://site.example/sitemap.xml')
  for (const path of ['/search', '/ru/search', '/tg/search', '/preview', '/*?own=', '/*&own='])
    expect(text.split('\n')).toContain(`Disallow: ${path}`)
})

test('the sign is found under its old name', async () => {
  const answer = await site.get('/favicon.ico')
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/assets/icon-1.svg'])
})

describe('pictures', () => {
  const PICTURE = { headers: { 'content-type': 'image/webp' }, body: Buffer.from([1, 2, 3]) }

  test('are handed on, cannot do anything, and are still there while the CMS is away', async () => {
    site.api.reply('/files/river.webp', PICTURE)
    for (const isAway of [false, true]) {
      if (isAway) {
        await site.api.close()
        site.ground.source.expire()
      }
      const answer = await site.get('/files/river.webp')
      expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([1, 2, 3])
      expect(answer.headers.get('content-type')).toBe('image/webp')
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    }
    expect((await site.get('/files/other.webp')).status).toBe(503)
  })

  test('are gone as soon as they are gone in the CMS', async () => {
    site.api.reply('/files/river.webp', PICTURE)
    await site.get('/files/river.webp')
    site.api.reply('/files/river.webp', {
      status: 404,
      headers: { 'content-type': 'text/plain' },
      body: 'no',
    })
    site.ground.source.expire()
    expect((await site.get('/files/river.webp')).status).toBe(404)
  })

  test.each([
    ['a page', { headers: { 'content-type': 'text/html' }, body: '<script>' }],
    ['a drawing that could hold a script', { headers: { 'content-type': 'image/svg+xml' }, body: '<svg/>' }],
    ['a fault', { status: 500, body: {} }],
    ['an address elsewhere', { status: 302, headers: { location: 'http://192.0.2.1/' }, body: '' }],
  ])('%s is none', async (_name, answer) => {
    site.api.reply('/files/x.webp', answer)
    const got = await site.get('/files/x.webp')
    expect([got.status, await got.text()]).toEqual([503, ''])
  })

  test.each(['Фото.jpg', 'IMG 1234.jpg', 'photo (1).jpg', 'a, b & c.jpg', "Зан ва об's.webp", '100%.png'])(
    'are found by any name that a file can have: %s',
    async (name) => {
      const path = `/files/${encodeURIComponent(name)}`
      site.api.reply(path, PICTURE)
      expect((await site.get(path)).status).toBe(200)
      expect(site.api.timesAsked(path)).toBe(1)
    },
  )

  test.each([
    '..%2Freadyz',
    '%2e%2e%2freadyz',
    '..%5Creadyz',
    'a%2Fb.jpg',
    'a%5Cb.jpg',
    '.env',
    '%2Eenv',
    'a%00b',
    'a%0Ab',
    'a%E2%80%AEb',
  ])('%s is no name of one', async (name) => {
    const before = site.api.asked.length
    expect((await site.get(`/files/${name}`)).status).toBe(404)
    expect(site.api.asked.slice(before).filter(({ path }) => !path.startsWith('/api/v1/site'))).toEqual([])
  })
})

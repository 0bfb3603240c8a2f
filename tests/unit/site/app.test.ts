import { brotliDecompressSync, gunzipSync } from 'node:zlib'

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { answerWith, example, openSite, type OpenSite, SLUG } from './open-site.ts'

const PAGE = `/posts/${SLUG}`
const POST = `/api/v1/posts/${SLUG}`

let site: OpenSite

beforeEach(async () => {
  site = await openSite()
})
afterEach(() => site.close())

describe('a page', () => {
  test('is the same for every visitor, and sets no cookie', async () => {
    const one = await site.get(PAGE)
    const other = await site.get(PAGE, {
      Cookie: 'a=1',
      'User-Agent': 'Something else',
      'Accept-Language': 'tg',
      'X-Forwarded-For': '192.0.2.1',
    })
    expect(one.status).toBe(200)
    expect(await other.text()).toBe(await one.text())
    expect([one, other].map(({ headers }) => headers.get('set-cookie'))).toEqual([null, null])
    expect(one.headers.get('vary')).toBe('Accept-Encoding')
  })

  test('carries a policy that lets in nothing from elsewhere', async () => {
    const { headers } = await site.get(PAGE)
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('is compressed as the browser likes it', async () => {
    const plain = await (await site.get(PAGE)).text()
    const br = await site.get(PAGE, { 'Accept-Encoding': 'gzip, deflate, br' })
    expect(br.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString()).toBe(plain)
    const gzip = await site.get(PAGE, { 'Accept-Encoding': 'gzip, br;q=0' })
    expect(gzip.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(plain)
  })

  test('is not sent again to a browser that has it, and is once it is another', async () => {
    const etag = (await site.get(PAGE)).headers.get('etag')!
    const known = await site.get(PAGE, { 'If-None-Match': `"other", ${etag}` })
    expect(known.status).toBe(304)
    expect(await known.text()).toBe('')
    expect(known.headers.get('etag')).toBe(etag)
    expect(known.headers.get('vary')).toBe('Accept-Encoding')
    site.api.reply(POST, answerWith({ ...site.post, title: 'Another title' }))
    site.ground.source.expire()
    const changed = await site.get(PAGE, { 'If-None-Match': etag })
    expect(changed.status).toBe(200)
    expect(await changed.text()).toContain('Another title')
  })

  test('says above the form what the site says while every comment waits', async () => {
    const thread = {
      ...example('Thread'),
      on: `posts/${SLUG}`,
      notice: 'A moderator reads all of them today.',
    }
    site.api.reply('/api/v1/comments', answerWith(thread))
    expect(await (await site.get(PAGE)).text()).toMatch(/A moderator reads all of them today\.<\/p>\s*<form/)
  })

  test('answers HEAD as it answers GET, without the body', async () => {
    const get = await site.get(PAGE)
    const head = await site.app.request(PAGE, { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers))
    expect(Number(head.headers.get('content-length'))).toBe((await get.arrayBuffer()).byteLength)
  })

  test.each([
    ['PUT', PAGE, 'GET, HEAD, POST'],
    ['POST', '/', 'GET, HEAD'],
    ['DELETE', '/ru', 'GET, HEAD'],
    ['OPTIONS', '/posts', 'GET, HEAD'],
    ['GET', '/webhooks/ovoz', 'POST'],
    ['POST', '/sitemap.xml', 'GET, HEAD'],
  ])('%s %s is refused, and it is said that %s is taken', async (method, path, allowed) => {
    const answer = await site.app.request(path, { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe(allowed)
  })

  test('is made anew in the next minute, since it says how long ago something was', async () => {
    await site.get(PAGE)
    const find = vi.spyOn(site.ground.rendered, 'keep')
    await site.get(PAGE)
    expect(find).not.toHaveBeenCalled()
    site.clock.now = new Date('2026-11-24T09:01:10Z')
    await site.get(PAGE)
    expect(find).toHaveBeenCalledOnce()
  })
})

describe('addresses', () => {
  test.each([
    ['/posts/', '/posts'],
    ['/en', '/'],
    ['/en/posts?cursor=a', '/posts?cursor=a'],
    ['/ru/', '/ru'],
    ['//evil.example', '/evil.example'],
    ['/en//evil.example', '/evil.example'],
    ['/en///evil.example/', '/evil.example'],
    ['/en/%5Cevil.example', '/%5Cevil.example'],
    ['/en/%2F%2Fevil.example', '/%2F%2Fevil.example'],
    ['/en/en//en/evil.example', '/evil.example'],
    ['/\\evil.example', '/evil.example'],
    ['/en/%0d%0aX-Evil:1', '/%0d%0aX-Evil:1'],
  ])('%s leads to %s', async (path, to) => {
    const answer = await site.app.request(`http://localhost${path}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, to])
    // Whatever a browser makes of it, it stays here.
    expect(new URL(to, 'https://site.example').host).toBe('site.example')
  })

  test.each([
    '/nothing',
    '/posts/%E0%A4%A',
    '/posts/%00',
    '/posts/%FF',
    '/posts/a%2Fb',
    '/ru/%',
    '/fr',
    '/posts/a/b',
  ])('%s is not there', async (path) => {
    const answer = await site.get(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(await answer.text()).toContain('noindex')
  })

  test('what one reader mistyped is shown to no other', async () => {
    await site.get('/first-secret')
    expect(await (await site.get('/second')).text()).not.toContain('first-secret')
  })

  test('is refused when it is longer than any here', async () => {
    expect((await site.get(`/search?q=${'a'.repeat(5000)}`)).status).toBe(414)
  })

  test('POST to another form of an address is not followed', async () => {
    expect((await site.app.request('http://localhost//evil.example', { method: 'POST' })).status).toBe(404)
  })
})

describe('what the API refuses', () => {
  const refuse = (status: number, code: string) => site.api.reply(POST, { status, body: { status, code } })

  test.each([
    [404, 'not-found', 404, 'There is no such page'],
    [410, 'gone', 410, 'This page was taken away'],
    [422, 'invalid', 404, 'There is no such page'],
    [500, 'internal', 500, 'Something went wrong'],
  ])('%i %s becomes a page with %i', async (status, code, shown, words) => {
    refuse(status, code)
    const answer = await site.get(PAGE)
    expect(answer.status).toBe(shown)
    expect(await answer.text()).toContain(words)
    expect(answer.headers.get('etag')).toBeNull()
  })

  test('is said in the language of the address', async () => {
    refuse(410, 'gone')
    expect(await (await site.get(`/ru${PAGE}`)).text()).toContain('Эта страница удалена')
    expect(await (await site.get('/tg/nothing')).text()).toContain('<html lang="tg">')
  })

  test('a value that the API does not take is an address that is not there', async () => {
    site.api.reply('/api/v1/posts', { status: 422, body: { status: 422, code: 'invalid' } })
    expect((await site.get('/posts?cursor=nonsense')).status).toBe(404)
  })

  test.each(['', '/ru', '/tg'])(
    'an article with another address is led to, in the same language (%s)',
    async (prefix) => {
      site.api.reply(POST, {
        status: 301,
        headers: { location: '/api/v1/posts/new-one' },
        body: {
          type: 'posts',
          slug: 'new-one',
          location: '/api/v1/posts/new-one',
          url: 'https://elsewhere.example/x',
        },
      })
      const answer = await site.get(prefix + PAGE)
      expect([answer.status, answer.headers.get('location')]).toEqual([301, `${prefix}/posts/new-one`])
      expect(answer.headers.get('cache-control')).toBe('no-cache')
    },
  )
})

describe('a fault of our own', () => {
  test('is a page that says so, and a line for whoever runs the site, which names no reader', async () => {
    const lines: string[] = []
    const written = vi
      .spyOn(process.stderr, 'write')
      .mockImplementation((line) => lines.push(String(line)) > 0)
    site.api.reply(POST, answerWith({ ...site.post, body: null }))
    const answer = await site.get(`/ru${PAGE}?email=reader@example.org`)
    written.mockRestore()
    expect(answer.status).toBe(500)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain('Что-то пошло не так')
    expect(lines.join('')).toContain('TypeError')
    expect(lines.join('')).not.toContain('reader@example.org')
  })
})

describe('while the CMS is away', () => {
  const goAway = async () => {
    await site.api.close()
    site.ground.source.expire()
  }

  test('a page is shown as it was, says so, and is kept by nobody', async () => {
    const seen = await site.get(PAGE)
    await goAway()
    const shown = await site.get(PAGE)
    expect([seen.status, shown.status]).toEqual([200, 200])
    expect(shown.headers.get('cache-control')).toBe('no-store')
    expect(shown.headers.get('etag')).toBeNull()
    const text = await shown.text()
    expect(text).toContain(site.post.title)
    expect(text).toContain('class="as-of"')
    expect(await seen.text()).not.toContain('class="as-of"')
  })

  test('the day is named where it was not today', async () => {
    await site.get(PAGE)
    await goAway()
    site.clock.now = new Date(Date.now() + 3 * 24 * 60 * 60_000)
    expect(await (await site.get(PAGE)).text()).toMatch(/as it was on \d+ \w+ \d{4}/)
  })

  test('what is not known is not there for the moment, and nobody is told that it does not exist', async () => {
    await site.get(PAGE)
    await goAway()
    const answer = await site.get('/posts/other')
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain('cannot be reached')
  })

  test('started without it, the site still answers', async () => {
    await goAway()
    const answer = await site.get('/')
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('site.example')
    const unknown = await site.get('/nothing')
    expect(unknown.status).toBe(404)
    expect(await unknown.text()).not.toContain('class="as-of"')
  })

  test('when it is back, what was taken down meanwhile is gone', async () => {
    await site.get(PAGE)
    await goAway()
    await site.get(PAGE)
    site.api.reply(POST, { status: 410, body: { status: 410, code: 'gone' } })
    await site.api.open()
    await vi.waitFor(() => expect(site.ground.source.isAway()).toBe(false), 20_000)
    expect((await site.get(PAGE)).status).toBe(410)
  })

  test('a page in trouble alone says so, and the others say nothing', async () => {
    await site.get(PAGE)
    await site.get('/posts')
    site.api.reply(POST, { status: 500, body: { status: 500, code: 'internal' } })
    site.ground.source.expire()
    expect(await (await site.get(PAGE)).text()).toContain('class="as-of"')
    const other = await site.get('/posts')
    expect(await other.text()).not.toContain('class="as-of"')
    expect(other.headers.get('etag')).not.toBeNull()
  })
})

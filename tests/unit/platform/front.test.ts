import { once } from 'node:events'
import { createServer, type IncomingMessage, request as send, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'

import { createRoute, z } from '@hono/zod-openapi'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createRoutes } from '../../../src/platform/api.ts'
import { createCache } from '../../../src/platform/cache.ts'
import { createFront } from '../../../src/platform/front.ts'
import { openRead } from '../../../src/platform/reads.ts'
import { sizeOfVariants, type Variants } from '../../../src/platform/variants.ts'

const routes = createRoutes()
const query = z.object({
  locale: z.string().optional(),
  limit: z.string().optional(),
  q: z.string().optional(),
})
const responses = { 200: { description: 'It.' } }
for (const path of ['/front', '/front/{slug}'])
  openRead(
    routes,
    createRoute({ method: 'get', path, request: { query }, responses }),
    () => new Response() as never,
  )

const BODY = 'Words of the people. '.repeat(100)

/** A front before routes that answer as a test says; whatever it does not answer gets 404 with no `Cache-Status`. */
function scene() {
  const asked: { url: string; headers: Headers }[] = []
  let answer = () =>
    new Response(BODY, { headers: { 'cache-control': 'public, s-maxage=1', 'x-trace-id': 'one' } })
  let tags = ['t']
  const cache = createCache<Variants>({ bytes: 1_000_000, sizeOf: sizeOfVariants })
  const front = createFront({
    basePath: '/api',
    cache,
    freshness: () => null,
    fetch: (request, { uses }) => {
      asked.push({ url: request.url.replace('http://front', ''), headers: request.headers })
      for (const tag of tags) uses.add(tag)
      return answer()
    },
  })
  return {
    asked,
    cache,
    front,
    answerWith: (body: string | null, init: ResponseInit, its = ['t']) => {
      answer = () => new Response(body, init)
      tags = its
    },
  }
}

type Answered = { status: number; headers: Record<string, string | undefined>; body: Buffer }

describe('the front', () => {
  let now = scene()
  const server = createServer((request, response) => {
    if (now.front.answerAtOnce(request, response)) return
    now.front.answer(request, response).then(
      (isAnswered) => void (isAnswered || response.writeHead(404).end()),
      () => response.destroy(),
    )
  })
  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterAll(() => void server.close())
  beforeEach(() => void (now = scene()))

  /** Sends a path as it is, with nothing normalised on the way. */
  async function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answered> {
    const { port } = server.address() as AddressInfo
    const request = send({ port, host: '127.0.0.1', path, method, headers, agent: false }).end()
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    const parts: Buffer[] = []
    for await (const part of response) parts.push(part as Buffer)
    return { status: response.statusCode!, headers: response.headers as Answered['headers'], body: Buffer.concat(parts) } // prettier-ignore
  }
  const statusOf = async (path: string, headers?: Record<string, string>, method?: string) =>
    (await get(path, headers, method)).headers['cache-status'] ?? 'not its own'
  const [hit, miss] = ['ovoz; hit', 'ovoz; fwd=miss']

  it('answers from memory once it has computed', async () => {
    expect([await statusOf('/api/front'), await statusOf('/api/front')]).toEqual([miss, hit])
    const { status, body, headers } = await get('/api/front')
    expect([status, String(body), headers['x-trace-id']]).toEqual([200, BODY, undefined])
    expect(now.asked).toHaveLength(1)
  })

  it('leaves to others what is no public read, or comes with a token', async () => {
    for (const path of ['/api', '/api/', '/api/other', '/api/front/a/b', '/api/front/a.ics', '/front', '*'])
      expect(await statusOf(path)).toBe('not its own')
    expect(await statusOf('/api/front', {}, 'POST')).toBe('not its own')
    expect(await statusOf('/api/front', { authorization: 'Bearer x' })).toBe('not its own')
    await get('/api/front')
    expect(await statusOf('/api/front', { authorization: '' })).toBe('not its own')
    expect(now.cache.size().entries).toBe(1)
  })

  it.each([
    ['unknown parameters', '/api/front?limit=5', '/api/front?utm=x&limit=5&__proto__=1&Limit=6'],
    ['none but unknown parameters', '/api/front', '/api/front?made=up'],
    ['an empty query', '/api/front', '/api/front?'],
    ['their order', '/api/front?limit=5&q=a', '/api/front?q=a&limit=5'],
    ['how they are escaped', '/api/front?q=a%2Fb%20c', '/api/front?q=a/b+c'],
    ['how the path is escaped', '/api/front/water', '/api/front/%77%61ter'],
  ])('does not let %s vary an answer', async (_, one, other) => {
    expect([await statusOf(one), await statusOf(other)]).toEqual([miss, hit])
    expect(now.cache.size().entries).toBe(1)
  })

  it.each([
    ['the value of a parameter', '/api/front?limit=5', '/api/front?limit=6'],
    ['a parameter said twice', '/api/front?limit=5', '/api/front?limit=5&limit=6'],
    ['the order of one said twice', '/api/front?limit=6&limit=5', '/api/front?limit=5&limit=6'],
    ['the path', '/api/front/a', '/api/front/b'],
    ['letters of the path', '/api/front/a', '/api/front/A'],
  ])('lets %s vary it', async (_, one, other) => {
    expect([await statusOf(one), await statusOf(other)]).toEqual([miss, miss])
  })

  it('computes from the bare address and language, and nothing else of a request', async () => {
    await get('/api/front?x=1&limit=5', { cookie: 'a=b', 'x-forwarded-host': 'evil.example', origin: 'https://partner.example', 'accept-language': 'ru-RU, en;q=0.1', 'accept-encoding': 'br' }) // prettier-ignore
    expect(now.asked).toHaveLength(1)
    const [{ url, headers }] = now.asked as [(typeof now.asked)[0]]
    expect([url, [...headers]]).toEqual(['/api/front?limit=5', [['accept-language', 'ru']]])
  })

  it('is not filled by twenty thousand invented parameters, nor computes for them', async () => {
    await get('/api/front')
    const before = now.cache.size()
    const response = { writeHead: () => response, end: () => response } as unknown as ServerResponse
    for (let i = 0; i < 20_000; i++) {
      const request = { method: 'GET', url: `/api/front?p${i}=${i}`, headers: {} } as IncomingMessage
      expect(now.front.answerAtOnce(request, response)).toBe(true)
    }
    expect(now.cache.size()).toEqual(before)
    expect(now.asked).toHaveLength(1)
  })

  describe('in a language', () => {
    it('keeps one answer for each of ours, and says what it depends on', async () => {
      const answers = [
        await get('/api/front', { 'accept-language': 'ru' }),
        await get('/api/front', { 'accept-language': 'ru-RU,ru;q=0.9' }),
        await get('/api/front', { 'accept-language': 'tg' }),
        await get('/api/front', { 'accept-language': 'de' }),
        await get('/api/front', { 'accept-language': 'en' }),
        await get('/api/front'),
        await get('/api/front', { 'accept-language': 'x'.repeat(500) }),
      ]
      expect(answers.map(({ headers }) => headers['cache-status'])).toEqual([
        miss,
        hit,
        miss,
        miss,
        hit,
        hit,
        hit,
      ])
      for (const { headers } of answers) expect(headers.vary).toBe('Accept-Encoding, Origin, Accept-Language')
    })

    it('that the address names, depends on no header', async () => {
      const one = await get('/api/front?locale=ru', { 'accept-language': 'tg' })
      const other = await get('/api/front?locale=ru', { 'accept-language': 'en' })
      expect(other.headers['cache-status']).toBe(hit)
      expect([one, other].map(({ headers }) => headers.vary)).toEqual([
        'Accept-Encoding, Origin',
        'Accept-Encoding, Origin',
      ])
      expect([...now.asked[0]!.headers]).toEqual([])
    })
  })

  describe('towards other sites', () => {
    it('lets allowed ones read, and others not, from one entry', async () => {
      const allowed = await get('/api/front', { origin: 'https://partner.example' })
      const refused = await get('/api/front', { origin: 'https://evil.example' })
      const none = await get('/api/front')
      expect([allowed, refused, none].map(({ headers }) => headers['access-control-allow-origin'])).toEqual([
        'https://partner.example',
        undefined,
        undefined,
      ])
      expect([refused, none].map(({ headers }) => headers['cache-status'])).toEqual([hit, hit])
    })
  })

  describe('in a form', () => {
    it('compresses once, and counts what it keeps', async () => {
      await get('/api/front')
      const before = now.cache.size().bytes
      const first = await get('/api/front', { 'accept-encoding': 'br' })
      expect([first.headers['content-encoding'], String(brotliDecompressSync(first.body))]).toEqual([
        'br',
        BODY,
      ])
      const after = now.cache.size().bytes
      expect(after).toBeGreaterThanOrEqual(before + first.body.length)
      expect(await statusOf('/api/front', { 'accept-encoding': 'br' })).toBe(hit)
      expect(now.cache.size().bytes).toBe(after)
    })

    it('answers HEAD as GET, without the body', async () => {
      const [head, got] = [await get('/api/front', {}, 'HEAD'), await get('/api/front')]
      expect(head.body).toHaveLength(0)
      expect({ ...head.headers, date: '', 'cache-status': '' }).toEqual({
        ...got.headers,
        date: '',
        'cache-status': '',
      })
      expect(got.headers['content-length']).toBe(String(BODY.length))
    })

    it('says that nothing has changed, with all headers but those of a body', async () => {
      const { headers } = await get('/api/front', { 'accept-encoding': 'gzip' })
      const again = await get('/api/front', { 'accept-encoding': 'gzip', 'if-none-match': headers.etag! })
      expect([again.status, again.body.length]).toEqual([304, 0])
      const { etag, vary, 'cache-control': control, 'content-length': length } = again.headers
      expect({ etag, vary, control, length }).toEqual({ etag: headers.etag, vary: headers.vary, control: headers['cache-control'], length: undefined }) // prettier-ignore
      const other = await get('/api/front', {
        'accept-encoding': 'br',
        'if-none-match': `"x", W/${headers.etag}`,
      })
      expect(other.status).toBe(304)
      expect((await get('/api/front', { 'if-none-match': '"x"' })).status).toBe(200)
    })
  })

  it.each<[what: string, init: ResponseInit, tags: string[]]>([
    ['an error', { status: 404 }, ['t']],
    ['a refusal', { status: 422 }, ['t']],
    ['a way to somewhere else', { status: 301, headers: { location: '/x' } }, ['t']],
    ['a fault of ours', { status: 500 }, ['t']],
    ['what is private', { headers: { 'cache-control': 'private, no-store' } }, ['t']],
    ['what may not be kept', { headers: { 'cache-control': 'no-store' } }, ['t']],
    ['what does not say what it is made of', {}, []],
  ])('keeps not %s', async (_, init, tags) => {
    now.answerWith('{}', init, tags)
    const both = [await get('/api/front'), await get('/api/front')]
    expect(both.map(({ status, headers }) => [status, headers['cache-status']])).toEqual([
      [init.status ?? 200, miss],
      [init.status ?? 200, miss],
    ])
    expect(now.cache.size().entries).toBe(0)
  })

  it.each([
    '/api/front/%',
    '/api/front/%zz',
    '/api/front/%ff',
    '/api/front/%2e%2e',
    '/api/front/%2F',
    '/api/front/%00',
    '/api/front/%ED%A0%80',
    '/api/front?q=%',
    '/api/front?q=%ff%zz',
    '/api/front?&&==&q',
    '/api/front?limit=%00',
    `/api/front/${'a'.repeat(12_000)}`,
    `/api/front?q=${'%61'.repeat(4000)}`,
    `/api/front?${'&'.repeat(12_000)}`,
  ])('answers %.60s without falling', async (path) => {
    expect([200, 404]).toContain((await get(path)).status)
    expect((await get('/api/front?limit=1')).status).toBe(200)
  })
})

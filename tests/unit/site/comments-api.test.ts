import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { example, openSite, type OpenSite, SLUG } from './open-site.ts'

const COMMENTS = '/api/v1/comments'
const ID = '0193508f-2c4e-7c6b-9f01-6d7f5a2b8c10'
const JSON_TYPE = { 'Content-Type': 'application/json' }

let site: OpenSite

beforeEach(async () => {
  site = await openSite()
  site.api.reply(`${COMMENTS}/${ID}`, { body: example('SingleComment') })
})
afterEach(() => site.close())

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  site.app.request(path, {
    method,
    headers: { ...(body !== undefined && JSON_TYPE), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })

describe('what is handed on', () => {
  test('the thread, with the parameters that mean something', async () => {
    const answer = await site.get(
      `${COMMENTS}?on=posts/${SLUG}&order=newest&limit=5&locale=ru&token=x&a[b]=c`,
    )
    expect(await answer.json()).toMatchObject({ on: `posts/${SLUG}` })
    expect(site.api.asked.at(-1)!.path).toBe(`${COMMENTS}?on=posts%2F${SLUG}&order=newest&limit=5&locale=ru`)
  })

  test('of the headers only those that the API needs, and none that says who a reader is', async () => {
    await send(
      'POST',
      COMMENTS,
      { on: `posts/${SLUG}`, body: 'Yes' },
      {
        'Idempotency-Key': 'key-1',
        'Accept-Language': 'tg',
        Cookie: 'a=1',
        'X-Forwarded-For': '192.0.2.1',
        'User-Agent': 'A rare browser',
        Origin: 'https://evil.example',
        Referer: 'https://site.example/?own=1.secret',
      },
    )
    const { headers, body } = site.api.asked.at(-1)!
    expect(headers).toMatchObject({ 'idempotency-key': 'key-1', 'accept-language': 'tg' })
    expect(JSON.stringify(headers)).not.toMatch(/192\.0\.2\.1|rare browser|evil|secret|a=1/)
    expect(JSON.parse(body)).toEqual({ on: `posts/${SLUG}`, body: 'Yes' })
  })

  test('of the answer only what the element needs', async () => {
    site.api.reply(COMMENTS, {
      headers: {
        etag: '"1"',
        'cache-control': 'public, max-age=0, s-maxage=1',
        'set-cookie': 'a=1',
        'access-control-allow-origin': '*',
        server: 'Something 1.0',
      },
      body: example('Thread'),
    })
    const { headers } = await site.get(COMMENTS)
    expect(headers.get('etag')).toBe('"1"')
    expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1')
    for (const name of ['set-cookie', 'access-control-allow-origin', 'server'])
      expect(headers.has(name)).toBe(false)
    const known = await site.get(COMMENTS, { 'If-None-Match': '"1"' })
    expect([known.status, await known.text()]).toEqual([304, ''])
  })

  test('a refusal, as the API says it', async () => {
    site.api.reply(COMMENTS, {
      status: 422,
      body: { code: 'invalid', status: 422, errors: [{ field: 'email' }] },
    })
    const answer = await send('POST', COMMENTS, {})
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'email' }] })
  })
})

describe('what is of one reader', () => {
  test('is kept by nobody', async () => {
    site.api.reply(`${COMMENTS}/${ID}`, { headers: { 'cache-control': 'public, max-age=60' }, body: {} })
    const own = await site.get(`${COMMENTS}/${ID}`, { Authorization: 'Bearer token' })
    expect(own.headers.get('cache-control')).toBe('private, no-store')
    expect(site.api.asked.at(-1)!.headers.authorization).toBe('Bearer token')
    const sent = await send('POST', COMMENTS, {})
    expect(sent.headers.get('cache-control')).toBe('private, no-store')
  })

  test.each([
    ['POST', COMMENTS, 202],
    ['PATCH', `${COMMENTS}/${ID}`, 200],
    ['DELETE', `${COMMENTS}/${ID}`, 204],
  ])('%s %s drops what is kept, where it succeeds', async (method, path, status) => {
    const expire = vi.spyOn(site.ground.source, 'expire')
    site.api.reply(path, { status: 409, body: { code: 'conflict', status: 409 } })
    expect((await send(method, path)).status).toBe(409)
    expect(expire).not.toHaveBeenCalled()
    site.api.reply(path, status === 204 ? { status } : { status, body: {} })
    expect((await send(method, path)).status).toBe(status)
    expect(expire).toHaveBeenCalledOnce()
  })
})

test.each([
  ['GET', '/api/v1/posts', 404],
  ['GET', '/api/v1/preview?token=x', 404],
  ['GET', '/api/graphql', 404],
  ['POST', '/api/v1/webhooks', 404],
  ['GET', `${COMMENTS}/${ID}/more`, 404],
  ['GET', `${COMMENTS}/..%2Fposts`, 404],
  ['GET', `${COMMENTS}/%2e%2e/posts`, 404],
  ['PUT', COMMENTS, 405],
  ['DELETE', COMMENTS, 405],
  ['POST', '/api/v1/site', 405],
])('%s %s is no door: %i', async (method, path, status) => {
  const before = site.api.asked.length
  expect((await send(method, path)).status).toBe(status)
  expect(site.api.asked.slice(before).map((one) => one.path)).not.toContain(path)
})

test('more than 64 KiB is refused in words, and never gets to the API', async () => {
  const answer = await send('POST', COMMENTS, 'x'.repeat(64 * 1024 + 1))
  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({
    code: 'too-large',
    detail: 'This is longer than a comment may be.',
  })
  expect(site.api.timesAsked(COMMENTS)).toBe(0)
})

describe('while the API is away', () => {
  test.each([
    ['en', `${COMMENTS}?locale=en`, {}],
    ['ru', `${COMMENTS}?locale=ru`, {}],
    ['tg', COMMENTS, { 'Accept-Language': 'fr, tg;q=0.9, ru;q=0.5' }],
  ])('it is said so, in the language of the reader (%s)', async (locale, path, headers) => {
    await site.api.close()
    const answer = await send('POST', path, {}, headers)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.headers.get('retry-after')).toBe('5')
    const { code, detail } = (await answer.json()) as { code: string; detail: string }
    expect(code).toBe('unavailable')
    expect(detail).toMatch({ en: /cannot be reached/, ru: /недоступен/, tg: /алоқа нест/ }[locale]!)
  })

  test('the page of a proxy is not handed on', async () => {
    site.api.reply(COMMENTS, {
      status: 502,
      headers: { 'content-type': 'text/html' },
      body: '<h1>Bad gateway',
    })
    const answer = await site.get(COMMENTS)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json'])
  })
})

import { describe, expect, it } from 'vitest'

import { createClient, OvozError } from '../../../src/client/index.ts'
import { thrownBy } from '../any.ts'

type Sent = { url: string; init: RequestInit }

/** A client of a server that answers the given answers in turn, and what it was sent. */
function clientOf(answers: Response[], options: { locale?: 'ru' } = {}) {
  const sent: Sent[] = []
  const fetch = ((url: string, init: RequestInit) => {
    sent.push({ url, init })
    return Promise.resolve(answers.shift()!)
  }) as typeof globalThis.fetch
  return { ovoz: createClient({ url: 'https://cms.example.org/', fetch, ...options }), sent }
}

const refusalOf = async (response: Response) => {
  const { ovoz } = clientOf([response])
  const error = await ovoz.posts.get('a').catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(OvozError)
  return error as OvozError
}

describe('a call', () => {
  it('goes to the address with everything asked for, and with nothing that is undefined', async () => {
    const { ovoz, sent } = clientOf([Response.json({}), Response.json({})])
    await ovoz.posts.list({ limit: 5, tag: 'вода & 1', cursor: undefined })
    await ovoz.posts.get('a/../b?c')
    expect(sent.map(({ url }) => url)).toEqual([
      'https://cms.example.org/api/v1/posts?limit=5&tag=%D0%B2%D0%BE%D0%B4%D0%B0+%26+1',
      'https://cms.example.org/api/v1/posts/a%2F..%2Fb%3Fc',
    ])
  })

  it('asks for the language of the client unless it names its own', async () => {
    const { ovoz, sent } = clientOf([Response.json({}), Response.json({}), Response.json({})], {
      locale: 'ru',
    })
    await ovoz.site()
    await ovoz.site({ locale: 'tg' })
    await ovoz.comments.submit({ on: 'posts/a', body: 'x' })
    expect(sent.slice(0, 2).map(({ url }) => new URL(url).search)).toEqual(['?locale=ru', '?locale=tg'])
    expect(JSON.parse(sent[2]!.init.body as string)).toEqual({ locale: 'ru', on: 'posts/a', body: 'x' })
  })

  it('sends the key and the token where they belong', async () => {
    const { ovoz, sent } = clientOf([
      Response.json({}),
      Response.json({}),
      new Response(null, { status: 204 }),
    ])
    await ovoz.comments.submit({ on: 'posts/a', body: 'x' }, { idempotencyKey: 'k' })
    await ovoz.comments.edit('c', 't', { body: 'y' })
    expect(await ovoz.comments.withdraw('c', 't')).toBeUndefined()
    expect(sent.map(({ init }) => [init.method, init.headers])).toEqual([
      ['POST', { 'Content-Type': 'application/json', 'Idempotency-Key': 'k' }],
      ['PATCH', { 'Content-Type': 'application/json', Authorization: 'Bearer t' }],
      ['DELETE', { Authorization: 'Bearer t' }],
    ])
  })

  it('gives text where the answer is not JSON', async () => {
    const { ovoz } = clientOf([new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })])
    expect(await ovoz.get('/docs')).toBe('<!doctype html>')
  })
})

describe('all entries of a list', () => {
  it('come page by page, each asked for when it is wanted', async () => {
    const page = (items: number[], nextCursor: string | null) =>
      Response.json({ items, nextCursor, total: 3 })
    const { ovoz, sent } = clientOf([page([1, 2], 'next'), page([3], null)])
    const all = ovoz.tags.all({ limit: 2 })
    expect([(await all.next()).value, (await all.next()).value, sent.length]).toEqual([1, 2, 1])
    expect([(await all.next()).value, (await all.next()).done]).toEqual([3, true])
    expect(sent.map(({ url }) => new URL(url).search)).toEqual(['?limit=2', '?limit=2&cursor=next'])
  })
})

describe('a refusal', () => {
  it('has what the problem says', async () => {
    const errors = [{ field: 'email', code: 'required', message: 'This field is required.' }]
    const problem = { code: 'invalid', detail: 'Some values are not acceptable.', traceId: 't', errors }
    const headers = { 'Content-Type': 'application/problem+json' }
    const error = await refusalOf(new Response(JSON.stringify(problem), { status: 422, headers }))
    expect(error).toMatchObject({ code: 'invalid', status: 422, errors, traceId: 't', retryAfter: null })
    expect(error.message).toBe(problem.detail)
  })

  it('says when it is worth coming back', async () => {
    const headers = { 'Content-Type': 'application/problem+json', 'Retry-After': '7' }
    const error = await refusalOf(new Response('{"code":"throttled"}', { status: 429, headers }))
    expect(error).toMatchObject({ code: 'throttled', retryAfter: 7 })
  })

  it.each([
    ['<h1>Bad gateway</h1>', 'text/html'],
    ['{', 'application/json'],
    ['', 'text/plain'],
  ])('by somebody in between is unknown: %j', async (body, type) => {
    const error = await refusalOf(new Response(body, { status: 502, headers: { 'Content-Type': type } }))
    expect(error).toMatchObject({ code: 'unknown', status: 502, errors: [], traceId: null })
  })

  it('of the network passes as it is', async () => {
    const fault = new TypeError('fetch failed')
    const ovoz = createClient({ url: 'https://cms.example.org', fetch: () => Promise.reject(fault) })
    await expect(ovoz.site()).rejects.toBe(fault)
  })
})

it('an address that is none is told at the first call, not swallowed', async () => {
  expect(thrownBy(() => createClient({ url: 'cms' }))).toBeUndefined()
  await expect(createClient({ url: 'cms' }).site()).rejects.toThrow(TypeError)
})

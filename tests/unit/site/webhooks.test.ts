import { createHmac } from 'node:crypto'
import type { AddressInfo } from 'node:net'

import { serve, type ServerType } from '@hono/node-server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { answerWith, openSite, type OpenSite, SLUG } from './open-site.ts'

const KEY = Buffer.alloc(32, 'a key for tests ')
const SECRET = `whsec_${KEY.toString('base64')}`
const MESSAGE = JSON.stringify({
  type: 'post.updated',
  timestamp: '2026-11-27T09:00:00.000Z',
  data: { type: 'posts', id: '8f0c', slug: SLUG, formerSlug: null, locales: ['en'] },
})

type Signing = { body?: string; key?: Buffer; at?: number }

/** The headers of a message, as docs/webhooks.md says that they are made. */
function sign({ body = MESSAGE, key = KEY, at = Date.now() }: Signing = {}): Record<string, string> {
  const id = 'msg_1'
  const time = String(Math.floor(at / 1000))
  const mark = createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': `v1,${mark}` }
}

let site: OpenSite

beforeEach(async () => {
  site = await openSite({ WEBHOOK_SECRET: SECRET })
})
afterEach(() => site.close())

const send = (headers: Record<string, string>, body: BodyInit = MESSAGE) =>
  site.app.request('/webhooks/ovoz', { method: 'POST', headers, body })

test('a message that Ovoz signed drops at once what is kept', async () => {
  await site.get(`/posts/${SLUG}`)
  site.api.reply(`/api/v1/posts/${SLUG}`, answerWith({ ...site.post, title: 'Changed this moment' }))
  const answer = await send(sign())
  expect([answer.status, await answer.text()]).toEqual([204, ''])
  expect(await (await site.get(`/posts/${SLUG}`)).text()).toContain('Changed this moment')
})

test('the same message again does no harm', async () => {
  const headers = sign()
  expect((await send(headers)).status).toBe(204)
  expect((await send(headers)).status).toBe(204)
})

describe('is refused, and nothing is dropped:', () => {
  const forged = (name: string, value: string) => ({ ...sign(), [name]: value })
  test.each([
    ['without a signature', {}],
    ['signed with another key', sign({ key: Buffer.alloc(32, 'another key') })],
    ['with a signature of other words', sign({ body: '{}' })],
    ['with another id than was signed', forged('webhook-id', 'msg_2')],
    ['with a time that is no number', forged('webhook-timestamp', 'now')],
    ['from six minutes ago', sign({ at: Date.now() - 6 * 60_000 })],
    ['from six minutes ahead', sign({ at: Date.now() + 6 * 60_000 })],
    ['with an empty signature', forged('webhook-signature', 'v1,')],
  ])('%s', async (_name, headers) => {
    const expire = vi.spyOn(site.ground.source, 'expire')
    const answer = await send(headers)
    expect(answer.status).toBe(401)
    expect(await answer.text()).toMatch(/signature does not fit/)
    expect(expire).not.toHaveBeenCalled()
  })
})

test('the very bytes are what is signed', async () => {
  expect((await send(sign(), `${MESSAGE} `)).status).toBe(401)
  const body = '{"type":"post.updated","data":{"slug":"вода"}}'
  expect((await send(sign({ body }), body)).status).toBe(204)
})

test('GET is refused', async () => {
  expect((await site.get('/webhooks/ovoz')).status).toBe(405)
})

test('without a secret it says how to set one', async () => {
  const other = await openSite()
  const answer = await other.app.request('/webhooks/ovoz', { method: 'POST', headers: sign(), body: MESSAGE })
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('WEBHOOK_SECRET=whsec_')
  await other.close()
})

describe('over the network', () => {
  let server: ServerType
  let url: string
  beforeEach(async () => {
    server = await new Promise((resolve) => {
      const one = serve(
        { fetch: site.app.fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false },
        () => resolve(one),
      )
    })
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/ovoz`
  })
  afterEach(() => new Promise((resolve) => server.close(resolve)))

  const inParts = (parts: string[]) =>
    new ReadableStream({
      start(controller) {
        for (const part of parts) controller.enqueue(new TextEncoder().encode(part))
        controller.close()
      },
    })
  const post = (init: RequestInit) => fetch(url, { method: 'POST', duplex: 'half', ...init } as RequestInit)

  test('a message of unknown length is taken in parts', async () => {
    const body = inParts([MESSAGE.slice(0, 20), MESSAGE.slice(20)])
    expect((await post({ headers: sign(), body })).status).toBe(204)
  })

  test('an empty one is refused like any that nobody signed', async () => {
    expect((await post({})).status).toBe(401)
  })

  test.each([
    ['says so', 'x'.repeat(70_000)],
    ['does not say so', inParts(Array.from({ length: 70 }, () => 'x'.repeat(1000)))],
  ])('one that is too large is refused, also when it %s', async (_name, body) => {
    expect((await post({ headers: sign(), body })).status).toBe(413)
  })
})

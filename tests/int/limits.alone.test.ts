import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, request as ask, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

vi.hoisted(() => void (process.env.LIMITS = 'on'))

import { createDoors } from '../../src/doors.ts'
import { limitStore } from '../../src/platform/limit-store.ts'
import { take } from '../../src/platform/limiter.ts'
import { countsOf, LIMITS, type LimitName, type Rule } from '../../src/platform/limits.ts'
import { networkMarkOf, NETWORK_HEADER } from '../../src/platform/network.ts'
import { readNetwork } from '../../src/platform/network-address.ts'
import { READER_HEADER, signReader } from '../../src/platform/reader-network.ts'
import { settings } from '../../src/platform/settings.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment as approved, publish, written } from '../support/posts.ts'
import { startSecond } from '../support/second.ts'

const MOST = LIMITS.submit[0].count
const SECRET = `whsec_${Buffer.alloc(32, 'shared').toString('base64')}`

type Reply = { status: number; headers: Record<string, any>; text: string; body: any }

describe(`limits for strangers (${engine})`, () => {
  const ovoz = useOvoz()
  let server: Server
  let port = 0
  let unique = 0
  let network = 10

  /** Asks all doors, from an address of this machine (127.0.0.0/8). */
  function send(
    path: string,
    {
      method = 'GET',
      body,
      from = '127.0.0.1',
      headers = {},
      to = port,
    }: {
      method?: string
      body?: object | string
      from?: string
      headers?: Record<string, string>
      to?: number
    } = {},
  ): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const outgoing = ask({
        host: '127.0.0.1',
        port: to,
        path,
        method,
        localAddress: from,
        agent: false,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      })
      outgoing.once('error', reject)
      outgoing.once('response', (incoming) => {
        let text = ''
        incoming.on('data', (part) => (text += String(part)))
        incoming.once('end', () => {
          const isJson = /json/.test(incoming.headers['content-type'] ?? '')
          resolve({
            status: incoming.statusCode!,
            headers: incoming.headers,
            text,
            body: isJson ? JSON.parse(text) : null,
          })
        })
      })
      outgoing.end(typeof body === 'object' ? JSON.stringify(body) : body)
    })
  }
  const comment = () =>
    written('posts/hello', { body: `Words ${++unique}`, email: `reader${unique}@readers.example` })
  const submit = (more: Parameters<typeof send>[1] = {}) =>
    send('/api/v1/comments', { method: 'POST', body: comment(), ...more })
  /** An address nobody has asked from. */
  const stranger = () => `127.0.1.${++network}`
  const markOf = (address: string) =>
    networkMarkOf({ headers: {}, socket: { remoteAddress: address } } as Parameters<typeof networkMarkOf>[0])
  /** Uses a limit up, without the work that each request is. */
  async function useUp(name: LimitName, from: string) {
    const [{ count }] = LIMITS[name] as readonly [Rule]
    const who = { network: markOf(from) }
    for (let i = 0; i < count; i++) expect((await take({ payload: ovoz.payload, name, who })).wait).toBeNull()
  }

  beforeAll(async () => {
    await publish(ovoz, { title: 'Hello' })
    server = createServer(createDoors(ovoz.payload).answer).listen(0, '0.0.0.0')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  })
  afterEach(() => {
    settings.TRUST_PROXY.length = 0
    Object.assign(settings, { SITE_WEBHOOK_URL: undefined, SITE_WEBHOOK_SECRET: undefined })
  })
  afterAll(() => void server.close())

  it('lets as many comments through as the rule says, at once or one by one, and says when to come back', async () => {
    const from = stranger()
    const answers = await Promise.all(Array.from({ length: MOST + 10 }, () => submit({ from })))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 202)).toHaveLength(MOST)
    expect(statuses.filter((status) => status === 429)).toHaveLength(10)
    const late = await submit({ from, headers: { 'accept-language': 'ru' } })
    expect(late.status).toBe(429)
    expect(late.headers['content-type']).toBe('application/problem+json')
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(LIMITS.submit[0].seconds - 120)
    expect(Number(late.headers['retry-after'])).toBeLessThanOrEqual(LIMITS.submit[0].seconds)
    expect(late.body).toMatchObject({ code: 'throttled', status: 429 })
    expect(late.body.detail).toMatch(/^Из вашей сети пришло слишком много запросов\. .* через \d+ мин\.$/)
    // Somebody else notices nothing.
    expect((await submit({ from: stranger() })).status).toBe(202)
  })

  it('answers what is sent twice as before, and counts it once', async () => {
    const from = stranger()
    const body = comment()
    const headers = { 'idempotency-key': `key ${from}` }
    const first = await submit({ from, body, headers })
    for (let i = 0; i < 5; i++) {
      const again = await submit({ from, body, headers })
      expect(again.status).toBe(202)
      expect(again.headers['idempotent-replayed']).toBe('true')
      expect(again.body.id).toBe(first.body.id)
    }
    const statuses: number[] = []
    for (let i = 1; i < MOST + 1; i++) statuses.push((await submit({ from })).status)
    expect(statuses).toEqual([...Array<number>(MOST - 1).fill(202), 429])
    const late = await submit({ from, body, headers })
    expect([late.status, late.body.id]).toEqual([202, first.body.id])
  })

  it('does not count what a reader has to mend', async () => {
    const from = stranger()
    for (let i = 0; i < MOST + 5; i++)
      expect((await submit({ from, body: { ...comment(), body: '' } })).status).toBe(422)
    expect((await submit({ from })).status).toBe(202)
  })

  it('counts one address from one network, and keeps nobody from writing who has it', async () => {
    const most = LIMITS.submit[2].count
    const one = () => ({ ...comment(), email: 'one@readers.example' })
    const from = stranger()
    for (let i = 0; i < most; i++) expect((await submit({ from, body: one() })).status).toBe(202)
    expect((await submit({ from, body: one() })).status).toBe(429)
    expect((await submit({ from: stranger(), body: one() })).status).toBe(202)
  })

  it('is not moved by a forged X-Forwarded-For', async () => {
    const from = stranger()
    const forged = () => ({
      'x-forwarded-for': `198.51.100.${++unique % 250}`,
      forwarded: 'for=198.51.100.1',
      'x-real-ip': '198.51.100.2',
      [NETWORK_HEADER]: `made up ${unique}`,
    })
    for (let i = 0; i < MOST; i++) expect((await submit({ from, headers: forged() })).status).toBe(202)
    expect((await submit({ from, headers: forged() })).status).toBe(429)
  })

  it('counts the network that a listed proxy names, whatever stands in front of it', async () => {
    settings.TRUST_PROXY.push(readNetwork('127.0.0.9')!)
    const through = (reader: string) =>
      submit({ from: '127.0.0.9', headers: { 'x-forwarded-for': `10.${++unique % 250}.0.1, ${reader}` } })
    for (let i = 0; i < MOST; i++) expect((await through('203.0.113.5')).status).toBe(202)
    expect((await through('203.0.113.5')).status).toBe(429)
    expect((await through('203.0.113.6')).status).toBe(202)
  })

  describe('of readers whose forms the site hands on', () => {
    const said = (peer: string, { secret = SECRET, at = Date.now() } = {}) => {
      const text = Buffer.from(JSON.stringify({ peer })).toString('base64url')
      return { [READER_HEADER]: `${at}.${text}.${signReader(secret, String(at), text)}` }
    }
    const site = () =>
      Object.assign(settings, { SITE_WEBHOOK_URL: 'http://127.0.0.1:3001/hook', SITE_WEBHOOK_SECRET: SECRET })

    it('counts the reader, as the site says with the secret that the two share', async () => {
      site()
      const from = stranger()
      for (let i = 0; i < MOST; i++)
        expect((await submit({ from, headers: said('203.0.113.77') })).status).toBe(202)
      expect((await submit({ from, headers: said('203.0.113.77') })).status).toBe(429)
      expect((await submit({ from, headers: said('203.0.113.78') })).status).toBe(202)
      // The same reader, without the site.
      settings.TRUST_PROXY.push(readNetwork('127.0.0.9')!)
      const direct = { from: '127.0.0.9', headers: { 'x-forwarded-for': '203.0.113.77' } }
      expect((await submit(direct)).status).toBe(429)
    })

    it('hears each of their networks once on a comment that they report', async () => {
      site()
      const { id } = await approved(ovoz, 'posts/hello')
      const report = (peer: string) =>
        send(`/api/v1/comments/${id}/reports`, {
          method: 'POST',
          body: { reason: 'spam' },
          headers: said(peer),
        })
      for (const peer of ['203.0.113.81', '203.0.113.82', '203.0.113.81'])
        expect((await report(peer)).status).toBe(202)
      const where = { comment: { equals: id } }
      const { totalDocs } = await ovoz.payload.count({ collection: 'reports', where, overrideAccess: true })
      expect(totalDocs).toBe(2)
    })

    it.each([
      ['another secret', () => said('203.0.113.90', { secret: `${SECRET}x` })],
      ['an old time', () => said('203.0.113.91', { at: Date.now() - 10 * 60_000 })],
      ['no signature', () => ({ [READER_HEADER]: `${Date.now()}.e30` })],
    ])('counts who asks, where the word of the site has %s', async (_, forged) => {
      site()
      const from = stranger()
      await useUp('submit', from)
      expect((await submit({ from, headers: forged() as Record<string, string> })).status).toBe(429)
    })
  })

  it.each<[LimitName, string, string, object | undefined]>([
    ['edit', 'PATCH', '/api/v1/comments/0198a000-0000-7000-8000-000000000000', { body: 'Guess' }],
    ['edit', 'DELETE', '/api/v1/comments/%30198a000-0000-7000-8000-000000000000', undefined],
    ['report', 'POST', '/api/v1/comments/0198a000-0000-7000-8000-000000000000/reports', { reason: 'spam' }],
    ['form-token', 'GET', '/api/v1/comments/form-token?on=posts/hello', undefined],
    ['privacy', 'POST', '/api/v1/privacy/requests', { email: 'a@readers.example', kind: 'copy' }],
    ['preview', 'GET', '/api/v1/preview?token=guess', undefined],
    ['mail', 'POST', '/mail/stop/guess', undefined],
    ['moderate', 'POST', '/moderate/guess', undefined],
    ['forgot', 'POST', '/api/users/forgot-password', { email: 'a@readers.example' }],
    ['reset', 'POST', '/api/users/reset-password', { token: 'guess', password: 'guess' }],
    ['staff-door', 'GET', '/api/posts', undefined],
    ['staff-door', 'POST', '/api/graphql', { query: '{ Posts { totalDocs } }' }],
  ])('of “%s” end at %s %s', async (name, method, path, body) => {
    const from = stranger()
    const ask = () =>
      send(path, { method, from, ...(body && { body }), headers: { 'accept-language': 'tg' } })
    if (!['forgot', 'reset'].includes(name)) expect((await ask()).status).not.toBe(429)
    await limitStore(ovoz.payload).purge(Date.now() + 10 * 86_400_000)
    await useUp(name, from)
    const { status, headers, text } = await ask()
    expect(status).toBe(429)
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(text).toContain('Аз шабакаи шумо')
  })

  it('closes the public door to a network that sends what is at fault, again and again', async () => {
    const from = stranger()
    await useUp('fault', from)
    const faulty = { from, body: '{' }
    expect((await submit(faulty)).status).toBe(400)
    const { status, headers } = await submit({ from })
    expect([status, headers['retry-after']]).toEqual([429, expect.stringMatching(/^\d+$/)])
    expect((await send('/api/v1/comments?on=posts/hello', { from })).status).toBe(200)
  })

  it('lets pages of the site and of partners read that they have to wait', async () => {
    const from = stranger()
    await useUp('form-token', from)
    const { status, headers } = await send('/api/v1/comments/form-token?on=posts/hello', {
      from,
      headers: { origin: 'https://partner.example' },
    })
    expect([status, headers['access-control-allow-origin']]).toEqual([429, 'https://partner.example'])
  })

  it('begin anew once their time is over, and are forgotten', async () => {
    const store = limitStore(ovoz.payload)
    const counts = countsOf('report', { network: 'a network' })
    const now = Date.now()
    for (let i = 0; i < 30; i++) await store.add(counts, now)
    const [ten, hour] = await store.add(counts, now + LIMITS.report[0].seconds * 1000)
    expect([ten!.count, hour!.count]).toEqual([1, 21])
    await store.purge(now + LIMITS.report[1].seconds * 1000 + 1)
    expect((await store.add(counts, now)).map(({ count }) => count)).toEqual([1, 1])
  })

  it('keep nothing that names a reader', async () => {
    const from = stranger()
    await submit({ from, body: { ...comment(), email: 'seeded-secret@readers.example' } })
    const dump = await ovoz.dump()
    expect(dump).not.toContain('seeded-secret@readers.example')
    expect(dump).not.toContain(from)
  })

  describe('in two processes', () => {
    let child: ChildProcess
    let other = 0
    beforeAll(async () => {
      ;({ child, port: other } = await startSecond({ LIMITS: 'on' }))
    })
    afterAll(() => void child.kill())

    it('are the same limits, however they are asked', async () => {
      const from = stranger()
      const answers = await Promise.all(
        Array.from({ length: MOST + 12 }, (_, i) => submit({ from, to: i % 2 ? other : port })),
      )
      expect(answers.filter(({ status }) => status === 202)).toHaveLength(MOST)
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(12)
      for (const to of [port, other]) expect((await submit({ from, to })).status).toBe(429)
    })
  })
})

import { once } from 'node:events'
import { createServer, request as ask, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

vi.hoisted(() =>
  Object.assign(process.env, { LIMITS: 'on', METRICS_TOKEN: 'a-token-of-thirty-two-characters' }),
)
// The panel itself is not asked: what comes as far as it is what it does not know.
vi.mock('next', () => ({
  default: () => ({
    prepare: async () => undefined,
    getRequestHandler: () => async (_: unknown, response: ServerResponse) => {
      response.writeHead(404, { 'content-type': 'text/html' })
      response.end('There is no such page.')
    },
    getUpgradeHandler: () => undefined,
  }),
}))

import { createDoors } from '../../src/doors.ts'
import { take } from '../../src/platform/limiter.ts'
import { LIMITS } from '../../src/platform/limits.ts'
import { settings } from '../../src/platform/settings.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, publish } from '../support/posts.ts'
import { until } from '../support/server.ts'

type Reply = { status: number; type: string | undefined; text: string }
const LINE = /^[a-z_]+(\{[a-z]+="[^"\\\n]*"(,[a-z]+="[^"\\\n]*")*\})? \d+(\.\d+)?(e-?\d+)?$/

describe(`the figures of a server (${engine})`, () => {
  const ovoz = useOvoz()
  let server: Server
  let port = 0
  /** Later than it is, in milliseconds: what is remembered is over then. */
  let later = 0
  const realNow = Date.now.bind(Date)

  function send(path: string, { method = 'GET', headers = {} } = {}): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const outgoing = ask({ host: '127.0.0.1', port, path, method, agent: false, headers })
      outgoing.once('error', reject)
      outgoing.once('response', (incoming) => {
        let text = ''
        incoming.on('data', (part) => (text += String(part)))
        incoming.once('end', () =>
          resolve({ status: incoming.statusCode!, type: incoming.headers['content-type'], text }),
        )
      })
      outgoing.end()
    })
  }
  async function figures(): Promise<Map<string, number>> {
    const { text } = await send('/metrics')
    const lines = text.split('\n').filter((line) => line && !line.startsWith('#'))
    return new Map(
      lines.map((line) => {
        const at = line.lastIndexOf(' ')
        return [line.slice(0, at), Number(line.slice(at + 1))]
      }),
    )
  }
  /** As they are now, not as they were a moment ago. */
  const freshFigures = () => {
    later += 5001
    return figures()
  }

  beforeAll(async () => {
    await publish(ovoz, { title: 'Hello' })
    server = createServer(createDoors(ovoz.payload).answer).listen(0, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + later)
  })
  afterEach(() => void Object.assign(settings, { METRICS_TOKEN: process.env.METRICS_TOKEN }))
  afterAll(() => {
    vi.restoreAllMocks()
    server.close()
  })

  it('are text that Prometheus reads, each named once, with nothing of readers and no addresses in them', async () => {
    const { id } = await comment(ovoz, 'posts/hello', { email: 'firuza@readers.example', status: 'pending' })
    await send('/api/v1/posts/hello?q=firuza@readers.example')
    await send('/mail/secret-key/x')
    const { status, type, text } = await send('/metrics')
    expect(status).toBe(200)
    expect(type).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(text.endsWith('\n')).toBe(true)
    const lines = text.trimEnd().split('\n')
    expect(lines.filter((line) => !line.startsWith('# ') && !LINE.test(line))).toEqual([])
    const named = lines.filter((line) => line.startsWith('# TYPE ')).map((line) => line.split(' ')[2])
    expect(new Set(named).size).toBe(named.length)
    expect(text).toContain('ovoz_info{version="0.1.0"')
    expect(text).not.toMatch(/firuza|readers\.example|secret-key|hello|127\.0\.0\.1|metrics/)
    expect(text).not.toContain(id)
    expect(text).not.toContain(process.env.METRICS_TOKEN)
  })

  it.each([
    ['x-forwarded-for', '127.0.0.1'],
    ['forwarded', 'for=127.0.0.1'],
    ['x-real-ip', '127.0.0.1'],
    ['host', 'cms.example.org'],
    ['authorization', 'Bearer another-token-of-its-own-length-x', '203.0.113.9'],
  ])('are for strangers an address there is not: %s', async (name, value, forwarded?: string) => {
    const headers = { [name]: value, ...(forwarded && { 'x-forwarded-for': forwarded }) }
    const unknown = await send('/no-such-page', { headers })
    expect(unknown.status).toBe(404)
    expect(await send('/metrics', { headers })).toEqual(unknown)
    Object.assign(settings, { METRICS_TOKEN: undefined })
    expect(await send('/metrics', { headers })).toEqual(unknown)
  })

  it('are told from anywhere to who has the token', async () => {
    const headers = {
      'x-forwarded-for': '198.51.100.7',
      host: 'cms.example.org',
      authorization: `Bearer ${process.env.METRICS_TOKEN}`,
    }
    expect((await send('/metrics', { headers })).text).toContain('ovoz_uptime_seconds ')
    expect(await send('/metrics', { headers, method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
    expect((await send('/metrics', { headers, method: 'POST' })).status).toBe(404)
    expect((await send('/metrics/', { headers })).status).toBe(404)
    expect((await send('/api/v1/metrics', { headers })).status).toBe(404)
  })

  it('say how many requests went in where, and what became of them', async () => {
    await send('/api/v1/posts/hello')
    const before = await figures()
    for (let i = 0; i < 3; i++) expect((await send('/api/v1/posts/hello')).status).toBe(200)
    await send('/api/v1/posts/nothing')
    await send('/api/posts')
    await send('/files/nothing.jpg')
    await send('/embed/nothing.js')
    await send('/moderate/nothing')
    await send('/')
    await send('/admin/nothing')
    await send('/healthz')
    const expected: [string, number][] = [
      ['ovoz_requests_total{door="public",class="2xx"}', 3],
      ['ovoz_requests_from_memory_total', 3],
      ['ovoz_requests_total{door="public",class="4xx"}', 1],
      ['ovoz_requests_total{door="staff",class="4xx"}', 1],
      ['ovoz_requests_total{door="files",class="4xx"}', 1],
      ['ovoz_requests_total{door="embed",class="4xx"}', 1],
      ['ovoz_requests_total{door="pages",class="4xx"}', 1],
      ['ovoz_requests_total{door="panel",class="3xx"}', 1],
      ['ovoz_requests_total{door="panel",class="4xx"}', 1],
      // What came from memory is not timed.
      ['ovoz_request_duration_seconds_count{door="public"}', 1],
      ['ovoz_request_duration_seconds_bucket{door="public",le="+Inf"}', 1],
      ['ovoz_request_duration_seconds_count{door="panel"}', 2],
    ]
    let after = before
    const grown = () => expected.map(([name]) => [name, (after.get(name) ?? 0) - (before.get(name) ?? 0)])
    const isCounted = async () => {
      after = await figures()
      return JSON.stringify(grown()) === JSON.stringify(expected)
    }
    // The end of an answer is noticed there a moment after it is here; what was counted wrong is shown below.
    await until(isCounted, { milliseconds: 5000, what: 'all is counted' }).catch(() => undefined)
    expect(grown()).toEqual(expected)
    expect(after.get('ovoz_answers_kept')).toBeGreaterThan(0)
    expect(after.get('ovoz_answers_kept_bytes')).toBeGreaterThan(500)
    expect(after.get('process_resident_memory_bytes')).toBeGreaterThan(20_000_000)
    expect(after.get('ovoz_uptime_seconds')).toBeGreaterThan(0)
  })

  it('say how often limits refused', async () => {
    const name = 'ovoz_limits_refused_total{limit="report"}'
    expect((await figures()).get(name)).toBe(0)
    const who = { network: 'a mark' }
    for (let i = 0; i < LIMITS.report[0].count + 2; i++)
      await take({ payload: ovoz.payload, name: 'report', who })
    expect((await figures()).get(name)).toBe(2)
    expect((await figures()).get('ovoz_limits_refused_total{limit="submit"}')).toBe(0)
  })

  it('say what waits, and ask the database once in five seconds, however often they are asked for', async () => {
    const { payload } = ovoz
    const before = await freshFigures()
    const of = (all: Map<string, number>) =>
      [
        'ovoz_comments{state="waiting"}',
        'ovoz_comments{state="spam"}',
        'ovoz_mails_unsent{state="waiting"}',
        'ovoz_mails_unsent{state="failed"}',
        'ovoz_webhook_deliveries_due',
      ].map((name) => all.get(name)! - before.get(name)!)
    await comment(ovoz, 'posts/hello', { status: 'pending' })
    await comment(ovoz, 'posts/hello', { status: 'pending' })
    await comment(ovoz, 'posts/hello', { status: 'spam' })
    const at = new Date(realNow() - 1000).toISOString()
    const mail = { kind: 'test', sealed: 'x', about: '', until: at, nextAttemptAt: at, attempts: 0 }
    const keep = (once: string, status: string) =>
      payload.create({
        collection: 'mails',
        data: { ...mail, once, status } as never,
        overrideAccess: true,
      })
    for (const status of ['waiting', 'sending', 'failed', 'sent', 'dropped']) await keep(status, status)
    const delivery = { message: {}, event: 'x', attempts: 0 }
    const hook = await payload.create({
      collection: 'webhooks',
      data: {
        name: 'One',
        url: 'https://93.184.216.34/hook',
        events: ['post.published'],
        isOn: true,
      } as never,
      overrideAccess: true,
    })
    const inAYear = new Date(realNow() + 365 * 86_400_000).toISOString()
    for (const [status, nextAttemptAt] of [
      ['waiting', at],
      ['failed', at],
      ['failed', inAYear],
      ['sent', at],
    ])
      await payload.create({
        collection: 'deliveries',
        data: {
          ...delivery,
          messageId: `${status} ${nextAttemptAt}`,
          webhook: hook.id,
          status,
          nextAttemptAt,
        } as never,
        overrideAccess: true,
      })

    expect(of(await figures())).toEqual([0, 0, 0, 0, 0])
    const count = vi.spyOn(payload, 'count')
    later += 5001
    const all = await Promise.all(Array.from({ length: 20 }, figures))
    expect(count).toHaveBeenCalledTimes(1)
    count.mockRestore()
    for (const one of all) expect(of(one)).toEqual([2, 1, 2, 1, 2])
  })

  it('are told as far as they are known while the database cannot be asked', async () => {
    const count = vi.spyOn(ovoz.payload, 'count').mockRejectedValue(new Error('away'))
    const away = await freshFigures()
    count.mockRestore()
    expect(away.get('ovoz_database_up')).toBe(0)
    expect(away.get('ovoz_uptime_seconds')).toBeGreaterThan(0)
    expect([...away.keys()].filter((name) => /comments|mails|deliveries/.test(name))).toEqual([])
    expect((await freshFigures()).get('ovoz_database_up')).toBe(1)
  })
})

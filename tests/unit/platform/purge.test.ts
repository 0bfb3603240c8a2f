import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createPurger, sendPurge } from '../../../src/platform/purge.ts'

/** A clock that stands still until it is moved, and proxies that answer when they are told to. */
function createStage(urls = ['http://proxy/purge']) {
  let now = 0
  let timers: { at: number; act: () => void }[] = []
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
  const told: { url: string; at: number }[] = []
  const reports: string[] = []
  let pending: { resolve: () => void; reject: (error: Error) => void }[] = []
  let mode: 'works' | 'fails' | 'waits' = 'works'
  const purger = createPurger({
    urls,
    tell(url) {
      told.push({ url, at: now })
      if (mode === 'works') return Promise.resolve()
      if (mode === 'fails') return Promise.reject(new Error('away'))
      return new Promise((resolve, reject) => pending.push({ resolve, reject }))
    },
    later(act, milliseconds) {
      const timer = { at: now + milliseconds, act }
      timers.push(timer)
      return () => (timers = timers.filter((one) => one !== timer))
    },
    clock: () => now,
    onFailure: (url) => reports.push(`${now}: ${url} fails`),
    onRecovery: (url) => reports.push(`${now}: ${url} works`),
  })
  return {
    ...purger,
    reports,
    settle,
    set: (next: typeof mode) => (mode = next),
    times: (url = urls[0]) => told.filter((one) => one.url === url).map(({ at }) => at),
    async answer(error?: Error) {
      for (const { resolve, reject } of pending)
        if (error) reject(error)
        else resolve()
      pending = []
      await settle()
    },
    async wait(milliseconds: number) {
      await settle()
      for (const end = now + milliseconds; ;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) return void (now = end)
        now = next.at
        timers = timers.filter((one) => one !== next)
        next.act()
        await settle()
      }
    },
  }
}

describe('createPurger', () => {
  it('tells at once, once more a second later, and then no more', async () => {
    const stage = createStage()
    stage.purge()
    expect(stage.times()).toEqual([0])
    await stage.wait(60_000)
    expect(stage.times()).toEqual([0, 1000])
  })

  it('tells every proxy', async () => {
    const stage = createStage(['http://a/', 'http://b/'])
    stage.purge()
    await stage.wait(60_000)
    expect([stage.times('http://a/'), stage.times('http://b/')]).toEqual([
      [0, 1000],
      [0, 1000],
    ])
  })

  it('tells nobody where nobody is named', async () => {
    const stage = createStage([])
    stage.purge()
    await stage.wait(60_000)
    await stage.close()
    expect(stage.times()).toEqual([])
  })

  it('has one under way at most, and one due, however much changes meanwhile', async () => {
    const stage = createStage()
    stage.set('waits')
    for (let n = 0; n < 5; n++) stage.purge()
    await stage.wait(500)
    stage.purge()
    expect(stage.times()).toEqual([0])
    stage.set('works')
    await stage.answer()
    await stage.wait(60_000)
    expect(stage.times()).toEqual([0, 500, 1500])
  })

  it('tells of many changes in a second ten times, the last one included', async () => {
    const stage = createStage()
    for (let n = 0; n < 100; n++) {
      stage.purge()
      await stage.wait(10)
    }
    await stage.wait(60_000)
    expect(stage.times()).toEqual([...Array.from({ length: 11 }, (_, n) => n * 100), 2000])
  })

  it('tries with growing pauses until the proxy can be told, and says so once', async () => {
    const stage = createStage()
    stage.set('fails')
    stage.purge()
    await stage.wait(20_000)
    expect(stage.times()).toEqual([0, 250, 750, 1750, 3750, 7750, 12_750, 17_750])
    stage.set('works')
    await stage.wait(60_000)
    expect(stage.times().slice(8)).toEqual([22_750, 23_750])
    expect(stage.reports).toEqual(['0: http://proxy/purge fails', '22750: http://proxy/purge works'])
  })

  it('does not wait for the end of a pause when something new has changed', async () => {
    const stage = createStage()
    stage.set('fails')
    stage.purge()
    await stage.wait(10_000)
    stage.set('works')
    stage.purge()
    expect(stage.times().at(-1)).toBe(10_000)
  })

  it('begins with short pauses again after a success', async () => {
    const stage = createStage()
    stage.set('fails')
    stage.purge()
    await stage.wait(8000)
    stage.set('works')
    await stage.wait(60_000)
    const before = stage.times().length
    stage.set('fails')
    stage.purge()
    await stage.wait(250)
    expect(stage.times().length - before).toBe(2)
    expect(stage.reports.filter((one) => one.endsWith('fails'))).toHaveLength(2)
  })

  it('lets no proxy wait for another that does not answer', async () => {
    const stage = createStage(['http://a/', 'http://b/'])
    stage.set('waits')
    stage.purge()
    stage.set('works')
    await stage.wait(60_000)
    expect(stage.times('http://b/')).toEqual([0])
    await stage.answer()
    await stage.wait(60_000)
    expect(stage.times('http://b/')).toHaveLength(2)
  })

  it('sends what is due when it ends, without waiting for its time, and nothing after that', async () => {
    const stage = createStage()
    stage.purge()
    await stage.wait(50)
    stage.purge()
    await stage.close()
    await stage.wait(60_000)
    expect(stage.times()).toEqual([0, 50])
  })

  it('waits at its end for what is under way, and tells what has changed since', async () => {
    const stage = createStage()
    stage.set('waits')
    stage.purge()
    stage.purge()
    const closing = stage.close()
    stage.set('works')
    await stage.answer()
    await closing
    await stage.wait(60_000)
    expect(stage.times()).toEqual([0, 0])
  })

  it('tries a proxy that is away once more at its end, and leaves it at that', async () => {
    const stage = createStage()
    stage.set('fails')
    stage.purge()
    await stage.wait(100)
    await stage.close()
    await stage.wait(60_000)
    expect(stage.times()).toEqual([0, 100])
  })
})

describe('sendPurge', () => {
  const asked: string[] = []
  let status = 204
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['content-length'] ?? 'no body'}`)
    response.writeHead(status, { Location: '/elsewhere' }).end()
  })
  let url = ''
  beforeAll(async () => {
    proxy.listen(0, '127.0.0.1')
    await once(proxy, 'listening')
    url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/purge`
  })
  afterAll(() => {
    proxy.closeAllConnections()
    proxy.close()
  })

  it('sends a PURGE without a body, and is content with 204', async () => {
    await sendPurge(url)
    expect(asked).toEqual(['PURGE /purge no body'])
  })

  it.each([200, 302, 403, 405, 500])('is not content with %i, and follows it nowhere', async (other) => {
    status = other
    asked.length = 0
    await expect(sendPurge(url)).rejects.toThrow(`It answered ${other} in place of 204.`)
    expect(asked).toHaveLength(1)
  })
})

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, describe, expect, it } from 'vitest'

import { createGate, pathOf } from '../../../src/gate.ts'

const servers: ReturnType<typeof createServer>[] = []

async function stand(options?: Parameters<typeof createGate>[0]) {
  const gate = createGate(options)
  const server = createServer(gate.handle).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  /** Asks, and resolves when the request has reached the gate; its answer is a promise inside. */
  const ask = async (path: string, init?: RequestInit) => {
    const arrived = once(server, 'request')
    const answer = fetch(url + path, init)
    await arrived
    return { answer }
  }
  return { gate, ask, url }
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

describe('createGate', () => {
  it('says that the process lives and is not ready', async () => {
    const { url } = await stand()
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    const ready = await fetch(`${url}/readyz`)
    expect(ready.status).toBe(503)
    expect(ready.headers.get('retry-after')).toBe('5')
  })

  it('holds a request with its body, and has it answered when the doors open, in the order they came', async () => {
    const { gate, ask } = await stand()
    const first = await ask('/one', { method: 'POST', body: 'kept' })
    const second = await ask('/two')
    const order: string[] = []
    gate.open((request, response) => {
      order.push(pathOf(request))
      let body = ''
      request.on('data', (part) => (body += String(part))).on('end', () => response.end(`${body} it was`))
    })
    expect(await (await first.answer).text()).toBe('kept it was')
    expect((await second.answer).status).toBe(200)
    expect(order).toEqual(['/one', '/two'])
  })

  it('answers at once when the doors are open, health included', async () => {
    const { gate, url } = await stand()
    gate.open((request, response) => void response.end(`door ${pathOf(request)}`))
    expect(await (await fetch(`${url}/healthz?x=1`)).text()).toBe('door /healthz')
  })

  it('turns away what waited too long, and does not answer it a second time', async () => {
    const { gate, ask } = await stand({ patience: 1 })
    const { answer } = await ask('/late')
    expect((await answer).status).toBe(503)
    expect((await answer).headers.get('retry-after')).toBe('5')
    const opened: string[] = []
    gate.open((request) => void opened.push(pathOf(request)))
    expect(opened).toEqual([])
  })

  it('turns away who finds too many before', async () => {
    const { gate, ask } = await stand({ most: 1 })
    const first = await ask('/first')
    const second = await ask('/second')
    expect((await second.answer).status).toBe(503)
    gate.open((_, response) => void response.end())
    expect((await first.answer).status).toBe(200)
  })

  it('forgets whoever left', async () => {
    const { gate, ask } = await stand({ most: 1 })
    const leaving = new AbortController()
    const gone = once(servers.at(-1)!, 'connection').then(([socket]) =>
      once(socket as NodeJS.EventEmitter, 'close'),
    )
    const { answer } = await ask('/gone', { signal: leaving.signal })
    leaving.abort()
    await expect(answer).rejects.toThrow()
    await gone
    const opened: string[] = []
    const { answer: next } = await ask('/next')
    gate.open((request, response) => {
      opened.push(pathOf(request))
      response.end()
    })
    expect((await next).status).toBe(200)
    expect(opened).toEqual(['/next'])
  })
})

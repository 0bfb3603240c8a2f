import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createDoors } from '../../src/doors.ts'
import { createWebServer } from '../../src/web-server.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish, written } from '../support/posts.ts'
import { until } from '../support/server.ts'

const HOST = 'Host: localhost\r\n'
const JSON_TYPE = 'Content-Type: application/json\r\n'
const FORGED = 'GET /api/v1/site HTTP/1.1\r\nHost: localhost\r\nX-Smuggled: yes\r\n\r\n'

describe(`what comes over the wire (${engine})`, () => {
  const ovoz = useOvoz()
  let server: Server
  let port = 0
  let answered = 0
  const open: Socket[] = []

  /** A bare connection, and all that it was answered. */
  function dial() {
    const socket = connect(port, '127.0.0.1')
    const wire = { socket, heard: '', ended: once(socket, 'close') }
    socket.on('data', (data) => (wire.heard += data.toString('latin1')))
    socket.on('error', () => undefined)
    open.push(socket)
    return wire
  }
  /** Everything that comes back until the connection ends; it is to end by itself. */
  async function say(text: string | Buffer) {
    const wire = dial()
    wire.socket.write(text)
    await wire.ended
    return wire.heard
  }
  const statusesOf = (heard: string) =>
    [...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
  const isWell = async () => (await fetch(`http://127.0.0.1:${port}/api/v1/site`)).status === 200
  const body = JSON.stringify(written('posts/hello', { body: 'Words' }))

  beforeAll(async () => {
    await publish(ovoz, { title: 'Hello' })
    const made = createWebServer({ forHead: 400, forAll: 1500, lookedFor: 50 })
    server = made.server
    const { answer } = createDoors(ovoz.payload)
    made.gate.open((request, response) => {
      answered += 1
      answer(request, response)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => {
    for (const socket of open) socket.destroy()
    server.closeAllConnections()
    server.close()
  })

  it.each([
    [
      'a length and chunks',
      `POST /api/v1/comments HTTP/1.1\r\n${HOST}${JSON_TYPE}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${FORGED}`,
    ],
    [
      'two lengths',
      `POST /api/v1/comments HTTP/1.1\r\n${HOST}${JSON_TYPE}Content-Length: 0\r\nContent-Length: ${FORGED.length}\r\n\r\n${FORGED}`,
    ],
    [
      'two lengths in one',
      `POST /api/v1/comments HTTP/1.1\r\n${HOST}${JSON_TYPE}Content-Length: 0, ${FORGED.length}\r\n\r\n${FORGED}`,
    ],
    [
      'a length with a sign',
      `POST /api/v1/comments HTTP/1.1\r\n${HOST}${JSON_TYPE}Content-Length: +0\r\n\r\n${FORGED}`,
    ],
    [
      'chunks not said last',
      `POST /api/v1/comments HTTP/1.1\r\n${HOST}${JSON_TYPE}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${FORGED}`,
    ],
    [
      'chunks in disguise',
      `POST /api/v1/comments HTTP/1.1\r\n${HOST}${JSON_TYPE}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${FORGED}`,
    ],
    [
      'chunks said twice',
      `POST /api/v1/comments HTTP/1.1\r\n${HOST}${JSON_TYPE}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${FORGED}`,
    ],
    [
      'a space before the colon',
      `POST /api/v1/comments HTTP/1.1\r\n${HOST}${JSON_TYPE}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${FORGED}`,
    ],
    ['a bare line feed', `GET /api/v1/site HTTP/1.1\n${HOST}X: y\n\n${FORGED}`],
    [
      'a bare carriage return',
      `GET /api/v1/site HTTP/1.1\r\n${HOST}X: y\rTransfer-Encoding: chunked\r\n\r\n${FORGED}`,
    ],
    [
      'a folded header',
      `GET /api/v1/site HTTP/1.1\r\n${HOST}X: y\r\n Transfer-Encoding: chunked\r\n\r\n${FORGED}`,
    ],
    ['a zero byte in a header', `GET /api/v1/site HTTP/1.1\r\n${HOST}X: a\0b\r\n\r\n${FORGED}`],
    ['two hosts', `GET /api/v1/site HTTP/1.1\r\n${HOST}Host: elsewhere.example\r\n\r\n${FORGED}`],
    ['no host', `GET /api/v1/site HTTP/1.1\r\n\r\n${FORGED}`],
    [
      'a chunk that is longer than it says',
      `POST /api/v1/comments HTTP/1.1\r\n${HOST}${JSON_TYPE}Transfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n${FORGED}`,
    ],
    [
      'a chunk of no size',
      `POST /api/v1/comments HTTP/1.1\r\n${HOST}${JSON_TYPE}Transfer-Encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n${FORGED}`,
    ],
    ['a whole address', `GET http://elsewhere.example/api/v1/site HTTP/1.1\r\n${HOST}\r\n${FORGED}`],
    ['an address of another server', `GET //elsewhere.example/api/v1/site HTTP/1.1\r\n${HOST}\r\n${FORGED}`],
    ['another version', `GET /api/v1/site HTTP/3.7\r\n${HOST}\r\n${FORGED}`],
    ['nonsense', `\x16\x03\x01\x02\x00\x01\x00\r\n\r\n${FORGED}`],
  ])('is refused with %s, and nothing behind it is answered', async (_, text) => {
    const heard = await say(Buffer.from(text, 'latin1'))
    const statuses = statusesOf(heard)
    expect(statuses).toHaveLength(1)
    expect(statuses[0]).toBeGreaterThanOrEqual(400)
    expect(statuses[0]).toBeLessThan(500)
    expect(heard).toMatch(/^Connection: close/im)
    expect(await isWell()).toBe(true)
  })

  it.each([
    '/api/v1/posts/%00',
    '/api/v1/posts/a%0d%0aSet-Cookie:x',
    '/api/v1/posts/%5c..%5c',
    '/api/v1/posts/%zz',
    '/files/../../etc/passwd',
    '/files/%2e%2e/%2e%2e/etc/passwd',
    '/embed/..%5cpackage.json',
    '/\\elsewhere.example',
    '/mail/%00/x',
    '/admin/%00',
    'api/v1/site',
    '*',
  ])('is refused where it asks for %s', async (path) => {
    const heard = await say(`GET ${path} HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`)
    expect(statusesOf(heard)).toEqual([400])
    expect(heard).not.toMatch(/set-cookie|location/i)
  })

  it.each(['TRACE', 'PROPFIND', 'PURGE', 'LOCK'])('is refused where it is to %s', async (method) => {
    const heard = await say(`${method} /api/v1/site HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`)
    expect(statusesOf(heard)).toEqual([405])
    expect(heard).toMatch(/^Allow: GET, /im)
    expect(heard).toContain('application/problem+json')
  })

  it('gets no tunnel by CONNECT', async () => {
    const heard = await say(`CONNECT elsewhere.example:443 HTTP/1.1\r\n${HOST}\r\n${FORGED}`)
    expect(statusesOf(heard).filter((status) => status < 400)).toEqual([])
  })

  it.each([
    ['one header', `X: ${'x'.repeat(20_000)}\r\n`],
    ['many headers', Array.from({ length: 600 }, (_, i) => `X-${i}: ${'x'.repeat(40)}\r\n`).join('')],
  ])('is refused with %s beyond all measure', async (_, headers) => {
    const heard = await say(`GET /api/v1/site HTTP/1.1\r\n${HOST}${headers}\r\n`)
    expect(statusesOf(heard)).toEqual([431])
  })

  it.each(['/api/v1/comments', '/api/users/login'])(
    'is refused at %s where it says that it is too large',
    async (path) => {
      const head = `POST ${path} HTTP/1.1\r\n${HOST}${JSON_TYPE}Content-Length: 1000000000\r\n\r\n`
      expect(statusesOf(await say(head))).toEqual([413])
    },
  )

  it('is refused as soon as it is too large, where it does not say how large', async () => {
    const wire = dial()
    wire.socket.write(
      `POST /api/v1/comments HTTP/1.1\r\n${HOST}${JSON_TYPE}Transfer-Encoding: chunked\r\n\r\n`,
    )
    const piece = `1000\r\n${'x'.repeat(4096)}\r\n`
    // It would go on for ever.
    while (!wire.heard && !wire.socket.destroyed) {
      wire.socket.write(piece)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(statusesOf(wire.heard)).toEqual([413])
    wire.socket.destroy()
  })

  it('is answered in order where several requests come at once', async () => {
    const heard = await say(
      `GET /healthz HTTP/1.1\r\n${HOST}\r\nPOST /api/v1/comments HTTP/1.1\r\n${HOST}${JSON_TYPE}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}GET /healthz HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`,
    )
    expect(statusesOf(heard)).toEqual([200, 202, 200])
  })

  it('does not reach the doors while it comes slowly, and holds up nobody: 500 of them', async () => {
    const before = answered
    const slow = Array.from({ length: 500 }, dial)
    await Promise.all(slow.map(async ({ socket }) => socket.connecting && once(socket, 'connect')))
    for (const { socket } of slow) socket.write('POST /api/v1/comments HTTP/1.1\r\nHost: local')
    const others = await Promise.all(
      Array.from({ length: 50 }, () => fetch(`http://127.0.0.1:${port}/api/v1/comments?on=posts/hello`)),
    )
    expect(others.map(({ status }) => status)).toEqual(Array<number>(50).fill(200))
    expect(answered).toBe(before + 50)
    // Their time is over: each is told so, and let go.
    await Promise.all(slow.map(({ ended }) => ended))
    expect(new Set(slow.map(({ heard }) => heard.slice(0, 12)))).toEqual(new Set(['HTTP/1.1 408']))
  })

  it('is let go where its body does not come', async () => {
    const wire = dial()
    wire.socket.write(`POST /api/v1/comments HTTP/1.1\r\n${HOST}${JSON_TYPE}Content-Length: 1000\r\n\r\n{`)
    await wire.ended
    expect(statusesOf(wire.heard)).not.toContain(202)
    await until(isWell, { milliseconds: 5000, what: 'the others to be answered' })
  })
})

import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { boundIncoming, mostBytes } from '../../src/incoming.ts'

const MOST = 16 * 1024

describe('a body for the panel’s part of the server', () => {
  /** What was read by whoever stands behind, in bytes. */
  const read: number[] = []
  const server = createServer((request, response) => {
    if (!boundIncoming(request, response, MOST)) return
    let size = 0
    request.on('data', (part: Buffer) => (size += part.length))
    request.on('close', () => void read.push(size))
    request.on('end', () => response.end(String(size)))
  })
  let url = ''
  const port = () => (server.address() as AddressInfo).port

  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = `http://127.0.0.1:${port()}/`
  })
  afterAll(() => void server.close())

  const pieces = (count: number) =>
    new ReadableStream({
      start(controller) {
        for (let i = 0; i < count; i++) controller.enqueue(new Uint8Array(1024))
        controller.close()
      },
    })
  const stream = (count: number) =>
    fetch(url, { method: 'POST', body: pieces(count), duplex: 'half' } as RequestInit)

  it('comes through whole up to its bound, whether its length was told or not', async () => {
    const told = await fetch(url, { method: 'POST', body: new Uint8Array(MOST) })
    expect(await told.text()).toBe(String(MOST))
    expect(await (await stream(16)).text()).toBe(String(MOST))
  })

  it('is refused unread where it says that it is larger', async () => {
    const before = read.length
    const socket = connect(port(), '127.0.0.1')
    let heard = ''
    socket.on('data', (data) => (heard += String(data)))
    socket.write(`POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${MOST + 1}\r\n\r\n`)
    await once(socket, 'close')
    expect(heard).toMatch(/^HTTP\/1\.1 413 /)
    expect(heard).toMatch(/^Connection: close/im)
    expect(read.length).toBe(before)
  })

  it('is cut off at its bound where it does not say how large it is', async () => {
    const socket = connect(port(), '127.0.0.1')
    socket.on('error', () => undefined)
    let heard = ''
    socket.on('data', (data) => (heard += String(data)))
    socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n')
    // It would go on for ever.
    while (!heard && !socket.destroyed) {
      socket.write(`400\r\n${'x'.repeat(1024)}\r\n`)
      await new Promise((resolve) => setImmediate(resolve))
    }
    if (!socket.destroyed) await once(socket, 'close')
    expect(heard).toMatch(/^HTTP\/1\.1 413 /)
    expect(read.at(-1)).toBeLessThanOrEqual(MOST)
  })

  it.each([
    ['a stranger', 'application/json', true, 16 * 1024],
    ['a stranger who sends a form', 'multipart/form-data; boundary=x', true, 16 * 1024],
    ['an editor', 'application/json', false, 5 * 1024 * 1024],
    ['an editor with a picture', 'multipart/form-data; boundary=x', false, 32 * 1024 * 1024],
  ])('has the bound of %s', (_, type, isStranger, most) => {
    const request = { headers: { 'content-type': type } } as Pick<IncomingMessage, 'headers'>
    expect(mostBytes(request, { isStranger })).toBe(most)
  })
})

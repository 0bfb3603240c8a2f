import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'

import type { Address } from '../../../src/webhooks/address.ts'
import { post } from '../../../src/webhooks/request.ts'
import { openReceiver } from '../../support/receiver.ts'

const here: Address[] = [{ address: '127.0.0.1', family: 4 }]
const message = (url: string) => ({ url, headers: { 'webhook-id': 'msg_1' }, body: '{"a":"ж"}' })
const closing: (() => Promise<unknown>)[] = []
const open = async (...args: Parameters<typeof openReceiver>) => {
  const receiver = await openReceiver(...args)
  closing.push(receiver.close)
  return receiver
}

describe('sending one message', () => {
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })

  it('hands over the body and the headers, and tells what was answered', async () => {
    const receiver = await open((_, response) => void response.writeHead(202).end('Taken.'))
    const attempt = await post({ message: message(receiver.url), allowPrivate: true })
    expect(attempt).toEqual({ kind: 'answered', status: 202, text: 'Taken.' })
    expect(receiver.received).toMatchObject([
      { path: '/hook', body: '{"a":"ж"}', headers: { 'webhook-id': 'msg_1', 'content-length': '10' } },
    ])
  })

  it('connects to the address that was checked and names the host it was given', async () => {
    const receiver = await open()
    const attempt = await post({
      message: message(`http://receiver.invalid:${receiver.port}/hook`),
      allowPrivate: true,
      resolve: () => Promise.resolve(here),
    })
    expect(attempt.kind).toBe('answered')
    expect(receiver.received[0]!.headers.host).toBe(`receiver.invalid:${receiver.port}`)
  })

  it('asks for the address of a host once, so that a second answer is never used', async () => {
    const receiver = await open()
    const answers = [[{ address: '93.184.216.34', family: 4 } as const], here]
    let asked = 0
    const attempt = await post({
      message: message(`https://rebind.invalid:${receiver.port}/hook`),
      allowPrivate: false,
      resolve: () => Promise.resolve(answers[asked++]!),
      patience: 300,
    })
    expect(attempt.kind).toBe('unreachable')
    expect(asked).toBe(1)
    expect(receiver.received).toEqual([])
  })

  it('does not connect to a host that is at a private address', async () => {
    const receiver = await open()
    const attempt = await post({
      message: message(`https://inside.invalid:${receiver.port}/hook`),
      allowPrivate: false,
      resolve: () => Promise.resolve(here),
    })
    expect(attempt).toMatchObject({
      kind: 'unreachable',
      why: expect.stringContaining('not a public address'),
    })
    expect(receiver.received).toEqual([])
  })

  it('does not follow a redirect', async () => {
    const inside = await open()
    const receiver = await open((_, response) => void response.writeHead(302, { location: inside.url }).end())
    expect(await post({ message: message(receiver.url), allowPrivate: true })).toMatchObject({ status: 302 })
    expect(inside.received).toEqual([])
  })

  it.each([
    ['says nothing', () => undefined],
    [
      'begins a head and never ends it',
      (_: unknown, response: any) => response.socket.write('HTTP/1.1 200 OK\r\n'),
    ],
  ])('gives up on a receiver that %s', async (_, reply) => {
    const receiver = await open(reply)
    const attempt = await post({ message: message(receiver.url), allowPrivate: true, patience: 200 })
    expect(attempt).toEqual({ kind: 'unreachable', why: 'There was no answer within 0.2 seconds.' })
  })

  it('takes the status of an answer whose words do not end', async () => {
    const receiver = await open((_, response) => void response.writeHead(200).write('And then'))
    const attempt = await post({ message: message(receiver.url), allowPrivate: true, patience: 300 })
    expect(attempt).toEqual({ kind: 'answered', status: 200, text: 'And then' })
  })

  it('reads no more than 64 KiB of an answer', async () => {
    const receiver = await open((_, response) => void response.writeHead(200).end('a'.repeat(5_000_000)))
    const attempt = await post({ message: message(receiver.url), allowPrivate: true })
    expect(attempt.kind === 'answered' && attempt.text.length).toBe(64 * 1024)
  })

  it('waits for name servers no longer than for anything else', async () => {
    const attempt = await post({
      message: message('https://silent.invalid/hook'),
      allowPrivate: false,
      resolve: () => new Promise(() => undefined),
      patience: 100,
    })
    expect(attempt).toMatchObject({ kind: 'unreachable', why: expect.stringContaining('no answer') })
  })

  it('tells a host that is not there and a port where nobody listens', async () => {
    const absent = await post({ message: message('https://absent.invalid/'), allowPrivate: false })
    expect(absent).toMatchObject({ why: expect.stringContaining('cannot be found') })
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    const refused = await post({ message: message(`http://127.0.0.1:${port}/`), allowPrivate: true })
    expect(refused).toMatchObject({ why: 'The receiver could not be reached (ECONNREFUSED).' })
  })
})

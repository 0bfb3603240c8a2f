import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { vi } from 'vitest'

import { createDoors } from '../../src/doors.ts'
import { createPostman } from '../../src/mail/postman.ts'
import { tellDue } from '../../src/notices/service.ts'
import type { Ovoz } from './ovoz.ts'
import { comment, move } from './posts.ts'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const DAY = 24 * 60 * MINUTE

/** Readers who write and are written to, on a clock that tests move. */
export class Readers {
  #server!: Server
  #close!: () => unknown

  constructor(private readonly ovoz: Ovoz) {}

  async open() {
    // Only the date: timers and the network go on by the real clock.
    vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: false })
    const doors = createDoors(this.ovoz.payload)
    this.#close = doors.close
    this.#server = createServer((request, response) => void doors.answer(request, response))
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
  }

  async close() {
    vi.useRealTimers()
    await this.#close()
    this.#server.closeAllConnections()
    this.#server.close()
  }

  /** Lets time pass, then tells whom there is to tell, and sends what is queued. */
  async pass(milliseconds: number) {
    vi.setSystemTime(Date.now() + milliseconds)
    await this.look()
  }

  async look() {
    await tellDue({ payload: this.ovoz.payload, now: new Date() })
    const postman = createPostman({ payload: this.ovoz.payload })
    await postman.look(() => new Date())
    await postman.rest()
  }

  /** A page of a mail, asked for as a mail program or a browser without cookies does. */
  async page(path: string, { method = 'GET', body }: { method?: string; body?: string } = {}) {
    const { port } = this.#server.address() as AddressInfo
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      redirect: 'manual',
      ...(body !== undefined && {
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  post(path: string) {
    return this.page(path, { method: 'POST' })
  }

  /** A comment whose writer asks to hear of answers; waiting. */
  async write(on: string, email: string, more: object = {}) {
    const { id } = await comment(this.ovoz, on, { email, notify: 'replies', status: 'pending', ...more })
    return id
  }

  approve(id: string) {
    return move(this.ovoz, id, 'approved')
  }

  /** An answer by a reader who asks for nothing, approved. */
  async answer(on: string, parent: string, more: object = {}) {
    return (await comment(this.ovoz, on, { email: 'answerer@reader.example', parent, ...more })).id
  }

  /** Everything that is kept of what readers asked for and were told, as text. */
  async state(): Promise<string> {
    const parts = []
    for (const collection of [
      'comments',
      'consents',
      'notices',
      'reader-links',
      'comment-private',
    ] as const) {
      const found = await this.ovoz.payload.find({
        collection,
        sort: 'id',
        limit: 0,
        pagination: false,
        depth: 0,
        overrideAccess: true,
      })
      parts.push(found.docs)
    }
    return JSON.stringify(parts)
  }
}

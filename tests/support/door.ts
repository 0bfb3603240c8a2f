import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Payload } from 'payload'

import { createPublicDoor } from '../../src/public-door.ts'

/** The public door on a port of its own, with its memory. */
export class Door {
  /** How many requests have come in. */
  asked = 0
  #door: ReturnType<typeof createPublicDoor>
  #server: Server

  constructor(payload: Payload) {
    this.#door = createPublicDoor(payload)
    this.#server = createServer((request, response) => {
      this.asked += 1
      if (!this.#door.answerAtOnce(request, response))
        this.#door.answer(request, response).catch(() => response.destroy())
    })
  }

  async open() {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return this
  }

  get port() {
    return (this.#server.address() as AddressInfo).port
  }

  /** How much is kept. */
  get size() {
    return this.#door.size()
  }

  close() {
    void this.#door.close()
    this.#server.closeAllConnections()
    this.#server.close()
  }

  async fetch(path: string, init?: RequestInit): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}${path}`, { redirect: 'manual', ...init })
  }
}

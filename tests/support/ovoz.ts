import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { type Collection, MongoClient } from 'mongodb'
import { handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import { afterAll, beforeAll } from 'vitest'

import config from '../../payload.config.ts'
import { createApi } from '../../src/api.ts'
import type { Role } from '../../src/platform/access.ts'
import { openPayload } from '../../src/platform/open.ts'
import { settings } from '../../src/platform/settings.ts'
import { Door } from './door.ts'
import { engine } from './env.ts'
import { promiseOf } from './promise.ts'
import { restoreSettings } from './settings.ts'

export { Door, engine }
export type Answer<T = any> = { status: number; headers: Headers; body: T }
/** The keys: a process reads them once, whatever number of files it tests. */
const KEPT = ['secrets.json']

export const PASSWORD = 'a-long-test-password'

type Init = { body?: unknown; headers?: Record<string, string>; method?: string }

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text ? JSON.parse(text) : text,
  }
}

function requestInit({ body, headers, method }: Init): RequestInit {
  const isForm = body instanceof FormData || body instanceof URLSearchParams || typeof body === 'string'
  return {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...(body !== undefined && !isForm && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: isForm ? (body as FormData) : JSON.stringify(body) }),
  }
}

/**
 * The product in this process, on a fresh database of the engine under test; requests go through the real handlers,
 * those to the public door over HTTP and through its memory.
 */
export class Ovoz {
  payload!: Payload
  #config!: SanitizedConfig
  /** The public door as a browser reaches it: nothing is checked or read. */
  door!: Door
  #isAsPromised!: ReturnType<typeof promiseOf>
  #tokens = new Map<string, string>()

  async open() {
    this.payload = await openPayload(config)
    this.#config = this.payload.config
    this.door = await new Door(this.payload).open()
    this.#isAsPromised = promiseOf(createApi(this.payload))
    return this
  }

  async close() {
    this.door.close()
    await this.payload.destroy()
    // Emptied, and dropped when all is over: a server may not find at once what comes back under a name just dropped.
    if (engine === 'mongodb')
      await this.#collections((found) => Promise.all(found.map((one) => one.deleteMany())))
    // The next file of the same process begins with nothing.
    ;(globalThis as { _payload?: Map<string, unknown> })._payload?.clear()
    if (engine === 'sqlite')
      for (const name of readdirSync(settings.DATA_DIR))
        if (!KEPT.includes(name)) rmSync(join(settings.DATA_DIR, name), { recursive: true })
  }

  /** The public door; an answer that the public document does not promise fails the test. */
  async api(path: string, init: Init = {}): Promise<Answer> {
    const url = `http://localhost:3000/api/v1${path}`
    const request = requestInit(init)
    const answer = await answerOf(await this.door.fetch(`/api/v1${path}`, request))
    this.#isAsPromised({ method: request.method!, url, answer })
    return answer
  }

  /** The public door as a front end sees it that calls `fetch`. */
  fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    init?.signal?.throwIfAborted()
    const { pathname, search } = new URL(request.url)
    const body = request.body && (await request.text())
    const { headers, method } = request
    const response = await this.door.fetch(`${pathname}${search}`, { method, headers, body })
    const answer = await answerOf(response.clone())
    this.#isAsPromised({ method: request.method, url: request.url, answer })
    return response
  }

  /** The public door, with a body that comes in pieces and without a length. */
  async stream(path: string, body: ReadableStream): Promise<Answer> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' }
    return answerOf(await this.door.fetch(`/api/v1${path}`, init as RequestInit))
  }

  /** Payload's own REST and GraphQL, without the 403 of the server in front of them. */
  async rest(path: string, { as, ...init }: Init & { as?: string } = {}): Promise<Answer> {
    const headers = { ...init.headers, ...(as && { authorization: this.#tokens.get(as) ?? as }) }
    const request = new Request(`http://localhost:3000/api${path}`, requestInit({ ...init, headers }))
    return answerOf(await handleEndpoints({ config: this.#config, request }))
  }

  /** Makes a user of a role and signs in; `as: <role>` (or the given name) then acts as that user. */
  async signUp(role: Role, name: string = role) {
    const email = `${name}@newsroom.example`
    const user = await this.payload.create({
      collection: 'users',
      data: {
        name,
        email,
        password: PASSWORD,
        role,
        ...(role === 'frontend' && { enableAPIKey: true, apiKey: `key-of-${name}` }),
      },
      overrideAccess: true,
    })
    if (role === 'frontend') this.#tokens.set(name, `users API-Key key-of-${name}`)
    else {
      const { body } = await this.rest('/users/login', { body: { email, password: PASSWORD } })
      this.#tokens.set(name, `JWT ${body.token}`)
    }
    return user
  }

  /** Every byte the database keeps, as text: the file with its log, or all collections as the driver reads them. */
  async dump(): Promise<string> {
    if (engine === 'sqlite') {
      const files = readdirSync(settings.DATA_DIR).filter((name) => name.includes('sqlite'))
      return files.map((name) => readFileSync(join(settings.DATA_DIR, name), 'latin1')).join('\n')
    }
    const parts = await this.#collections((found) =>
      Promise.all(found.map(async (one) => [one.collectionName, await one.find().toArray()] as const)),
    )
    // In the order of their names: the server's own is nobody's promise.
    return JSON.stringify(Object.fromEntries(parts.sort(([one], [other]) => (one < other ? -1 : 1))))
  }

  /** The collections of the database, as the driver reaches them. */
  async #collections<T>(act: (found: Collection[]) => Promise<T>): Promise<T> {
    const client = await MongoClient.connect(settings.DATABASE_URI!)
    try {
      return await act(await client.db().collections())
    } finally {
      await client.close()
    }
  }
}

/** Opens the product before the tests of a file and closes it after them. */
export function useOvoz(): Ovoz {
  const ovoz = new Ovoz()
  restoreSettings()
  beforeAll(async () => void (await ovoz.open()))
  afterAll(() => ovoz.close())
  return ovoz
}

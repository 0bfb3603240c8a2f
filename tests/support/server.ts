import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
export const ADMIN = { email: 'admin@newsroom.example', password: 'correct-horse-battery' }

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Looks again and again until it is so. What throws is not so yet. */
export async function until(
  isSo: () => Promise<boolean>,
  { milliseconds, what }: { milliseconds: number; what: string },
) {
  for (const end = Date.now() + milliseconds; Date.now() < end;) {
    if (await isSo().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`Waited ${milliseconds} ms in vain: ${what}`)
}

/** The built product as its users run it: a process of its own, `npm start` without npm. */
export class Server {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'ovoz-e2e-'))
  port = 0
  output = ''
  #child: ChildProcess | undefined

  constructor(readonly settings: Record<string, string> = {}) {}

  get pid() {
    return this.#child!.pid!
  }

  get url() {
    return `http://localhost:${this.port}`
  }

  async start() {
    this.port ||= await freePort()
    const inherited = { ...process.env }
    for (const name of ['NODE_ENV', 'DATABASE_URI']) delete inherited[name]
    const child: ChildProcess = spawn(process.execPath, ['--conditions=production', 'scripts/start.mjs'], {
      cwd: ROOT,
      env: {
        ...inherited,
        ADMIN_EMAIL: ADMIN.email,
        ADMIN_PASSWORD: ADMIN.password,
        DATA_DIR: this.dataDir,
        DEMO: '0',
        LOG_LEVEL: 'warn',
        PORT: String(this.port),
        SITE: 'off',
        SPAM_POW: 'off',
        ...this.settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text) => (this.output += String(text)))
    const hasEnded = () => child.exitCode !== null || child.signalCode !== null
    const isReady = async () => hasEnded() || (await fetch(`${this.url}/readyz`)).ok
    await until(isReady, { milliseconds: 240_000, what: 'the server to be ready' })
    // One that cannot start is known at once, with its own words on why.
    if (hasEnded()) throw new Error(`The server ended:\n${this.output}`)
    return this
  }

  /** Ends the process as a power cut would, or as an operator does. What it ended with; null when a signal did it. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
    return child.exitCode
  }

  async api(path: string, init?: RequestInit) {
    return fetch(`${this.url}/api/v1${path}`, init)
  }

  /** Signs in at the staff door; the answer acts there as that user, in the shape the article helpers ask for. */
  async signIn({ email, password }: { email: string; password: string }) {
    const login = await fetch(`${this.url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    const { token } = (await login.json()) as { token: string }
    return {
      rest: async (path: string, { body, method }: { body?: unknown; method?: string; as?: string } = {}) => {
        const response = await fetch(`${this.url}/api${path}`, {
          method: method ?? (body === undefined ? 'GET' : 'POST'),
          headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
          body: body === undefined ? undefined : JSON.stringify(body),
        })
        return { status: response.status, headers: response.headers, body: (await response.json()) as any }
      },
    }
  }
}

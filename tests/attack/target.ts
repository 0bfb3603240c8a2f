import { readdirSync, readFileSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'

import { MongoClient } from 'mongodb'
import { freePort, Server, until } from '../support/server.ts'

export const engine = process.env.TEST_ENGINE === 'mongodb' ? 'mongodb' : 'sqlite'

/** A database of this process alone, on the engine under test. */
export function databaseOf(name: string): Record<string, string> {
  if (engine === 'sqlite') return {}
  const given = process.env.TEST_MONGODB_URI
  if (!given) throw new Error('TEST_ENGINE=mongodb needs TEST_MONGODB_URI.')
  const uri = new URL(given)
  uri.pathname = `/ovoz_attack_${name}_${process.pid}`
  return { DATABASE_URI: uri.href }
}

export type Reply = {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
  text: string
}
export type Attempt = {
  method?: string
  headers?: Record<string, string | string[]>
  body?: string | Buffer | object
  who?: Asker
}

/** An answer with what was asked and who asked, for the search at the end. */
type Heard = { what: string; who: Asker; bytes: Buffer }
/**
 * Of whom the search at the end knows what each may hear. `desk` are those who moderate and edit; `owner` is told what is their own, and
 * that is not searched.
 */
export type Asker = 'stranger' | 'key' | 'author' | 'desk' | 'administrator' | 'owner'

export const read = (reply: Reply): any => JSON.parse(reply.text)

/** The running product as a stranger sees it: every answer is kept, to be searched. */
export class Target {
  readonly server: Server
  readonly heard: Heard[] = []
  siteUrl = ''

  constructor(
    name: string,
    private readonly settings: Record<string, string> = {},
  ) {
    this.server = new Server({ ...databaseOf(name), LOG_LEVEL: 'debug', ...settings })
  }

  async start({ withSite = false } = {}) {
    if (withSite) {
      const port = await freePort()
      this.siteUrl = `http://localhost:${port}`
      Object.assign(this.server.settings, { SITE: 'on', SITE_PORT: String(port), SITE_URL: this.siteUrl })
    }
    await this.server.start()
    if (withSite)
      await until(async () => (await fetch(`${this.siteUrl}/healthz`)).ok, {
        milliseconds: 30_000,
        what: 'the site',
      })
    return this
  }

  async stop() {
    await this.server.stop()
    if (engine === 'mongodb') {
      const client = await MongoClient.connect(this.server.settings.DATABASE_URI!)
      await client.db().dropDatabase()
      await client.close()
    }
  }

  /**
   * A request exactly as it is written: no path is tidied, no header is added. `at` is another address, such as the site's.
   */
  ask(
    path: string,
    { method, headers = {}, body, who = 'stranger' }: Attempt = {},
    at = this.server.url,
  ): Promise<Reply> {
    const { hostname, port } = new URL(at)
    const isText = typeof body === 'string' || Buffer.isBuffer(body)
    const bytes = body === undefined ? undefined : isText ? body : JSON.stringify(body)
    const verb = method ?? (body === undefined ? 'GET' : 'POST')
    const given = { ...(body !== undefined && !isText && { 'content-type': 'application/json' }), ...headers }
    return new Promise((resolve, reject) => {
      const sent = request({ agent: false, hostname, port, path, method: verb, headers: given }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const all = Buffer.concat(chunks)
          const head = Buffer.from(JSON.stringify(answer.headers))
          this.heard.push({
            who,
            what: `${verb} ${path}`,
            bytes: Buffer.concat([head, Buffer.from('\n'), all]),
          })
          resolve({ status: answer.statusCode!, headers: answer.headers, body: all, text: all.toString() })
        })
      })
      sent.on('error', reject)
      sent.end(bytes)
    })
  }

  /** Bytes on the wire, and what comes back until the other side closes or has nothing more to say. */
  raw(bytes: string | Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.server.port, '127.0.0.1')
      const chunks: Buffer[] = []
      socket.on('data', (chunk) => chunks.push(chunk))
      socket.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNRESET' ? undefined : reject(error),
      )
      socket.on('close', () => {
        const all = Buffer.concat(chunks)
        this.heard.push({ who: 'stranger', what: 'raw', bytes: all })
        resolve(all.toString('latin1'))
      })
      socket.end(bytes)
    })
  }

  /** Everything a database file or collection holds, and every other file of the data folder but the keys themselves. */
  async kept(): Promise<{ what: string; bytes: Buffer }[]> {
    const files = filesBelow(this.server.dataDir)
      .filter((path) => !/secrets/.test(path))
      .map((path) => ({ what: path.slice(this.server.dataDir.length), bytes: readFileSync(path) }))
    if (engine === 'sqlite') return files
    const client = await MongoClient.connect(this.server.settings.DATABASE_URI!)
    try {
      const collections = await client.db().listCollections().toArray()
      const read = async ({ name }: { name: string }) => ({
        what: `collection ${name}`,
        bytes: Buffer.from(JSON.stringify(await client.db().collection(name).find().toArray())),
      })
      return [...files, ...(await Promise.all(collections.map(read)))]
    } finally {
      await client.close()
    }
  }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })

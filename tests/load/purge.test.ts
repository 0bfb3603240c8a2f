import { setTimeout as pause } from 'node:timers/promises'

import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { choosePorts, isInstalled, startNginx } from '../../bench/nginx.ts'
import { bodyOf, paragraph, text } from '../support/article.ts'
import { ADMIN, Server, until } from '../support/server.ts'
import { tell } from '../support/tell.ts'

const mongo = process.env.TEST_MONGODB_URI
const hasNginx = isInstalled('nginx', '-v')
if (!hasNginx) tell('SKIPPED: Ovoz behind the documented nginx (install nginx to run it).')
else if (!mongo)
  tell('SKIPPED: two processes behind nginx, on MongoDB (set TEST_MONGODB_URI to a replica set to run it).')

function mongoUri() {
  const uri = new URL(mongo!)
  uri.pathname = `/ovoz_purge_${process.pid}`
  return uri.href
}

const COMMENTS = 12
/** The longest an answer may be older than what an editor was told is done, in milliseconds. */
const OLDEST = 1000

/** One address that readers ask for all the time, and the states it goes through; no two are alike. */
class Series {
  readonly states: { key: string; since: number }[] = []
  readonly reads: { began: number; state: number }[] = []
  hits = 0
  #early = new Set<string>()
  #isOver = false

  constructor(
    readonly path: string,
    private readonly keyOf: (body: any) => string,
  ) {}

  /** What the address is to show now, since the answer to the write came (or since a moment of its own). */
  expect(key: string, since = performance.now()) {
    this.states.push({ key, since })
  }

  async #go(front: string, encoding: string) {
    while (!this.#isOver) {
      const began = performance.now()
      const answer = await fetch(`${front}/api/v1${this.path}`, { headers: { 'accept-encoding': encoding } })
      const key = this.keyOf(await answer.json())
      if (answer.headers.get('x-kept') === 'HIT') this.hits += 1
      this.reads.push({ began, state: this.#find(key) })
    }
  }

  /** A state may be seen before its write has been answered: it is the next one then. */
  #find(key: string): number {
    const found = this.states.findIndex((one) => one.key === key)
    if (found >= 0) return found
    this.#early.add(key)
    return this.states.length
  }

  start(front: string) {
    const going = ['br', 'gzip', 'identity', 'br'].map((encoding) => this.#go(front, encoding))
    return async () => {
      this.#isOver = true
      await Promise.all(going)
    }
  }

  /** Until the newest state has been given out from what nginx keeps. */
  async isKept() {
    const before = this.hits
    const last = this.states.length - 1
    await until(async () => this.hits > before && this.reads.at(-1)?.state === last, {
      milliseconds: 10_000,
      what: `${this.path} to show “${this.states[last]!.key}”`,
    })
  }

  /** States that nobody brought about. */
  strange = () => [...this.#early].filter((key) => !this.states.some((one) => one.key === key))

  /** How long after the answer to a write somebody still asked and was given what was before it, in milliseconds. */
  oldest() {
    const ages = this.reads.map(({ began, state }) => {
      const next = this.states[state + 1]
      return next ? began - next.since : 0
    })
    return Math.max(0, ...ages)
  }
}

describe.each([
  { what: 'one process on SQLite', settings: {} as Record<string, string>, isThere: hasNginx },
  {
    what: 'two processes on MongoDB',
    settings: mongo ? { DATABASE_URI: mongoUri(), WEB_PROCESSES: '2' } : {},
    isThere: hasNginx && Boolean(mongo),
  },
])('the built product, $what, behind the nginx of examples/nginx.conf', ({ what, settings, isThere }) => {
  describe.runIf(isThere)('while readers ask', () => {
    let server: Server
    let nginx: Awaited<ReturnType<typeof startNginx>>
    let staff: Awaited<ReturnType<Server['signIn']>>
    let post = ''

    const write = async (path: string, body: object, method = 'POST') => {
      const answer = await staff.rest(path, { body, method })
      expect(answer.status).toBeLessThan(300)
      return String(answer.body.doc.id)
    }
    const article = (title: string, more: object = {}) => ({
      title,
      body: bodyOf(paragraph(text('Much is said here.'))),
      _status: 'published',
      ...more,
    })

    beforeAll(async () => {
      const ports = await choosePorts()
      server = new Server({ ...settings, PURGE_URL: `http://127.0.0.1:${ports.front}/purge` })
      await server.start()
      nginx = await startNginx({ ports, ovoz: `http://127.0.0.1:${server.port}`, bare: server.url })
      staff = await server.signIn(ADMIN)
      post = await write(
        '/posts',
        article('Version 0', { slug: 'busy', publishedAt: '2020-01-01T00:00:00Z' }),
      )
    })
    afterAll(async () => {
      await nginx?.stop()
      await server?.stop()
      if (!settings.DATABASE_URI) return
      const client = await MongoClient.connect(settings.DATABASE_URI)
      await client.db().dropDatabase()
      await client.close()
    })

    async function submit(n: number) {
      const answer = await server.api('/comments', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          on: 'posts/busy',
          name: `Reader ${n}`,
          email: `reader${n}@load.example`,
          body: `Words ${n}.`,
        }),
      })
      expect(answer.status).toBe(202)
      return ((await answer.json()) as { id: string }).id
    }

    it('gives nobody an answer that is older than a second, whoever is published, approved or removed', async () => {
      const one = new Series('/posts/busy?locale=en', ({ title }) => title)
      const list = new Series('/posts?locale=en&limit=50', ({ items }) =>
        items
          .map(({ title }: { title: string }) => title)
          .sort()
          .join(),
      )
      const thread = new Series('/comments?on=posts/busy&limit=50&locale=en', ({ items }) =>
        items
          .map(({ id }: { id: string }) => id)
          .sort()
          .join(),
      )
      const all = [one, list, thread]
      const ids: string[] = []
      for (let n = 0; n < COMMENTS; n++) ids.push(await submit(n))

      const titles = ['Version 0']
      const shown = new Set<string>()
      const expectAll = () => {
        one.expect(titles[0]!)
        list.expect([...titles].sort().join())
      }
      expectAll()
      thread.expect('')
      const stops = all.map((series) => series.start(nginx.url))

      try {
        // One comment after the other appears, then one after the other goes; the last stays.
        const moves = [
          ...ids.map((id) => ({ id, status: 'approved' })),
          ...ids.slice(0, -1).map((id) => ({ id, status: 'spam' })),
        ]
        for (const [n, { id, status }] of moves.entries()) {
          await write(`/comments/${id}`, { status }, 'PATCH')
          if (status === 'approved') shown.add(id)
          else shown.delete(id)
          thread.expect([...shown].sort().join())

          if (n % 2) {
            titles[0] = `Version ${n}`
            await write(`/posts/${post}`, { title: titles[0], _status: 'published' }, 'PATCH')
            expectAll()
          } else {
            titles.push(`Further ${n}`)
            await write('/posts', article(`Further ${n}`))
            list.expect([...titles].sort().join())
          }
          await Promise.all(all.map((series) => series.isKept()))
        }

        // And what nobody does: its hour comes.
        const hour = Date.now() + 1500
        await write('/posts', article('Come due', { publishedAt: new Date(hour).toISOString() }))
        titles.push('Come due')
        list.expect([...titles].sort().join(), performance.now() + hour - Date.now())
        await list.isKept()
        // An old answer has time to come back, if it can.
        await pause(OLDEST)
      } finally {
        await Promise.all(stops.map((stop) => stop()))
      }

      for (const series of all) {
        tell(
          `  ${what}: ${series.path.split('?')[0]}: ${series.reads.length} reads, ${series.hits} from what nginx keeps, ${series.states.length} states; oldest ${Math.round(series.oldest())} ms`,
        )
        expect(series.strange()).toEqual([])
        expect(series.hits).toBeGreaterThan(series.states.length)
        expect(series.oldest()).toBeLessThanOrEqual(OLDEST)
      }
    })
  })
})

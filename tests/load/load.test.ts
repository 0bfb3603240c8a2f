import { setTimeout as pause } from 'node:timers/promises'

import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { bodyOf, paragraph, text } from '../support/article.ts'
import { ADMIN, Server } from '../support/server.ts'
import { tell } from '../support/tell.ts'

const SECONDS = Number(process.env.LOAD_SECONDS ?? 30)
const READERS = 64
const KILLS = Number(process.env.LOAD_KILLS ?? 5)

const mongo = process.env.TEST_MONGODB_URI
if (!mongo) tell('SKIPPED: the load on MongoDB (set TEST_MONGODB_URI to a replica set to run it).')

function mongoUri() {
  const uri = new URL(mongo!)
  uri.pathname = `/ovoz_load_${process.pid}`
  return uri.href
}

/** What readers were told was kept, and what answers they got. */
class Readers {
  readonly kept = new Map<string, string>()
  readonly statuses = new Map<number, number>()
  #isOver = false
  #n = 0

  constructor(
    private readonly server: Server,
    private readonly when: string,
  ) {}

  /** One reader: reads the article and its thread, and writes now and then, until told to stop. */
  async #go(reader: number) {
    for (let turn = 0; !this.#isOver; turn++) {
      try {
        if (turn % 4 === 3) await this.#write(reader)
        else
          this.#count(
            (await this.server.api(turn % 2 ? '/posts/busy' : '/comments?on=posts/busy&limit=20')).status,
          )
      } catch {
        // The server was killed under it: an answer that never came promised nothing.
        await pause(20)
      }
    }
  }

  async #write(reader: number) {
    // Never the same twice: the same words by the same reader are one comment, sent again.
    const body = `Words ${++this.#n} of reader ${reader}, ${this.when}`
    const answer = await this.server.api('/comments', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        on: 'posts/busy',
        name: `Reader ${reader}`,
        email: `reader${reader}@load.example`,
        body,
      }),
    })
    this.#count(answer.status)
    if (answer.status === 202) this.kept.set(((await answer.json()) as { id: string }).id, body)
  }

  #count(status: number) {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1)
  }

  start() {
    const going = Array.from({ length: READERS }, (_, reader) => this.#go(reader))
    return async () => {
      this.#isOver = true
      await Promise.all(going)
    }
  }
}

describe.each([
  { engine: 'SQLite', settings: {} as Record<string, string>, isThere: true },
  { engine: 'MongoDB', settings: mongo ? { DATABASE_URI: mongoUri() } : {}, isThere: Boolean(mongo) },
])(`${READERS} readers at once on $engine`, ({ settings, isThere }) => {
  describe.skipIf(!isThere)('while an editor writes', () => {
    const server = new Server(settings)
    let staff: Awaited<ReturnType<Server['signIn']>>
    let post = ''

    beforeAll(async () => {
      await server.start()
      staff = await server.signIn(ADMIN)
      const answer = await staff.rest('/posts', {
        body: {
          title: 'Busy',
          slug: 'busy',
          body: bodyOf(paragraph(text('Much is said here.'))),
          _status: 'published',
        },
      })
      expect(answer.status).toBe(201)
      post = answer.body.doc.id
    })
    afterAll(async () => {
      await server.stop()
      if (!settings.DATABASE_URI) return
      const client = await MongoClient.connect(settings.DATABASE_URI)
      await client.db().dropDatabase()
      await client.close()
    })

    /** Every comment that is in the database, with its text, and how many sealed addresses there are. */
    async function stored() {
      const found = new Map<string, string>()
      for (let page = 1, more = true; more; page++) {
        const { body } = await staff.rest(
          `/comments?limit=500&depth=0&sort=createdAt&page=${page}&select[body]=true`,
        )
        for (const { id, body: words } of body.docs) found.set(id, words)
        more = body.hasNextPage
      }
      return found
    }

    it(`answers none with a fault for ${SECONDS} s, and keeps all it said it kept`, async () => {
      const readers = new Readers(server, 'undisturbed')
      const stop = readers.start()
      let saved = 0
      for (const end = Date.now() + SECONDS * 1000; Date.now() < end;) {
        const { status } = await staff.rest(`/posts/${post}?draft=true&autosave=true`, {
          method: 'PATCH',
          body: { title: `Busy, draft ${++saved}` },
        })
        expect(status).toBe(200)
      }
      await stop()
      tell(
        `  ${[...readers.statuses].map(([status, n]) => `${status}: ${n}`).join(', ')}; drafts saved: ${saved}`,
      )
      expect([...readers.statuses.keys()].filter((status) => status >= 500)).toEqual([])
      expect(readers.kept.size).toBeGreaterThan(0)
      const found = await stored()
      expect([...readers.kept].filter(([id, words]) => found.get(id) !== words)).toEqual([])
      expect((await (await server.api('/posts/busy')).json()) as object).toMatchObject({ title: 'Busy' })
    })

    it(`has every acknowledged comment after each of ${KILLS} kills in the middle`, async () => {
      const before = await stored()
      const readers = new Readers(server, 'among kills')
      const stop = readers.start()
      for (let kill = 0; kill < KILLS; kill++) {
        // At any moment of the work; that the moments differ is the point, what they are is not.
        await pause(400 + Math.random() * 800)
        await server.stop('SIGKILL')
        await server.start()
      }
      await stop()
      staff = await server.signIn(ADMIN)
      const found = await stored()
      tell(`  acknowledged: ${readers.kept.size}, there: ${found.size - before.size}`)
      expect(readers.kept.size).toBeGreaterThan(0)
      expect(found.size - before.size).toBeGreaterThanOrEqual(readers.kept.size)
      expect([...readers.kept].filter(([id, words]) => found.get(id) !== words)).toEqual([])
      // Neither half without the other: each comment has its sealed address, which opens for an administrator.
      const { body } = await staff.rest('/comments?limit=500&depth=0&sort=-createdAt')
      expect(body.docs.filter(({ email }: { email?: string }) => !email?.endsWith('@load.example'))).toEqual(
        [],
      )
    })
  })
})

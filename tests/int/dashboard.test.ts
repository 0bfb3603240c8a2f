import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { v7 as uuid } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'

import { readDashboard } from '../../src/dashboard/service.ts'
import { countByDay, findBusiest, findWaiting } from '../../src/dashboard/store.ts'
import type { User } from '../../src/payload-types.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'
import { queriesOf } from '../support/queries.ts'

const DAY = 86_400_000
const system = { depth: 0, overrideAccess: true } as const
const ROLES = ['admin', 'editor', 'moderator', 'author', 'translator'] as const

describe(`the front page of the panel (${engine})`, () => {
  const ovoz = useOvoz()
  const users = new Map<string, User>()
  const now = new Date()
  const ago = (days: number) => new Date(now.getTime() - days * DAY).toISOString()
  const ahead = (days: number) => new Date(now.getTime() + days * DAY).toISOString()
  const read = (role: string, locale: 'en' | 'ru' | 'tg' = 'en') =>
    readDashboard({
      payload: ovoz.payload,
      user: { ...users.get(role)!, collection: 'users' } as never,
      locale,
      now,
    })

  async function write(value: string, status: string, days: number) {
    const data = { id: uuid(), on: { relationTo: 'posts', value }, body: 'Words', name: 'N', status, createdAt: ago(days) } // prettier-ignore
    await ovoz.payload.create({ collection: 'comments', data: data as never, ...system })
  }

  beforeAll(async () => {
    for (const role of ROLES) users.set(role, (await ovoz.signUp(role)) as User)
  })

  it('says so where there is nothing', async () => {
    const { days, ...rest } = await read('admin')
    expect(rest).toEqual({
      waiting: { count: 0, oldest: null },
      busiest: [],
      scheduled: [],
      stuck: { jobs: 0, mails: 0, deliveries: 0 },
    })
    expect(days!.every(({ total }) => total === 0)).toBe(true)
  })

  it('counts what waits, and what became of what was written on each day of thirty', async () => {
    const busy = String((await publish(ovoz, { title: 'Busy' })).id)
    const quiet = String((await publish(ovoz, { title: 'Quiet' })).id)
    const loud = String((await publish(ovoz, { title: 'Loud with spam' })).id)
    for (const [id, status, days] of [
      [busy, 'pending', 0],
      [busy, 'pending', 2],
      [busy, 'approved', 2],
      [quiet, 'approved', 3],
      [quiet, 'pending', 45],
      [loud, 'spam', 3],
      [loud, 'spam', 3],
      [loud, 'trash', 3],
    ] as const)
      await write(id, status, days)

    const { waiting, days, busiest } = await read('moderator')
    expect(waiting).toEqual({ count: 3, oldest: ago(45) })
    const written = (n: number) => days!.find(({ day }) => day === ago(n).slice(0, 10))!.counts
    expect(written(0)).toEqual({ pending: 1, approved: 0, spam: 0, trash: 0 })
    expect(written(2)).toEqual({ pending: 1, approved: 1, spam: 0, trash: 0 })
    expect(written(3)).toEqual({ pending: 0, approved: 1, spam: 2, trash: 1 })
    expect(days!.reduce((sum, { total }) => sum + total, 0)).toBe(7)
    expect(busiest).toEqual([
      { path: `/collections/posts/${busy}`, title: 'Busy', count: 3 },
      { path: `/collections/posts/${quiet}`, title: 'Quiet', count: 1 },
    ])
  })

  it('names what comes next, the first first, in the language of whoever looks', async () => {
    const later = await publish(ovoz, { title: 'Later', publishedAt: ahead(2) })
    const { id } = await publish(ovoz, { title: 'Soon', publishedAt: ahead(1) })
    await ovoz.payload.update({
      collection: 'posts',
      id,
      locale: 'tg',
      data: { title: 'Ба зудӣ', _status: 'published' } as never,
      ...system,
    })
    await ovoz.payload.jobs.queue({
      task: 'schedulePublish',
      waitUntil: new Date(ahead(3)),
      input: { type: 'unpublish', doc: { relationTo: 'posts', value: later.id } } as never,
    })
    expect((await read('editor', 'tg')).scheduled).toEqual([
      { path: `/collections/posts/${id}`, title: 'Ба зудӣ', at: ahead(1), isTakenBack: false },
      { path: `/collections/posts/${later.id}`, title: 'Later', at: ahead(2), isTakenBack: false },
      { path: `/collections/posts/${later.id}`, title: 'Later', at: ahead(3), isTakenBack: true },
    ])
  })

  it('counts jobs that failed or are late, and messages that were given up', async () => {
    await ovoz.payload.jobs.queue({
      task: 'schedulePublish',
      waitUntil: new Date(ago(1)),
      input: { type: 'publish', doc: { relationTo: 'posts', value: 'gone' } } as never,
    })
    for (const status of ['given-up', 'given-up', 'sent', 'waiting'])
      await ovoz.payload.create({
        collection: 'deliveries',
        data: {
          event: 'post.published',
          status,
          attempts: 9,
          message: {},
          messageId: uuid(),
        } as never,
        ...system,
      })
    expect((await read('admin')).stuck).toEqual({ jobs: 1, mails: 0, deliveries: 2 })
  })

  it('shows each role what it deals with, and asks for nothing else', async () => {
    const shown = async (role: string) => {
      const { scheduled, ...rest } = await read(role)
      return Object.keys(rest).filter((name) => rest[name as keyof typeof rest] !== null)
    }
    expect(await shown('admin')).toEqual(['waiting', 'days', 'busiest', 'stuck'])
    expect(await shown('editor')).toEqual(['waiting', 'days', 'busiest'])
    expect(await shown('moderator')).toEqual(['waiting', 'days', 'busiest'])
    expect(await shown('author')).toEqual([])
    expect(await shown('translator')).toEqual([])
    const asked = await queriesOf(ovoz.payload, () => read('author'))
    expect(asked.filter((query) => /comments/.test(query))).toEqual([])
  })

  it('asks as many questions for many comments as for few', async () => {
    const few = (await queriesOf(ovoz.payload, () => read('admin'))).length
    const { id } = await publish(ovoz, { title: 'Full' })
    for (let n = 0; n < 60; n++) await write(String(id), 'pending', n % 40)
    const { length } = await queriesOf(ovoz.payload, () => read('admin'))
    expect(length).toBe(few)
    expect(length).toBeLessThanOrEqual(12)
  })

  // Only the embedded database tells its plan in words that can be held to.
  if (engine === 'sqlite')
    it('counts comments in an index, without a look at them', async () => {
      const asked = await queriesOf(ovoz.payload, async () => {
        const since = new Date(0)
        await Promise.all([
          countByDay({ payload: ovoz.payload, since }),
          findBusiest({ payload: ovoz.payload, since, limit: 5 }),
          findWaiting({ payload: ovoz.payload }),
        ])
      })
      const { client } = ovoz.payload.db as unknown as SQLiteAdapter
      const plans = await Promise.all(
        asked.map(async (sql) => {
          const args = Array.from(sql.matchAll(/\?/g), () => '0')
          const { rows } = await client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
          return rows.map(({ detail }) => String(detail)).find((detail) => /comments/.test(detail))
        }),
      )
      expect(plans).toHaveLength(4)
      for (const plan of plans) expect(plan).toMatch(/^SEARCH .*USING (COVERING )?INDEX/)
      expect(plans.filter((plan) => /COVERING INDEX createdAt_status_thread_idx/.test(plan!))).toHaveLength(2)
    })
})

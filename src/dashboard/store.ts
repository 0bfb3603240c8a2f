import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { CollectionSlug, Payload, Where } from 'payload'

import type { Locale, SubjectType } from '../contract/index.ts'
import type { DayCount } from './figures.ts'

type Asked = { payload: Payload }
type Requester = NonNullable<Parameters<Payload['find']>[0]['user']>

const rowsOf = (payload: Payload) =>
  (payload.db as unknown as MongooseAdapter).collections.comments!.collection

/** How many comments of each day since a moment are now in which state: one pass over an index that holds all of it. */
export async function countByDay({ payload, since }: Asked & { since: Date }): Promise<DayCount[]> {
  if (payload.db.name === 'mongoose') {
    const day = { $dateToString: { format: '%Y-%m-%d', date: '$createdAt' } }
    const rows = await rowsOf(payload)
      .aggregate<{ _id: { day: string; status: string }; n: number }>([
        { $match: { createdAt: { $gte: since } } },
        { $group: { _id: { day, status: '$status' }, n: { $sum: 1 } } },
      ])
      .toArray()
    return rows.map(({ _id, n }) => ({ ..._id, count: n }))
  }
  const { rows } = await (payload.db as unknown as SQLiteAdapter).client.execute({
    sql: `SELECT substr(created_at, 1, 10) AS day, status, count(*) AS n FROM comments
      WHERE created_at >= ? GROUP BY 1, 2`,
    args: [since.toISOString()],
  })
  return rows.map(({ day, status, n }) => ({ day: String(day), status: String(status), count: Number(n) }))
}

export type Busy = { thread: string; count: number }

/** Where most was written since a moment, spam and trash left out: `posts/<id>`, the busiest first. */
export async function findBusiest({
  payload,
  since,
  limit,
}: Asked & { since: Date; limit: number }): Promise<Busy[]> {
  if (payload.db.name === 'mongoose') {
    const rows = await rowsOf(payload)
      .aggregate<{ _id: string; n: number }>([
        { $match: { createdAt: { $gte: since }, status: { $in: ['pending', 'approved'] } } },
        { $group: { _id: '$thread', n: { $sum: 1 } } },
        { $sort: { n: -1, _id: 1 } },
        { $limit: limit },
      ])
      .toArray()
    return rows.map(({ _id, n }) => ({ thread: _id, count: n }))
  }
  // The plus keeps the indexes of states and threads out of it: they lead through all comments there ever were.
  const { rows } = await (payload.db as unknown as SQLiteAdapter).client.execute({
    sql: `SELECT thread, count(*) AS n FROM comments
      WHERE created_at >= ? AND +status IN ('pending', 'approved')
      GROUP BY +thread ORDER BY n DESC, thread LIMIT ?`,
    args: [since.toISOString(), limit],
  })
  return rows.map(({ thread, n }) => ({ thread: String(thread), count: Number(n) }))
}

const isWaiting: Where = { queue: { equals: 0 } }

/** How many comments wait, and since when the oldest does. */
export async function findWaiting({ payload }: Asked): Promise<{ count: number; oldest: string | null }> {
  const [{ totalDocs }, { docs }] = await Promise.all([
    payload.count({ collection: 'comments', where: isWaiting, overrideAccess: true }),
    payload.find({
      collection: 'comments',
      where: isWaiting,
      sort: 'createdAt',
      limit: 1,
      pagination: false,
      select: { createdAt: true },
      depth: 0,
      overrideAccess: true,
    }),
  ])
  return { count: totalDocs, oldest: docs[0]?.createdAt ?? null }
}

/** What is released and waits for its hour, and what is to be published or taken back by a job; the next first. */
export async function findScheduled({
  payload,
  now,
  limit,
}: Asked & { now: Date; limit: number }): Promise<{ at: string; key: string; isTakenBack: boolean }[]> {
  const after = { greater_than: now.toISOString() }
  const [{ docs: released }, { docs: jobs }] = await Promise.all([
    payload.find({
      collection: 'upcoming',
      where: { at: after },
      sort: 'at',
      limit,
      pagination: false,
      overrideAccess: true,
    }),
    payload.find({
      collection: 'payload-jobs',
      where: { and: [{ taskSlug: { equals: 'schedulePublish' } }, { waitUntil: after }] },
      sort: 'waitUntil',
      limit,
      pagination: false,
      depth: 0,
      overrideAccess: true,
    }),
  ])
  const ofJobs = jobs.flatMap(({ waitUntil, input }) => {
    const { doc, type } = input as { doc?: { relationTo: string; value: unknown }; type?: string }
    if (!doc || !waitUntil) return []
    return [
      { at: waitUntil, key: `${doc.relationTo}/${String(doc.value)}`, isTakenBack: type === 'unpublish' },
    ]
  })
  return [...released.map(({ at, key }) => ({ at, key, isTakenBack: false })), ...ofJobs]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, limit)
}

/** How many rows of a collection there are like this; 0 where there is no such collection. */
export async function countWhere({
  payload,
  collection,
  where,
}: Asked & { collection: string; where: Where }): Promise<number> {
  if (!(collection in payload.collections)) return 0
  const slug = collection as CollectionSlug
  return (await payload.count({ collection: slug, where, overrideAccess: true })).totalDocs
}

/** The titles of articles and events by `posts/<id>`; those the user may not read are left out. */
export async function findTitles({
  payload,
  keys,
  locale,
  user,
}: Asked & { keys: string[]; locale: Locale; user: Requester }): Promise<Map<string, string>> {
  const found = await Promise.all(
    (['posts', 'events'] satisfies SubjectType[]).map(async (collection) => {
      const ids = keys.filter((key) => key.startsWith(`${collection}/`)).map((key) => key.split('/')[1]!)
      if (!ids.length) return []
      const { docs } = await payload.find({
        collection,
        where: { id: { in: [...new Set(ids)] } },
        limit: ids.length,
        pagination: false,
        select: { title: true },
        draft: true,
        depth: 0,
        locale,
        user,
        overrideAccess: false,
      })
      return docs.map(({ id, title }) => [`${collection}/${id}`, title ?? ''] as const)
    }),
  )
  return new Map(found.flat())
}

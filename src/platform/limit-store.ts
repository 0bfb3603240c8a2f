import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'

import { type Count, isBeyond, latestEnd, nextOf, type Standing } from './limits.ts'
import type { ActsDirectly } from './sqlite-direct.ts'

/**
 * Where counts are kept: a table that is no collection, so that no door of Payload's leads to it. It is made where it is
 * missing; to lose it costs nothing but the counts of the last hours.
 */
export type LimitStore = {
  prepare: () => Promise<void>
  /**
   * Adds one to each count, or begins it anew where its time is over, and tells where each stands then. A process that counts
   * at the same moment sees it, or is seen. Where one goes beyond its rule, none is added to.
   */
  add: (counts: readonly Count[], now: number) => Promise<Standing[]>
  /** Takes one back from each. */
  giveBack: (counts: readonly Count[]) => Promise<void>
  /** Forgets counts whose key begins so. */
  forget: (beginnings: readonly string[]) => Promise<void>
  /** Forgets counts whose time is over. */
  purge: (now: number) => Promise<void>
}

const MOST_TRIES = 5

/** A place in a statement for each of the counts. */
const places = (counts: readonly Count[], one: string) => counts.map(() => one).join(', ')

/** The first text after all that begin with this one. */
const after = (beginning: string) => `${beginning}\uffff`

function sqliteStore(payload: Payload): LimitStore {
  const { writeLightly } = payload.db as unknown as ActsDirectly
  const run = (sql: string, args: (string | number)[] = []) =>
    writeLightly((connection) => connection.run({ sql, args }))

  return {
    async prepare() {
      await run(`CREATE TABLE IF NOT EXISTS limits (
        key TEXT PRIMARY KEY, count INTEGER NOT NULL, expires_at INTEGER NOT NULL
      ) WITHOUT ROWID`)
      await run('CREATE INDEX IF NOT EXISTS limits_expires_at ON limits (expires_at)')
    },

    add: (counts, now) =>
      writeLightly((connection) => {
        const keys = counts.map(({ key }) => key)
        const rows = connection.all({
          sql: `SELECT key, count, expires_at FROM limits WHERE key IN (${places(counts, '?')})`,
          args: keys,
        }) as [string, number, number][]
        const known = new Map(rows.map(([key, count, expiresAt]) => [key, { count, expiresAt }]))
        const standings = counts.map((count) => nextOf(known.get(count.key), count, now))
        if (isBeyond(standings, counts)) return standings
        connection.run({
          sql: `INSERT INTO limits (key, count, expires_at) VALUES ${places(counts, '(?, ?, ?)')}
              ON CONFLICT (key) DO UPDATE SET count = excluded.count, expires_at = excluded.expires_at`,
          args: standings.flatMap(({ count, expiresAt }, i) => [keys[i]!, count, expiresAt]),
        })
        return standings
      }),

    giveBack: (counts) =>
      run(
        `UPDATE limits SET count = count - 1 WHERE count > 0 AND key IN (${places(counts, '?')})`,
        counts.map(({ key }) => key),
      ),

    forget: (beginnings) =>
      run(
        `DELETE FROM limits WHERE ${beginnings.map(() => '(key >= ? AND key < ?)').join(' OR ')}`,
        beginnings.flatMap((one) => [one, after(one)]),
      ),

    purge: (now) => run('DELETE FROM limits WHERE expires_at <= ?', [now]),
  }
}

type Row = { _id: string; count: number; expiresAt: number }

const isTaken = (error: unknown) => error instanceof Error && /\bE11000\b/.test(error.message)

function mongoStore(payload: Payload): LimitStore {
  const adapter = payload.db as unknown as MongooseAdapter
  // A count need not outlive a power cut: nobody waits for the journal, or for other nodes.
  const rows = () => adapter.connection.db!.collection<Row>('limits', { writeConcern: { w: 1 } })

  async function addOne({ key, seconds }: Count, now: number): Promise<Standing> {
    const isOver = {
      $or: [
        { $lte: [{ $ifNull: ['$expiresAt', 0] }, now] },
        { $gt: ['$expiresAt', latestEnd(now, seconds)] },
      ],
    }
    const change = [
      {
        $set: {
          count: { $cond: [isOver, 1, { $add: ['$count', 1] }] },
          expiresAt: { $cond: [isOver, now + seconds * 1000, '$expiresAt'] },
        },
      },
    ]
    for (let round = 1; ; round++) {
      try {
        const row = await rows().findOneAndUpdate({ _id: key }, change, {
          upsert: true,
          returnDocument: 'after',
        })
        return { count: row!.count, expiresAt: row!.expiresAt }
      } catch (error) {
        // Another one began the same count at the same moment.
        if (!isTaken(error) || round === MOST_TRIES) throw error
      }
    }
  }

  const giveBack = async (counts: readonly Count[]) => {
    await rows().updateMany(
      { _id: { $in: counts.map(({ key }) => key) }, count: { $gt: 0 } },
      { $inc: { count: -1 } },
    )
  }

  return {
    async prepare() {
      await rows().createIndex({ expiresAt: 1 }, { name: 'expiresAt' })
    },
    async add(counts, now) {
      const standings = await Promise.all(counts.map((count) => addOne(count, now)))
      if (isBeyond(standings, counts)) await giveBack(counts)
      return standings
    },
    giveBack,
    async forget(beginnings) {
      await rows().deleteMany({
        $or: beginnings.map((one) => ({ _id: { $gte: one, $lt: after(one) } })),
      })
    },
    async purge(now) {
      await rows().deleteMany({ expiresAt: { $lte: now } })
    },
  }
}

export const limitStore = (payload: Payload): LimitStore =>
  payload.db.name === 'mongoose' ? mongoStore(payload) : sqliteStore(payload)

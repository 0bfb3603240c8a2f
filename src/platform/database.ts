import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import { type SQLiteAdapter, sqliteAdapter } from '@payloadcms/db-sqlite'
import { and, count, eq, inArray } from '@payloadcms/db-sqlite/drizzle'
import type { CollectionSlug, Migration, Payload } from 'payload'

import { migrations } from '../migrations/index.ts'
import { requireTransactions } from './mongo.ts'
import { isBuilding, settings } from './settings.ts'
import { serialiseWrites } from './sqlite.ts'

const isMongo = (uri: string | undefined): uri is string => Boolean(uri?.startsWith('mongodb'))

/** The file of the embedded database, as a `file:` address. */
export const sqliteUri = () => pathToFileURL(join(settings.DATA_DIR, 'ovoz.sqlite')).href

/** Payload's adapter for the engine the settings name. Ids are strings on both. */
export function databaseAdapter() {
  const uri = settings.DATABASE_URI
  if (isMongo(uri)) {
    return requireTransactions(
      mongooseAdapter({
        url: uri,
        ensureIndexes: true,
        connectOptions: { serverSelectionTimeoutMS: 1500, writeConcern: { w: 'majority', journal: true } },
      }),
    )
  }
  if (!uri && !isBuilding) mkdirSync(settings.DATA_DIR, { recursive: true, mode: 0o700 })
  return serialiseWrites(
    sqliteAdapter({
      client: { url: isBuilding ? ':memory:' : (uri ?? sqliteUri()) },
      idType: 'uuid',
      migrationDir: join(process.cwd(), 'src/migrations'),
      push: false,
      // FULL: what was acknowledged is on the disk, also after the power fails.
      wal: { synchronous: 'FULL' },
    }),
  )
}

/** Brings the embedded database to the shape this version needs. MongoDB needs no such step. */
export async function migrate(payload: Payload) {
  // The adapter's own migrations take its own arguments; the common type knows neither.
  if (payload.db.name === 'sqlite')
    await payload.db.migrate({ migrations: migrations as unknown as Migration[] })
}

/**
 * How many documents of a collection have each of the given values in an indexed field, in one query.
 * Values that none has are left out.
 */
export async function countByValue({
  payload,
  collection,
  field,
  values,
  where,
}: {
  payload: Payload
  collection: CollectionSlug
  field: string
  values: string[]
  where: Record<string, string>
}): Promise<Map<string, number>> {
  if (!values.length) return new Map()
  if (payload.db.name === 'mongoose') {
    const { collections } = payload.db as unknown as MongooseAdapter
    const rows = await collections[collection]!.aggregate<{ _id: string; n: number }>([
      { $match: { ...where, [field]: { $in: values } } },
      { $group: { _id: `$${field}`, n: { $sum: 1 } } },
    ])
    return new Map(rows.map(({ _id, n }) => [_id, n]))
  }
  const { drizzle, tables } = payload.db as unknown as SQLiteAdapter
  const table = tables[collection]!
  const column = (name: string) => table[name]!
  const rows = await drizzle
    .select({ value: column(field), n: count() })
    .from(table)
    .where(
      and(inArray(column(field), values), ...Object.entries(where).map(([name, is]) => eq(column(name), is))),
    )
    .groupBy(column(field))
  return new Map(rows.map(({ value, n }) => [String(value), n]))
}

/** Whether the database answers: a question that costs it nothing. */
export async function isReachable(payload: Payload): Promise<boolean> {
  try {
    if (payload.db.name === 'mongoose') {
      const { connection } = payload.db as unknown as MongooseAdapter
      if (connection.readyState !== 1) return false
      await connection.db!.command({ ping: 1 }, { timeoutMS: 2000 })
    } else {
      await (payload.db as unknown as SQLiteAdapter).drizzle.run('select 1')
    }
    return true
  } catch {
    return false
  }
}

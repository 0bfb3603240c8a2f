import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { CollectionSlug, DatabaseAdapterObj, Migration, Payload } from 'payload'

import { migrations } from '../migrations/index.ts'
import { isMongo, settings } from './settings.ts'

/** Payload's adapter for the engine the settings name; the other engine is not even loaded. Ids are strings on both. */
export async function databaseAdapter(): Promise<DatabaseAdapterObj> {
  const uri = settings.DATABASE_URI
  return isMongo(uri)
    ? (await import('./mongo.ts')).mongoAdapter(uri)
    : (await import('./sqlite.ts')).embeddedAdapter(uri)
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
  const { and, count, eq, inArray } = await import('@payloadcms/db-sqlite/drizzle')
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

import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { v7 as uuid } from 'uuid'

import { clientOf, sessionOf } from './rows.ts'

type Value = string | number | boolean | null | object

/** How many values one statement of SQLite takes, with room to spare. */
const MOST_VALUES = 20_000

/**
 * Many new rows of one collection at once, in the transaction of a request and past all hooks: for what follows from
 * moves in numbers. All of them have the same fields, of one column each; times are ISO 8601.
 */
export async function insertRows({
  req,
  collection,
  rows,
}: {
  req: PayloadRequest
  collection: CollectionSlug
  rows: Record<string, Value>[]
}): Promise<void> {
  if (!rows.length) return
  const { payload } = req
  if (payload.db.name === 'mongoose') {
    const { collections } = payload.db as unknown as MongooseAdapter
    const at = new Date().toISOString()
    const times = payload.collections[collection].config.timestamps ? { createdAt: at, updatedAt: at } : {}
    // By the model, which knows what is a time or an id of its own kind.
    await collections[collection]!.insertMany(
      rows.map((row) => ({ ...times, ...row })),
      await sessionOf({ payload, req }),
    )
    return
  }
  const { tables } = payload.db as unknown as SQLiteAdapter
  const name = collection.replaceAll('-', '_')
  await insertInto({
    req,
    table: name,
    columns: ['id', ...Object.keys(rows[0]!)].map(
      (field) => (tables[name] as unknown as Record<string, { name: string }>)[field]!.name,
    ),
    rows: rows.map((row) => [uuid(), ...Object.values(row)]),
  })
}

/** The same into a table of the embedded database, by the names of its columns. */
export async function insertInto({
  req,
  table,
  columns,
  rows,
}: {
  req: PayloadRequest
  table: string
  columns: string[]
  rows: Value[][]
}): Promise<void> {
  const client = await clientOf({ payload: req.payload, req })
  const atOnce = Math.floor(MOST_VALUES / columns.length)
  const places = `(${columns.map(() => '?').join(', ')})`
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = rows.slice(at, at + atOnce)
    await client.execute({
      sql: `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES ${some.map(() => places).join(', ')}`,
      args: some.flat().map(toColumn),
    })
  }
}

function toColumn(value: Value): string | number | null {
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}

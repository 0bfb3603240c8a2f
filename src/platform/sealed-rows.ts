import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload, PayloadRequest } from 'payload'

import { clientOf, sessionOf } from './rows.ts'
import type { SealedColumn, SealedGlobal } from './sealed-places.ts'

/** A row with a sealed value; its id as the driver has it. */
export type SealedRow = { id: unknown; value: string; reads: Record<string, unknown> }

const isMongo = (payload: Payload) => payload.db.name === 'mongoose'
const mongoOf = (payload: Payload, collection: string) =>
  (payload.db as unknown as MongooseAdapter).collections[collection]!.collection

function tableOf(payload: Payload, collection: string) {
  const name = collection.replaceAll('-', '_')
  const columns = (payload.db as unknown as SQLiteAdapter).tables[name] as unknown as Record<
    string,
    { name: string }
  >
  return { name, column: (field: string) => `"${columns[field]!.name}"` }
}

/**
 * Sealed values of a column, by the order of ids after a given one.
 * @param except the name of a key whose values are left out
 */
export async function findSealed({
  payload,
  req,
  at: { collection, field, reads },
  after,
  except,
  limit,
  newest = false,
}: {
  payload: Payload
  req?: PayloadRequest
  at: SealedColumn
  after?: unknown
  except?: string
  limit: number
  newest?: boolean
}): Promise<SealedRow[]> {
  const pick = (row: Record<string, unknown>) => Object.fromEntries(reads.map((one) => [one, row[one]]))
  if (isMongo(payload)) {
    const pattern = except ? `^v1\\.(?!${except}\\.)` : '^v1\\.'
    const rows = await mongoOf(payload, collection)
      .find(
        { [field]: { $regex: pattern }, ...(after !== undefined && { _id: { $gt: after as never } }) },
        { sort: { _id: newest ? -1 : 1 }, limit, ...(await sessionOf({ payload, ...(req && { req }) })) },
      )
      .toArray()
    return rows.map((row) => ({ id: row._id, value: String(row[field]), reads: pick(row) }))
  }
  const { name, column } = tableOf(payload, collection)
  const client = await clientOf({ payload, ...(req && { req }) })
  const { rows } = await client.execute({
    sql: `SELECT "id", ${[field, ...reads].map(column).join(', ')} FROM "${name}"
      WHERE ${column(field)} LIKE 'v1.%' ${except ? `AND ${column(field)} NOT LIKE ?` : ''} ${after === undefined ? '' : 'AND "id" > ?'}
      ORDER BY "id" ${newest ? 'DESC' : ''} LIMIT ${Math.trunc(limit)}`,
    args: [...(except ? [`v1.${except}.%`] : []), ...(after === undefined ? [] : [String(after)])],
  })
  return rows.map((row) => ({
    id: row[0],
    value: String(row[1]),
    reads: Object.fromEntries(reads.map((one, i) => [one, row[i + 2]])),
  }))
}

/** Puts another sealed value in the place of one, unless it has changed meanwhile. In the transaction of a request. */
export async function replaceSealed({
  req,
  at: { collection, field },
  id,
  from,
  to,
}: {
  req: PayloadRequest
  at: SealedColumn
  id: unknown
  from: string
  to: string
}): Promise<void> {
  const { payload } = req
  if (isMongo(payload)) {
    await mongoOf(payload, collection).updateOne(
      { _id: id as never, [field]: from },
      { $set: { [field]: to } },
      await sessionOf({ payload, req }),
    )
    return
  }
  const { name, column } = tableOf(payload, collection)
  const client = await clientOf({ payload, req })
  await client.execute({
    sql: `UPDATE "${name}" SET ${column(field)} = ? WHERE "id" = ? AND ${column(field)} = ?`,
    args: [to, String(id), from],
  })
}

const globalsOf = (payload: Payload) => (payload.db as unknown as MongooseAdapter).globals.collection

/** The sealed value of a global; null where there is none. */
export async function findSealedGlobal({
  payload,
  at: { global, field },
}: {
  payload: Payload
  at: SealedGlobal
}): Promise<string | null> {
  if (!payload.globals.config.some(({ slug }) => slug === global)) return null
  const textOf = (value: unknown) => (typeof value === 'string' && value.startsWith('v1.') ? value : null)
  if (isMongo(payload)) return textOf((await globalsOf(payload).findOne({ globalType: global }))?.[field])
  const { name, column } = tableOf(payload, global)
  const { rows } = await (
    await clientOf({ payload })
  ).execute(`SELECT ${column(field)} FROM "${name}" LIMIT 1`)
  return textOf(rows[0]?.[0])
}

/** `replaceSealed` of a global: nothing else of it is written. */
export async function replaceSealedGlobal({
  req,
  at: { global, field },
  from,
  to,
}: {
  req: PayloadRequest
  at: SealedGlobal
  from: string
  to: string
}): Promise<void> {
  const { payload } = req
  if (isMongo(payload)) {
    await globalsOf(payload).updateOne(
      { globalType: global, [field]: from },
      { $set: { [field]: to } },
      await sessionOf({ payload, req }),
    )
    return
  }
  const { name, column } = tableOf(payload, global)
  const client = await clientOf({ payload, req })
  await client.execute({
    sql: `UPDATE "${name}" SET ${column(field)} = ? WHERE ${column(field)} = ?`,
    args: [to, from],
  })
}

/**
 * Looks through the whole database, every column of every table, for values sealed by some keys: also where nobody told us
 * of. It reads everything and takes its time. What the list of keys itself holds is left out.
 * @param by names of keys; no text of a stranger begins with one, since none is ever shown
 * @returns the places, each with a number of values
 */
export async function sweepSealed({ payload, by }: { payload: Payload; by: readonly string[] }) {
  const found = new Map<string, number>()
  if (!by.length) return found
  const note = (place: string, count: number) =>
    void (count && found.set(place, (found.get(place) ?? 0) + count))
  if (isMongo(payload)) {
    const { connection } = payload.db as unknown as MongooseAdapter
    const isTheirs = (text: string) => by.some((id) => text.startsWith(`v1.${id}.`))
    const look = (value: unknown, place: string) => {
      if (typeof value === 'string') note(place, isTheirs(value) ? 1 : 0)
      else if (Array.isArray(value)) for (const one of value) look(one, place)
      else if (
        value !== null &&
        typeof value === 'object' &&
        Object.getPrototypeOf(value) === Object.prototype
      )
        for (const [name, one] of Object.entries(value)) look(one, `${place}.${name}`)
    }
    for (const { name } of await connection.db!.listCollections().toArray())
      if (name !== 'seal-keys')
        for await (const row of connection.db!.collection(name).find()) look(row, name)
    return found
  }
  const { client } = payload.db as unknown as SQLiteAdapter
  const { rows: columns } = await client.execute(
    `SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
      WHERE m.type = 'table' AND upper(c.type) LIKE 'TEXT%' AND m.name NOT LIKE 'sqlite_%'
        AND m.name <> 'seal_keys' AND m.sql NOT LIKE 'CREATE VIRTUAL%'`,
  )
  for (const [table, column] of columns.map((row) => [String(row[0]), String(row[1])] as const)) {
    const { rows } = await client.execute({
      sql: `SELECT count(*) FROM "${table}" WHERE ${by.map(() => `"${column}" LIKE ?`).join(' OR ')}`,
      args: by.map((id) => `v1.${id}.%`),
    })
    note(`${table}.${column}`, Number(rows[0]![0]))
  }
  return found
}

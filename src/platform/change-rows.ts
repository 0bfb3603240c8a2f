import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { CollectionSlug, PayloadRequest } from 'payload'

import { clientOf, sessionOf } from './rows.ts'

type Value = string | number | null | Date

const plain = (value: Value) => (value instanceof Date ? value.toISOString() : value)

/**
 * Gives many rows of one collection the same values, in the transaction of a request and past all hooks. Fields are of one
 * column each.
 */
export async function changeRows({
  req,
  collection,
  where: { field, values },
  data,
}: {
  req: PayloadRequest
  collection: CollectionSlug
  /** Rows whose field, a text, is one of these; `id` only where ids are texts of our own making. */
  where: { field: string; values: readonly string[] }
  data: Record<string, Value>
}): Promise<void> {
  if (!values.length) return
  const { payload } = req
  if (payload.db.name === 'mongoose') {
    const { collections } = payload.db as unknown as MongooseAdapter
    await collections[collection]!.collection.updateMany(
      { [field === 'id' ? '_id' : field]: { $in: values as never[] } },
      { $set: data },
      await sessionOf({ payload, req }),
    )
    return
  }
  const client = await clientOf({ payload, req })
  const { tables } = payload.db as unknown as SQLiteAdapter
  const name = collection.replaceAll('-', '_')
  const column = (of: string) =>
    `"${(tables[name] as unknown as Record<string, { name: string }>)[of]!.name}"`
  await client.execute({
    sql: `UPDATE "${name}" SET ${Object.keys(data)
      .map((one) => `${column(one)} = ?`)
      .join(', ')} WHERE ${column(field)} IN (${values.map(() => '?').join(', ')})`,
    args: [...Object.values(data).map(plain), ...values],
  })
}

/** Gives many rows of one collection a value each in one field, in the transaction of a request and past all hooks. */
export async function setEach({
  req,
  collection,
  field,
  values,
}: {
  req: PayloadRequest
  collection: CollectionSlug
  field: string
  /** By id, where ids are texts of our own making. */
  values: ReadonlyMap<string, Value>
}): Promise<void> {
  if (!values.size) return
  const { payload } = req
  if (payload.db.name !== 'mongoose') {
    for (const [id, value] of values)
      await changeRows({ req, collection, where: { field: 'id', values: [id] }, data: { [field]: value } })
    return
  }
  const { collections } = payload.db as unknown as MongooseAdapter
  await collections[collection]!.collection.bulkWrite(
    [...values].map(([id, value]) => ({
      updateOne: { filter: { _id: id as never }, update: { $set: { [field]: value } } },
    })),
    await sessionOf({ payload, req }),
  )
}

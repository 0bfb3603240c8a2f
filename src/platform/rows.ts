import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

import { ofEitherCase } from './either-case.ts'
import type { ActsDirectly, Statement } from './sqlite-direct.ts'

/** What rows are asked for: all of it has to be so. Names are those of the collection's fields, those in a group with a dot. */
export type Terms = {
  equals?: Record<string, string | boolean>
  isOneOf?: Record<string, readonly string[]>
  isEmpty?: readonly string[]
  isFilled?: readonly string[]
  /** Rows after, or before, a value in the order of its field. */
  beyond?: { field: string; value: string; isDescending: boolean }
  /** Rows up to a value and with it, in the same order. */
  upTo?: { field: string; value: string; isDescending: boolean }
  /** Rows from a value on, and before another one, in the order of the field. */
  between?: { field: string; from?: string | undefined; below?: string | undefined }
  /** Rows in which each word stands somewhere in one of the fields, upper and lower case alike. No index helps. */
  contains?: { fields: readonly string[]; words: readonly string[] }[]
}

type Question = {
  payload: Payload
  collection: CollectionSlug
  fields: readonly string[]
  where: Terms
  order: { by: string; isDescending: boolean }
  limit?: number
  /** Where given, its transaction is read in: what it wrote is there, and on the embedded database nobody else writes. */
  req?: PayloadRequest
}

type Client = SQLiteAdapter['client']

/** The connection of a request's own transaction, or the one that reads. */
export async function clientOf({
  payload,
  req,
}: {
  payload: Payload
  req?: PayloadRequest
}): Promise<Client> {
  const { client, sessions } = payload.db as unknown as SQLiteAdapter
  const id = await req?.transactionID
  const session = id ? sessions[id] : undefined
  return session ? (session.db as unknown as { $client: Client }).$client : client
}

/** Rows of the embedded database, each a list of values; in a request's own transaction where it has one. */
export async function readRows({
  payload,
  req,
  ...statement
}: Statement & { payload: Payload; req?: PayloadRequest }): Promise<unknown[][]> {
  if (!(await req?.transactionID)) return (payload.db as unknown as ActsDirectly).readDirectly(statement)
  const { rows } = await (await clientOf({ payload, ...(req && { req }) })).execute(statement)
  return rows.map((row) => Array.from(row))
}

/** The session of a request's own transaction on MongoDB. */
export async function sessionOf({ payload, req }: { payload: Payload; req?: PayloadRequest }) {
  const id = await req?.transactionID
  const session = id ? (payload.db as unknown as MongooseAdapter).sessions[id] : undefined
  return session ? { session } : {}
}

/**
 * Rows by the driver itself, in one query, without the hooks, population and checks that Payload's own reading does
 * for each document: for what is read often, in large numbers, and shown by a view that names every property. Times
 * come as ISO 8601, what is empty as null; fields of one column only.
 */
export async function findRows(question: Question): Promise<Record<string, unknown>[]> {
  return question.payload.db.name === 'mongoose' ? fromMongo(question) : fromSqlite(question)
}

async function fromSqlite({ payload, req, collection, fields, where, order, limit }: Question) {
  const { tables } = payload.db as unknown as SQLiteAdapter
  const name = collection.replaceAll('-', '_')
  const table = tables[name] as unknown as Record<string, { name: string }>
  const column = (field: string) => `"${table[field.replaceAll('.', '_')]!.name}"`
  const args: string[] = []
  const place = (value: string) => {
    args.push(value)
    return '?'
  }
  const {
    equals = {},
    isOneOf = {},
    isEmpty = [],
    isFilled = [],
    beyond,
    upTo,
    between,
    contains = [],
  } = where
  const terms = [
    ...Object.entries(equals).map(
      ([field, value]) =>
        `${column(field)} = ${place(typeof value === 'boolean' ? String(Number(value)) : value)}`,
    ),
    ...isEmpty.map((field) => `${column(field)} IS NULL`),
    ...isFilled.map((field) => `${column(field)} IS NOT NULL`),
    ...Object.entries(isOneOf).map(
      ([field, values]) => `${column(field)} IN (${values.map(place).join(', ')})`,
    ),
    ...(beyond ? [`${column(beyond.field)} ${beyond.isDescending ? '<' : '>'} ${place(beyond.value)}`] : []),
    ...(upTo ? [`${column(upTo.field)} ${upTo.isDescending ? '>=' : '<='} ${place(upTo.value)}`] : []),
    ...(between?.from ? [`${column(between.field)} >= ${place(between.from)}`] : []),
    ...(between?.below ? [`${column(between.field)} < ${place(between.below)}`] : []),
    ...contains.flatMap(({ fields, words }) =>
      words.map(
        (word) =>
          `(${fields.map((f) => `${column(f)} GLOB ${place(`*${ofEitherCase(word)}*`)}`).join(' OR ')})`,
      ),
    ),
  ]
  const rows = await readRows({
    payload,
    ...(req && { req }),
    sql: `SELECT ${fields.map(column).join(', ')} FROM "${name}" WHERE ${terms.join(' AND ')}
      ORDER BY ${column(order.by)}${order.isDescending ? ' DESC' : ''}${limit === undefined ? '' : ` LIMIT ${Math.trunc(limit)}`}`,
    args,
  })
  return rows.map((row) => Object.fromEntries(fields.map((field, i) => [field, row[i] ?? null])))
}

const valueAt = (row: unknown, path: string): unknown =>
  path.split('.').reduce((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], row)

const inMongo = (field: string) => (field === 'id' ? '_id' : field)

async function fromMongo({ payload, req, collection, fields, where, order, limit }: Question) {
  const { collections } = payload.db as unknown as MongooseAdapter
  const {
    equals = {},
    isOneOf = {},
    isEmpty = [],
    isFilled = [],
    beyond,
    upTo,
    between,
    contains = [],
  } = where
  const model = collections[collection]!
  // Ids are of a kind of their own, which differs by collection.
  const valueOf = (field: string, value: unknown) =>
    field === 'id' ? model.schema.path('_id').cast(value) : value
  const terms: Record<string, unknown>[] = [
    ...Object.entries(equals).map(([field, value]) => ({ [inMongo(field)]: valueOf(field, value) })),
    ...isEmpty.map((field) => ({ [inMongo(field)]: null })),
    ...isFilled.map((field) => ({ [inMongo(field)]: { $ne: null } })),
    ...Object.entries(isOneOf).map(([field, values]) => ({ [inMongo(field)]: { $in: values } })),
    ...(beyond ? [{ [inMongo(beyond.field)]: { [beyond.isDescending ? '$lt' : '$gt']: beyond.value } }] : []),
    ...(upTo ? [{ [inMongo(upTo.field)]: { [upTo.isDescending ? '$gte' : '$lte']: upTo.value } }] : []),
    ...(between?.from ? [{ [inMongo(between.field)]: { $gte: between.from } }] : []),
    ...(between?.below ? [{ [inMongo(between.field)]: { $lt: between.below } }] : []),
    ...contains.flatMap(({ fields, words }) =>
      words.map((word) => ({
        $or: fields.map((field) => ({ [inMongo(field)]: { $regex: ofEitherCase(word) } })),
      })),
    ),
  ]
  const cursor = model.collection.find(
    { $and: terms },
    {
      projection: Object.fromEntries(fields.map((field) => [inMongo(field), 1])),
      sort: { [inMongo(order.by)]: order.isDescending ? -1 : 1 },
      ...(limit !== undefined && { limit }),
      ...(await sessionOf({ payload, ...(req && { req }) })),
    },
  )
  const toPlain = (value: unknown) => (value instanceof Date ? value.toISOString() : (value ?? null))
  return (await cursor.toArray()).map((row) =>
    Object.fromEntries(fields.map((field) => [field, toPlain(valueAt(row, inMongo(field)))])),
  )
}

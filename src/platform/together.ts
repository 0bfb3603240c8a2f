import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { type CollectionSlug, type Payload, ValidationError } from 'payload'
import { v7 as uuid } from 'uuid'

import type { ActsDirectly, Statement } from './sqlite-direct.ts'
import { inTransaction } from './transaction.ts'

type Value = string | number | boolean | null
type Document = {
  collection: CollectionSlug
  /** By field: a value, or a document of one of several collections. */
  data: Record<string, Value | { relationTo: string; value: string }>
}

/**
 * Keeps new documents, all or none, in one transaction and past all hooks: for what strangers send in numbers and what
 * is decided in full before it gets here. Nothing may follow from such a document elsewhere.
 * @returns false where a unique key of one of them is taken; then none is kept.
 */
export async function keepTogether({
  payload,
  documents,
}: {
  payload: Payload
  documents: Document[]
}): Promise<boolean> {
  try {
    if (payload.db.name === 'mongoose') {
      await inTransaction(payload, async (req) => {
        for (const { collection, data } of documents) await payload.db.create({ collection, data, req })
      })
    } else {
      const { tables, writeTogether } = payload.db as unknown as SQLiteAdapter & ActsDirectly
      await writeTogether(documents.flatMap((document) => statementsOf(document, tables)))
    }
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

/** Whether an error says that a unique key is taken. */
export const isTaken = (error: unknown): boolean =>
  error instanceof ValidationError ||
  (error instanceof Error &&
    (/UNIQUE constraint failed|\bE11000\b/.test(error.message) || isTaken(error.cause)))

type Tables = Record<string, unknown>

function insert({
  tables,
  name,
  values,
}: {
  tables: Tables
  name: string
  values: [string, Value][]
}): Statement {
  const columns = tables[name] as Record<string, { name: string }>
  return {
    sql: `INSERT INTO "${name}" (${values.map(([field]) => `"${columns[field]!.name}"`).join(', ')}) VALUES (${values.map(() => '?').join(', ')})`,
    args: values.map(([, value]) => (typeof value === 'boolean' ? Number(value) : value)),
  }
}

/** Payload keeps a reference to one of several collections in a table beside, a column for each of them. */
function statementsOf({ collection, data }: Document, tables: Tables): Statement[] {
  // In the order of time, so that new rows lie beside each other.
  const id = typeof data.id === 'string' ? data.id : uuid()
  const values: [string, Value][] = [['id', id]]
  const beside: Statement[] = []
  // Columns are named as Payload names its tables: dashes are underscores.
  const name = collection.replaceAll('-', '_')
  for (const [field, value] of Object.entries(data)) {
    if (typeof value === 'object' && value !== null) {
      const reference: [string, Value][] = [
        ['parent', id],
        ['path', field],
        [`${value.relationTo}ID`, value.value],
      ]
      beside.push(insert({ tables, name: `${name}_rels`, values: reference }))
    } else if (field !== 'id') values.push([field, value])
  }
  return [insert({ tables, name, values }), ...beside]
}

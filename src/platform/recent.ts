import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { CollectionSlug, Payload } from 'payload'

import { readRows } from './rows.ts'

/** Rows of a collection with values in some columns, after an id: what an index on all of them answers. */
type Question = {
  collection: CollectionSlug
  /** By column; all of them. */
  where: Record<string, string>
  idField: string
  after: string
}

/** Times of an id of version 7: every id made at or after a moment is greater. */
export function idAt(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * How many rows there are to each question, up to `most`; all in one query on the embedded database.
 * @returns numbers in the order of the questions
 */
export async function countEach({
  payload,
  questions,
  most,
}: {
  payload: Payload
  questions: Question[]
  most: number
}): Promise<number[]> {
  if (!questions.length) return []
  if (payload.db.name === 'mongoose') {
    const { collections } = payload.db as unknown as MongooseAdapter
    return Promise.all(
      questions.map(({ collection, where, idField, after }) =>
        collections[collection]!.collection.countDocuments(
          // The database calls its ids by a name of its own.
          { ...where, [idField === 'id' ? '_id' : idField]: { $gt: after as never } },
          { limit: most },
        ),
      ),
    )
  }
  const parts = questions.map(({ collection, where, idField }) => {
    const conditions = [
      ...Object.keys(where).map((field) => `"${columnOf(field)}" = ?`),
      `"${columnOf(idField)}" > ?`,
    ]
    return `(SELECT count(*) FROM (SELECT 1 FROM "${collection.replaceAll('-', '_')}" WHERE ${conditions.join(' AND ')} LIMIT ${most}))`
  })
  const rows = await readRows({
    payload,
    sql: `SELECT ${parts.join(', ')}`,
    args: questions.flatMap(({ where, after }) => [...Object.values(where), after]),
  })
  return questions.map((_, at) => Number(rows[0]![at]))
}

import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { CollectionSlug, Payload } from 'payload'

import { clientOf } from './rows.ts'

/** Rows of a collection with a value in a column, after an id: what an index on both answers. */
type Question = { collection: CollectionSlug; field: string; value: string; idField: string; after: string }

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
      questions.map(({ collection, field, value, idField, after }) =>
        collections[collection]!.collection.countDocuments(
          { [field]: value, [idField]: { $gt: after } },
          { limit: most },
        ),
      ),
    )
  }
  const client = await clientOf({ payload })
  const parts = questions.map(
    ({ collection, field, idField }) =>
      `(SELECT count(*) FROM (SELECT 1 FROM "${collection.replaceAll('-', '_')}" WHERE "${columnOf(field)}" = ? AND "${columnOf(idField)}" > ? LIMIT ${most}))`,
  )
  const { rows } = await client.execute({
    sql: `SELECT ${parts.join(', ')}`,
    args: questions.flatMap(({ value, after }) => [value, after]),
  })
  return questions.map((_, at) => Number(rows[0]![at]))
}

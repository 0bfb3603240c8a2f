import { sql } from '@payloadcms/db-sqlite'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'

import { inTransaction } from './full-text-engine.ts'

const nameOf = (table: string) => `${table}_parent_id`

/**
 * Gives every table of translations of the embedded database an index by the document they belong to. Payload reads
 * them by that column and indexes them by the language first, so that each document read would be a pass over the
 * translations of all. Looked after at every start, because a migration that makes a table anew drops its indexes.
 */
export async function indexTranslations(payload: Payload) {
  if (payload.db.name !== 'sqlite') return
  const { drizzle, sessions } = payload.db as unknown as SQLiteAdapter
  const rows = await drizzle.all<{ type: string; name: string }>(
    sql`SELECT type, name FROM sqlite_master WHERE type IN ('table', 'index')`,
  )
  const there = new Set(rows.map(({ name }) => name))
  const missing = rows.filter(
    ({ type, name }) => type === 'table' && name.endsWith('_locales') && !there.has(nameOf(name)),
  )
  if (!missing.length) return
  await inTransaction(payload, async (transaction) => {
    const database = sessions[transaction!]!.db as unknown as Pick<typeof drizzle, 'run'>
    for (const { name } of missing) {
      const [index, table] = [sql.identifier(nameOf(name)), sql.identifier(name)]
      await database.run(sql`CREATE INDEX IF NOT EXISTS ${index} ON ${table} (_parent_id)`)
    }
  })
}

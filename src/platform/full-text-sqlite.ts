import { sql } from '@payloadcms/db-sqlite'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'

import {
  type Engine,
  type Entry,
  inTransaction,
  type Hit,
  TITLE_WEIGHT,
  type Transaction,
} from './full-text-engine.ts'
import type { Query } from './words.ts'

/**
 * The entries, the words of them, and what is given back with a hit: apart, so that the first is narrow and read
 * fast. Entries have a number that VACUUM does not change, because FTS5 knows them by nothing else. Beginnings of
 * three and four letters are in so many words that they have lists of their own.
 */
const TABLES = [
  sql`CREATE TABLE IF NOT EXISTS search_entries (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, public_from TEXT NOT NULL, UNIQUE (kind, id)
  )`,
  sql`CREATE TABLE IF NOT EXISTS search_kept (number INTEGER PRIMARY KEY, kept TEXT NOT NULL)`,
  sql`CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(
    title, body, content='', contentless_delete=1, prefix='3 4', tokenize="unicode61 remove_diacritics 0"
  )`,
]

/** In quotes every word is a word, never one of FTS5's own. Words hold letters and digits only; doubled all the same. */
const quoted = (word: string) => `"${word.replaceAll('"', '""')}"`

/** The query in FTS5's language, for titles alone or for both columns. */
export function toMatch({ stems, last, prefix }: Query, column?: 'title'): string {
  const all = stems
    .map((stem) =>
      stem === last && prefix !== null ? `(${quoted(stem)} OR ${quoted(prefix)} *)` : quoted(stem),
    )
    .join(' AND ')
  return column ? `${column} : (${all})` : all
}

export function sqliteEngine(payload: Payload): Engine {
  const adapter = payload.db as unknown as SQLiteAdapter
  type Database = Pick<typeof adapter.drizzle, 'all' | 'run'>

  /** Writes go through the connection of a transaction; the other one reads. */
  async function write(transaction: Transaction, act: (database: Database) => Promise<void>) {
    const session = transaction === undefined ? undefined : adapter.sessions[transaction]
    if (session) return act(session.db as unknown as Database)
    return inTransaction(payload, (own) => act(adapter.sessions[own!]!.db as unknown as Database))
  }

  return {
    prepare: async () => {
      const there = await adapter.drizzle.all(
        sql`SELECT name FROM sqlite_master WHERE name IN ('search_entries', 'search_kept', 'search_words')`,
      )
      if (there.length === TABLES.length) return
      await write(undefined, async (database) => {
        for (const table of TABLES) await database.run(table)
      })
    },

    put: ({ kind, id, publicFrom, title, body, kept }: Entry, transaction) =>
      write(transaction, async (database) => {
        const [row] = await database.all<{ number: number }>(
          sql`INSERT INTO search_entries (kind, id, public_from) VALUES (${kind}, ${id}, ${publicFrom})
            ON CONFLICT (kind, id) DO UPDATE SET public_from = excluded.public_from RETURNING number`,
        )
        const { number } = row!
        await database.run(sql`REPLACE INTO search_kept (number, kept) VALUES (${number}, ${kept})`)
        await database.run(sql`DELETE FROM search_words WHERE rowid = ${number}`)
        await database.run(
          sql`INSERT INTO search_words (rowid, title, body) VALUES (${number}, ${title}, ${body})`,
        )
      }),

    drop: ({ kind, id }, transaction) =>
      write(transaction, async (database) => {
        const [row] = await database.all<{ number: number }>(
          sql`DELETE FROM search_entries WHERE kind = ${kind} AND id = ${id} RETURNING number`,
        )
        if (!row) return
        await database.run(sql`DELETE FROM search_kept WHERE number = ${row.number}`)
        await database.run(sql`DELETE FROM search_words WHERE rowid = ${row.number}`)
      }),

    find: async ({ query, now, kind, offset, limit }) => {
      const isOfKind = kind === undefined ? sql`` : sql`AND kind = ${kind}`
      const rows = await adapter.drizzle.all<Hit & { total: number }>(
        sql`WITH hits AS MATERIALIZED (
            SELECT rowid AS number, bm25(search_words, ${TITLE_WEIGHT}, 1.0) AS score
            FROM search_words WHERE search_words MATCH ${toMatch(query)}
          ), titles AS MATERIALIZED (
            SELECT rowid FROM search_words WHERE search_words MATCH ${toMatch(query, 'title')}
          )
          SELECT kind, id, public_from AS publicFrom, count(*) OVER () AS total
          FROM hits JOIN search_entries USING (number)
          WHERE public_from <= ${now.toISOString()} ${isOfKind}
          ORDER BY number IN titles DESC, score, public_from DESC, number
          LIMIT ${limit} OFFSET ${offset}`,
      )
      if (!rows.length) return { found: [], total: 0 }
      return {
        found: rows.map(({ kind, id, publicFrom }) => ({ kind, id, publicFrom })),
        total: rows[0]!.total,
      }
    },

    read: async (keys) => {
      if (!keys.length) return []
      const pairs = sql.join(
        keys.map(({ kind, id }) => sql`(${kind}, ${id})`),
        sql`, `,
      )
      const rows = await adapter.drizzle.all<{ kind: string; id: string; kept: string }>(
        sql`SELECT kind, id, kept FROM search_entries JOIN search_kept USING (number)
          WHERE (kind, id) IN (VALUES ${pairs})`,
      )
      const byKey = new Map(rows.map((row) => [`${row.kind}/${row.id}`, row.kept]))
      return keys.map(({ kind, id }) => byKey.get(`${kind}/${id}`) ?? '')
    },

    list: async ({ kind, after, limit }) => {
      const rows = await adapter.drizzle.all<{ id: string }>(
        sql`SELECT id FROM search_entries WHERE kind = ${kind} AND id > ${after} ORDER BY id LIMIT ${limit}`,
      )
      return rows.map(({ id }) => id)
    },
  }
}

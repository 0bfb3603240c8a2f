import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite'
import { describe, expect, it } from 'vitest'

import { inTransaction } from '../../src/platform/full-text-engine.ts'
import { indexTranslations } from '../../src/platform/locale-indexes.ts'
import { engine, useOvoz } from '../support/ovoz.ts'

describe.runIf(engine === 'sqlite')('translations in the embedded database', () => {
  const ovoz = useOvoz()
  const all = <T>(query: ReturnType<typeof sql>) =>
    (ovoz.payload.db as unknown as SQLiteAdapter).drizzle.all<T>(query)
  const tables = async () =>
    (await all<{ name: string }>(sql`SELECT name FROM sqlite_master WHERE type = 'table'`))
      .map(({ name }) => name)
      .filter((name) => name.endsWith('_locales'))

  const there = () => all(sql`SELECT name FROM sqlite_master WHERE name = 'posts_locales_parent_id'`)

  it('get their index back when a migration has made the table anew', async () => {
    const { sessions } = ovoz.payload.db as unknown as SQLiteAdapter
    await inTransaction(ovoz.payload, async (transaction) => {
      const database = sessions[transaction!]!.db as unknown as Pick<SQLiteAdapter['drizzle'], 'run'>
      await database.run(sql`DROP INDEX posts_locales_parent_id`)
    })
    expect(await there()).toHaveLength(0)
    await indexTranslations(ovoz.payload)
    expect(await there()).toHaveLength(1)
  })

  // The last one: a connection that has explained a query sees no newer tables.
  it('are found by their document without a pass over all of them', async () => {
    const names = await tables()
    expect(names).toEqual(
      expect.arrayContaining(['posts_locales', '_posts_v_locales', 'events_agenda_locales']),
    )
    for (const name of names) {
      const plan = await all<{ detail: string }>(
        sql`EXPLAIN QUERY PLAN SELECT * FROM ${sql.identifier(name)} WHERE _parent_id = 'a'`,
      )
      expect(plan.map(({ detail }) => detail).join(), name).toMatch(/^SEARCH .* USING INDEX .*_parent_id/)
    }
  })
})

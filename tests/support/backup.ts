import { join } from 'node:path'

import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { MongoClient } from 'mongodb'

import { settings } from '../../src/platform/settings.ts'
import { engine, type Ovoz } from './ovoz.ts'

let made = 0

/** A backup of the whole database as it is now; `restore` makes the database what it was then. */
export const backUp = (ovoz: Ovoz) => (engine === 'sqlite' ? ofSqlite(ovoz) : ofMongo())

async function ofSqlite(ovoz: Ovoz) {
  const { client } = ovoz.payload.db as unknown as SQLiteAdapter
  const file = join(settings.DATA_DIR, `backup-${++made}`)
  await client.execute({ sql: 'VACUUM INTO ?', args: [file] })
  return {
    async restore() {
      const { rows } = await client.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%' AND name NOT LIKE 'sqlite_%'",
      )
      const names = rows.map(({ name }) => String(name))
      await client.executeMultiple(`
        ATTACH '${file.replaceAll("'", "''")}' AS backup; PRAGMA foreign_keys = OFF; BEGIN;
        ${names.map((name) => `DELETE FROM "${name}"; INSERT INTO "${name}" SELECT * FROM backup."${name}";`).join('\n')}
        COMMIT; PRAGMA foreign_keys = ON; DETACH backup;`)
    },
  }
}

async function ofMongo() {
  const withDatabase = async <T>(act: (database: ReturnType<MongoClient['db']>) => Promise<T>) => {
    const client = await MongoClient.connect(settings.DATABASE_URI!)
    try {
      return await act(client.db())
    } finally {
      await client.close()
    }
  }
  const kept = await withDatabase(async (database) => {
    const all = new Map<string, object[]>()
    for (const { name } of await database.listCollections().toArray())
      all.set(name, await database.collection(name).find().toArray())
    return all
  })
  return {
    restore: () =>
      withDatabase(async (database) => {
        for (const { name } of await database.listCollections().toArray()) {
          await database.collection(name).deleteMany({})
          const docs = kept.get(name) ?? []
          if (docs.length) await database.collection(name).insertMany(docs)
        }
      }),
  }
}

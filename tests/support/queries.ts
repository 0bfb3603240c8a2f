import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'

type Client = { execute: (...given: unknown[]) => unknown; batch: (...given: unknown[]) => unknown }

/** What listens to other processes asks the ledger by itself, whatever else is done. */
const isListening = (query: string) => /\bledgers?\b/.test(query)

/** Every question that is put to the database while something is done: SQL statements, or operations of MongoDB. */
export async function queriesOf(payload: Payload, act: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = []
  if (payload.db.name === 'mongoose') {
    const mongoose = (payload.db as unknown as MongooseAdapter).connection.base
    mongoose.set('debug', (collection: string, method: string) => void asked.push(`${method} ${collection}`))
    try {
      await act()
    } finally {
      mongoose.set('debug', false)
    }
    return asked.filter((query) => !isListening(query))
  }
  const client = (payload.db as unknown as SQLiteAdapter).client as unknown as Client
  const { execute, batch } = client
  const sqlOf = (given: unknown) =>
    typeof given === 'string' ? given : String((given as { sql?: string } | undefined)?.sql)
  client.execute = (...given) => {
    asked.push(sqlOf(given[0]))
    return execute.apply(client, given)
  }
  client.batch = (...given) => {
    for (const one of given[0] as unknown[]) asked.push(sqlOf(one))
    return batch.apply(client, given)
  }
  try {
    await act()
  } finally {
    Object.assign(client, { execute, batch })
  }
  return asked.filter((query) => !isListening(query))
}

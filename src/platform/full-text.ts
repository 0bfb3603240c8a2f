import type { Payload } from 'payload'

import type { Engine } from './full-text-engine.ts'
import { mongoEngine } from './full-text-mongo.ts'
import { sqliteEngine } from './full-text-sqlite.ts'

const engines = new WeakMap<object, Engine>()

/**
 * The index that search asks, by the full-text engines of the databases themselves: FTS5 in SQLite, a text index in
 * MongoDB. It is made from the documents and can be made from them again, so it is no collection: it has no
 * migrations, nobody reads it by Payload, and a table of it that is missing is made at the start.
 */
export function fullText(payload: Payload): Engine {
  const known = engines.get(payload.db)
  if (known) return known
  const engine = payload.db.name === 'mongoose' ? mongoEngine(payload) : sqliteEngine(payload)
  engines.set(payload.db, engine)
  return engine
}

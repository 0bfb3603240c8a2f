import type { Payload } from 'payload'

import type { Query } from './words.ts'

export type Entry = {
  kind: string
  /** The id of the document; one entry for each. */
  id: string
  /** From when it may be found, ISO 8601 in UTC. */
  publicFrom: string
  /** Terms as `toTerms` makes them, of all languages. */
  title: string
  body: string
  /** What is given back with a hit. */
  kept: string
}

export type Key = Pick<Entry, 'kind' | 'id'>
export type Hit = Key & Pick<Entry, 'publicFrom'>

/** The transaction of the request that writes, where there is one. */
export type Transaction = string | number | undefined

export type Search = {
  query: Query
  now: Date
  kind?: string | undefined
  offset: number
  limit: number
}

export type Engine = {
  /** Makes what is missing; does nothing where all is there. */
  prepare: () => Promise<void>
  put: (entry: Entry, transaction: Transaction) => Promise<void>
  drop: (key: Key, transaction: Transaction) => Promise<void>
  /** Best first: all words in the title, then by the engine's own measure, then the newest. `total` counts all hits. */
  find: (search: Search) => Promise<{ found: Hit[]; total: number }>
  /** What is kept of the given ones, in their order; nothing of those that are gone. */
  read: (keys: Key[]) => Promise<string[]>
  /** The documents of a kind that are in the index, in the order of their ids. */
  list: (page: { kind: string; after: string; limit: number }) => Promise<string[]>
}

/** How much more a word in a title weighs than one in a body. */
export const TITLE_WEIGHT = 10

/** Does several things in one transaction of its own. */
export async function inTransaction<T>(payload: Payload, act: (transaction: Transaction) => Promise<T>) {
  const transaction = (await payload.db.beginTransaction()) ?? undefined
  try {
    const result = await act(transaction)
    if (transaction !== undefined) await payload.db.commitTransaction(transaction)
    return result
  } catch (error) {
    if (transaction !== undefined) await payload.db.rollbackTransaction(transaction)
    throw error
  }
}

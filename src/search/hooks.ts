import type { PayloadRequest } from 'payload'

import type { Listener } from '../content/watch.ts'
import { SEARCHED, type Searched } from './document.ts'
import { indexDocuments, listIds } from './store.ts'

const transactionOf = async (req: PayloadRequest) => (await req.transactionID) ?? undefined

/** More quotes than one person can have given. */
const ALL = 100_000

async function indexQuotesOf({ id, req }: { id: string; req: PayloadRequest }) {
  const transaction = await transactionOf(req)
  const where = [{ or: [{ speaker: { equals: id } }, { speaker: { exists: false } }] }]
  const ids = await listIds({ payload: req.payload, kind: 'quotes', where, limit: ALL, transaction })
  await indexDocuments({ payload: req.payload, kind: 'quotes', ids, transaction })
}

const nameOf = (row: object | null) => JSON.stringify((row as { name?: unknown } | null)?.name)

/**
 * Keeps what is found of a document, in the transaction of the change, so that the two are never apart. A quote is
 * found by the name of its speaker, too.
 */
export const indexForSearch: Listener = async ({ kind, id, rows }, req) => {
  if (kind === 'people') {
    if (rows.before && nameOf(rows.before) !== nameOf(rows.after)) await indexQuotesOf({ id, req })
    return
  }
  if (!SEARCHED.some((searched) => searched === kind)) return
  await indexDocuments({
    payload: req.payload,
    kind: kind as Searched,
    ids: [id],
    transaction: await transactionOf(req),
  })
}

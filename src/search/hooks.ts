import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'

import type { Searched } from './document.ts'
import { indexDocuments, listIds } from './store.ts'

const transactionOf = async (req: PayloadRequest) => (await req.transactionID) ?? undefined

/** In the transaction of the change: a document and what is found of it are never apart. */
export const indexChange: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  await indexDocuments({
    payload: req.payload,
    kind: collection.slug as Searched,
    ids: [String(doc.id)],
    transaction: await transactionOf(req),
  })
  return doc
}

export const indexDeletion: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  await indexDocuments({
    payload: req.payload,
    kind: collection.slug as Searched,
    ids: [String(id)],
    transaction: await transactionOf(req),
  })
}

/** More quotes than one person can have given. */
const ALL = 100_000

async function indexQuotesOf({ id, req }: { id: string; req: PayloadRequest }) {
  const transaction = await transactionOf(req)
  const where = [{ or: [{ speaker: { equals: id } }, { speaker: { exists: false } }] }]
  const ids = await listIds({ payload: req.payload, kind: 'quotes', where, limit: ALL, transaction })
  await indexDocuments({ payload: req.payload, kind: 'quotes', ids, transaction })
}

/** A quote is found by the name of its speaker. */
export const indexQuotesOfPerson: CollectionAfterChangeHook = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const isSameName = JSON.stringify(previousDoc?.name) === JSON.stringify(doc.name)
  if (operation === 'update' && !isSameName) await indexQuotesOf({ id: String(doc.id), req })
  return doc
}

export const dropQuotesOfPerson: CollectionAfterDeleteHook = async ({ id, req }) => {
  await indexQuotesOf({ id: String(id), req })
}

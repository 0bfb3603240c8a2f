import type { CollectionAfterDeleteHook, PayloadRequest } from 'payload'

import type { Comment as Kept } from '../payload-types.ts'
import { alsoForMany, type Pair } from '../platform/many.ts'
import { decideReports } from './decision.ts'
import * as store from './store.ts'

async function settle(pairs: Pair<Kept>[], req: PayloadRequest) {
  const decided = pairs.flatMap(({ previousDoc, doc }) => {
    const decision = decideReports({ from: previousDoc.status, to: doc.status, moves: doc.moves ?? [] })
    return decision ? [{ id: doc.id, ...decision }] : []
  })
  const taken = decided.filter(({ kind }) => kind === 'uphold')
  const reported = await store.findReported({ ids: taken.map(({ id }) => id), req })
  // Those of one time together: of one request, that is all of them.
  for (const at of new Set(taken.map((one) => one.at))) {
    const ids = taken.filter((one) => one.at === at && reported.has(one.id)).map(({ id }) => id)
    await store.closeReports({ req, ids, state: 'upheld', at })
  }
  for (const { id, kind, at } of decided) if (kind === 'reopen') await store.reopenReports({ req, id, at })
}

/** Taking a comment away is the answer to its reports; taking that back at once opens them again. */
export const settleReports = alsoForMany<Kept>(async ({ doc, operation, previousDoc, req }) => {
  if (operation === 'update') await settle([{ doc, previousDoc }], req)
  return doc
}, settle)

/** They go with their comment. */
export const forgetReports: CollectionAfterDeleteHook = async ({ id, req }) => {
  await store.deleteReports({ id: String(id), req })
}

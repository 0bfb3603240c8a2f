import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'

import { inTransaction } from '../platform/transaction.ts'

/** How many rows one transaction takes: few, because on the embedded database nobody else writes meanwhile. */
export const PORTION = 200

type Row = { id: string } & Record<string, unknown>

/** Some rows straight from the database, the first in an order, with the named columns. */
export async function findSome<T extends Row = Row>({
  payload,
  collection,
  where,
  sort,
  select,
  limit = PORTION,
  req,
}: {
  payload: Payload
  collection: CollectionSlug
  where: Where
  sort: string
  select: Record<string, true>
  limit?: number
  req?: PayloadRequest
}): Promise<T[]> {
  const { docs } = await payload.db.find<T>({
    collection,
    where,
    sort,
    select,
    limit,
    pagination: false,
    ...(req && { req }),
  })
  return docs
}

/** How many rows there are that a query describes. */
export async function countAll({
  payload,
  collection,
  where,
}: {
  payload: Payload
  collection: CollectionSlug
  where: Where
}): Promise<number> {
  const { totalDocs } = await payload.db.count({ collection, where })
  return totalDocs
}

/** Deletes the rows of a query, in the transaction of a request. */
export type Erase = (given: { where: Where; req: PayloadRequest }) => Promise<unknown>

/** Deletes rows a portion at a time, each in a transaction of its own; no hook stands on what is deleted so. */
export async function deletePortions({
  payload,
  collection,
  where,
  sort,
  erase = ({ where, req }) => payload.db.deleteMany({ collection, where, req }),
  onDone,
}: {
  payload: Payload
  collection: CollectionSlug
  where: Where
  /** The indexed column it is found by. */
  sort: string
  /** Where more goes with a row than the row. */
  erase?: Erase | undefined
  onDone: (count: number) => void
}): Promise<void> {
  for (;;) {
    const rows = await findSome({ payload, collection, where, sort, select: { [sort]: true } })
    if (!rows.length) return
    await inTransaction(payload, (req) => erase({ where: { id: { in: rows.map(({ id }) => id) } }, req }))
    onDone(rows.length)
  }
}

import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload, PayloadRequest } from 'payload'

import type { ReportReason } from '../contract/index.ts'
import { clientOf, findRows, sessionOf } from '../platform/rows.ts'
import { isTaken } from '../platform/together.ts'
import { inTransaction } from '../platform/transaction.ts'
import { MOST_NOTES, placeOf, type ReportState } from './decision.ts'

const collection = 'reports'

/** What a comment says of its reports. Written past all hooks: it is no change of the comment. */
type Said = { openReports: number; reportedAt: string | null }

type Row = { comment: string; network: string; reason: ReportReason; note: string | null; at: string }

// Reports of one process go one after the other, so that they do not cross each other's transactions.
let last: Promise<unknown> = Promise.resolve()

/**
 * Keeps a report and counts it on its comment, both or neither.
 * @returns `repeated` where one of the same network is there, `gone` where the comment is public no more; then nothing is written.
 */
export function keepReport(ask: { payload: Payload; row: Row }): Promise<'kept' | 'repeated' | 'gone'> {
  const mine = last.then(() => keepInTurn(ask))
  last = mine.catch(() => undefined)
  return mine
}

class Gone extends Error {}

async function keepInTurn({ payload, row }: { payload: Payload; row: Row }) {
  const key = `${row.comment} ${row.network}`
  try {
    await inTransaction(payload, async (req) => {
      // First, so that of two who report the same comment the later waits here, or fails and is tried again.
      if (!(await countOne({ req, row }))) throw new Gone()
      const { totalDocs: notes } = await payload.db.count({
        collection,
        where: { and: [{ comment: { equals: row.comment } }, { note: { exists: true } }] },
        req,
      })
      const note = notes < MOST_NOTES ? row.note : null
      // Without a note there is no field, so that it is not counted as one.
      const data = { ...row, key, state: 'open' as const, note: note ?? undefined }
      await payload.db.create({ collection, data, req })
    })
    return 'kept'
  } catch (error) {
    if (error instanceof Gone) return 'gone'
    if (isTaken(error)) return 'repeated'
    throw error
  }
}

const commentsOf = ({ db }: Payload) => (db as unknown as MongooseAdapter).collections['comments']!.collection

/** One more on a comment that everybody sees; false where it is none. */
async function countOne({ req, row: { comment, at } }: { req: PayloadRequest; row: Row }): Promise<boolean> {
  const { payload } = req
  const place = placeOf({ id: comment, at })
  if (payload.db.name === 'mongoose') {
    const { matchedCount } = await commentsOf(payload).updateOne(
      { _id: comment as never, visibility: 'shown' },
      { $inc: { openReports: 1 }, $set: { reportedAt: place } },
      await sessionOf({ payload, req }),
    )
    return matchedCount === 1
  }
  const client = await clientOf({ payload, req })
  const { rowsAffected } = await client.execute({
    sql: `UPDATE "comments" SET "open_reports" = coalesce("open_reports", 0) + 1, "reported_at" = ?
      WHERE "id" = ? AND "visibility" = 'shown'`,
    args: [place, comment],
  })
  return rowsAffected === 1
}

/** Says on comments how many reports are open; neither their revision nor the time of their change is touched. */
async function say({ req, ids, said }: { req: PayloadRequest; ids: string[]; said: Said }) {
  const { payload } = req
  if (payload.db.name === 'mongoose') {
    await commentsOf(payload).updateMany(
      { _id: { $in: ids as never[] } },
      { $set: said },
      await sessionOf({ payload, req }),
    )
    return
  }
  const client = await clientOf({ payload, req })
  await client.execute({
    sql: `UPDATE "comments" SET "open_reports" = ?, "reported_at" = ?
      WHERE "id" IN (${ids.map(() => '?').join(', ')})`,
    args: [said.openReports, said.reportedAt, ...ids],
  })
}

/** The places of those of the given comments that have open reports, by id. */
export async function findReported({ ids, req }: { ids: string[]; req: PayloadRequest }) {
  if (!ids.length) return new Map<string, string>()
  const rows = await findRows({
    payload: req.payload,
    req,
    collection: 'comments',
    fields: ['id', 'reportedAt'],
    where: { isOneOf: { id: ids }, isFilled: ['reportedAt'] },
    order: { by: 'id', isDescending: false },
  })
  return new Map(rows.map(({ id, reportedAt }) => [String(id), String(reportedAt)]))
}

/** Closes the open reports of comments, in the transaction of the request. */
export async function closeReports({
  req,
  ids,
  state,
  at,
}: {
  req: PayloadRequest
  ids: string[]
  state: Exclude<ReportState, 'open'>
  at: string
}): Promise<void> {
  if (!ids.length) return
  await req.payload.db.updateMany({
    collection,
    where: { and: [{ comment: { in: ids } }, { state: { equals: 'open' } }] },
    data: { state, closedAt: at },
    req,
  })
  await say({ req, ids, said: { openReports: 0, reportedAt: null } })
}

/** Opens those reports of a comment again that a move of a given time has upheld. */
export async function reopenReports({ req, id, at }: { req: PayloadRequest; id: string; at: string }) {
  const { payload } = req
  await payload.db.updateMany({
    collection,
    where: {
      and: [{ comment: { equals: id } }, { state: { equals: 'upheld' } }, { closedAt: { equals: at } }],
    },
    data: { state: 'open', closedAt: null },
    req,
  })
  const open = await findRows({
    payload,
    req,
    collection,
    fields: ['at'],
    where: { equals: { comment: id, state: 'open' } },
    order: { by: 'at', isDescending: true },
  })
  const [newest] = open
  if (!newest) return
  await say({
    req,
    ids: [id],
    said: { openReports: open.length, reportedAt: placeOf({ id, at: String(newest.at) }) },
  })
}

export const deleteReports = ({ id, req }: { id: string; req: PayloadRequest }) =>
  req.payload.db.deleteMany({ collection, where: { comment: { equals: id } }, req })

export type OpenReport = { reason: ReportReason; note: string | null; at: string }

/** How many open reports are read of the comments of one page; the number of all is on the comment itself. */
const MOST_READ = 5000

/** The open reports of comments, the newest first; nothing of who reported. */
export async function findOpen({ payload, ids }: { payload: Payload; ids: string[] }) {
  const found = new Map<string, OpenReport[]>()
  if (!ids.length) return found
  const rows = await findRows({
    payload,
    collection,
    fields: ['comment', 'reason', 'note', 'at'],
    where: { equals: { state: 'open' }, isOneOf: { comment: ids } },
    order: { by: 'at', isDescending: true },
    limit: MOST_READ,
  })
  for (const { comment, ...rest } of rows) {
    const id = String(comment)
    found.set(id, [...(found.get(id) ?? []), rest as OpenReport])
  }
  return found
}

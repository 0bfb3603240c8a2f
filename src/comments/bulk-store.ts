import { randomBytes } from 'node:crypto'

import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload, PayloadRequest } from 'payload'

import type { CommentState } from '../contract/index.ts'
import { clientOf, findRows, sessionOf } from '../platform/rows.ts'
import { insertInto } from '../platform/write-rows.ts'
import type { Visibility } from './moderation.ts'

/** One entry of a comment's history. */
export type Move = {
  at: string
  from: CommentState | null
  to: CommentState
  by: string
  byId: string | null
  via: string | null
  why: string | null
}

/** A comment as it is kept, without the private side, and its history, the oldest first. */
export type Kept = {
  id: string
  status: CommentState
  revision: number
  thread: string
  parent: string | null
  root: string
  name: string
  url: string | null
  body: string
  locale: string | null
  isStaff: boolean
  createdAt: string
  editedAt: string | null
  withdrawnAt: string | null
  visibility: Visibility
  reasons: string | null
  /** How many reports are open, and its place among those that have any; src/reports. */
  openReports: number
  reportedAt: string | null
  findings: string | null
  moves: Move[]
}

export const KEPT = [
  'id',
  'status',
  'revision',
  'thread',
  'parent',
  'root',
  'name',
  'url',
  'body',
  'locale',
  'isStaff',
  'createdAt',
  'editedAt',
  'withdrawnAt',
  'visibility',
  'reasons',
  'openReports',
  'reportedAt',
  'findings',
] as const

type Look = { payload: Payload; req?: PayloadRequest }

/** Rows as `KEPT` asks for them, with their history, in the order they come. */
export async function withMoves({
  rows,
  ...look
}: Look & { rows: Record<string, unknown>[] }): Promise<Kept[]> {
  const moves = await readMoves({ ...look, ids: rows.map(({ id }) => String(id)) })
  return rows.map((row) => ({
    ...(row as Omit<Kept, 'moves'>),
    revision: Number(row.revision ?? 0),
    name: String(row.name ?? ''),
    isStaff: Boolean(row.isStaff),
    openReports: Number(row.openReports ?? 0),
    visibility: (row.visibility as Visibility | null) ?? 'hidden',
    moves: moves.get(String(row.id)) ?? [],
  }))
}

/** The comments of the given ids that are there. */
export async function findKept({ ids, ...look }: Look & { ids: string[] }): Promise<Map<string, Kept>> {
  if (!ids.length) return new Map()
  const rows = await findRows({
    ...look,
    collection: 'comments',
    fields: KEPT,
    where: { isOneOf: { id: ids } },
    order: { by: 'id', isDescending: false },
  })
  return new Map((await withMoves({ ...look, rows })).map((row) => [row.id, row]))
}

const COLUMNS = ['at', 'from', 'to', 'by', 'by_id', 'via', 'why']
const text = (value: unknown) => (value === undefined || value === null ? null : String(value))

async function readMoves({ payload, req, ids }: Look & { ids: string[] }): Promise<Map<string, Move[]>> {
  const found = new Map<string, Move[]>()
  if (!ids.length) return found
  if (payload.db.name === 'mongoose') {
    const { collections } = payload.db as unknown as MongooseAdapter
    const docs = await collections['comments']!.collection.find<{ _id: unknown; moves?: unknown[] }>(
      { _id: { $in: ids as never[] }, 'moves.0': { $exists: true } },
      { projection: { moves: 1 }, ...(await sessionOf({ payload, ...(req && { req }) })) },
    ).toArray()
    for (const { _id, moves = [] } of docs)
      found.set(String(_id), (moves as Record<string, unknown>[]).map(toMove))
    return found
  }
  const client = await clientOf({ payload, ...(req && { req }) })
  const { rows } = await client.execute({
    sql: `SELECT "_parent_id", ${COLUMNS.map((one) => `"${one}"`).join(', ')} FROM "comments_moves"
      WHERE "_parent_id" IN (${ids.map(() => '?').join(', ')}) ORDER BY "_parent_id", "_order"`,
    args: ids,
  })
  for (const row of rows) {
    const id = String(row[0])
    found.set(id, [...(found.get(id) ?? []), toMove({ ...row, byId: row.by_id })])
  }
  return found
}

const toMove = (row: Record<string, unknown>): Move => ({
  at: row.at instanceof Date ? row.at.toISOString() : String(row.at),
  from: text(row.from) as CommentState | null,
  to: String(row.to) as CommentState,
  by: String(row.by),
  byId: text(row.byId),
  via: text(row.via),
  why: text(row.why),
})

/** Empties what moderators said in the history of some comments, in the transaction of a request: it may repeat the text. */
export async function forgetWhy({ req, ids }: { req: PayloadRequest; ids: string[] }): Promise<void> {
  if (!ids.length) return
  const { payload } = req
  if (payload.db.name === 'mongoose') {
    const { collections } = payload.db as unknown as MongooseAdapter
    await collections['comments']!.collection.updateMany(
      { _id: { $in: ids as never[] }, 'moves.0': { $exists: true } },
      { $set: { 'moves.$[].why': null } },
      await sessionOf({ payload, req }),
    )
    return
  }
  const client = await clientOf({ payload, req })
  await client.execute({
    sql: `UPDATE "comments_moves" SET "why" = NULL WHERE "_parent_id" IN (${ids.map(() => '?').join(', ')})`,
    args: ids,
  })
}

/** A comment after its move. */
export type Moved = Kept & { queue: number; isHeld: boolean | null; updatedAt: string }

/**
 * Writes moves, in the transaction of a request that has read these comments in it. On MongoDB a comment that
 * somebody has changed since makes the whole transaction fail, to be tried again.
 */
export async function writeMoves({ req, moved }: { req: PayloadRequest; moved: Moved[] }): Promise<void> {
  if (!moved.length) return
  if (req.payload.db.name === 'mongoose') await intoMongo({ req, moved })
  else await intoSqlite({ req, moved })
}

/** As Payload names the rows of an array. */
const newRowId = () => randomBytes(12).toString('hex')

async function intoSqlite({ req, moved }: { req: PayloadRequest; moved: Moved[] }) {
  const client = await clientOf({ payload: req.payload, req })
  // Those that become the same are written by one statement.
  const alike = new Map<string, Moved[]>()
  for (const one of moved) {
    const { status, queue, visibility, updatedAt, reasons, isHeld } = one
    const key = JSON.stringify([status, queue, visibility, updatedAt, reasons, isHeld])
    alike.set(key, [...(alike.get(key) ?? []), one])
  }
  for (const some of alike.values()) {
    const { status, queue, visibility, updatedAt, reasons, isHeld } = some[0]!
    await client.execute({
      sql: `UPDATE "comments" SET "status" = ?, "queue" = ?, "visibility" = ?, "updated_at" = ?, "reasons" = ?,
        "is_held" = coalesce(?, "is_held"), "revision" = "revision" + 1
        WHERE "id" IN (${some.map(() => '?').join(', ')})`,
      args: [
        status,
        queue,
        visibility,
        updatedAt,
        reasons,
        isHeld === null ? null : Number(isHeld),
        ...some.map(({ id }) => id),
      ],
    })
  }
  await insertInto({
    req,
    table: 'comments_moves',
    columns: ['id', '_parent_id', '_order', ...COLUMNS],
    rows: moved.map(({ id, moves }) => {
      const { at, from, to, by, byId, via, why } = moves.at(-1)!
      return [newRowId(), id, moves.length, at, from, to, by, byId, via, why]
    }),
  })
}

async function intoMongo({ req, moved }: { req: PayloadRequest; moved: Moved[] }) {
  const { collections } = req.payload.db as unknown as MongooseAdapter
  await collections['comments']!.collection.bulkWrite(
    moved.map(({ id, revision, status, queue, visibility, updatedAt, reasons, isHeld, moves }) => {
      const move = moves.at(-1)!
      return {
        updateOne: {
          filter: { _id: id as never },
          update: {
            $set: {
              status,
              queue,
              visibility,
              revision,
              reasons,
              updatedAt: new Date(updatedAt),
              ...(isHeld !== null && { isHeld }),
            },
            $push: { moves: { ...move, at: new Date(move.at), id: newRowId() } as never },
          },
        },
      }
    }),
    await sessionOf({ payload: req.payload, req }),
  )
}

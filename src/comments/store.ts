import { type Payload, type PayloadRequest, ValidationError } from 'payload'

import type { CommentState, Locale, Notification } from '../contract/index.ts'
import { idOf } from '../content/body.ts'
import { threadKey } from '../content/subject-store.ts'
import type { Comment as Kept } from '../payload-types.ts'
import { findRows } from '../platform/rows.ts'
import { type Sealed, vault } from '../platform/crypto.ts'
import { keepTogether } from '../platform/together.ts'
import { inTransaction, isCrossed } from '../platform/transaction.ts'
import { queueOf, type Visibility, visibilityOf } from './moderation.ts'
import type { CleanSubmission } from './submission.ts'
import { writerOf } from './trust.ts'
import type { Shown } from './view.ts'
import type { Finding } from '../spam/check.ts'
import { foundIn, type Reason, waitingFor } from './waiting.ts'

const collection = 'comments'
const system = { depth: 0, overrideAccess: true } as const

/** The columns a public answer is made of. The private side is not among them, because it is not in this collection. */
export const PUBLIC = {
  parent: true,
  name: true,
  url: true,
  body: true,
  locale: true,
  isStaff: true,
  editedAt: true,
  createdAt: true,
  status: true,
  visibility: true,
} as const

const toShown = (doc: Partial<Kept> & Pick<Kept, 'id' | 'body' | 'createdAt' | 'status'>): Shown =>
  ({ ...doc, parent: idOf(doc.parent), visibility: doc.visibility ?? 'hidden' }) as Shown

const SHOWN = ['id', ...Object.keys(PUBLIC)]
const IN_VIEW: Visibility[] = ['shown', 'tombstone']

const rowToShown = (row: Record<string, unknown>): Shown =>
  ({ ...row, isStaff: Boolean(row.isStaff), visibility: row.visibility ?? 'hidden' }) as Shown

/** A page of top-level comments after a given one, with `limit + 1` entries where there are more. */
export async function findTopLevel({
  payload,
  thread,
  order,
  after,
  limit,
}: {
  payload: Payload
  thread: string
  order: 'oldest' | 'newest'
  after: string | null
  limit: number
}): Promise<Shown[]> {
  const isDescending = order === 'newest'
  const rows = await findRows({
    payload,
    collection,
    fields: SHOWN,
    where: {
      equals: { thread },
      isEmpty: ['parent'],
      isOneOf: { visibility: IN_VIEW },
      ...(after !== null && { beyond: { field: 'id', value: after, isDescending } }),
    },
    // Ids are UUIDs of version 7, so their order is the order of writing.
    order: { by: 'id', isDescending },
    limit: limit + 1,
  })
  return rows.map(rowToShown)
}

/** All public answers below the given top-level comments, oldest first. */
export async function findAnswers({
  payload,
  roots,
}: {
  payload: Payload
  roots: string[]
}): Promise<Shown[]> {
  if (!roots.length) return []
  const rows = await findRows({
    payload,
    collection,
    fields: SHOWN,
    where: { isFilled: ['parent'], isOneOf: { root: roots, visibility: IN_VIEW } },
    order: { by: 'id', isDescending: false },
  })
  return rows.map(rowToShown)
}

/** What decides whether the public sees a comment, and where; null where there is none. */
export const findState = ({ id, req }: { id: string; req: PayloadRequest }): Promise<Partial<Kept> | null> =>
  req.payload.findByID({
    collection,
    id,
    select: { ...PUBLIC, thread: true },
    disableErrors: true,
    req,
    ...system,
  })

function readThreadKey(thread: string): { type: 'posts' | 'events'; id: string } {
  const [type, id = ''] = thread.split('/')
  return { type: type as 'posts' | 'events', id }
}

/** One comment with where it stands, whatever its state. */
export async function findComment({ payload, id }: { payload: Payload; id: string }) {
  const doc = await payload.findByID({ collection, id, disableErrors: true, ...system })
  if (!doc) return null
  return {
    ...toShown(doc),
    root: String(doc.root),
    depth: doc.depth ?? 0,
    thread: String(doc.thread),
    revision: doc.revision ?? 0,
    withdrawnAt: doc.withdrawnAt ?? null,
    isErased: Boolean(doc.erasedAt),
    moves: doc.moves ?? [],
    // Not from `on`: that relationship is emptied when an article is deleted for good.
    subject: readThreadKey(String(doc.thread)),
  }
}

type Arrival = {
  payload: Payload
  id: string
  subject: { type: 'posts' | 'events'; id: string }
  /** The comment it answers, where it stands. */
  answered: { id: string; root: string; depth: number } | null
  values: CleanSubmission
  locale: Locale
  status: CommentState
  /** Why it waits, where it does. */
  reasons?: readonly Reason[]
  /** What the checks for spam found. */
  findings?: readonly Finding[]
  /** What similar ones are counted by. */
  marks?: { network: string; textMark: string }
  now: Date
  /** What is claimed with it, in the ledger: kept with the comment or not at all. */
  claimed?: { key: string; value: string; expiresAt: string }
}

/**
 * Keeps a comment and its sealed address, all or nothing. Nothing public follows from one that waits, so it is kept
 * past all hooks, with what they would give it; one that is published at once passes them.
 * @returns false where its claim is taken.
 */
export async function keepComment(arrival: Arrival): Promise<boolean> {
  const { payload, id, answered, values, status, now, claimed } = arrival
  const { email, notify, ...shown } = values
  const { marks } = arrival
  const sealed =
    email || marks
      ? [
          {
            collection: 'comment-private' as const,
            data: {
              comment: id,
              ...(email && {
                email: vault.seal({ value: email, place: `comment ${id}` }),
                writer: writerOf(email),
              }),
              ...marks,
              notify,
            },
          },
        ]
      : []
  const on = { relationTo: arrival.subject.type, value: arrival.subject.id }
  const data = { id, on, parent: answered?.id ?? null, ...shown, locale: arrival.locale, status }
  if (status === 'approved') return keepPublished({ ...arrival, sealed, data })
  const at = now.toISOString()
  const place = {
    thread: threadKey(arrival.subject),
    root: answered?.root ?? id,
    depth: answered ? answered.depth + 1 : 0,
    isStaff: false,
    revision: 0,
    queue: queueOf(status),
    visibility: visibilityOf({ status, wasShown: false }),
    ...waitingFor(arrival.reasons ?? []),
    findings: foundIn(arrival.findings ?? []),
    createdAt: at,
    updatedAt: at,
  }
  const ledger = claimed ? [{ collection: 'ledger' as const, data: claimed }] : []
  return keepTogether({
    payload,
    documents: [
      ...ledger,
      ...sealed,
      { collection, data: { ...data, ...place } },
      // Those who moderate are told of it by what src/moderation-mail makes of this.
      ...(status === 'pending' ? [{ collection: 'awaiting' as const, data: { comment: id, at } }] : []),
    ],
  })
}

type Private = {
  comment: string
  email?: Sealed
  writer?: string
  network?: string
  textMark?: string
  notify: Notification
}

async function keepPublished({
  payload,
  claimed,
  sealed,
  data,
}: Pick<Arrival, 'payload' | 'claimed'> & {
  sealed: { collection: 'comment-private'; data: Private }[]
  data: object
}): Promise<boolean> {
  try {
    return await inTransaction(payload, async (req) => {
      if (claimed) await payload.create({ collection: 'ledger', data: claimed, req, ...system })
      for (const one of sealed) await payload.create({ ...one, req, ...system })
      await payload.create({ collection, data: data as Kept, req, ...system })
      return true
    })
  } catch (error) {
    if (claimed && error instanceof ValidationError && error.data.collection === 'ledger') return false
    // Another with the same claim may be under way on MongoDB: the caller looks again.
    if (claimed && isCrossed(error)) return false
    throw error
  }
}

/** What a writer does with a comment of their own; the hooks allow it or not. */
export async function changeAsWriter({
  payload,
  id,
  data,
  why,
  findings,
}: {
  payload: Payload
  id: string
  data: { status: CommentState; revision: number; body?: string; editedAt?: string; withdrawnAt?: string }
  why: string
  /** What the checks for spam found in the new text. */
  findings?: readonly Finding[]
}) {
  await payload.update({ collection, id, data, context: { actsAs: 'writer', why, findings }, ...system })
}

/** A move by a member of staff, under that person's own rights. */
export async function changeAsStaff({
  id,
  data,
  req,
  why,
}: {
  id: string
  data: { status: CommentState; revision: number }
  req: PayloadRequest
  why?: string
}) {
  return req.payload.update({ collection, id, data, context: { why }, depth: 0, overrideAccess: false, req })
}

/** The revision of a comment as the person asking may see it, or null. */
export async function revisionOf({ id, req }: { id: string; req: PayloadRequest }): Promise<number | null> {
  const doc = await req.payload.findByID({
    collection,
    id,
    select: { revision: true },
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    req,
  })
  return doc ? (doc.revision ?? 0) : null
}

/** The addresses behind the given comments, opened. Only ever for staff. */
export async function readAddresses({
  payload,
  ids,
  req,
}: {
  payload: Payload
  ids: string[]
  req?: PayloadRequest
}): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const { docs } = await payload.find({
    collection: 'comment-private',
    where: { comment: { in: ids } },
    limit: 0,
    pagination: false,
    req,
    ...system,
  })
  const addresses = new Map<string, string>()
  for (const { comment, email } of docs) {
    if (!email) continue
    try {
      addresses.set(comment, vault.open({ value: email as Sealed, place: `comment ${comment}` }))
    } catch (err) {
      // One that another key sealed, or that was damaged, is missing; the list goes on without it.
      payload.logger.error({ err, msg: `The address of comment ${comment} cannot be opened.` })
    }
  }
  return addresses
}

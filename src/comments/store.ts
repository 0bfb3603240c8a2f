import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
  type Where,
} from 'payload'

import type { CommentState, Locale } from '../contract/index.ts'
import { idOf } from '../content/body.ts'
import type { Comment as Kept } from '../payload-types.ts'
import { type Sealed, vault } from '../platform/crypto.ts'
import type { CleanSubmission } from './submission.ts'
import type { Shown } from './view.ts'

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

const inView: Where = { visibility: { in: ['shown', 'tombstone'] } }

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
  // Ids are UUIDs of version 7, so their order is the order of writing.
  const next: Where[] = after
    ? [{ id: order === 'oldest' ? { greater_than: after } : { less_than: after } }]
    : []
  const { docs } = await payload.find({
    collection,
    where: { and: [{ thread: { equals: thread } }, { parent: { exists: false } }, inView, ...next] },
    sort: order === 'oldest' ? 'id' : '-id',
    limit: limit + 1,
    pagination: false,
    select: PUBLIC,
    ...system,
  })
  return docs.map(toShown)
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
  const { docs } = await payload.find({
    collection,
    where: { and: [{ root: { in: roots } }, { parent: { exists: true } }, inView] },
    sort: 'id',
    limit: 0,
    pagination: false,
    select: PUBLIC,
    ...system,
  })
  return docs.map(toShown)
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
    // Not from `on`: that relationship is emptied when an article is deleted for good.
    subject: readThreadKey(String(doc.thread)),
  }
}

/**
 * Keeps a comment and its sealed address, both or neither. The id is chosen beforehand, so that doing it twice
 * keeps it once.
 */
export async function keepComment({
  payload,
  id,
  subject,
  parent,
  values,
  locale,
  status,
}: {
  payload: Payload
  id: string
  subject: { type: 'posts' | 'events'; id: string }
  parent: string | null
  values: CleanSubmission
  locale: Locale
  status: CommentState
}): Promise<void> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    const { name, email, url, body } = values
    if (email) {
      await payload.create({
        collection: 'comment-private',
        data: {
          comment: id,
          email: vault.seal({ value: email, place: `comment ${id}` }),
          writer: vault.index('writer', email.toLowerCase()),
        },
        req,
        ...system,
      })
    }
    const on = { relationTo: subject.type, value: subject.id }
    await payload.create({
      collection,
      data: { id, on, parent, name, url, body, locale, status },
      req,
      ...system,
    })
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** What a writer does with a comment of their own; the hooks allow it or not. */
export async function changeAsWriter({
  payload,
  id,
  data,
  why,
}: {
  payload: Payload
  id: string
  data: { status: CommentState; revision: number; body?: string; editedAt?: string; withdrawnAt?: string }
  why: string
}) {
  await payload.update({ collection, id, data, context: { actsAs: 'writer', why }, ...system })
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

import type { Payload, PayloadRequest, Where } from 'payload'

import { pick } from '../content/locales.ts'
import { publicWhere } from '../content/policy.ts'
import { type CommentState, DEFAULT_LOCALE, type Locale } from '../contract/index.ts'
import type { Notice as Kept } from '../payload-types.ts'
import { type Sealed, vault } from '../platform/crypto.ts'
import type { Notice, NoticeKind, Party } from './decision.ts'

export const system = { depth: 0, overrideAccess: true } as const
export const all = { limit: 0, pagination: false, ...system } as const

export type Inside = { req: PayloadRequest }

const NEEDED = {
  thread: true,
  status: true,
  name: true,
  body: true,
  locale: true,
  createdAt: true,
  withdrawnAt: true,
  revision: true,
  moves: true,
} as const

/** Comments as they are kept, past what the one who moves them may read; by id. */
export async function findComments({ ids, req }: Inside & { ids: string[] }): Promise<Map<string, Comment>> {
  if (!ids.length) return new Map()
  const where = { id: { in: ids } }
  const { docs } = await req.payload.find({ collection: 'comments', where, select: NEEDED, req, ...all })
  const comments = docs.map((doc) => ({
    id: String(doc.id),
    thread: String(doc.thread),
    status: doc.status as CommentState,
    name: doc.name ?? '',
    body: doc.body,
    locale: doc.locale ?? DEFAULT_LOCALE,
    createdAt: doc.createdAt,
    isWithdrawn: Boolean(doc.withdrawnAt),
    revision: doc.revision ?? 0,
    moves: doc.moves ?? [],
  }))
  return new Map(comments.map((comment) => [comment.id, comment]))
}

export type Comment = {
  id: string
  thread: string
  status: CommentState
  name: string
  body: string
  locale: Locale
  createdAt: string
  isWithdrawn: boolean
  revision: number
  moves: { from?: string | null; byId?: string | null; why?: string | null }[]
}

/** Who wrote the given comments, of those that came with an address. */
export async function findParties({ ids, req }: Inside & { ids: string[] }): Promise<Map<string, Party>> {
  if (!ids.length) return new Map()
  const { docs } = await req.payload.find({
    collection: 'comment-private',
    where: { comment: { in: ids } },
    req,
    ...all,
  })
  const parties = docs
    .filter(({ writer }) => Boolean(writer))
    .map(
      ({ comment, writer, notify }) =>
        [comment, { comment, writer: writer!, isAsking: notify === 'replies' }] as const,
    )
  return new Map(parties)
}

/** The address that stands behind a comment; null where there is none that opens. */
export async function openAddress({ comment, req }: Inside & { comment: string }): Promise<string | null> {
  const { docs } = await req.payload.find({
    collection: 'comment-private',
    where: { comment: { equals: comment } },
    req,
    ...all,
  })
  const sealed = docs[0]?.email
  if (!sealed) return null
  try {
    return vault.open({ value: sealed as Sealed, place: `comment ${comment}` })
  } catch (err) {
    req.payload.logger.error({ err, msg: `The address of comment ${comment} cannot be opened.` })
    return null
  }
}

/** What comments stand on, while it is public: its name in addresses, and its title in a language it is written in. */
export async function findPage({
  thread,
  locale,
  now,
  req,
}: Inside & {
  thread: string
  locale: Locale
  now: Date
}): Promise<{ on: string; title: string } | null> {
  const [type, id = ''] = thread.split('/') as ['posts' | 'events', string?]
  const { docs } = await req.payload.find({
    collection: type,
    where: { and: [{ id: { equals: id } }, ...publicWhere(type, now)] },
    select: { slug: true, title: true },
    limit: 1,
    pagination: false,
    locale: 'all',
    req,
    ...system,
  })
  const [doc] = docs
  return doc ? { on: `${type}/${doc.slug}`, title: pick(doc.title, locale) ?? '' } : null
}

/** Writes down what there is to tell; what was told is not told again. */
export async function keepNotices({
  notices,
  dueAt,
  req,
}: Inside & { notices: (Notice & { thread: string })[]; dueAt: string }) {
  if (!notices.length) return
  const { docs } = await req.payload.find({
    collection: 'notices',
    where: { key: { in: notices.map(({ key }) => key) } },
    req,
    ...all,
  })
  const known = new Map(docs.map((doc) => [doc.key, doc]))
  for (const notice of notices) {
    const before = known.get(notice.key)
    if (!before)
      await req.payload.create({
        collection: 'notices',
        data: { ...notice, dueAt },
        req,
        ...system,
      })
    else if (!before.toldAt) await changeNotices({ ids: [before.id], data: { dueAt }, req })
  }
}

export async function changeNotices({
  ids,
  data,
  req,
}: Inside & {
  ids: string[]
  data: { dueAt?: string | null; toldAt?: string | null }
}) {
  if (!ids.length) return
  await req.payload.update({ collection: 'notices', where: { id: { in: ids } }, data, req, ...system })
}

export async function forgetNotices({ where, req }: Inside & { where: Where }) {
  await req.payload.delete({ collection: 'notices', where, req, ...system })
}

export type Due = Kept & { kind: NoticeKind }

const dueBy = (now: Date): Where => ({ dueAt: { less_than_equal: now.toISOString() } })

/** Readers, each in a conversation, who are to be told of something now. */
export async function findDueReaders({
  payload,
  now,
  limit,
}: {
  payload: Payload
  now: Date
  limit: number
}): Promise<{ writer: string; thread: string }[]> {
  const { docs } = await payload.find({
    collection: 'notices',
    where: dueBy(now),
    select: { writer: true, thread: true },
    sort: 'dueAt',
    limit,
    pagination: false,
    ...system,
  })
  return [...new Map(docs.map(({ writer, thread }) => [`${writer} ${thread}`, { writer, thread }])).values()]
}

/** All that is due to one reader in one conversation, the oldest first. */
export async function findDue({
  writer,
  thread,
  now,
  req,
}: Inside & { writer: string; thread: string; now: Date }) {
  const where = { and: [{ writer: { equals: writer } }, { thread: { equals: thread } }, dueBy(now)] }
  const { docs } = await req.payload.find({ collection: 'notices', where, sort: 'createdAt', req, ...all })
  return docs as Due[]
}

/** When a reader was last told of answers in a conversation. */
export async function findLastTold({ writer, thread, req }: Inside & { writer: string; thread: string }) {
  const { docs } = await req.payload.find({
    collection: 'notices',
    where: {
      and: [
        { writer: { equals: writer } },
        { thread: { equals: thread } },
        { kind: { equals: 'answer' } },
        { toldAt: { exists: true } },
      ],
    },
    sort: '-toldAt',
    limit: 1,
    pagination: false,
    req,
    ...system,
  })
  return docs[0]?.toldAt ?? null
}

/** What waited for its reader to confirm the address is due now. */
export async function unparkNotices({
  writer,
  dueAt,
  req,
}: Inside & {
  writer: string
  dueAt: string
}) {
  await req.payload.update({
    collection: 'notices',
    where: { and: [{ writer: { equals: writer } }, parked] },
    data: { dueAt },
    req,
    ...system,
  })
}

const parked: Where = { and: [{ dueAt: { exists: false } }, { toldAt: { exists: false } }] }

import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { MODERATING, mayModerateAs } from '../comments/policy.ts'
import { readReasons, type Reason } from '../comments/waiting.ts'
import type { CommentState, Locale } from '../contract/index.ts'
import { DEFAULT_LOCALE } from '../contract/index.ts'
import { idOf } from '../content/body.ts'
import type { User } from '../payload-types.ts'
import { type Gathered, type Notices, USUAL_NOTICES } from './decision.ts'

const system = { depth: 0, overrideAccess: true } as const

export type Moderator = { id: string; name: string; email: string; notices: Notices; locale: Locale }

const toModerator = (user: User): Moderator => ({
  id: String(user.id),
  name: user.name,
  email: user.email,
  notices: user.notices ?? USUAL_NOTICES,
  locale: user.mailLanguage ?? DEFAULT_LOCALE,
})

/** Everyone who moderates and wants to be told. */
export async function findModerators({
  payload,
  req,
}: {
  payload: Payload
  req?: PayloadRequest
}): Promise<Moderator[]> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { role: { in: [...MODERATING] } },
    limit: 0,
    pagination: false,
    req,
    ...system,
  })
  return docs.map(toModerator).filter(({ notices }) => notices !== 'off')
}

/**
 * One who moderates now, and a request that acts as this person by a mail; null for anybody else.
 * @param id of a user
 */
export async function findActing({ payload, id }: { payload: Payload; id: string }) {
  const user = await payload.findByID({ collection: 'users', id, disableErrors: true, ...system })
  if (!user || !mayModerateAs(user.role)) return null
  const acting = { ...user, collection: 'users' as const }
  return {
    moderator: toModerator(user),
    makeReq: () => createLocalReq({ user: acting, context: { via: 'mail' } }, payload),
  }
}

/** Notes that a comment has begun to wait, in the transaction of that change. */
export async function keepAwaiting({
  comment,
  at,
  req,
}: {
  comment: string
  at: string
  req: PayloadRequest
}) {
  await req.payload.create({ collection: 'awaiting', data: { comment, at }, req, ...system })
}

export async function findAwaiting({ payload, limit }: { payload: Payload; limit: number }) {
  const { docs } = await payload.find({
    collection: 'awaiting',
    sort: 'at',
    limit,
    pagination: false,
    ...system,
  })
  return docs.map(({ id }) => String(id))
}

/** Takes rows away that are still there, and tells what they were. */
export async function takeAwaiting({ ids, req }: { ids: string[]; req: PayloadRequest }) {
  const where = { id: { in: ids } }
  const { docs } = await req.payload.find({
    collection: 'awaiting',
    where,
    sort: 'at',
    limit: 0,
    pagination: false,
    req,
    ...system,
  })
  await req.payload.db.deleteMany({ collection: 'awaiting', where, req })
  return docs.map(({ comment, at }) => ({ comment, at }))
}

export type Kept = Gathered & { user: string; lastSentAt: string | null }

/** What is gathered, by user. */
export async function findGathered({
  payload,
  user,
  req,
}: {
  payload: Payload
  user?: string
  req?: PayloadRequest
}): Promise<Map<string, Kept>> {
  const { docs } = await payload.find({
    collection: 'moderator-mail',
    where: user ? { user: { equals: user } } : {},
    limit: 0,
    pagination: false,
    req,
    ...system,
  })
  const kept = docs.map(({ user, comments, since, lastSentAt }) => ({
    user,
    comments: comments as string[],
    since: since ?? null,
    lastSentAt: lastSentAt ?? null,
  }))
  return new Map(kept.map((one) => [one.user, one]))
}

/** Writes down what is gathered for a person, in the place of what was. */
export async function keepGathered({ req, user, ...data }: Kept & { req: PayloadRequest }) {
  await req.payload.db.upsert({
    collection: 'moderator-mail',
    where: { user: { equals: user } },
    data: { user, ...data },
    req,
  })
}

export type Waiting = {
  id: string
  name: string
  body: string
  createdAt: string
  editedAt: string | null
  /** Why it waits; empty for what does not. */
  reasons: Reason[]
  /** Of the page it stands on, in the language asked for; empty where that was deleted for good. */
  title: string
}

export type Found = Waiting & {
  /** `posts/<id>`, as threads are named. */
  thread: string
  status: CommentState
  revision: number
  isWithdrawn: boolean
  movedBy: string
}

/** The given comments, whatever their state, the oldest first; as the transaction of a request sees them where there is one. */
export async function findComments({
  payload,
  ids,
  locale,
  req,
}: {
  payload: Payload
  ids: string[]
  locale: Locale
  req?: PayloadRequest
}): Promise<Found[]> {
  if (!ids.length) return []
  const { docs } = await payload.find({
    collection: 'comments',
    where: { id: { in: ids } },
    select: {
      name: true,
      body: true,
      on: true,
      thread: true,
      createdAt: true,
      editedAt: true,
      reasons: true,
      status: true,
      revision: true,
      withdrawnAt: true,
      moves: true,
    },
    sort: 'id',
    limit: 0,
    pagination: false,
    ...(req && { req }),
    ...system,
  })
  const titles = await findTitles({
    payload,
    req,
    locale,
    wanted: docs.flatMap(({ on }) => (on ? [{ type: on.relationTo, id: idOf(on.value) ?? '' }] : [])),
  })
  return docs.map((doc) => ({
    id: String(doc.id),
    name: doc.name ?? '',
    body: doc.body,
    createdAt: doc.createdAt,
    editedAt: doc.editedAt ?? null,
    reasons: doc.status === 'pending' ? readReasons(doc.reasons ?? null) : [],
    title: titles.get(doc.on ? `${doc.on.relationTo}/${idOf(doc.on.value)}` : '') ?? '',
    thread: doc.thread ?? '',
    status: doc.status,
    revision: doc.revision ?? 0,
    isWithdrawn: Boolean(doc.withdrawnAt),
    movedBy: doc.moves?.at(-1)?.by ?? '',
  }))
}

async function findTitles({
  payload,
  req,
  locale,
  wanted,
}: {
  payload: Payload
  req: PayloadRequest | undefined
  locale: Locale
  wanted: { type: 'posts' | 'events'; id: string }[]
}): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  // One after the other: a transaction of MongoDB takes one question at a time.
  for (const type of ['posts', 'events'] as const) {
    const ids = [...new Set(wanted.filter((one) => one.type === type).map(({ id }) => id))]
    if (!ids.length) continue
    const { docs } = await payload.find({
      collection: type,
      where: { id: { in: ids } },
      select: { title: true },
      locale,
      limit: 0,
      pagination: false,
      ...(req && { req }),
      ...system,
    })
    for (const { id, title } of docs) titles.set(`${type}/${id}`, title)
  }
  return titles
}

/** How many comments wait for somebody. */
export async function countWaiting({
  payload,
  req,
}: {
  payload: Payload
  req: PayloadRequest
}): Promise<number> {
  const { totalDocs } = await payload.count({
    collection: 'comments',
    where: { status: { equals: 'pending' } },
    req,
    overrideAccess: true,
  })
  return totalDocs
}

/** Forgets what is gathered for those who left, moderate no more or want no mail. */
export async function forgetOthers({ payload }: { payload: Payload }) {
  const moderators = await findModerators({ payload })
  await payload.db.deleteMany({
    collection: 'moderator-mail',
    where: { user: { not_in: moderators.map(({ id }) => id) } },
  })
}

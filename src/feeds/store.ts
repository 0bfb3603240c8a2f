import type { Payload, Where } from 'payload'

import { isPublic } from '../content/policy.ts'
import type { Locale } from '../contract/index.ts'
import { idOf } from '../content/body.ts'
import { tag, type Uses } from '../platform/tags.ts'

const system = { depth: 0, overrideAccess: true } as const

/** The latest articles, whole; only those written in a language, or that have a tag, where these are named. */
export async function findLatestPosts({
  payload,
  tagId,
  locale,
  limit,
  now,
  uses,
}: {
  payload: Payload
  tagId: string | null
  locale: Locale | null
  limit: number
  now: Date
  uses: Uses
}) {
  const { docs } = await payload.find({
    collection: 'posts',
    where: {
      and: [
        isPublic(now),
        ...(tagId === null ? [] : [{ tags: { equals: tagId } }]),
        ...(locale === null ? [] : [{ [`title.${locale}`]: { exists: true } }]),
      ],
    },
    sort: ['-publishedAt', '-id'],
    limit,
    pagination: false,
    locale: 'all',
    ...system,
  })
  uses.add(tagId === null ? tag.list('posts') : tag.list('posts', 'tags', tagId))
  for (const { id } of docs) uses.add(tag.doc('posts', String(id)))
  return docs
}

const COLUMNS = {
  parent: true,
  root: true,
  thread: true,
  name: true,
  body: true,
  locale: true,
  createdAt: true,
  editedAt: true,
} as const

/** Approved comments written before a given one, the latest first; of one thread, where it is named. */
export async function findLatestComments({
  payload,
  thread,
  before,
  limit,
}: {
  payload: Payload
  thread: string | null
  before: string | null
  limit: number
}) {
  const { docs } = await payload.find({
    collection: 'comments',
    where: {
      and: [
        { status: { equals: 'approved' } },
        ...(thread === null ? [] : [{ thread: { equals: thread } }]),
        ...(before === null ? [] : [{ id: { less_than: before } }]),
      ],
    },
    // Ids are UUIDs of version 7, so their order is the order of writing.
    sort: '-id',
    limit,
    pagination: false,
    select: COLUMNS,
    ...system,
  })
  return docs.map((doc) => ({ ...doc, parent: idOf(doc.parent) }))
}
export type Latest = Awaited<ReturnType<typeof findLatestComments>>[number]

/**
 * The ids among the given comments whose every ancestor is in view: an answer below a comment that is nowhere
 * public is not public either. One query for each level of answers.
 */
export async function findInView({
  payload,
  comments,
}: {
  payload: Payload
  comments: { id: string; parent: string | null }[]
}): Promise<Set<string>> {
  const parents = new Map(comments.map(({ id, parent }) => [id, parent]))
  const hidden = new Set<string>()
  for (;;) {
    const missing = [...new Set(parents.values())].filter(
      (id): id is string => id !== null && !parents.has(id),
    )
    if (!missing.length) break
    const where: Where = { id: { in: missing } }
    const { docs } = await payload.find({
      collection: 'comments',
      where,
      select: { parent: true, visibility: true },
      limit: 0,
      pagination: false,
      ...system,
    })
    for (const id of missing) parents.set(id, null)
    for (const { id, parent, visibility } of docs) {
      parents.set(id, idOf(parent))
      if (visibility !== 'shown' && visibility !== 'tombstone') hidden.add(id)
    }
  }
  const isInView = (id: string): boolean => {
    for (let next: string | null = id; next !== null; next = parents.get(next) ?? null)
      if (hidden.has(next)) return false
    return true
  }
  return new Set(comments.map(({ id }) => id).filter(isInView))
}

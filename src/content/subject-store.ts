import type { Payload } from 'payload'

import type { Locale } from '../contract/index.ts'
import type { Post } from '../payload-types.ts'
import { countByValue } from '../platform/database.ts'
import { part } from '../platform/parts.ts'
import { findRows } from '../platform/rows.ts'
import { tag, type Uses } from '../platform/tags.ts'
import type { PageRules, SiteRules } from './discussion.ts'
import { publicFrom, publicWhere } from './policy.ts'

/** What comments stand on, how many do, and the rules of the discussion: read as the system and for the public. */
const system = { depth: 0, overrideAccess: true } as const

export type Subject = { type: 'posts' | 'events'; id: string; slug: string; comments: PageRules }

/** `posts/<id>`: how a thread is known in the database. */
export const threadKey = ({ type, id }: { type: string; id: string }) => `${type}/${id}`

const toSubject = (type: 'posts' | 'events', doc: Pick<Post, 'id' | 'slug' | 'comments'>): Subject => ({
  type,
  id: String(doc.id),
  slug: doc.slug ?? '',
  comments: {
    state: doc.comments?.state === 'closed' ? 'closed' : 'open',
    until: doc.comments?.until ?? null,
  },
})

type Wanted = { slug: string } | { id: string }

async function findOneSubject({
  payload,
  type,
  wanted,
  now,
  uses,
}: {
  payload: Payload
  type: 'posts' | 'events'
  wanted: Wanted
  now: Date
  uses?: Uses | undefined
}) {
  return part({ payload, key: `subject ${type} ${JSON.stringify(wanted)}`, uses }, (own) =>
    lookForSubject({ payload, type, wanted, now, uses: own }),
  )
}

async function lookForSubject({
  payload,
  type,
  wanted,
  now,
  uses,
}: {
  payload: Payload
  type: 'posts' | 'events'
  wanted: Wanted
  now: Date
  uses: Uses
}) {
  const [row] = await findRows({
    payload,
    collection: type,
    fields: ['id', 'slug', '_status', 'publishedAt', 'comments.state', 'comments.until'],
    where: { equals: wanted },
    order: { by: 'id', isDescending: false },
    limit: 1,
  })
  const from = row ? publicFrom(type, row) : null
  const isThere = row && from !== null && from <= now.toISOString()
  uses.add(isThere ? tag.subject(type, String(row.id)) : tag.list(type))
  if (!isThere) return null
  const comments = { state: row['comments.state'], until: row['comments.until'] } as Post['comments']
  return toSubject(type, { id: String(row.id), slug: String(row.slug), comments })
}

/** What a comment stands on, while it is public. */
export const findSubject = ({
  slug,
  ...rest
}: {
  payload: Payload
  type: 'posts' | 'events'
  slug: string
  now: Date
  uses?: Uses
}) => findOneSubject({ ...rest, wanted: { slug } })

export const findSubjectById = ({
  id,
  ...rest
}: {
  payload: Payload
  type: 'posts' | 'events'
  id: string
  now: Date
  uses?: Uses
}) => findOneSubject({ ...rest, wanted: { id } })

/** What comments stand on, several at once: one query for each kind. What is not there, or not public, is left out. */
export async function findSubjects({
  payload,
  wanted,
  now,
  uses,
}: {
  payload: Payload
  wanted: { type: 'posts' | 'events'; slug: string }[]
  now: Date
  uses: Uses
}): Promise<Subject[]> {
  const found = await Promise.all(
    (['posts', 'events'] as const).map(async (type) => {
      const slugs = wanted.filter((one) => one.type === type).map(({ slug }) => slug)
      if (!slugs.length) return []
      const { docs } = await payload.find({
        collection: type,
        where: { and: [{ slug: { in: slugs } }, ...publicWhere(type, now)] },
        select: { slug: true, comments: true },
        limit: 0,
        pagination: false,
        ...system,
      })
      if (docs.length < slugs.length) uses.add(tag.list(type))
      return docs.map((doc) => toSubject(type, doc))
    }),
  )
  for (const { type, id } of found.flat()) uses.add(tag.subject(type, id))
  return found.flat()
}

/** How many public comments stand on each of the given threads, in one query. */
export function countComments({
  payload,
  threads,
  uses,
}: {
  payload: Payload
  threads: string[]
  uses: Uses
}): Promise<Map<string, number>> {
  return part({ payload, key: `counts ${threads.join(' ')}`, uses }, (own) => {
    for (const thread of threads) own.add(tag.count(thread))
    return countByValue({
      payload,
      collection: 'comments',
      field: 'thread',
      values: threads,
      where: { status: 'approved' },
    })
  })
}

/** The rules of the discussion, as staff set them. */
export async function readRules({
  payload,
  locale,
  uses,
}: {
  payload: Payload
  locale: Locale
  uses?: Uses
}): Promise<SiteRules> {
  return part({ payload, key: `rules ${locale}`, uses }, async (own) => {
    own.add(tag.global('discussion'))
    const rules = await payload.findGlobal({ slug: 'discussion', locale, ...system })
    return {
      // What is not set is strict: a rule that cannot be read must not open anything.
      state: rules.state ?? 'held',
      message: rules.message || null,
      waits: rules.waits ?? 'everyone',
      trustedAfter: rules.trustedAfter || null,
      requireName: rules.requireName !== false,
      requireEmail: rules.requireEmail !== false,
    }
  })
}

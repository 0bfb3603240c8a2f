import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

import { hasRole } from '../platform/access.ts'
import { MODERATING } from './policy.ts'

/**
 * Why a comment cannot be moved, whatever the table of moves says: it is sealed as evidence of a threat; its text was erased
 * after its time; it stands under an article of one's own.
 */
export type Lock = 'sealed' | 'erased' | 'own'

type Asked = { id: string; thread: string; body: string; status: string }

/** Which of some comments are locked for the person asking; the system itself is kept from none of its own articles. */
export async function locksOf({
  req,
  comments,
}: {
  req: PayloadRequest
  comments: Asked[]
}): Promise<Map<string, Lock>> {
  if (!comments.length) return new Map()
  const [sealed, own] = await Promise.all([
    findSealed({ payload: req.payload, ids: comments.map(({ id }) => id), req }),
    findOwn({ req, threads: [...new Set(comments.map(({ thread }) => thread))] }),
  ])
  const locks = new Map<string, Lock>()
  for (const { id, thread, body, status } of comments) {
    if (sealed.has(id)) locks.set(id, 'sealed')
    else if (body === '' && (status === 'spam' || status === 'trash')) locks.set(id, 'erased')
    else if (own.has(thread)) locks.set(id, 'own')
  }
  return locks
}

/** Those that are sealed as evidence and not released, as the transaction of a request sees it where there is one. */
export async function findSealed({
  payload,
  ids,
  req,
}: {
  payload: Payload
  ids: string[]
  req?: PayloadRequest
}): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const { docs } = await payload.db.find<{ comment: string }>({
    collection: 'threats',
    where: {
      and: [{ comment: { in: ids } }, { kind: { equals: 'sealed' } }, { releasedAt: { exists: false } }],
    },
    select: { comment: true },
    limit: 0,
    pagination: false,
    ...(req && { req }),
  })
  return new Set(docs.map(({ comment }) => comment))
}

/**
 * Those of some threads that stand under an article or event of the person asking: as an author whose page of the collection
 * `people` names this user, or as who it belongs to. What administrators put in for others is not theirs by that. Empty where the setting lets them, or nobody else moderates.
 */
async function findOwn({ req, threads }: { req: PayloadRequest; threads: string[] }): Promise<Set<string>> {
  const { payload, user } = req
  const own = new Set<string>()
  if (user?.collection !== 'users') return own
  const id = String(user.id)
  const find = async (collection: CollectionSlug, where: object) =>
    (
      await payload.db.find<{ id: string }>({
        collection,
        where: where as never,
        select: {},
        limit: 0,
        pagination: false,
        req,
      })
    ).docs.map((doc) => String(doc.id))
  const people = await find('people', { user: { equals: id } })
  for (const type of ['posts', 'events'] as const) {
    const ids = threads.flatMap((thread) =>
      thread.startsWith(`${type}/`) ? [thread.slice(type.length + 1)] : [],
    )
    if (!ids.length) continue
    const mine = [
      ...(hasRole(req, 'admin') ? [] : [{ owner: { equals: id } }]),
      ...(type === 'posts' && people.length ? [{ authors: { in: people } }] : []),
    ]
    if (!mine.length) continue
    for (const one of await find(type, { and: [{ id: { in: ids } }, { or: mine }] }))
      own.add(`${type}/${one}`)
  }
  if (!own.size) return own
  const rules = (await payload.db.findGlobal({ slug: 'discussion', req })) as { ownThreads?: boolean | null }
  if (rules?.ownThreads === true) return new Set()
  const others = await payload.db.count({
    collection: 'users',
    where: { and: [{ role: { in: [...MODERATING] } }, { id: { not_equals: id } }] },
    req,
  })
  return others.totalDocs ? own : new Set()
}

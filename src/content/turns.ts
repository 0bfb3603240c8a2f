import type { CollectionSlug, Payload, Where } from 'payload'

import { tag } from '../platform/tags.ts'
import { besidesOf } from './beside.ts'
import { type Change, tagsOf } from './changes.ts'
import type { Doc, Kind } from './kinds.ts'

/** A date at which the public sees something else although nobody writes: an article's hour comes, an event ends. */
type Turn = { kind: Kind; path: string; where: Where; touches: (change: Change) => string[] }

const isPublished: Where = { _status: { equals: 'published' } }
const hasConsent: Where = { consent: { equals: 'given' } }

/** Whether comments are taken stands on the card, and in the thread. */
const closes = ({ kind, id }: Change) => [tag.subject(kind, id), tag.card(kind, id), tag.doc(kind, id)]
const passes = (change: Change) => tagsOf(change).filter((one) => one.startsWith('list:'))

const TURNS: Turn[] = [
  { kind: 'posts', path: 'publishedAt', where: isPublished, touches: tagsOf },
  { kind: 'posts', path: 'comments.until', where: isPublished, touches: closes },
  { kind: 'events', path: 'publishedAt', where: isPublished, touches: tagsOf },
  { kind: 'events', path: 'comments.until', where: isPublished, touches: closes },
  { kind: 'events', path: 'start', where: isPublished, touches: passes },
  { kind: 'events', path: 'end', where: isPublished, touches: passes },
  { kind: 'quotes', path: 'publicFrom', where: hasConsent, touches: tagsOf },
]

const valueAt = (doc: object, path: string) =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], doc)

/** When time itself changes an answer next, in milliseconds since 1970; infinity where nothing is to come. */
export async function findNextTurn({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
  const times = await Promise.all(
    TURNS.map(async ({ kind, path, where }) => {
      const { docs } = await payload.find({
        collection: kind as CollectionSlug,
        where: { and: [where, { [path]: { greater_than: now.toISOString() } }] },
        sort: path,
        limit: 1,
        pagination: false,
        select: { [path.split('.')[0]!]: true } as never,
        depth: 0,
        overrideAccess: true,
      })
      return docs[0] ? Date.parse(String(valueAt(docs[0], path))) : Infinity
    }),
  )
  return Math.min(...times)
}

/** The tags of the answers that time itself has changed after one moment and up to another. */
export async function findTurned({
  payload,
  after,
  until,
}: {
  payload: Payload
  after: Date
  until: Date
}): Promise<string[]> {
  const within = { greater_than: after.toISOString(), less_than_equal: until.toISOString() }
  const turned = await Promise.all(
    TURNS.map(async ({ kind, path, where, touches }) => {
      const { docs } = await payload.find({
        collection: kind as CollectionSlug,
        where: { and: [where, { [path]: within }] },
        limit: 0,
        pagination: false,
        locale: 'all',
        depth: 0,
        overrideAccess: true,
      })
      const changes = (docs as unknown as Doc<Kind>[]).map((doc): Change => {
        return { kind, id: String(doc.id), rows: { before: doc, after: doc }, before: null, after: doc }
      })
      const besides = await Promise.all(changes.map((change) => besidesOf(change, { payload })))
      return [...changes.flatMap(touches), ...besides.flat()]
    }),
  )
  return turned.flat()
}

import type { CollectionSlug, Payload, Where } from 'payload'

import { tag } from '../platform/tags.ts'
import { besidesOf } from './beside.ts'
import { type Change, tagsOf } from './changes.ts'
import type { Doc, Kind } from './kinds.ts'
import { publicFrom } from './policy.ts'

/** A date at which the public sees something else although nobody writes: an article's hour comes, an event ends. */
type Turn = {
  kind: Kind
  path: string
  where: Where
  touches: (change: Change) => string[]
  /** How long after its date it comes, in milliseconds: an event is to come up to the last of its end. */
  delay?: number
}

const isPublished: Where = { _status: { equals: 'published' } }
const hasConsent: Where = { consent: { equals: 'given' } }

/** Whether comments are taken stands in the thread, and on the card of an article. */
const closes = ({ kind, id }: Change) => [
  tag.subject(kind, id),
  tag.doc(kind, id),
  ...(kind === 'posts' ? [tag.card(kind, id)] : []),
]
const passes = (change: Change) => tagsOf(change).filter((one) => one.startsWith('list:'))

const TURNS: Turn[] = [
  { kind: 'posts', path: 'publishedAt', where: isPublished, touches: tagsOf },
  { kind: 'posts', path: 'comments.until', where: isPublished, touches: closes },
  { kind: 'events', path: 'publishedAt', where: isPublished, touches: tagsOf },
  { kind: 'events', path: 'comments.until', where: isPublished, touches: closes },
  { kind: 'events', path: 'start', where: isPublished, touches: passes, delay: 1 },
  { kind: 'events', path: 'end', where: isPublished, touches: passes, delay: 1 },
  { kind: 'quotes', path: 'publicFrom', where: hasConsent, touches: tagsOf },
]

const valueAt = (doc: object, path: string) =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], doc)

const DAY = 86_400_000

/** Whether time itself will change what the public sees of a row after a moment. */
export function isTurnAhead({ kind, row, now }: { kind: Kind; row: Doc<Kind>; now: string }): boolean {
  const dates = TURNS.filter((turn) => turn.kind === kind).map(({ path }) => valueAt(row, path))
  return publicFrom(kind, row) !== null && dates.some((date) => typeof date === 'string' && date > now)
}

/** When time itself changes an answer next, in milliseconds since 1970; infinity where nothing is to come. */
export async function findNextTurn({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
  const times = await Promise.all(
    TURNS.map(async ({ kind, path, where, delay = 0 }) => {
      const after = new Date(now.getTime() - delay).toISOString()
      const { docs } = await payload.find({
        collection: kind as CollectionSlug,
        where: { and: [where, { [path]: { greater_than: after } }] },
        sort: path,
        limit: 1,
        pagination: false,
        select: { [path.split('.')[0]!]: true } as never,
        depth: 0,
        overrideAccess: true,
      })
      return docs[0] ? Date.parse(String(valueAt(docs[0], path))) + delay : Infinity
    }),
  )
  const midnight = (Math.floor(now.getTime() / DAY) + 1) * DAY
  return Math.min(midnight, ...times)
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
  const turned = await Promise.all(
    TURNS.map(async ({ kind, path, where, touches, delay = 0 }) => {
      const [from, to] = [after, until].map((date) => new Date(date.getTime() - delay).toISOString())
      const within = { greater_than: from, less_than_equal: to }
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
        const rows = { before: doc, after: doc }
        return { kind, id: String(doc.id), rows, before: null, after: doc, now: until.toISOString() }
      })
      const besides = await Promise.all(changes.map((change) => besidesOf(change, { payload })))
      return [...changes.flatMap(touches), ...besides.flat()]
    }),
  )
  const isNewDay = Math.floor(after.getTime() / DAY) < Math.floor(until.getTime() / DAY)
  return [...turned.flat(), ...(isNewDay ? [tag.day()] : [])]
}

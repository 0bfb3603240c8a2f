import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'

import type { Locale } from '../contract/index.ts'
import { tag, type Uses } from '../platform/tags.ts'
import { CARD, type Doc, type Kind } from './kinds.ts'
import { publicWhere } from './policy.ts'

/** Everything is read as the system and for the public: the policy's query is part of every question asked here. */
const system = { depth: 0, overrideAccess: true } as const
/** All languages at once, so that the view chooses and can tell which one it served. */
const everyLocale = { locale: 'all' } as const

export function readSite({ payload, locale, uses }: { payload: Payload; locale: Locale; uses: Uses }) {
  uses.add(tag.global('site'))
  return payload.findGlobal({ slug: 'site', locale, ...system })
}

/** How a list is ordered: by one column and, among equals, by id. */
export type Order = { by: string; isDescending: boolean }

const afterCursor = ({ order, after }: { order: Order; after: string[] }): Where[] => {
  const [value, id] = after
  if (value === undefined || id === undefined) return []
  const beyond = order.isDescending ? 'less_than' : 'greater_than'
  return [
    {
      or: [
        { [order.by]: { [beyond]: value } },
        { and: [{ [order.by]: { equals: value } }, { id: { [beyond]: id } }] },
      ],
    },
  ]
}

/** A page of public documents: `limit + 1` of them where there are more, and how many there are in all. */
export async function findPage<K extends Kind>({
  payload,
  kind,
  where,
  order,
  after,
  limit,
  now,
  uses,
}: {
  payload: Payload
  kind: K
  where: Where[]
  order: Order
  after: string[]
  limit: number
  now: Date
  uses: Uses
}): Promise<{ docs: Doc<K>[]; total: number }> {
  const all = [...where, ...publicWhere(kind, now)]
  const sign = order.isDescending ? '-' : ''
  const [{ docs }, { totalDocs }] = await Promise.all([
    payload.find({
      collection: kind as CollectionSlug,
      where: { and: [...all, ...afterCursor({ order, after })] },
      sort: [`${sign}${order.by}`, `${sign}id`],
      limit: limit + 1,
      pagination: false,
      select: CARD[kind],
      ...everyLocale,
      ...system,
    }),
    payload.count({ collection: kind as CollectionSlug, where: { and: all }, overrideAccess: true }),
  ])
  // Of the one beyond the page only that it is there is told.
  for (const { id } of docs.slice(0, limit)) uses.add(tag.card(kind, String(id)))
  return { docs: docs as unknown as Doc<K>[], total: totalDocs }
}

/** One public document, whole. */
export async function findOne<K extends Kind>({
  payload,
  kind,
  where,
  now,
  uses,
}: {
  payload: Payload
  kind: K
  where: Where
  now: Date
  uses: Uses
}): Promise<Doc<K> | null> {
  const { docs } = await payload.find({
    collection: kind as CollectionSlug,
    where: { and: [where, ...publicWhere(kind, now)] },
    limit: 1,
    pagination: false,
    ...everyLocale,
    ...system,
  })
  if (docs[0]) uses.add(tag.doc(kind, String(docs[0].id)))
  return (docs[0] as unknown as Doc<K> | undefined) ?? null
}

/** The public document that stands next in a list, as a card. */
export async function findNeighbour<K extends Kind>({
  payload,
  kind,
  order,
  after,
  now,
  uses,
  req,
}: {
  payload: Payload
  kind: K
  order: Order
  after: string[]
  now: Date
  uses?: Uses
  req?: PayloadRequest
}): Promise<Doc<K> | null> {
  const sign = order.isDescending ? '-' : ''
  const { docs } = await payload.find({
    collection: kind as CollectionSlug,
    where: { and: [...publicWhere(kind, now), ...afterCursor({ order, after })] },
    sort: [`${sign}${order.by}`, `${sign}id`],
    limit: 1,
    pagination: false,
    select: CARD[kind],
    req: req && apart(req),
    ...everyLocale,
    ...system,
  })
  if (docs[0]) uses?.add(tag.card(kind, String(docs[0].id)))
  return (docs[0] as unknown as Doc<K> | undefined) ?? null
}

/** The id behind a slug; null where there is none, also for what is not public. */
export async function findId({
  payload,
  kind,
  slug,
  now,
  uses,
}: {
  payload: Payload
  kind: Kind
  slug: string
  now: Date
  uses: Uses
}) {
  const { docs } = await payload.find({
    collection: kind as 'tags',
    where: { and: [{ slug: { equals: slug } }, ...publicWhere(kind, now)] },
    select: { slug: true },
    limit: 1,
    pagination: false,
    ...system,
  })
  uses.add(docs[0] ? tag.name(kind, String(docs[0].id)) : tag.list(kind))
  return docs[0] ? String(docs[0].id) : null
}

/** Public documents by their ids, as cards; those that are not public are left out. */
export async function findByIds<K extends Kind>({
  payload,
  kind,
  ids,
  now,
  uses,
}: {
  payload: Payload
  kind: K
  ids: string[]
  now: Date
  uses: Uses
}) {
  // Also those that are not public: once they are, they belong here.
  for (const id of ids) uses.add(tag.card(kind, id))
  const { docs } = await payload.find({
    collection: kind as CollectionSlug,
    where: { and: [{ id: { in: ids } }, ...publicWhere(kind, now)] },
    limit: 0,
    pagination: false,
    select: CARD[kind],
    ...everyLocale,
    ...system,
  })
  return docs as unknown as Doc<K>[]
}

/** The same transaction, without letting the languages of this question into the request (Payload writes them there). */
const apart = (req: PayloadRequest) => ({ ...req })

/** A row as it is kept, public or not; what a draft beside it says is left out. */
export async function findRow<K extends Kind>({
  kind,
  id,
  req,
}: {
  kind: K
  id: string
  req: PayloadRequest
}): Promise<Doc<K> | null> {
  const { docs } = await req.payload.find({
    collection: kind as CollectionSlug,
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    req: apart(req),
    ...everyLocale,
    ...system,
  })
  return (docs[0] as unknown as Doc<K> | undefined) ?? null
}

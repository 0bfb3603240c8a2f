import type { Payload, Where } from 'payload'

import { isPublic } from '../content/policy.ts'
import { LOCALES } from '../contract/index.ts'
import { tag, type Uses } from '../platform/tags.ts'

const system = { depth: 0, overrideAccess: true } as const

const COLUMNS = {
  title: true,
  slug: true,
  start: true,
  end: true,
  timeZone: true,
  allDay: true,
  status: true,
  venue: true,
  city: true,
  country: true,
  onlineUrl: true,
  body: true,
  sourceLanguage: true,
  sequence: true,
  updatedAt: true,
} as const

async function find({
  payload,
  where,
  limit,
  now,
  uses,
}: {
  payload: Payload
  where: Where[]
  limit: number
  now: Date
  uses: Uses
}) {
  const { docs } = await payload.find({
    collection: 'events',
    where: { and: [isPublic(now), ...where] },
    sort: ['-start', '-id'],
    limit,
    pagination: false,
    select: COLUMNS,
    locale: 'all',
    ...system,
  })
  for (const { id } of docs) uses.add(tag.doc('events', String(id)))
  return docs
}
export type Planned = Awaited<ReturnType<typeof find>>[number]

/** Public events that end, or without an end begin, after a moment; the latest first. */
export function findSince({
  since,
  tagId,
  city,
  ...rest
}: {
  payload: Payload
  since: string
  tagId: string | null
  city: string | null
  limit: number
  now: Date
  uses: Uses
}) {
  rest.uses.add(tagId === null ? tag.list('events') : tag.list('events', 'tags', tagId))
  const where: Where[] = [
    { or: [{ end: { greater_than_equal: since } }, { start: { greater_than_equal: since } }] },
  ]
  if (tagId !== null) where.push({ tags: { equals: tagId } })
  if (city !== null) where.push({ or: LOCALES.map((locale) => ({ [`city.${locale}`]: { equals: city } })) })
  return find({ ...rest, where })
}

/** One public event by its address, or null. */
export async function findBySlug({
  slug,
  ...rest
}: {
  payload: Payload
  slug: string
  now: Date
  uses: Uses
}): Promise<Planned | null> {
  const [event = null] = await find({ ...rest, where: [{ slug: { equals: slug } }], limit: 1 })
  if (!event) rest.uses.add(tag.list('events'))
  return event
}

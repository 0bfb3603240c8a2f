import type { CollectionSlug, Payload, SelectType, Where } from 'payload'

import type { SitemapType } from '../contract/index.ts'
import { isPublic, isQuotable } from './policy.ts'

/** What a thing is named by; in the languages of its name it has an address. */
export const NAMED_BY = {
  posts: 'title',
  events: 'title',
  quotes: 'text',
  people: 'name',
  organizations: 'name',
  tags: 'name',
} as const satisfies Record<SitemapType, string>

const publicWhere = (type: SitemapType, now: Date): Where[] =>
  type === 'posts' || type === 'events' ? [isPublic(now)] : type === 'quotes' ? [isQuotable(now)] : []

export type Row = { id: string | number; slug?: string | null; updatedAt: string } & Record<string, unknown>

/** Some public addresses of one kind, in the order of their ids, which no change upsets. */
export async function findAddresses({
  payload,
  type,
  after,
  limit,
  now,
}: {
  payload: Payload
  type: SitemapType
  after: string | null
  limit: number
  now: Date
}): Promise<Row[]> {
  const select: SelectType = {
    [NAMED_BY[type]]: true,
    updatedAt: true,
    ...(type !== 'quotes' && { slug: true }),
  }
  const { docs } = await payload.find({
    collection: type as CollectionSlug,
    where: { and: [...publicWhere(type, now), ...(after === null ? [] : [{ id: { greater_than: after } }])] },
    sort: 'id',
    limit,
    pagination: false,
    select,
    locale: 'all',
    depth: 0,
    overrideAccess: true,
  })
  return docs as unknown as Row[]
}

/** How many public addresses of a kind there are. */
export const countAddresses = async ({
  payload,
  type,
  now,
}: {
  payload: Payload
  type: SitemapType
  now: Date
}) =>
  (
    await payload.count({
      collection: type as CollectionSlug,
      where: { and: publicWhere(type, now) },
      overrideAccess: true,
    })
  ).totalDocs

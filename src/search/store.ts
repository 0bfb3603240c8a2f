import type { CollectionSlug, Payload, SelectType, Where } from 'payload'

import { idOf } from '../content/body.ts'
import { isPublic, isQuotable } from '../content/policy.ts'
import type { Doc } from '../content/kinds.ts'
import { fullText } from '../platform/full-text.ts'
import type { Transaction } from '../platform/full-text-engine.ts'
import { type Searched, toEntry } from './document.ts'

const system = { depth: 0, overrideAccess: true, pagination: false } as const

/** What of a document goes into the index, or decides whether it does. */
const INDEXED: Record<Searched | 'people', SelectType> = {
  posts: {
    title: true,
    slug: true,
    lead: true,
    body: true,
    publishedAt: true,
    sourceLanguage: true,
    _status: true,
  },
  events: {
    title: true,
    slug: true,
    sourceLanguage: true,
    venue: true,
    city: true,
    country: true,
    agenda: true,
    body: true,
    publishedAt: true,
    _status: true,
  },
  quotes: { text: true, speaker: true, consent: true, publicFrom: true },
  people: { name: true },
}

/** Documents as they are, not as a draft beside them would have them, in all languages and within a transaction. */
async function findAll<K extends Searched | 'people'>({
  payload,
  kind,
  ids,
  transaction,
}: {
  payload: Payload
  kind: K
  ids: string[]
  transaction: Transaction
}): Promise<Map<string, Doc<K>>> {
  if (!ids.length) return new Map()
  const { docs } = await payload.find({
    collection: kind as CollectionSlug,
    where: { id: { in: ids } },
    limit: ids.length,
    select: INDEXED[kind],
    locale: 'all',
    // A request of its own: one that is passed on would take on the language asked for here.
    req: transaction === undefined ? {} : { transactionID: transaction },
    ...system,
  })
  return new Map((docs as unknown as Doc<K>[]).map((doc) => [String(doc.id), doc]))
}

/** Brings the index to where the documents are: those that are public go in, all others out. */
export async function indexDocuments({
  payload,
  kind,
  ids,
  transaction,
}: {
  payload: Payload
  kind: Searched
  ids: string[]
  transaction: Transaction
}): Promise<{ put: number; dropped: number }> {
  const docs = await findAll({ payload, kind, ids, transaction })
  const speakersOf =
    kind === 'quotes' ? [...docs.values()].map((doc) => idOf((doc as Doc<'quotes'>).speaker)) : []
  const speakers = await findAll({
    payload,
    kind: 'people',
    ids: [...new Set(speakersOf.filter((id) => id !== null))],
    transaction,
  })
  const index = fullText(payload)
  let put = 0
  for (const id of ids) {
    const doc = docs.get(id)
    const speaker = doc && kind === 'quotes' ? speakers.get(idOf((doc as Doc<'quotes'>).speaker) ?? '') : null
    const entry = doc && toEntry({ kind, doc, speaker: speaker ?? null } as Parameters<typeof toEntry>[0])
    if (entry) await index.put(entry, transaction)
    else await index.drop({ kind, id }, transaction)
    if (entry) put++
  }
  return { put, dropped: ids.length - put }
}

/** Which of the given documents the public may see now. */
export async function findPublic({
  payload,
  kind,
  ids,
  now,
}: {
  payload: Payload
  kind: Searched
  ids: string[]
  now: Date
}): Promise<string[]> {
  if (!ids.length) return []
  return listIds({ payload, kind, where: [publicWhere(kind, now), { id: { in: ids } }], limit: ids.length })
}

export const publicWhere = (kind: Searched, now: Date) =>
  kind === 'quotes' ? isQuotable(now) : isPublic(now)

/** The ids of documents that match, in order; `after` is the last of those before. */
export async function listIds({
  payload,
  kind,
  where = [],
  after = '',
  limit,
  transaction,
}: {
  payload: Payload
  kind: Searched
  where?: Where[]
  after?: string
  limit: number
  transaction?: Transaction
}): Promise<string[]> {
  const { docs } = await payload.find({
    collection: kind as CollectionSlug,
    where: { and: [...where, ...(after ? [{ id: { greater_than: after } }] : [])] },
    sort: 'id',
    limit,
    select: {},
    req: transaction === undefined ? {} : { transactionID: transaction },
    ...system,
  })
  return docs.map(({ id }) => String(id))
}

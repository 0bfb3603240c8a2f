import type { Payload, PayloadRequest } from 'payload'

import { type Sealed, vault } from '../platform/crypto.ts'
import { note, noteOf } from '../platform/ledger.ts'
import { inTransaction } from '../platform/transaction.ts'
import {
  BEGINNING,
  chainOf,
  digestOf,
  findBreak,
  headOf,
  type Link,
  nextAfter,
  type Written,
} from './chain.ts'

const collection = 'threats'
const system = { depth: 0, overrideAccess: true } as const
/** Under which the ledger has the end of the chain. */
const HEAD = 'threat:head'
const sign = vault.index
const placeOf = (seq: number) => `threat ${seq}`

/** Adds an entry at the end, in the transaction of a request. Of two at once one fails on MongoDB, to be tried again. */
export async function append({
  req,
  entry,
}: {
  req: PayloadRequest
  entry: Omit<Written, 'seq' | 'chain' | 'digest' | 'releasedAt'>
}): Promise<{ id: string; seq: number }> {
  const { payload } = req
  const { docs } = await payload.db.find<{ seq: number; chain: string }>({
    collection,
    where: {},
    sort: '-seq',
    limit: 1,
    pagination: false,
    req,
  })
  const last = docs[0]
  const { evidence, ...about } = entry
  const link: Link = {
    ...about,
    seq: nextAfter({ last, head: await noteOf({ req, key: HEAD }), sign }),
    digest: evidence === null ? null : digestOf({ evidence, sign }),
  }
  const chain = chainOf({ link, before: last?.chain ?? BEGINNING, sign })
  await note({ req, key: HEAD, value: headOf({ seq: link.seq, chain, sign }) })
  const { id } = await payload.create({
    collection,
    data: {
      ...link,
      chain,
      sealed: evidence === null ? null : vault.seal({ value: evidence, place: placeOf(link.seq) }),
    },
    req,
    ...system,
  })
  return { id: String(id), seq: link.seq }
}

type Row = Link & {
  id: string
  chain: string
  sealed?: string | null
  releasedAt?: string | null
}
export type Entry = Written & { id: string }

function toEntry({
  id,
  seq,
  kind,
  comment,
  thread,
  by,
  byId,
  why,
  at,
  digest,
  chain,
  sealed,
  releasedAt,
}: Row): Entry {
  return {
    ...{ id: String(id), seq, kind, comment, thread: thread ?? null, by, byId: byId ?? null },
    ...{ why: why ?? null, at, digest: digest ?? null, chain, releasedAt: releasedAt ?? null },
    evidence: sealed ? vault.open({ value: sealed as Sealed, place: placeOf(seq) }) : null,
  }
}

/** An entry with its evidence opened; null where there is none. */
export async function findEntry({
  payload,
  id,
  req,
}: {
  payload: Payload
  id: string
  req?: PayloadRequest
}): Promise<Entry | null> {
  const doc = await payload.findByID({
    collection,
    id,
    disableErrors: true,
    showHiddenFields: true,
    ...(req && { req }),
    ...system,
  })
  return doc ? toEntry(doc as unknown as Row) : null
}

/** The first entry that was tampered with, or follows a missing one; null where all are whole. */
export async function findTampered({ payload }: { payload: Payload }): Promise<number | null> {
  // In a transaction, so that what is just being added is seen with its head or not at all.
  const { docs, head } = await inTransaction(payload, async (req) => ({
    ...(await payload.db.find<Row>({
      collection,
      where: {},
      sort: 'seq',
      limit: 0,
      pagination: false,
      req,
    })),
    head: await noteOf({ req, key: HEAD }),
  }))
  try {
    return findBreak({ links: docs.map((row) => linkOf(toEntry(row))), head, sign })
  } catch (err) {
    payload.logger.error({ err, msg: 'A sealed threat cannot be opened.' })
    return 0
  }
}

const linkOf = ({ id: _, ...link }: Entry): Written => link

/** Notes on the entry itself that it was released, and forgets what it sealed; the release is an entry of its own. */
export const markReleased = ({ req, id, at }: { req: PayloadRequest; id: string; at: string }) =>
  req.payload.update({ collection, id, data: { releasedAt: at, sealed: null }, req, ...system })

/** What lies beside a comment and is evidence: which network it came from. */
export async function findNetwork({ req, comment }: { req: PayloadRequest; comment: string }) {
  const { docs } = await req.payload.db.find<{ network?: string | null }>({
    collection: 'comment-private',
    where: { comment: { equals: comment } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.network ?? null
}

export type Person = { id: string; name: string; email: string; mailLanguage?: string | null }

/** Those of the staff who can be told. */
export async function findPeople({ payload, ids }: { payload: Payload; ids?: string[] }): Promise<Person[]> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { and: [{ role: { not_equals: 'frontend' } }, ...(ids ? [{ id: { in: ids } }] : [])] },
    sort: 'name',
    limit: 0,
    pagination: false,
    ...system,
  })
  return docs.map(({ id, name, email, mailLanguage }) => ({ id: String(id), name, email, mailLanguage }))
}

import type { CollectionAfterDeleteHook, PayloadRequest } from 'payload'

import type { Comment as Kept } from '../payload-types.ts'
import { alsoForMany, type Pair } from '../platform/many.ts'
import { insertRows } from '../platform/write-rows.ts'

export const ACTS = [
  'move',
  'keep',
  'reply',
  'close',
  'reopen',
  'calm',
  'delete',
  'threat',
  'release',
  'export',
  'copy',
  'erase',
  'second-factor-on',
  'second-factor-off',
  'second-factor-reset',
  'recovery-code',
  'sessions-ended',
] as const
type Act = (typeof ACTS)[number]

type Entry = {
  act: Act
  by?: string
  byId?: string | null
  via?: string | null
  comment?: string | null
  thread?: string | null
  from?: string | null
  to?: string | null
  why?: string | null
}

/** Writes down what was done, in the transaction of the request that did it. */
export async function writeDown({ req, entries }: { req: PayloadRequest; entries: Entry[] }): Promise<void> {
  const rows = entries.map((entry) => ({
    act: entry.act,
    by: entry.by ?? req.user?.name ?? 'system',
    byId: entry.byId ?? (req.user && entry.by === undefined ? String(req.user.id) : null),
    via: entry.via ?? req.context.via ?? null,
    comment: entry.comment ?? null,
    thread: entry.thread ?? null,
    from: entry.from ?? null,
    to: entry.to ?? null,
    why: entry.why ?? null,
  }))
  await insertRows({ req, collection: 'audit', rows })
}

/** Whether it was the person asking who wrote a reply. */
export async function hasReplied({ reply, req }: { reply: string; req: PayloadRequest }): Promise<boolean> {
  if (!req.user) return false
  const { totalDocs } = await req.payload.count({
    collection: 'audit',
    where: {
      and: [
        { byId: { equals: String(req.user.id) } },
        { act: { equals: 'reply' } },
        { comment: { equals: reply } },
      ],
    },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}

function entryOf({ previousDoc, doc }: Pair<Kept>): Entry[] {
  const move = doc.moves?.at(-1)
  if (!move || previousDoc?.status === doc.status) return []
  const { by, byId, via, from, to, why } = move
  return [{ act: 'move', by, byId, via, comment: doc.id, thread: doc.thread, from, to, why }]
}

/** Every move, whichever door it comes by. */
export const writeDownMove = alsoForMany<Kept>(
  async ({ doc, operation, previousDoc, req }) => {
    if (operation === 'update') await writeDown({ req, entries: entryOf({ doc, previousDoc }) })
    return doc
  },
  (pairs, req) => writeDown({ req, entries: pairs.flatMap(entryOf) }),
)

/** What is deleted for good takes its own history along. */
export const writeDownDeletion: CollectionAfterDeleteHook<Kept> = async ({ doc, id, req }) => {
  await writeDown({
    req,
    entries: [{ act: 'delete', comment: String(id), thread: doc.thread ?? null, from: doc.status }],
  })
}

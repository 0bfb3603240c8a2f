import type { Payload, PayloadRequest, Where } from 'payload'

import { findKept, forgetWhy, type Kept } from '../comments/bulk-store.ts'
import { tagsOfComment } from '../comments/drops.ts'
import { findSealed } from '../comments/locks.ts'
import { takeBackComments } from '../mail/service.ts'
import type { Comment } from '../payload-types.ts'
import { changeRows, setEach } from '../platform/change-rows.ts'
import { announceDrop } from '../platform/drops.ts'
import { inTransaction } from '../platform/transaction.ts'
import { insertRows } from '../platform/write-rows.ts'
import { decideGoing, decideRemoved } from './going.ts'
import { findSome, PORTION } from './store.ts'

const AWAY = { status: { in: ['spam', 'trash'] } } as const

const ids = (rows: { id: string }[]) => rows.map(({ id }) => String(id))
const noteSince = (req: PayloadRequest, since: ReadonlyMap<string, Date | null>) =>
  setEach({ req, collection: 'comments', field: 'removedAt', values: since })

/**
 * Notes of comments in spam and trash since when they are there, as their own history tells. Nobody else writes that
 * column, so none that moves a comment can forget it.
 */
export async function noteRemoved({ payload }: { payload: Payload }): Promise<void> {
  for (let after = ''; ;) {
    const rows = await findSome({
      payload,
      collection: 'comments',
      where: {
        and: [
          AWAY,
          { removedAt: { exists: false } },
          { body: { not_equals: '' } },
          { id: { greater_than: after } },
        ],
      },
      sort: 'id',
      select: { status: true },
    })
    if (!rows.length) return
    after = String(rows.at(-1)!.id)
    await inTransaction(payload, async (req) => {
      const kept = await findKept({ payload, req, ids: ids(rows) })
      const since = new Map<string, Date>()
      for (const one of kept.values()) {
        const at = decideRemoved({ ...one, before: new Date(0) })
        if (at.kind === 'later') since.set(one.id, new Date(at.since))
      }
      await noteSince(req, since)
    })
  }
}

/** What is sealed as evidence, by comment; src/threats wrote it. It may be more a moment later. */
async function findEvidence({ payload }: { payload: Payload }): Promise<string[]> {
  const { docs } = await payload.db.find<{ comment: string }>({
    collection: 'threats',
    where: { and: [{ kind: { equals: 'sealed' } }, { releasedAt: { exists: false } }] },
    select: { comment: true },
    limit: 0,
    pagination: false,
  })
  return docs.map(({ comment }) => comment)
}

const dueRemoved = (before: Date, evidence: string[]): Where => ({
  and: [
    AWAY,
    { removedAt: { less_than_equal: before.toISOString() } },
    ...(evidence.length ? [{ id: { not_in: evidence } }] : []),
  ],
})

/**
 * Erases comments that came into spam or trash before a time, a portion at a time: those that nothing answers go
 * altogether, of the others only their place stays. What is sealed as evidence is left alone.
 */
export async function eraseRemoved({
  payload,
  before,
  onDone,
}: {
  payload: Payload
  before: Date
  onDone: (count: number) => void
}): Promise<void> {
  await noteRemoved({ payload })
  for (;;) {
    // Answers are younger than what they answer, so the youngest first.
    const rows = await findSome({
      payload,
      collection: 'comments',
      where: dueRemoved(before, await findEvidence({ payload })),
      sort: '-id',
      select: { status: true },
    })
    if (!rows.length) return
    onDone(await inTransaction(payload, (req) => erasePortion({ req, ids: ids(rows), before })))
    if (rows.length < PORTION) return
  }
}

export const countRemoved = async ({ payload, before }: { payload: Payload; before: Date }) => {
  await noteRemoved({ payload })
  const { totalDocs } = await payload.db.count({
    collection: 'comments',
    where: dueRemoved(before, await findEvidence({ payload })),
  })
  return totalDocs
}

async function erasePortion({
  req,
  ids: some,
  before,
}: {
  req: PayloadRequest
  ids: string[]
  before: Date
}): Promise<number> {
  const { payload } = req
  // Read anew in the transaction: somebody may have put one back, or sealed it, meanwhile.
  const kept = await findKept({ payload, req, ids: some })
  for (const id of await findSealed({ payload, ids: some, req })) kept.delete(id)
  const due: Kept[] = []
  const others = new Map<string, Date | null>()
  for (const one of kept.values()) {
    const decision = decideRemoved({ ...one, before })
    if (decision.kind === 'due') due.push(one)
    else others.set(one.id, decision.kind === 'later' ? new Date(decision.since) : null)
  }
  await noteSince(req, others)
  const answers = await findAnswersOf({ req, ids: ids(due) })
  const { gone, emptied } = decideGoing({ due: ids(due), answers })
  await changeRows({
    req,
    collection: 'comments',
    where: { field: 'id', values: emptied },
    data: { body: '', name: null, url: null, findings: null, reasons: null, removedAt: null },
  })
  await forgetWhy({ req, ids: emptied })
  await forgetBeside({ req, ids: ids(due) })
  await deleteComments({ req, comments: due.filter(({ id }) => gone.includes(id)) })
  return due.length
}

async function findAnswersOf({ req, ids: some }: { req: PayloadRequest; ids: string[] }) {
  if (!some.length) return []
  const rows = await findSome<{ id: string; parent: unknown }>({
    payload: req.payload,
    collection: 'comments',
    where: { parent: { in: some } },
    sort: 'id',
    select: { parent: true },
    limit: 0,
    req,
  })
  return rows.map(({ id, parent }) => ({ id: String(id), parent: String(parent) }))
}

/** What lies beside a comment and goes with its text. */
async function forgetBeside({ req, ids: some }: { req: PayloadRequest; ids: string[] }) {
  if (!some.length) return
  const { db } = req.payload
  // What has not gone out shows its text, and could be sent again.
  await takeBackComments({ ids: some, req })
  const about = { comment: { in: some } }
  await db.deleteMany({ collection: 'comment-private', where: about, req })
  await db.deleteMany({ collection: 'notices', where: { or: [about, { answer: { in: some } }] }, req })
  await db.deleteMany({ collection: 'reports', where: about, req })
  // What was learned of words stays; of which comment, and the mark of its text, does not.
  await db.deleteMany({ collection: 'spam-lessons', where: about, req })
}

async function deleteComments({ req, comments }: { req: PayloadRequest; comments: Kept[] }): Promise<void> {
  if (!comments.length) return
  const some = ids(comments)
  await announceDrop({
    req,
    tags: comments.flatMap((one) => tagsOfComment({ before: one as unknown as Comment, after: null })),
  })
  await req.payload.db.deleteMany({ collection: 'comments', where: { id: { in: some } }, req })
  await insertRows({
    req,
    collection: 'audit',
    rows: comments.map(({ id, thread, status }) => ({
      act: 'delete',
      by: 'system',
      via: 'retention',
      comment: id,
      thread,
      from: status,
      createdAt: new Date().toISOString(),
    })),
  })
  // A place that was kept for its answers alone goes with the last of them.
  const parents = comments.flatMap(({ parent, id }) =>
    parent && parent !== id && !some.includes(parent) ? [parent] : [],
  )
  if (!parents.length) return
  const above = await findKept({ payload: req.payload, req, ids: [...new Set(parents)] })
  const sealed = await findSealed({ payload: req.payload, ids: [...above.keys()], req })
  const empty = [...above.values()].filter(
    ({ id, body, status }) => body === '' && (status === 'spam' || status === 'trash') && !sealed.has(id),
  )
  const answered = new Set((await findAnswersOf({ req, ids: ids(empty) })).map(({ parent }) => parent))
  await deleteComments({ req, comments: empty.filter(({ id }) => !answered.has(id)) })
}

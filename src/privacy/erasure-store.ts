import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'

import { tagsOfComment } from '../comments/drops.ts'
import { findSealed } from '../comments/locks.ts'
import { findState } from '../comments/store.ts'
import { forgetMails, takeBackComments } from '../mail/service.ts'
import { CONFIRM_WITHIN, STOP_WITHIN } from '../notices/decision.ts'
import type { Comment } from '../payload-types.ts'
import { changeRows } from '../platform/change-rows.ts'
import { announceDrop } from '../platform/drops.ts'
import { decideFate, type Erasure } from './erasure.ts'
import { mailsAbout, ofWriter } from './known.ts'
import { unlearn } from '../spam/learning.ts'
import { all, type Inside, system } from './store.ts'

const collection = 'comments'

export type Meant = { id: string; isThere: boolean; isSealed: boolean }

/** The comments of some that were written until a time: answers before what they answer, so that those go first. */
export async function findUntil({
  payload,
  ids,
  at,
}: {
  payload: Payload
  ids: string[]
  at: string
}): Promise<Meant[]> {
  if (!ids.length) return []
  const { docs } = await payload.find({ collection, where: { id: { in: ids } }, ...all })
  const sealed = await findSealed({ payload, ids })
  const there = new Set(docs.map(({ id }) => String(id)))
  const meant = docs
    .filter(({ createdAt }) => createdAt <= at)
    .sort((a, b) => (b.depth ?? 0) - (a.depth ?? 0))
    .map((doc) => ({ id: String(doc.id), isThere: true, isSealed: sealed.has(doc.id) }))
  // Of a comment that is gone its private row may have come back.
  const gone = ids.filter((id) => !there.has(id)).map((id) => ({ id, isThere: false, isSealed: false }))
  return [...meant, ...gone]
}

/** Takes a comment from the public's eyes, as its writer's own act; the public side of all hooks follows. */
async function hide({ doc, isForGood, at, req }: Inside & { doc: Comment; isForGood: boolean; at: string }) {
  if (doc.status === 'trash' && (!isForGood || doc.withdrawnAt)) return
  await req.payload.update({
    collection,
    id: doc.id,
    data: { status: 'trash', ...(isForGood && { withdrawnAt: doc.withdrawnAt ?? at }) },
    context: { actsAs: 'writer', why: 'erased' },
    req,
    ...system,
  })
}

/** What moderators wrote of a comment may name its writer. */
const withoutWhy = (moves: Comment['moves']) => (moves ?? []).map((move) => ({ ...move, why: null }))

async function unname({ doc, body, at, req }: Inside & { doc: Comment; body?: string; at: string }) {
  const before = await findState({ id: doc.id, req })
  const kept = await req.payload.findByID({ collection, id: doc.id, req, ...system })
  // Past the hooks and checks of the collection: none of them lets a text be emptied.
  await req.payload.db.updateOne({
    collection,
    id: doc.id,
    data: {
      name: '',
      url: null,
      // The embedded database asks for it in every change of a row with a history.
      body: body ?? kept.body,
      moves: withoutWhy(kept.moves),
      // What checks found are words of the text, or the name.
      findings: null,
      reasons: null,
      // A text that stays is still to be decided on.
      ...(body !== undefined && { openReports: 0, reportedAt: null }),
      erasedAt: at,
      revision: (kept.revision ?? 0) + 1,
    },
    req,
  })
  const after = await findState({ id: doc.id, req })
  await announceDrop({ req, tags: tagsOfComment({ before, after }) })
}

const forgetRows = (req: PayloadRequest, from: CollectionSlug, where: Where) =>
  req.payload.db.deleteMany({ collection: from, where, req })

/** What is kept beside a comment and says who wrote it, or what it said. Reports of a text that stays go on without their words. */
async function forgetBeside({ id, keepsText = false, req }: Inside & { id: string; keepsText?: boolean }) {
  const { payload } = req
  await takeBackComments({ ids: [id], req })
  await forgetRows(req, 'comment-private', { comment: { equals: id } })
  // Notes of reports say what it said, and who wrote it.
  if (keepsText)
    await changeRows({
      ...{ req, collection: 'reports', data: { note: null } },
      where: { field: 'comment', values: [id] },
    })
  else await forgetRows(req, 'reports', { comment: { equals: id } })
  // The claim by which the same comment sent twice is known.
  await forgetRows(req, 'ledger', {
    and: [{ key: { like: 'submit:' } }, { value: { like: id } }],
  })
  const { docs } = await payload.find({
    collection: 'audit',
    where: { and: [{ comment: { equals: id } }, { why: { exists: true } }] },
    req,
    ...all,
  })
  for (const { id: entry } of docs)
    await payload.db.updateOne({ collection: 'audit', id: entry, data: { why: null }, req })
}

/** Forgets the writer of a comment, in the transaction of the request. */
export async function eraseComment({ id, erasure, req }: Inside & { id: string; erasure: Erasure }) {
  const { payload } = req
  const doc = await payload.findByID({ collection, id, disableErrors: true, req, ...system })
  if (!doc) return forgetBeside({ id, req })
  const { totalDocs } = await payload.count({
    collection,
    where: { parent: { equals: id } },
    overrideAccess: true,
    req,
  })
  const { at } = erasure
  const sealed = await findSealed({ payload, ids: [id], req })
  const fate = decideFate({ comment: doc, isSealed: sealed.has(id), erasure, hasAnswers: totalDocs > 0 })
  if (fate === 'nothing') return
  if (fate === 'hide') return hide({ doc, isForGood: false, at, req })
  // While the text is there that was learned from.
  await unlearn({ comment: { ...doc, name: doc.name ?? '', url: doc.url ?? null }, req })
  if (fate === 'unname') await unname({ doc, at, req })
  if (fate === 'empty') {
    await hide({ doc, isForGood: true, at, req })
    await unname({ doc, body: '', at, req })
  }
  if (fate === 'delete') {
    await payload.delete({ collection, id, req, ...system })
    await forgetRows(req, 'awaiting', { comment: { equals: id } })
  }
  await forgetBeside({ id, keepsText: fate === 'unname', req })
}

/** What else is kept about the owner of an address and is not younger than the erasure. */
export async function eraseRest({ erasure: { writer, at }, req }: Inside & { erasure: Erasure }) {
  const own = ofWriter(writer)
  const until = (field: string): Where => ({
    or: [{ [field]: { exists: false } }, { [field]: { less_than_equal: at } }],
  })
  const linkMadeUntil = (allows: 'confirm' | 'stop', lasts: number): Where => ({
    and: [
      { allows: { equals: allows } },
      { expiresAt: { less_than_equal: new Date(Date.parse(at) + lasts).toISOString() } },
    ],
  })
  await forgetRows(req, 'consents', {
    and: [own, until('askedAt'), until('confirmedAt'), until('stoppedAt')],
  })
  await forgetRows(req, 'notices', { and: [own, { createdAt: { less_than_equal: at } }] })
  await forgetRows(req, 'reader-links', {
    and: [own, { or: [linkMadeUntil('stop', STOP_WITHIN), linkMadeUntil('confirm', CONFIRM_WITHIN)] }],
  })
  await forgetMails({ where: { and: [mailsAbout(writer), { createdAt: { less_than_equal: at } }] }, req })
  await forgetRows(req, 'ledger', { key: { like: writer } })
}

/** What was asked for in the name of an address goes with all else. */
export const forgetRequests = ({ writer, req }: Inside & { writer: string }) =>
  forgetRows(req, 'privacy-requests', ofWriter(writer))

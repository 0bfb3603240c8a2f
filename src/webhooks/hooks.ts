import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'

import { visibilityOf } from '../comments/moderation.ts'
import { publicFrom } from '../content/policy.ts'
import type { Listener } from '../content/watch.ts'
import type { CommentState } from '../contract/index.ts'
import { decideCommentChange, type Released } from './decision.ts'
import { settleChange, settleMove } from './service.ts'
import type * as store from './store.ts'

type Row = Parameters<typeof publicFrom>[1]

const toReleased = (kind: store.Kind, row: Row | null): Released => {
  const at = row && publicFrom(kind, row)
  return row && at !== null ? { at, row: row as Record<string, unknown> } : null
}

/** Tells webhooks what the public sees now. A draft beside a published document leaves that as it was. */
export const tellWebhooks: Listener = async ({ kind, id, rows }, req) => {
  if (kind !== 'posts' && kind !== 'events' && kind !== 'quotes') return
  const [before, after] = [rows.before, rows.after].map((row) => toReleased(kind, row as Row | null))
  await settleChange({ kind, id, before: before ?? null, after: after ?? null, now: new Date(), req })
}

const isShown = (comment: { status?: CommentState } | undefined) =>
  comment?.status !== undefined && visibilityOf({ status: comment.status, wasShown: false }) === 'shown'

export const announceMove: CollectionAfterChangeHook = async ({ doc, operation, previousDoc, req }) => {
  const wasShown = operation === 'update' && isShown(previousDoc)
  const type = decideCommentChange({ wasShown, isShown: isShown(doc) })
  if (type) await settleMove({ type, comment: doc, now: new Date(), req })
  return doc
}

export const announceRemoval: CollectionAfterDeleteHook = async ({ doc, req }) => {
  if (isShown(doc)) await settleMove({ type: 'comment.removed', comment: doc, now: new Date(), req })
}

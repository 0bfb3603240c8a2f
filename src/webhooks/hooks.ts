import type { CollectionAfterDeleteHook } from 'payload'

import { visibilityOf } from '../comments/moderation.ts'
import { publicFrom } from '../content/policy.ts'
import type { Listener } from '../content/watch.ts'
import type { CommentState } from '../contract/index.ts'
import type { Comment as Kept } from '../payload-types.ts'
import { alsoForMany } from '../platform/many.ts'
import { decideCommentChange, type Released } from './decision.ts'
import { settleChange, settleMove, settleMoves } from './service.ts'
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

const turnOf = (previousDoc: Kept | undefined, doc: Kept) =>
  decideCommentChange({ wasShown: isShown(previousDoc), isShown: isShown(doc) })

export const announceMove = alsoForMany<Kept>(
  async ({ doc, operation, previousDoc, req }) => {
    const type = turnOf(operation === 'update' ? previousDoc : undefined, doc)
    if (type) await settleMove({ type, comment: doc, now: new Date(), req })
    return doc
  },
  async (pairs, req) => {
    const moves = pairs.flatMap(({ previousDoc, doc }) => {
      const type = turnOf(previousDoc, doc)
      return type ? [{ type, comment: doc }] : []
    })
    await settleMoves({ moves, now: new Date(), req })
  },
)

export const announceRemoval: CollectionAfterDeleteHook = async ({ doc, req }) => {
  if (isShown(doc)) await settleMove({ type: 'comment.removed', comment: doc, now: new Date(), req })
}

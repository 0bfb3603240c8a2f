import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'

import { visibilityOf } from '../comments/moderation.ts'
import type { CommentState } from '../contract/index.ts'
import { decideCommentChange, type Released } from './decision.ts'
import { settleChange, settleMove } from './service.ts'
import * as store from './store.ts'

declare module 'payload' {
  interface RequestContext {
    /** What was out of each document before this request changed it, by `kind/id`. */
    releasedBefore?: Map<string, Released>
  }
}

async function remember({ kind, id, req }: { kind: store.Kind; id: string; req: PayloadRequest }) {
  const before = await store.findReleased({ kind, id, req })
  req.context.releasedBefore ??= new Map()
  req.context.releasedBefore.set(`${kind}/${id}`, before)
}

/** Looks at what the public sees before it changes: the document itself, which is not what Payload calls the previous one. */
export const rememberReleased: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update')
    await remember({ kind: collection.slug as store.Kind, id: String(originalDoc.id), req })
  return data
}

export const rememberDeleted: CollectionBeforeDeleteHook = ({ collection, id, req }) =>
  remember({ kind: collection.slug as store.Kind, id: String(id), req })

async function settle({ kind, id, req }: { kind: store.Kind; id: string; req: PayloadRequest }) {
  await settleChange({
    kind,
    id,
    before: req.context.releasedBefore?.get(`${kind}/${id}`) ?? null,
    after: await store.findReleased({ kind, id, req }),
    now: new Date(),
    req,
  })
  req.context.releasedBefore?.delete(`${kind}/${id}`)
}

/** Tells webhooks what the public sees now. A draft beside a published document leaves that as it was. */
export const announceChange: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  await settle({ kind: collection.slug as store.Kind, id: String(doc.id), req })
  return doc
}

export const announceDeletion: CollectionAfterDeleteHook = ({ collection, id, req }) =>
  settle({ kind: collection.slug as store.Kind, id: String(id), req })

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

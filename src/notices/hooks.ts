import type { CollectionAfterDeleteHook } from 'payload'

import { idOf } from '../content/body.ts'
import type { CommentState } from '../contract/index.ts'
import type { Comment } from '../payload-types.ts'
import { alsoForMany } from '../platform/many.ts'
import { type Moved, settleMoves } from './service.ts'
import { forgetNotices } from './store.ts'

const movedOf = (
  doc: Comment,
  { from, isWriters }: { from: CommentState | null; isWriters: boolean },
): Moved => ({ id: doc.id, parent: idOf(doc.parent), from, to: doc.status, isWriters })

/** Writes down whom moves of comments give something to hear of, in their own transaction. */
export const tellWriters = alsoForMany<Comment>(
  async ({ context, doc, operation, previousDoc, req }) => {
    const from = operation === 'create' ? null : previousDoc.status
    const moves = [movedOf(doc, { from, isWriters: context.actsAs === 'writer' })]
    await settleMoves({ moves, now: new Date(), req })
    return doc
  },
  (pairs, req) => {
    const moves = pairs.map(({ doc, previousDoc }) =>
      movedOf(doc, { from: previousDoc.status, isWriters: false }),
    )
    return settleMoves({ moves, now: new Date(), req })
  },
)

/** Of a comment that is gone for good nobody hears. */
export const forgetTelling: CollectionAfterDeleteHook = ({ id, req }) =>
  forgetNotices({ where: { or: [{ comment: { equals: id } }, { answer: { equals: id } }] }, req })

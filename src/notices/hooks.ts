import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'

import { idOf } from '../content/body.ts'
import type { CommentState } from '../contract/index.ts'
import type { Comment } from '../payload-types.ts'
import { type Moved, settleMoves } from './service.ts'
import { forgetNotices } from './store.ts'

const movedOf = (
  doc: Comment,
  { from, isWriters }: { from: CommentState | null; isWriters: boolean },
): Moved => ({ id: doc.id, parent: idOf(doc.parent), from, to: doc.status, isWriters })

/** Writes down whom a move of a comment gives something to hear of, in its own transaction. */
export const tellWriters: CollectionAfterChangeHook<Comment> = async ({
  context,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const from = operation === 'create' ? null : previousDoc.status
  const moves = [movedOf(doc, { from, isWriters: context.actsAs === 'writer' })]
  await settleMoves({ moves, now: new Date(), req })
  return doc
}

/** The same for many moves by staff, in one transaction. */
export const tellWritersOfMany = (
  pairs: { previousDoc: Comment; doc: Comment }[],
  req: PayloadRequest,
): Promise<void> => {
  const moves = pairs.map(({ doc, previousDoc }) =>
    movedOf(doc, { from: previousDoc.status, isWriters: false }),
  )
  return settleMoves({ moves, now: new Date(), req })
}

/** Of a comment that is gone for good nobody hears. */
export const forgetTelling: CollectionAfterDeleteHook = ({ id, req }) =>
  forgetNotices({ where: { or: [{ comment: { equals: id } }, { answer: { equals: id } }] }, req })

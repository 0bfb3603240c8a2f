import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'

import type { CommentState } from '../contract/index.ts'
import type { Comment } from '../payload-types.ts'
import { settleMoves } from './service.ts'
import { forgetNotices } from './store.ts'

/** Writes down whom a move of a comment gives something to hear of, in its own transaction. */
export const tellWriters: CollectionAfterChangeHook<Comment> = async ({
  context,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const from = operation === 'create' ? null : (previousDoc.status as CommentState)
  const moves = from === doc.status ? [] : [{ id: doc.id, from, isWriters: context.actsAs === 'writer' }]
  if (moves.length) await settleMoves({ moves, now: new Date(), req })
  return doc
}

/** The same for many moves by staff, in one transaction. */
export const tellWritersOfMany = (pairs: { previousDoc: Comment; doc: Comment }[], req: PayloadRequest) => {
  const moves = pairs
    .filter(({ doc, previousDoc }) => doc.status !== previousDoc.status)
    .map(({ doc, previousDoc }) => ({
      id: doc.id,
      from: previousDoc.status as CommentState,
      isWriters: false,
    }))
  return settleMoves({ moves, now: new Date(), req })
}

/** Of a comment that is gone for good nobody hears. */
export const forgetTelling: CollectionAfterDeleteHook = ({ id, req }) =>
  forgetNotices({ where: { or: [{ comment: { equals: id } }, { answer: { equals: id } }] }, req })

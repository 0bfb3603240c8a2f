import type { CollectionAfterChangeHook } from 'payload'

import { keepAwaiting } from './store.ts'

/**
 * Notes that a comment has begun to wait: a new one, or one that its writer changed. What a moderator puts back is known
 * to them. New ones that come by the public door pass no hook; src/comments/store.ts notes them.
 */
export const awaitModerators: CollectionAfterChangeHook = async ({
  context,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const isNew = operation === 'create' || (context.actsAs === 'writer' && previousDoc?.body !== doc.body)
  if (isNew && doc.status === 'pending')
    await keepAwaiting({ comment: String(doc.id), at: new Date().toISOString(), req })
  return doc
}

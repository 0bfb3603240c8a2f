import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook } from 'payload'

import type { Comment as Kept } from '../payload-types.ts'
import { announceDrop } from '../platform/drops.ts'
import { tag } from '../platform/tags.ts'
import { findState, PUBLIC } from './store.ts'

type State = Partial<Kept> | null

const isSeen = (state: State) => state !== null && state.visibility !== 'hidden'
const isCounted = (state: State) => state?.status === 'approved'

/** The answers that a change of a comment touches: none while it is hidden from the public before and after. */
export function tagsOfComment({ before, after }: { before: State; after: State }): string[] {
  const thread = String((after ?? before)?.thread)
  const tags: string[] = []
  const isChanged = Object.keys(PUBLIC).some(
    (name) =>
      JSON.stringify(before?.[name as 'body'] ?? null) !== JSON.stringify(after?.[name as 'body'] ?? null),
  )
  if (isChanged && (isSeen(before) || isSeen(after))) tags.push(tag.thread(thread), tag.list('comments'))
  if (isCounted(before) !== isCounted(after)) tags.push(tag.count(thread))
  return tags
}

/** What the operation hands over has lost what the one who asks may not read, so the row is read as the system. */
export const dropThread: CollectionAfterChangeHook<Kept> = async ({ doc, operation, previousDoc, req }) => {
  const before = operation === 'create' ? null : previousDoc
  await announceDrop({ req, tags: tagsOfComment({ before, after: await findState({ id: doc.id, req }) }) })
  return doc
}

/** Before, because afterwards nobody knows where it stood; it is dropped once the transaction stands. */
export const dropThreadOfDeleted: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const before = await findState({ id: String(id), req })
  if (before) await announceDrop({ req, tags: tagsOfComment({ before, after: null }) })
}

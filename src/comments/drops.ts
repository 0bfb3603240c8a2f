import type { CollectionBeforeDeleteHook } from 'payload'

import type { Comment as Kept } from '../payload-types.ts'
import { announceDrop } from '../platform/drops.ts'
import { alsoForMany } from '../platform/many.ts'
import { tag } from '../platform/tags.ts'
import { findState } from './store.ts'

type State = Partial<Kept> | null

/** What the public sees of a comment: of a removed one, that it stood there. */
function seenOf(state: State): unknown {
  if (!state || state.visibility === 'hidden') return null
  const { visibility, parent = null, locale = null, createdAt } = state
  const place = { visibility, parent, locale, createdAt }
  if (visibility !== 'shown') return place
  const { name = null, url = null, body, isStaff = null, editedAt = null } = state
  return { ...place, name, url, body, isStaff, editedAt }
}
const isCounted = (state: State) => state?.status === 'approved'

/** The answers that a change of a comment touches: none while it is hidden from the public before and after. */
export function tagsOfComment({ before, after }: { before: State; after: State }): string[] {
  const thread = String((after ?? before)?.thread)
  const tags: string[] = []
  const isChanged = JSON.stringify(seenOf(before)) !== JSON.stringify(seenOf(after))
  if (isChanged) tags.push(tag.thread(thread), tag.list('comments'))
  if (isCounted(before) !== isCounted(after)) tags.push(tag.count(thread))
  return tags
}

/** What the operation hands over has lost what the one who asks may not read, so the row is read as the system. */
export const dropThread = alsoForMany<Kept>(
  async ({ doc, operation, previousDoc, req }) => {
    const before = operation === 'create' ? null : previousDoc
    await announceDrop({ req, tags: tagsOfComment({ before, after: await findState({ id: doc.id, req }) }) })
    return doc
  },
  async (pairs, req) => {
    const tags = pairs.flatMap(({ previousDoc, doc }) => tagsOfComment({ before: previousDoc, after: doc }))
    await announceDrop({ req, tags })
  },
)

/** Before, because afterwards nobody knows where it stood; it is dropped once the transaction stands. */
export const dropThreadOfDeleted: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const before = await findState({ id: String(id), req })
  if (before) await announceDrop({ req, tags: tagsOfComment({ before, after: null }) })
}

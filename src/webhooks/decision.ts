import type { WebhookEvent } from '../contract/index.ts'

/** A document as it is out, or will be once its time `at` (ISO 8601) has come; null where it is a draft or gone. */
export type Released = { at: string; row: Record<string, unknown> } | null

export type Change = 'published' | 'updated' | 'unpublished'

const CHANGES_NOTHING = new Set(['updatedAt', 'createdAt'])

/** The same for rows that say the same: whatever the order of their columns, and whether what is empty is there. */
function fingerprint(value: unknown): unknown {
  if (Array.isArray(value)) return value.length ? value.map(fingerprint) : undefined
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'object' || value === null) return value ?? undefined
  const entries = Object.entries(value)
    .map(([name, part]) => [name, fingerprint(part)] as const)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.length ? Object.fromEntries(entries) : undefined
}

const contentOf = (row: Record<string, unknown>) =>
  JSON.stringify(
    fingerprint(Object.fromEntries(Object.entries(row).filter(([name]) => !CHANGES_NOTHING.has(name)))),
  )

/**
 * What a change means to the public, which saw `before` and sees `after`.
 * @param isAwaited whether the document waited for its time, so that nobody has been told of it yet
 * @returns `change`, null where the public sees what it saw; `awaits`, the time from when it will see something
 */
export function decideChange({
  before,
  after,
  isAwaited,
  now,
}: {
  before: Released
  after: Released
  isAwaited: boolean
  now: Date
}): { change: Change | null; awaits: string | null } {
  const isOut = (state: Released) => state !== null && new Date(state.at) <= now
  const wasSeen = isOut(before) && !isAwaited
  const awaits = after && !isOut(after) ? after.at : null
  if (!isOut(after)) return { change: wasSeen ? 'unpublished' : null, awaits }
  if (!wasSeen) return { change: 'published', awaits }
  return { change: contentOf(before!.row) === contentOf(after!.row) ? null : 'updated', awaits }
}

/** What a move of a comment means to the public. */
export function decideCommentChange({
  wasShown,
  isShown,
}: {
  wasShown: boolean
  isShown: boolean
}): Extract<WebhookEvent, `comment.${string}`> | null {
  if (wasShown === isShown) return null
  return isShown ? 'comment.approved' : 'comment.removed'
}

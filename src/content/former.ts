import type { PayloadRequest } from 'payload'

import { forgetDocument, forgetSlug, rememberGone, rememberSlug } from '../platform/former.ts'
import type { Change } from './changes.ts'
import { publicFrom } from './policy.ts'

type Row = { slug?: string | null; publishedAt?: string | null }

/** What has no slug is found by its id, which stays the same. */
const hasSlug = (kind: Change['kind']) => kind !== 'quotes' && kind !== 'media'

/**
 * Under which slug the public finds a document, whether it does, and whether it ever did. Of a quote whose consent was
 * taken back nobody is to learn that it was there: it counts as one that never was public.
 */
function standingOf({ kind, id, row }: { kind: Change['kind']; id: string; row: Row }) {
  const now = new Date().toISOString()
  const from = publicFrom(kind, row)
  const isPublic = from !== null && from <= now
  // Taken down for a while, a document keeps the time of its publication, and readers their links.
  const wasPublic = isPublic || Boolean(row.publishedAt && row.publishedAt <= now)
  return { slug: (hasSlug(kind) ? row.slug : id) ?? '', wasPublic, isPublic }
}

/**
 * Keeps the slug a public document had, so that it is still found there, or known to be gone; of what has none, its id
 * once it is gone. A draft beside it changes nothing.
 */
export async function keepFormerSlug({ kind, id, rows }: Change, req: PayloadRequest) {
  const before = rows.before && standingOf({ kind, id, row: rows.before as Row })
  if (!rows.after) {
    if (before?.wasPublic) return rememberGone({ kind, slug: before.slug, id, req })
    return forgetDocument({ kind, id, req })
  }
  if (!hasSlug(kind)) return
  const after = standingOf({ kind, id, row: rows.after as Row })
  const isMoved = before?.slug !== after.slug
  if (after.slug && after.isPublic && (isMoved || !before.isPublic))
    await forgetSlug({ kind, slug: after.slug, req })
  if (before?.slug && before.wasPublic && isMoved) await rememberSlug({ kind, slug: before.slug, id, req })
}

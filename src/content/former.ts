import type { PayloadRequest } from 'payload'

import { forgetDocument, forgetSlug, rememberGone, rememberSlug } from '../platform/former.ts'
import type { Change } from './changes.ts'
import { publicFrom } from './policy.ts'

type Row = { slug?: string | null; publishedAt?: string | null }

/** Under which slug the public finds a document, whether it does, and whether it ever did. */
function standingOf({ kind, row }: { kind: Change['kind']; row: Row }) {
  const now = new Date().toISOString()
  const from = publicFrom(kind, row)
  // Taken down for a while, a document keeps the time of its publication, and readers their links.
  const wasPublic = from === '' || Boolean(row.publishedAt && row.publishedAt <= now)
  return { slug: row.slug ?? '', wasPublic, isPublic: from !== null && from <= now }
}

/**
 * Keeps the slug a public document had, so that it is still found there, or known to be gone. A draft beside it changes
 * nothing.
 */
export async function keepFormerSlug({ kind, id, rows }: Change, req: PayloadRequest) {
  if (kind === 'quotes' || kind === 'media') return
  const before = rows.before && standingOf({ kind, row: rows.before as Row })
  if (!rows.after) {
    if (before?.wasPublic) return rememberGone({ kind, slug: before.slug, id, req })
    return forgetDocument({ kind, id, req })
  }
  const after = standingOf({ kind, row: rows.after as Row })
  const isMoved = before?.slug !== after.slug
  if (after.slug && after.isPublic && (isMoved || !before.isPublic))
    await forgetSlug({ kind, slug: after.slug, req })
  if (before?.slug && before.wasPublic && isMoved) await rememberSlug({ kind, slug: before.slug, id, req })
}

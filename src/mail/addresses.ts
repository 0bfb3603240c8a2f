import type { CollectionAfterOperationHook } from 'payload'

import { hasRole } from '../platform/access.ts'
import { maskEmail } from '../platform/email.ts'
import { openContents } from './seal.ts'
import { findSealed } from './store.ts'

type Doc = { id: string; to?: string | null }

/**
 * Adds to whom a mail goes to what administrators ask for by the panel or REST, masked, as long as it is kept. It is
 * put in after all queries are done, so none can sort or filter by it.
 */
export const maskAddresses: CollectionAfterOperationHook<'mails'> = async ({
  overrideAccess,
  req,
  result,
}) => {
  if (overrideAccess || !hasRole(req, 'admin') || typeof result !== 'object' || result === null) return result
  const docs = ('docs' in result ? result.docs : [result]) as unknown as Doc[]
  const ids = docs.map(({ id }) => id).filter(Boolean)
  if (!ids.length) return result
  const kept = await findSealed({ payload: req.payload, ids, req })
  const masked = new Map(
    kept.flatMap(({ id, once, sealed }) => (sealed ? [[id, maskedIn({ once, sealed })] as const] : [])),
  )
  for (const doc of docs) if (masked.has(doc.id)) doc.to = masked.get(doc.id)!
  return result
}

function maskedIn({ once, sealed }: { once: string; sealed: string }): string {
  try {
    return maskEmail(openContents({ sealed, mark: once }).to)
  } catch {
    // Sealed with a key that is not here any more: the list is shown all the same.
    return '•••'
  }
}

import type { CollectionAfterOperationHook } from 'payload'

import { hasRole } from '../platform/access.ts'
import { maskEmail } from '../platform/email.ts'
import { readAddresses } from './store.ts'

export { maskEmail }

type Doc = { id: string; email?: string | null }

/**
 * Adds the writer's address to what staff ask for by the panel or REST: masked for moderators and editors, whole
 * for administrators, for nobody else. It is put in after all queries are done, so none can sort or filter by it.
 */
export const revealAddresses: CollectionAfterOperationHook<'comments'> = async ({
  args,
  overrideAccess,
  req,
  result,
}) => {
  const isOurs: unknown = overrideAccess ?? ('overrideAccess' in args && args.overrideAccess)
  if (
    isOurs ||
    !hasRole(req, 'admin', 'editor', 'moderator') ||
    typeof result !== 'object' ||
    result === null
  )
    return result
  const docs = ('docs' in result
    ? result.docs
    : 'doc' in result
      ? [result.doc]
      : [result]) as unknown as Doc[]
  const addresses = await readAddresses({
    payload: req.payload,
    ids: docs.map(({ id }) => id).filter(Boolean),
    req,
  })
  for (const doc of docs) {
    const email = addresses.get(doc.id)
    if (email !== undefined) doc.email = hasRole(req, 'admin') ? email : maskEmail(email)
  }
  return result
}

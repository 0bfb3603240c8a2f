import type { Payload } from 'payload'

import { vault } from '../platform/crypto.ts'

const system = { depth: 0, overrideAccess: true } as const
/** The most comments of one writer that are looked at. */
const MOST = 500

/** The scope of what the owner of an address wants of everything; of one conversation it is `posts/<id>`. */
export const EVERYTHING = 'all'

/** Under which it is kept in the collection `consents`. */
export const consentKey = ({ writer, scope }: { writer: string; scope: string }) => `${writer} ${scope}`

/** The mark by which the comments of one address are found again. */
export const writerOf = (email: string) => vault.index('writer', email.toLowerCase())

/** How many approved comments an address has; null where nobody has confirmed that it is theirs. */
export async function countTrusted({
  payload,
  email,
}: {
  payload: Payload
  email: string
}): Promise<number | null> {
  const writer = writerOf(email)
  const { totalDocs } = await payload.count({
    collection: 'consents',
    where: {
      and: [
        { key: { equals: consentKey({ writer, scope: EVERYTHING }) } },
        { confirmedAt: { exists: true } },
      ],
    },
    overrideAccess: true,
  })
  if (!totalDocs) return null
  const { docs } = await payload.find({
    collection: 'comment-private',
    where: { writer: { equals: writer } },
    select: { comment: true },
    limit: MOST,
    pagination: false,
    ...system,
  })
  const ids = docs.map(({ comment }) => comment)
  if (!ids.length) return 0
  const approved = await payload.count({
    collection: 'comments',
    where: { and: [{ id: { in: ids } }, { status: { equals: 'approved' } }] },
    overrideAccess: true,
  })
  return approved.totalDocs
}

import type { Payload, Where } from 'payload'

import type { Doc } from '../content/kinds.ts'
import type { SubjectType } from '../contract/index.ts'

/** All languages at once, as the views ask for it. */
const system = { depth: 0, overrideAccess: true, locale: 'all' } as const

/** The newest version of a document, published or not; null where there is no such document. */
export const findDraft = async <K extends SubjectType>({
  payload,
  type,
  id,
}: {
  payload: Payload
  type: K
  id: string
}) =>
  (await payload.findByID({
    collection: type as SubjectType,
    id,
    draft: true,
    disableErrors: true,
    ...system,
  })) as unknown as Doc<K> | null

/** The quotes with consent that wait for this document, and go out with it. */
export async function findOwnQuotes({
  payload,
  type,
  id,
}: {
  payload: Payload
  type: SubjectType
  id: string
}) {
  const where: Where = {
    and: [
      { 'source.value': { equals: id } },
      { 'source.relationTo': { equals: type } },
      { consent: { equals: 'given' } },
    ],
  }
  const { docs } = await payload.find({ collection: 'quotes', where, limit: 0, pagination: false, ...system })
  return docs as unknown as Doc<'quotes'>[]
}

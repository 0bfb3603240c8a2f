import type { Payload, PayloadRequest } from 'payload'

/**
 * The slugs that public documents had before. One belongs to one document: the last that had it. What is a present
 * slug of a public document goes before all that is kept here.
 */
const collection = 'former-slugs'
const system = { depth: 0, overrideAccess: true } as const

type Named = { kind: string; slug: string }
/** What stands in the place of the id where the document was deleted for good. */
const GONE = ''
const keyOf = ({ kind, slug }: Named) => `${kind}/${slug}`

type Writing = { req: PayloadRequest }

export async function forgetSlug({ req, ...named }: Named & Writing) {
  await req.payload.delete({ collection, where: { key: { equals: keyOf(named) } }, req, ...system })
}

export async function rememberSlug({ req, id, ...named }: Named & Writing & { id: string }) {
  await forgetSlug({ req, ...named })
  const data = { key: keyOf(named), document: `${named.kind}/${id}` }
  await req.payload.create({ collection, data, req, ...system })
}

export async function forgetDocument({ req, kind, id }: Writing & { kind: string; id: string }) {
  await req.payload.delete({ collection, where: { document: { equals: `${kind}/${id}` } }, req, ...system })
}

/** A document that the public knew is deleted: whoever comes by one of its slugs is told that it was there. */
export async function rememberGone({ req, kind, id, slug }: Named & Writing & { id: string }) {
  await req.payload.update({
    collection,
    where: { document: { equals: `${kind}/${id}` } },
    data: { document: `${kind}/${GONE}` },
    req,
    ...system,
  })
  if (slug) await rememberSlug({ kind, slug, id: GONE, req })
}

/** The id of the document that had this slug last, or that it is gone; null where none did. */
export async function findFormer({
  payload,
  ...named
}: Named & { payload: Payload }): Promise<{ id: string } | 'gone' | null> {
  const { docs } = await payload.find({
    collection,
    where: { key: { equals: keyOf(named) } },
    limit: 1,
    pagination: false,
    ...system,
  })
  if (!docs[0]) return null
  const id = docs[0].document.slice(named.kind.length + 1)
  return id === GONE ? 'gone' : { id }
}

/** Which of some slugs were those of other documents than the given one. */
export async function findOthersFormer({
  kind,
  slugs,
  id,
  req,
}: Writing & { kind: string; slugs: string[]; id: string }): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection,
    where: {
      and: [
        { key: { in: slugs.map((slug) => keyOf({ kind, slug })) } },
        { document: { not_in: [`${kind}/${id}`, `${kind}/${GONE}`] } },
      ],
    },
    limit: 0,
    pagination: false,
    req,
    ...system,
  })
  return docs.map(({ key }) => key.slice(kind.length + 1))
}

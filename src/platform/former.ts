import type { Payload, PayloadRequest } from 'payload'

/**
 * The slugs that public documents had before. One belongs to one document: the last that had it. What is a present
 * slug of a public document goes before all that is kept here.
 */
const collection = 'former-slugs'
const system = { depth: 0, overrideAccess: true } as const

type Named = { kind: string; slug: string }
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

/** The id of the document that had this slug last; null where none did. */
export async function findFormer({ payload, ...named }: Named & { payload: Payload }) {
  const { docs } = await payload.find({
    collection,
    where: { key: { equals: keyOf(named) } },
    limit: 1,
    pagination: false,
    ...system,
  })
  return docs[0] ? docs[0].document.slice(named.kind.length + 1) : null
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
        { document: { not_equals: `${kind}/${id}` } },
      ],
    },
    limit: 0,
    pagination: false,
    req,
    ...system,
  })
  return docs.map(({ key }) => key.slice(kind.length + 1))
}

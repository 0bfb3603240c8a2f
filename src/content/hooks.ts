import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
  Where,
} from 'payload'

import { LOCALES } from '../contract/index.ts'
import { hasRole } from '../platform/access.ts'
import { refusalTo } from '../platform/staff-words.ts'
import { toSlug } from '../platform/text.ts'
import { idOf, isBody, takeHashtags } from './body.ts'

/** Whether a request carries a switch; REST hands it over as text or, once read, as a boolean. */
const asks = (req: PayloadRequest, name: string) => String(req.query?.[name]) === 'true'

/** Translators write; that it goes out is said by those who answer for it. */
export const refusePublishingByTranslators: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  if (!hasRole(req, 'translator')) return data
  // Saved beside what is published, a draft changes nothing for readers; saved in its place, it takes it down.
  const isBeside = asks(req, 'draft')
  const publicFrom = await publicFromOf({
    relationTo: collection.slug as 'posts',
    id: String(originalDoc?.id),
    req,
  })
  if (data._status !== 'draft' || (publicFrom !== null && !isBeside)) {
    throw refusalTo(req, 403, 'translators-draft')
  }
  return data
}

/** The panel takes back a publication that was scheduled, or puts it off, past the access of the jobs. */
export const refuseUnscheduling: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'delete' && req.user && !hasRole(req, 'admin', 'editor', 'author'))
    throw refusalTo(req, 403, 'translators-draft')
  return args
}

/** The first publication has a time, also where nobody wrote one. */
export const stampPublication: CollectionBeforeChangeHook = ({ data, originalDoc }) =>
  data._status === 'published' && !data.publishedAt
    ? { ...data, publishedAt: originalDoc?.publishedAt ?? new Date().toISOString() }
    : data

/** Hashtags that end an article become its tags, once it is saved by hand; while somebody types they are left alone. */
export const turnHashtagsIntoTags: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  if (asks(req, 'autosave') || !isBody(data.body)) return data
  const { body, hashtags } = takeHashtags(data.body)
  if (!hashtags.length) return data
  const present = ((data.tags ?? originalDoc?.tags ?? []) as unknown[]).map(idOf)
  const found = []
  for (const name of hashtags) found.push(await findOrMakeTag({ name, req }))
  return { ...data, body, tags: [...new Set([...present, ...found])] }
}

async function findOrMakeTag({ name, req }: { name: string; req: PayloadRequest }) {
  const slug = toSlug(name)
  const { docs } = await req.payload.find({
    collection: 'tags',
    // By address, or by its name in any language: `#Равноправие` is the tag that is “Equality” in English.
    where: {
      or: [
        { slug: { equals: slug } },
        ...LOCALES.map((locale) => ({ [`name.${locale}`]: { equals: name } })),
      ],
    },
    limit: 1,
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  if (docs[0]) return docs[0].id
  const made = await req.payload.create({
    collection: 'tags',
    data: { name },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return made.id
}

/** Quotes are public from when their source is: what an article holds back, its quotes hold back too. */
export const releaseQuotes: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  // A draft beside a published document changes nothing for the public, so the document itself is asked.
  const publicFrom = await publicFromOf({ relationTo: collection.slug as 'posts', id: String(doc.id), req })
  await setPublicFrom({ collection: collection.slug, id: String(doc.id), publicFrom, req })
  return doc
}

export const withholdQuotes: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  await setPublicFrom({ collection: collection.slug, id: String(id), publicFrom: null, req })
}

async function publicFromOf({
  relationTo,
  id,
  req,
}: {
  relationTo: 'posts' | 'events'
  id: string
  req: PayloadRequest
}) {
  const source = await req.payload.findByID({
    collection: relationTo,
    id,
    select: { _status: true, publishedAt: true },
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  return source?._status === 'published' ? (source.publishedAt ?? null) : null
}

async function setPublicFrom({
  collection,
  id,
  publicFrom,
  req,
}: {
  collection: string
  id: string
  publicFrom: string | null
  req: PayloadRequest
}) {
  // Only those for which it changes: quotes that are written anew for nothing would look changed to readers.
  const differs: Where =
    publicFrom === null
      ? { publicFrom: { exists: true } }
      : { or: [{ publicFrom: { exists: false } }, { publicFrom: { not_equals: publicFrom } }] }
  await req.payload.update({
    collection: 'quotes',
    where: {
      and: [{ 'source.value': { equals: id } }, { 'source.relationTo': { equals: collection } }, differs],
    },
    data: { publicFrom },
    context: { keepsPublicFrom: true },
    depth: 0,
    overrideAccess: true,
    req,
  })
}

/** From when a quote is public: with its source, or at once where it has none. */
export const settlePublicFrom: CollectionBeforeChangeHook = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (context.keepsPublicFrom) return data
  const source = (data.source === undefined ? originalDoc?.source : data.source) as
    { relationTo: 'posts' | 'events'; value: unknown } | null | undefined
  if (!source) {
    const hadNone = operation === 'update' && !originalDoc?.source
    return { ...data, publicFrom: (hadNone && originalDoc?.publicFrom) || new Date().toISOString() }
  }
  const publicFrom = await publicFromOf({ relationTo: source.relationTo, id: idOf(source.value)!, req })
  return { ...data, publicFrom }
}

/** A quote keeps role and organization as they were: where nobody wrote them, as they are when it is first saved. */
export const rememberSpeaker: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || !data.speaker || (data.role !== undefined && data.organization !== undefined))
    return data
  const speaker = await req.payload.findByID({
    collection: 'people',
    id: idOf(data.speaker)!,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  return {
    ...data,
    role: data.role === undefined ? speaker?.role : data.role,
    organization: data.organization === undefined ? idOf(speaker?.organization) : data.organization,
  }
}

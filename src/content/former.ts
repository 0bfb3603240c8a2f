import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionConfig,
  CollectionSlug,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'

import type { Post } from '../payload-types.ts'
import { forgetDocument, forgetSlug, rememberSlug } from '../platform/former.ts'

type Standing = { slug: string; wasPublic: boolean; isPublic: boolean }

/** Under which slug the public finds a document now, and whether it can. A draft beside it changes neither. */
async function standingOf({
  collection,
  id,
  req,
}: {
  collection: SanitizedCollectionConfig
  id: string
  req: PayloadRequest
}): Promise<Standing | null> {
  const hasDrafts = Boolean(collection.versions)
  const doc = (await req.payload.findByID({
    collection: collection.slug as 'posts',
    id,
    select: hasDrafts ? { slug: true, _status: true, publishedAt: true } : { slug: true },
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })) as Pick<Post, 'slug' | '_status' | 'publishedAt'> | null
  if (!doc?.slug) return null
  // People, organizations and tags are public as they are.
  if (!hasDrafts) return { slug: doc.slug, wasPublic: true, isPublic: true }
  // Taken down for a while, a document keeps the time of its publication, and readers their links.
  const wasPublic = Boolean(doc.publishedAt && new Date(doc.publishedAt) <= new Date())
  return { slug: doc.slug, wasPublic, isPublic: wasPublic && doc._status === 'published' }
}

const placeOf = (kind: string, id: string) => `standing ${kind}/${id}`

const noteStanding: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'create') return data
  const id = String(originalDoc?.id)
  const standing = await standingOf({ collection, id, req })
  // Not the `context` of this hook: each operation within it puts a copy in its place.
  req.context[placeOf(collection.slug, id)] = standing
  return data
}

const keepFormerSlug: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const kind = collection.slug
  const id = String(doc.id)
  const before = req.context[placeOf(kind, id)] as Standing | null | undefined
  const after = await standingOf({ collection, id, req })
  if (!after) return doc
  const isMoved = before?.slug !== after.slug
  if (after.isPublic && (isMoved || !before.isPublic)) await forgetSlug({ kind, slug: after.slug, req })
  if (before?.wasPublic && isMoved) await rememberSlug({ kind, slug: before.slug, id, req })
  return doc
}

const forgetFormerSlugs: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  await forgetDocument({ kind: collection.slug, id: String(id), req })
}

/** A collection whose public documents are still found under the slugs they had before. */
export function keepsFormerSlugs<Slug extends CollectionSlug>(
  collection: CollectionConfig<Slug>,
): CollectionConfig<Slug> {
  const { hooks } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      beforeChange: [...(hooks?.beforeChange ?? []), noteStanding],
      afterChange: [...(hooks?.afterChange ?? []), keepFormerSlug],
      afterDelete: [...(hooks?.afterDelete ?? []), forgetFormerSlugs],
    },
  }
}

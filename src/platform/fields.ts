import type {
  CollectionBeforeValidateHook,
  PayloadRequest,
  RelationshipField,
  TextField,
  UploadField,
} from 'payload'

import { isStaff, onlyRoles, staffOnly } from './access.ts'
import { findOthersFormer } from './former.ts'
import { isWebAddress, slugCandidates, toSlug } from './text.ts'
import { label } from './labels.ts'
import { staffWord } from './staff-words.ts'

/** How dates are shown and typed in the panel: so that all its languages read them, and with 24 hours. */
export const dayAndTime = {
  pickerAppearance: 'dayAndTime',
  displayFormat: 'd MMM yyyy, HH:mm',
  timeFormat: 'HH:mm',
} as const
export const dayAlone = { displayFormat: 'd MMM yyyy' } as const

/** The public address of a thing: made from its title, settled once, never empty, never twice in a collection. */
export const slugField = (): TextField => ({
  name: 'slug',
  type: 'text',
  label: label('slug'),
  index: true,
  unique: true,
  admin: { position: 'sidebar' },
})

/**
 * Settles the slug of a document from the field that names it. A slug that was written by hand or has been
 * published stays; a draft's follows its title. One that is taken gets a number.
 */
export const settleSlug =
  ({ from, fallback }: { from: string; fallback: string }): CollectionBeforeValidateHook =>
  async ({ collection, data, originalDoc, req }) => {
    if (!data) return data
    const before = (originalDoc ?? {}) as Record<string, unknown>
    const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
    const kept = text(before.slug)
    const written = text(data.slug)
    const title = text(data[from]) || text(before[from])
    const isByHand = written !== '' && written !== kept
    const followsTitle =
      kept === '' ||
      (before._status === 'draft' &&
        !before.publishedAt &&
        isMadeFrom({ slug: kept, title: text(before[from]) }))

    let wanted: string[]
    if (isByHand) wanted = slugCandidates({ title: written, fallback })
    else if (!followsTitle || !title) return { ...data, slug: kept || undefined }
    else if (kept && isMadeFrom({ slug: kept, title })) return { ...data, slug: kept }
    else wanted = slugCandidates({ title, fallback })

    const { docs } = await req.payload.find({
      collection: collection.slug as 'tags',
      where: { and: [{ slug: { in: wanted } }, ...(before.id ? [{ id: { not_equals: before.id } }] : [])] },
      select: { slug: true },
      depth: 0,
      limit: 0,
      pagination: false,
      overrideAccess: true,
      req,
    })
    const id = String(before.id)
    // A title that comes along does not take over another's old address; who writes it by hand may.
    const former = isByHand ? [] : await findOthersFormer({ kind: collection.slug, slugs: wanted, id, req })
    const taken = new Set([...docs.map(({ slug }) => slug), ...former])
    return {
      ...data,
      slug: wanted.find((one) => !taken.has(one)) ?? `${wanted[0]}-${Date.now().toString(36)}`,
    }
  }

const isMadeFrom = ({ slug, title }: { slug: string; title: string }) =>
  title !== '' && slug.replace(/-\d+$/, '') === toSlug(title).replace(/-\d+$/, '')

/** Who made a document. Authors may change what is theirs; editors may hand a document over. */
export const ownerField = (): RelationshipField => ({
  name: 'owner',
  type: 'relationship',
  relationTo: 'users',
  label: label('owner'),
  index: true,
  admin: { position: 'sidebar' },
  access: { read: staffOnly, create: onlyRoles('admin', 'editor'), update: onlyRoles('admin', 'editor') },
  hooks: {
    beforeChange: [
      ({ operation, req, value }) =>
        operation === 'create' && !value && isStaff(req) ? req.user!.id : (value as unknown),
    ],
  },
})

export const imageField = (name: string): UploadField => ({
  name,
  type: 'upload',
  relationTo: 'media',
  label: label(name),
})

/** A field that holds an http or https address, or nothing. */
export const isWebAddressOrEmpty = (
  value: string | string[] | null | undefined,
  { req }: { req: PayloadRequest },
): string | true => !value || isWebAddress(String(value)) || staffWord(req, 'no-web-address')

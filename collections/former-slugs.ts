import type { CollectionConfig } from 'payload'

import { keptBySystem } from '../src/platform/access.ts'

/** Addresses that published things had before, each leading to the last that had it. Written by src/platform/former.ts alone. */
export const formerSlugs: CollectionConfig<'former-slugs'> = {
  slug: 'former-slugs',
  ...keptBySystem(),
  timestamps: false,
  fields: [
    // `posts/old-slug`: one text, so that one unique index holds both halves.
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    // `posts/<id>`, as threads are named; no relationship, so that no query leads here.
    { name: 'document', type: 'text', required: true, index: true },
  ],
}

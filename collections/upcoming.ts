import type { CollectionConfig } from 'payload'

import { keptBySystem } from '../src/platform/access.ts'

/** Documents that are released and wait for their time, so that webhooks hear of each when it has come. */
export const upcoming: CollectionConfig<'upcoming'> = {
  slug: 'upcoming',
  ...keptBySystem(),
  timestamps: false,
  fields: [
    // `posts/<id>`
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'at', type: 'date', required: true, index: true },
  ],
}

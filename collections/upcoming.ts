import type { CollectionConfig } from 'payload'

import { grants } from '../src/platform/access.ts'

/** Documents that are released and wait for their time, so that webhooks hear of each when it has come. */
export const upcoming: CollectionConfig<'upcoming'> = {
  slug: 'upcoming',
  access: grants({}),
  admin: { hidden: true },
  graphQL: false,
  endpoints: false,
  timestamps: false,
  lockDocuments: false,
  fields: [
    // `posts/<id>`
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'at', type: 'date', required: true, index: true },
  ],
}

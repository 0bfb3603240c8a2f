import type { CollectionConfig } from 'payload'

import { grants } from '../src/platform/access.ts'

/** What has been claimed, once and for how long. Written by src/platform/ledger.ts, and beside a comment that is claimed with it. */
export const ledger: CollectionConfig<'ledger'> = {
  slug: 'ledger',
  access: grants({}),
  admin: { hidden: true },
  graphQL: false,
  endpoints: false,
  timestamps: false,
  lockDocuments: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'value', type: 'text' },
    { name: 'expiresAt', type: 'date', required: true, index: true },
  ],
}

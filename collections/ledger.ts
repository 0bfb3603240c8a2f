import type { CollectionConfig } from 'payload'

import { keptBySystem } from '../src/platform/access.ts'

/** What has been claimed, once and for how long. Written by src/platform/ledger.ts, and beside a comment that is claimed with it. */
export const ledger: CollectionConfig<'ledger'> = {
  slug: 'ledger',
  ...keptBySystem(),
  timestamps: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'value', type: 'text' },
    { name: 'expiresAt', type: 'date', required: true, index: true },
  ],
}

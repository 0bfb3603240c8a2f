import type { CollectionConfig } from 'payload'

import { ERASURE_CHOICES } from '../src/contract/index.ts'
import { keptBySystem } from '../src/platform/access.ts'

/**
 * Who was to be forgotten, so that it holds also for what a backup brings back. There is no address in it, only its mark.
 * Written by src/privacy/erasure-ledger.ts alone.
 */
export const erasures: CollectionConfig<'erasures'> = {
  slug: 'erasures',
  ...keptBySystem(),
  timestamps: false,
  fields: [
    // The same here and in the file beside the database.
    { name: 'entry', type: 'text', required: true, unique: true, index: true },
    // The mark of the address, as in comment-private, which MARK_KEY made; and the name of the SEAL_KEY of that time.
    { name: 'writer', type: 'text', required: true, index: true },
    { name: 'keyId', type: 'text', required: true },
    { name: 'choice', type: 'select', options: [...ERASURE_CHOICES], required: true },
    { name: 'at', type: 'date', required: true },
    // How many comments there were.
    { name: 'comments', type: 'number', required: true },
    // `reader`, or the id of a member of staff.
    { name: 'by', type: 'text', required: true },
    // Written by former versions; what staff note stands in the audit alone.
    { name: 'note', type: 'text' },
  ],
}

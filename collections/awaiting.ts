import type { CollectionConfig } from 'payload'

import { keptBySystem } from '../src/platform/access.ts'

/**
 * Comments that have begun to wait and of which nobody is told yet. A row is written with what makes its comment wait, and
 * goes when it is gathered for those who moderate (src/moderation-mail/teller.ts).
 */
export const awaiting: CollectionConfig<'awaiting'> = {
  slug: 'awaiting',
  ...keptBySystem(),
  timestamps: false,
  fields: [
    { name: 'comment', type: 'text', required: true },
    { name: 'at', type: 'date', required: true, index: true },
  ],
}

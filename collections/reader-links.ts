import type { CollectionConfig } from 'payload'

import { keptBySystem } from '../src/platform/access.ts'

/** The links of mails to readers: what a token allows, for whom and how long. Of the token only a digest is kept. */
export const readerLinks: CollectionConfig<'reader-links'> = {
  slug: 'reader-links',
  ...keptBySystem(),
  timestamps: false,
  fields: [
    { name: 'digest', type: 'text', required: true, unique: true, index: true },
    { name: 'allows', type: 'select', options: ['confirm', 'stop'], required: true },
    { name: 'writer', type: 'text', required: true, index: true },
    { name: 'thread', type: 'text', required: true },
    { name: 'locale', type: 'text', required: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
  ],
}

import type { CollectionConfig } from 'payload'

import { keptBySystem } from '../src/platform/access.ts'

/** What the site's own moderation has taught about spam: one row, words and how often each came. Written by src/spam/learning.ts alone. */
export const spamModel: CollectionConfig<'spam-model'> = {
  slug: 'spam-model',
  ...keptBySystem(),
  timestamps: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'model', type: 'json', required: true },
    // The last move that was learned from: its time and id.
    { name: 'upTo', type: 'text', required: true },
  ],
}

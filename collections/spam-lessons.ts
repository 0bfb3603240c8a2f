import type { CollectionConfig } from 'payload'

import { keptBySystem } from '../src/platform/access.ts'

/** Which comments have been learned from, and as what, so that a lesson can be taken back. Written by src/spam/learning.ts alone. */
export const spamLessons: CollectionConfig<'spam-lessons'> = {
  slug: 'spam-lessons',
  ...keptBySystem(),
  timestamps: false,
  fields: [
    { name: 'comment', type: 'text', required: true, unique: true, index: true },
    { name: 'kind', type: 'select', options: ['spam', 'ham'], required: true },
    // Equal for the very text that was learned: another one cannot be taken back.
    { name: 'mark', type: 'text', required: true },
  ],
}

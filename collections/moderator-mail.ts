import type { CollectionConfig } from 'payload'

import { keptBySystem } from '../src/platform/access.ts'

/** What is gathered for the next mail to each person who moderates. Written by src/moderation-mail/store.ts alone. */
export const moderatorMail: CollectionConfig<'moderator-mail'> = {
  slug: 'moderator-mail',
  ...keptBySystem(),
  timestamps: false,
  fields: [
    { name: 'user', type: 'text', required: true, unique: true, index: true },
    // The ids of comments.
    { name: 'comments', type: 'json', required: true },
    // When the first of them began to wait; empty where nothing is gathered.
    { name: 'since', type: 'date' },
    { name: 'lastSentAt', type: 'date' },
  ],
}

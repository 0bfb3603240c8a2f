import type { CollectionConfig } from 'payload'

import { grants } from '../src/platform/access.ts'

/** What is gathered for the next mail to each person who moderates. Written by src/moderation-mail/store.ts alone. */
export const moderatorMail: CollectionConfig<'moderator-mail'> = {
  slug: 'moderator-mail',
  access: grants({}),
  admin: { hidden: true },
  graphQL: false,
  endpoints: false,
  timestamps: false,
  lockDocuments: false,
  fields: [
    { name: 'user', type: 'text', required: true, unique: true, index: true },
    // The ids of comments.
    { name: 'comments', type: 'json', required: true },
    // When the first of them began to wait; empty where nothing is gathered.
    { name: 'since', type: 'date' },
    { name: 'lastSentAt', type: 'date' },
  ],
}

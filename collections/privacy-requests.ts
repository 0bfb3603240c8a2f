import type { CollectionConfig } from 'payload'

import { PRIVACY_ACTS } from '../src/privacy/links.ts'
import { keptBySystem } from '../src/platform/access.ts'

/**
 * What was asked for in the name of an address and is not answered yet, and the links of the mails that answer it. Written by
 * src/privacy/store.ts alone; a row lives for a day at most.
 */
export const privacyRequests: CollectionConfig<'privacy-requests'> = {
  slug: 'privacy-requests',
  ...keptBySystem(),
  timestamps: false,
  fields: [
    // Of a request the mark of what is asked for; of a link the digest of its token.
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'act', type: 'select', options: [...PRIVACY_ACTS], required: true, index: true },
    // The mark of the address, as in comment-private.
    { name: 'writer', type: 'text', required: true, index: true },
    // Sealed for its key; src/platform/crypto.ts.
    { name: 'email', type: 'text', required: true },
    { name: 'locale', type: 'text', required: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
  ],
}

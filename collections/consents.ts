import type { CollectionConfig } from 'payload'

import { keptBySystem } from '../src/platform/access.ts'

/**
 * What the owner of an address wants from us by mail: of everything (`scope` is `all`) or of one conversation
 * (`posts/<id>`). The address itself is not here, only its mark, as in comment-private.
 */
export const consents: CollectionConfig<'consents'> = {
  slug: 'consents',
  ...keptBySystem(),
  timestamps: false,
  fields: [
    // `<writer> <scope>`
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'writer', type: 'text', required: true, index: true },
    { name: 'scope', type: 'text', required: true },
    { name: 'askedAt', type: 'date', index: true },
    { name: 'confirmedAt', type: 'date' },
    { name: 'stoppedAt', type: 'date' },
  ],
}

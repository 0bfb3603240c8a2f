import type { CollectionConfig } from 'payload'

import { NOTIFICATIONS } from '../src/contract/index.ts'
import { keptBySystem } from '../src/platform/access.ts'

/**
 * What a reader trusts us with. No relationship leads here and none leads away, so that no query from outside can
 * sort or filter by it; the address itself is sealed. Written and read by src/comments/store.ts alone.
 */
export const commentPrivate: CollectionConfig<'comment-private'> = {
  slug: 'comment-private',
  ...keptBySystem(),
  timestamps: false,
  fields: [
    { name: 'comment', type: 'text', required: true, unique: true, index: true },
    // Sealed for its comment; src/platform/crypto.ts.
    { name: 'email', type: 'text' },
    // Equal for equal addresses, and nothing more is to be learnt from it.
    { name: 'writer', type: 'text', index: true },
    // From which network it came, as a mark; src/platform/network.ts. Forgotten after a while.
    { name: 'network', type: 'text', index: true },
    // Of what the writer asked to be told by mail.
    { name: 'notify', type: 'select', options: [...NOTIFICATIONS], defaultValue: 'none' },
  ],
}

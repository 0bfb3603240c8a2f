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
  // How much came lately from one writer, one network, and of the same text: ids of comments sort by time.
  indexes: [
    { fields: ['writer', 'comment'] },
    { fields: ['network', 'comment'] },
    { fields: ['textMark', 'comment'] },
  ],
  fields: [
    { name: 'comment', type: 'text', required: true, unique: true, index: true },
    // Sealed for its comment; src/platform/crypto.ts.
    { name: 'email', type: 'text' },
    // Equal for equal addresses, and nothing more is to be learnt from it.
    { name: 'writer', type: 'text' },
    // From which network it came, as a mark; src/platform/network.ts. Forgotten after a while.
    { name: 'network', type: 'text' },
    // Equal for texts of the same words; src/spam/store.ts. Forgotten once repeats are looked for no further back.
    { name: 'textMark', type: 'text' },
    // Of what the writer asked to be told by mail.
    { name: 'notify', type: 'select', options: [...NOTIFICATIONS], defaultValue: 'none' },
  ],
}

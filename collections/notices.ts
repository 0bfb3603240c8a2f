import type { CollectionConfig } from 'payload'

import { keptBySystem } from '../src/platform/access.ts'

/**
 * What writers are to be told of, and have been told of. Written in the transaction of the move that gives rise to it;
 * nobody is told twice, because the key of a notice stays with its comment. No address is in it.
 */
export const notices: CollectionConfig<'notices'> = {
  slug: 'notices',
  ...keptBySystem(),
  indexes: [{ fields: ['writer', 'thread', 'kind', 'toldAt'] }],
  fields: [
    // `published/<comment>`, `answer/<answer>`, `removed/<comment>/<revision>`
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'kind', type: 'text', required: true },
    // Who is told: the mark of an address, as in comment-private.
    { name: 'writer', type: 'text', required: true },
    { name: 'thread', type: 'text', required: true },
    // The comment of the one who is told, and what answers it.
    { name: 'comment', type: 'text', required: true, index: true },
    { name: 'answer', type: 'text', index: true },
    { name: 'why', type: 'text' },
    // Empty while it waits for its reader to confirm the address, and once it is settled.
    { name: 'dueAt', type: 'date', index: true },
    { name: 'toldAt', type: 'date' },
  ],
}

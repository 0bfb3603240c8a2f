import type { CollectionConfig } from 'payload'

import { keptBySystem } from '../src/platform/access.ts'

/**
 * What a one-time code of a user is checked against. No relationship leads here, so that no query from outside can sort or
 * filter by it; the secret itself is sealed. Written and read by src/staff/factor-store.ts alone.
 */
export const secondFactors: CollectionConfig<'second-factors'> = {
  slug: 'second-factors',
  ...keptBySystem(),
  timestamps: false,
  fields: [
    { name: 'user', type: 'text', required: true, unique: true, index: true },
    // Sealed for its user; src/platform/crypto.ts.
    { name: 'secret', type: 'text', required: true },
    // When a first code was right; empty while it is being set up.
    { name: 'since', type: 'date' },
    // Of each recovery code that is left, its digest.
    { name: 'recovery', type: 'json' },
  ],
}

import type { CollectionConfig } from 'payload'

import { keptBySystem } from '../src/platform/access.ts'

/**
 * Which keys have sealed what is here, by their names; no key is in it. A start with other keys is refused by what stands
 * here. Written by src/platform/keys.ts and src/keys alone.
 */
export const sealKeys: CollectionConfig<'seal-keys'> = {
  slug: 'seal-keys',
  ...keptBySystem(),
  fields: [
    { name: 'keyId', type: 'text', required: true, unique: true, index: true },
    // Sealed with it, to see that it opens.
    { name: 'canary', type: 'text' },
    // Which MARK_KEY the marks and tokens are made with.
    { name: 'marks', type: 'text', required: true },
    // Since when nothing here is sealed with it any more.
    { name: 'retiredAt', type: 'date' },
  ],
}

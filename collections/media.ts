import { join } from 'node:path'

import type { CollectionConfig } from 'payload'

import { sharedAccess } from '../src/content/policy.ts'
import { reencodeUpload } from '../src/content/upload.ts'
import { label, plural } from '../src/platform/labels.ts'
import { settings } from '../src/platform/settings.ts'

/** Pictures. The file that came is never kept: it is drawn anew, so that no place, camera or name is left in it. */
export const media: CollectionConfig<'media'> = {
  slug: 'media',
  labels: plural('medium', 'media'),
  access: sharedAccess,
  admin: { useAsTitle: 'alt', group: label('posts') },
  hooks: { beforeOperation: [reencodeUpload] },
  upload: {
    staticDir: join(settings.DATA_DIR, 'media'),
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'],
    pasteURL: false,
    focalPoint: true,
    adminThumbnail: 'small',
    imageSizes: [
      { name: 'small', width: 480, withoutEnlargement: true },
      { name: 'medium', width: 960, withoutEnlargement: true },
      { name: 'large', width: 1600, withoutEnlargement: true },
    ],
    modifyResponseHeaders: ({ headers }) => {
      headers.set('X-Content-Type-Options', 'nosniff')
      headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
      return headers
    },
  },
  fields: [
    { name: 'alt', type: 'text', label: label('alt'), required: true, localized: true, maxLength: 500 },
    { name: 'credit', type: 'text', label: label('credit'), maxLength: 200 },
  ],
}

import type { CollectionConfig } from 'payload'

import { sharedAccess } from '../src/content/policy.ts'
import { settleSlug, slugField } from '../src/platform/fields.ts'
import { label, plural } from '../src/platform/labels.ts'

export const tags: CollectionConfig<'tags'> = {
  slug: 'tags',
  labels: plural('tag', 'tags'),
  access: sharedAccess,
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'slug'], group: label('posts') },
  defaultSort: 'slug',
  hooks: { beforeValidate: [settleSlug({ from: 'name', fallback: 'tag' })] },
  fields: [
    { name: 'name', type: 'text', label: label('name'), required: true, localized: true, maxLength: 100 },
    slugField(),
  ],
}

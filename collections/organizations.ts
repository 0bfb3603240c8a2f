import type { CollectionConfig } from 'payload'

import { sharedAccess } from '../src/content/policy.ts'
import { imageField, isWebAddressOrEmpty, settleSlug, slugField } from '../src/platform/fields.ts'
import { label, plural } from '../src/platform/labels.ts'

export const organizations: CollectionConfig<'organizations'> = {
  slug: 'organizations',
  labels: plural('organization', 'organizations'),
  access: sharedAccess,
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'url'], group: label('people') },
  defaultSort: 'slug',
  hooks: { beforeValidate: [settleSlug({ from: 'name', fallback: 'organization' })] },
  fields: [
    { name: 'name', type: 'text', label: label('name'), required: true, localized: true, maxLength: 200 },
    { name: 'description', type: 'textarea', label: label('description'), localized: true, maxLength: 5000 },
    { name: 'url', type: 'text', label: label('url'), validate: isWebAddressOrEmpty },
    slugField(),
    { ...imageField('logo'), admin: { position: 'sidebar' } },
  ],
}

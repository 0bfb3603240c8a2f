import type { CollectionConfig } from 'payload'

import { sharedAccess } from '../src/content/policy.ts'
import { onlyRoles } from '../src/platform/access.ts'
import { imageField, settleSlug, slugField } from '../src/platform/fields.ts'
import { label, plural } from '../src/platform/labels.ts'

export const people: CollectionConfig<'people'> = {
  slug: 'people',
  labels: plural('person', 'people'),
  access: sharedAccess,
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'role', 'organization'], group: label('people') },
  defaultSort: 'slug',
  hooks: { beforeValidate: [settleSlug({ from: 'name', fallback: 'person' })] },
  fields: [
    { name: 'name', type: 'text', label: label('name'), required: true, localized: true, maxLength: 200 },
    { name: 'role', type: 'text', label: label('role'), localized: true, maxLength: 200 },
    { name: 'organization', type: 'relationship', relationTo: 'organizations', label: label('organization') },
    { name: 'bio', type: 'textarea', label: label('bio'), localized: true, maxLength: 5000 },
    slugField(),
    { ...imageField('image'), admin: { position: 'sidebar' } },
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      label: label('personUser'),
      access: { create: onlyRoles('admin'), read: onlyRoles('admin'), update: onlyRoles('admin') },
      admin: { position: 'sidebar', description: label('personUserHint') },
    },
  ],
}

import type { GlobalConfig } from 'payload'

import { label } from '../src/platform/labels.ts'
import { globalAccess } from '../src/staff/policy.ts'

export const site: GlobalConfig<'site'> = {
  slug: 'site',
  label: label('site'),
  access: globalAccess,
  fields: [
    {
      name: 'name',
      type: 'text',
      label: label('name'),
      required: true,
      localized: true,
      defaultValue: 'Ovoz',
      maxLength: 200,
    },
    { name: 'description', type: 'textarea', label: label('description'), localized: true, maxLength: 1000 },
  ],
}

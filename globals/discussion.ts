import type { GlobalConfig } from 'payload'

import { onlyRoles } from '../src/platform/access.ts'
import { label, options } from '../src/platform/labels.ts'
import { globalAccess } from '../src/staff/policy.ts'

/** How readers may answer. Read at every submission, so a change holds at once. */
export const discussion: GlobalConfig<'discussion'> = {
  slug: 'discussion',
  label: label('discussion'),
  access: globalAccess,
  fields: [
    {
      name: 'state',
      type: 'select',
      label: label('state'),
      options: options('open', 'held', 'closed'),
      defaultValue: 'open',
      required: true,
    },
    { name: 'message', type: 'textarea', label: label('message'), localized: true, maxLength: 500 },
    {
      name: 'waits',
      type: 'select',
      label: label('waits'),
      options: options('everyone', 'nobody'),
      defaultValue: 'everyone',
      required: true,
    },
    {
      name: 'trustedAfter',
      type: 'number',
      label: label('trustedAfter'),
      min: 1,
      max: 1000,
      admin: {
        step: 1,
        description: label('trustedAfterHint'),
        condition: (data) => data?.waits !== 'nobody',
      },
    },
    {
      name: 'ownThreads',
      type: 'checkbox',
      label: label('ownThreads'),
      defaultValue: false,
      // Whom it restrains could switch it off.
      access: { update: onlyRoles('admin') },
    },
    { name: 'requireName', type: 'checkbox', label: label('requireName'), defaultValue: true },
    { name: 'requireEmail', type: 'checkbox', label: label('requireEmail'), defaultValue: true },
  ],
}

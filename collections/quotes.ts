import type { CollectionConfig } from 'payload'

import { tagsField } from '../src/content/fields.ts'
import { rememberSpeaker, settlePublicFrom } from '../src/content/hooks.ts'
import { quoteAccess } from '../src/content/policy.ts'
import { nobody, onlyRoles } from '../src/platform/access.ts'
import { dayAlone, ownerField } from '../src/platform/fields.ts'
import { label, options, plural } from '../src/platform/labels.ts'

const decide = onlyRoles('admin', 'editor', 'author')

export const quotes: CollectionConfig<'quotes'> = {
  slug: 'quotes',
  labels: plural('quote', 'quotes'),
  access: quoteAccess,
  admin: {
    useAsTitle: 'text',
    defaultColumns: ['text', 'speaker', 'consent', 'saidOn'],
    group: label('posts'),
  },
  defaultSort: '-createdAt',
  indexes: [{ fields: ['consent', 'publicFrom'] }],
  hooks: {
    beforeChange: [rememberSpeaker, settlePublicFrom],
  },
  fields: [
    {
      name: 'text',
      type: 'textarea',
      label: label('text'),
      required: true,
      localized: true,
      maxLength: 5000,
    },
    {
      name: 'speaker',
      type: 'relationship',
      relationTo: 'people',
      required: true,
      index: true,
      label: label('speaker'),
    },
    {
      type: 'row',
      fields: [
        { name: 'role', type: 'text', label: label('roleThen'), localized: true },
        {
          name: 'organization',
          type: 'relationship',
          relationTo: 'organizations',
          index: true,
          label: label('organizationThen'),
        },
      ],
    },
    {
      name: 'source',
      type: 'relationship',
      relationTo: ['posts', 'events'],
      label: label('source'),
      // Without one it is public at once, with another one when that is.
      access: { update: decide },
    },
    {
      type: 'row',
      fields: [
        { name: 'saidOn', type: 'date', label: label('saidOn'), admin: { date: dayAlone } },
        { name: 'spokenLanguage', type: 'text', label: label('spokenLanguage'), maxLength: 35 },
      ],
    },
    {
      name: 'consent',
      type: 'select',
      label: label('consent'),
      options: options('given', 'asked', 'withdrawn'),
      defaultValue: 'asked',
      required: true,
      // Taken back, a consent takes the quote out of every article; only those who answer for articles decide it.
      access: { create: decide, update: decide },
      admin: { position: 'sidebar' },
    },
    tagsField(),
    {
      name: 'publicFrom',
      type: 'date',
      access: { create: nobody, update: nobody },
      admin: { hidden: true },
    },
    ownerField(),
  ],
}

import type { CollectionConfig } from 'payload'

import { grants } from '../src/platform/access.ts'
import { label, options, plural } from '../src/platform/labels.ts'
import { ACTS } from '../src/desk/audit.ts'

const shown = { readOnly: true } as const

/** Who moderated what, when and by which way; it outlives what it tells of. Written by src/desk/audit.ts alone. */
export const audit: CollectionConfig<'audit'> = {
  slug: 'audit',
  labels: plural('auditEntry', 'audit'),
  access: grants({ read: { admin: true } }),
  admin: {
    useAsTitle: 'act',
    defaultColumns: ['createdAt', 'act', 'by', 'via', 'from', 'to', 'comment', 'why'],
    listSearchableFields: ['by', 'comment', 'thread'],
    group: label('comments'),
  },
  graphQL: false,
  disableBulkEdit: true,
  lockDocuments: false,
  defaultSort: '-createdAt',
  indexes: [{ fields: ['byId', 'createdAt'] }],
  fields: [
    {
      name: 'act',
      type: 'select',
      label: label('act'),
      options: options(...ACTS),
      required: true,
      admin: shown,
    },
    { name: 'by', type: 'text', label: label('by'), required: true, admin: shown },
    { name: 'byId', type: 'text', admin: { hidden: true } },
    { name: 'via', type: 'text', label: label('via'), admin: shown },
    { name: 'comment', type: 'text', label: label('comment'), index: true, admin: shown },
    { name: 'thread', type: 'text', label: label('thread'), admin: shown },
    { name: 'from', type: 'text', label: label('from'), admin: shown },
    { name: 'to', type: 'text', label: label('to'), admin: shown },
    { name: 'why', type: 'text', label: label('why'), admin: shown },
    {
      name: 'createdAt',
      type: 'date',
      label: label('age'),
      index: true,
      admin: { disableBulkEdit: true, hidden: true, components: { Cell: '/src/admin/cells.tsx#AgeCell' } },
    },
  ],
}

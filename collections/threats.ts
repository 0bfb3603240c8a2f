import type { CollectionConfig } from 'payload'

import { grants, nobody } from '../src/platform/access.ts'
import { dayAndTime } from '../src/platform/fields.ts'
import { label, plural } from '../src/platform/labels.ts'
import { threatEndpoints } from '../src/threats/endpoints.ts'

const shown = { readOnly: true } as const
const hidden = {
  access: { create: nobody, read: nobody, update: nobody },
  admin: { hidden: true },
} as const

/**
 * Comments that were sealed as threats, and their releases: entries that are only ever added, each with a mark made of itself
 * and the one before, so that a changed or missing one is seen. Written by src/threats/store.ts alone.
 */
export const threats: CollectionConfig<'threats'> = {
  slug: 'threats',
  labels: plural('threat', 'threats'),
  access: grants({ read: { admin: true } }),
  admin: {
    useAsTitle: 'comment',
    defaultColumns: ['createdAt', 'kind', 'comment', 'by', 'why', 'releasedAt'],
    group: label('comments'),
    components: { edit: { beforeDocumentControls: ['/src/admin/threats/buttons.tsx#ThreatButtons'] } },
  },
  graphQL: false,
  endpoints: threatEndpoints,
  disableBulkEdit: true,
  lockDocuments: false,
  defaultSort: '-createdAt',
  indexes: [{ fields: ['comment', 'kind'] }],
  fields: [
    { name: 'seq', type: 'number', required: true, unique: true, index: true, ...hidden },
    {
      name: 'kind',
      type: 'select',
      label: label('act'),
      required: true,
      options: [
        { value: 'sealed', label: label('threatSealed') },
        { value: 'released', label: label('threatReleased') },
      ],
      admin: shown,
    },
    { name: 'comment', type: 'text', label: label('comment'), required: true, index: true, admin: shown },
    { name: 'thread', type: 'text', label: label('thread'), admin: shown },
    { name: 'by', type: 'text', label: label('by'), required: true, admin: shown },
    { name: 'byId', type: 'text', admin: { hidden: true } },
    { name: 'why', type: 'textarea', label: label('why'), maxLength: 1000, admin: shown },
    { name: 'at', type: 'text', required: true, ...hidden },
    // The mark of this entry and all before it; src/threats/chain.ts.
    { name: 'chain', type: 'text', required: true, ...hidden },
    // A mark of the evidence, which stays when that is emptied.
    { name: 'digest', type: 'text', ...hidden },
    // The evidence, sealed for its `seq`; emptied when it is released.
    { name: 'sealed', type: 'textarea', maxLength: 2_100_000, ...hidden },
    {
      name: 'releasedAt',
      type: 'date',
      label: label('threatReleased'),
      admin: { ...shown, date: dayAndTime },
    },
    {
      name: 'createdAt',
      type: 'date',
      label: label('age'),
      index: true,
      admin: { disableBulkEdit: true, hidden: true, components: { Cell: '/src/admin/cells.tsx#AgeCell' } },
    },
  ],
}

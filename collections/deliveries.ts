import type { CollectionConfig } from 'payload'

import { grants } from '../src/platform/access.ts'
import { dayAndTime } from '../src/platform/fields.ts'
import { label, options, plural } from '../src/platform/labels.ts'
import { deliveryEndpoints } from '../src/webhooks/endpoints.ts'
import { DELIVERY_STATES } from '../src/webhooks/retry.ts'

const shown = { readOnly: true } as const

/** What webhooks were told or are to be told, and what they answered. Written by src/webhooks/store.ts alone. */
export const deliveries: CollectionConfig<'deliveries'> = {
  slug: 'deliveries',
  labels: plural('delivery', 'deliveries'),
  access: grants({ read: { admin: true } }),
  admin: {
    useAsTitle: 'event',
    defaultColumns: ['event', 'webhook', 'status', 'statusCode', 'answer', 'attempts', 'createdAt'],
    listSearchableFields: ['event', 'messageId'],
    group: label('webhooks'),
    components: { edit: { beforeDocumentControls: ['/src/admin/send-buttons.tsx#SendAgain'] } },
  },
  graphQL: false,
  endpoints: deliveryEndpoints,
  disableBulkEdit: true,
  lockDocuments: false,
  defaultSort: '-createdAt',
  indexes: [{ fields: ['webhook', 'status', 'nextAttemptAt'] }, { fields: ['status', 'nextAttemptAt'] }],
  fields: [
    { name: 'event', type: 'text', label: label('webhookEvent'), required: true, index: true, admin: shown },
    {
      name: 'webhook',
      type: 'relationship',
      relationTo: 'webhooks',
      label: label('webhook'),
      index: true,
      admin: shown,
    },
    {
      name: 'status',
      type: 'select',
      label: label('status'),
      options: options(...DELIVERY_STATES),
      required: true,
      admin: shown,
    },
    { name: 'statusCode', type: 'number', label: label('statusCode'), admin: shown },
    { name: 'answer', type: 'textarea', label: label('webhookAnswer'), maxLength: 500, admin: shown },
    { name: 'attempts', type: 'number', label: label('attempts'), required: true, admin: shown },
    {
      name: 'nextAttemptAt',
      type: 'date',
      label: label('nextAttemptAt'),
      admin: { ...shown, date: dayAndTime },
    },
    {
      name: 'sentAt',
      type: 'date',
      label: label('sentAt'),
      admin: { ...shown, date: dayAndTime },
    },
    { name: 'message', type: 'json', label: label('webhookMessage'), required: true, admin: shown },
    {
      name: 'messageId',
      type: 'text',
      label: label('messageId'),
      required: true,
      unique: true,
      index: true,
      admin: shown,
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

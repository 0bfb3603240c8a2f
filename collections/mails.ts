import type { CollectionConfig } from 'payload'

import { maskAddresses } from '../src/mail/addresses.ts'
import { mailEndpoints } from '../src/mail/endpoints.ts'
import { MAIL_STATES } from '../src/mail/retry.ts'
import { grants, nobody } from '../src/platform/access.ts'
import { label, plural } from '../src/platform/labels.ts'

const shown = { readOnly: true } as const
const time = { ...shown, date: { pickerAppearance: 'dayAndTime' } } as const
const hidden = {
  access: { create: nobody, read: nobody, update: nobody },
  admin: { hidden: true },
} as const

const LABELS = {
  waiting: 'mailWaiting',
  sending: 'mailSending',
  sent: 'mailSent',
  failed: 'mailFailed',
  unsure: 'mailUnsure',
  dropped: 'mailDropped',
} as const

/**
 * Mail that is to go out, and what became of it. To whom and what it says is sealed, and forgotten once it has gone
 * out. Written by src/mail/store.ts alone.
 */
export const mails: CollectionConfig<'mails'> = {
  slug: 'mails',
  labels: plural('mail', 'mails'),
  access: grants({ read: { admin: true } }),
  admin: {
    group: label('comments'),
    useAsTitle: 'kind',
    defaultColumns: ['kind', 'to', 'status', 'attempts', 'lastError', 'createdAt', 'nextAttemptAt', 'sentAt'],
    listSearchableFields: ['kind', 'lastError'],
    components: { edit: { beforeDocumentControls: ['/src/admin/send-buttons.tsx#SendMailAgain'] } },
  },
  graphQL: false,
  endpoints: mailEndpoints,
  disableBulkEdit: true,
  lockDocuments: false,
  defaultSort: '-createdAt',
  indexes: [{ fields: ['status', 'nextAttemptAt'] }],
  hooks: { afterOperation: [maskAddresses] },
  fields: [
    { name: 'kind', type: 'text', label: label('mailKind'), required: true, index: true, admin: shown },
    {
      name: 'to',
      type: 'text',
      label: label('mailTo'),
      virtual: true,
      admin: { ...shown, disableListFilter: true },
    },
    {
      name: 'status',
      type: 'select',
      label: label('status'),
      options: MAIL_STATES.map((value) => ({ value, label: label(LABELS[value]) })),
      required: true,
      admin: shown,
    },
    { name: 'attempts', type: 'number', label: label('attempts'), required: true, admin: shown },
    { name: 'lastError', type: 'textarea', label: label('lastError'), maxLength: 500, admin: shown },
    // While it is being sent, the time when that must have ended.
    { name: 'nextAttemptAt', type: 'date', label: label('nextAttemptAt'), admin: time },
    { name: 'sentAt', type: 'date', label: label('mailSentAt'), admin: time },
    { name: 'until', type: 'date', ...hidden },
    // An HMAC of which notice it is, by which the same one is found again.
    { name: 'once', type: 'text', required: true, unique: true, index: true, ...hidden },
    // HMACs of what it is about, by which it can be taken back.
    { name: 'about', type: 'text', ...hidden },
    // Address, subject, text, headers: sealed for its `once`; src/platform/crypto.ts. Empty once it has gone out or was taken back.
    // Longer than the largest letter (src/mail/letter.ts) is in UTF-8 and base64; Payload's own limit is 40,000 characters.
    { name: 'sealed', type: 'textarea', maxLength: 2_100_000, ...hidden },
    {
      name: 'createdAt',
      type: 'date',
      label: label('age'),
      index: true,
      admin: { disableBulkEdit: true, hidden: true, components: { Cell: '/src/admin/cells.tsx#AgeCell' } },
    },
  ],
}

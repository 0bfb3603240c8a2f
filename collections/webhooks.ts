import type { CollectionConfig, PayloadRequest } from 'payload'

import { WEBHOOK_EVENTS } from '../src/contract/index.ts'
import { grants, nobody } from '../src/platform/access.ts'
import { label, plural } from '../src/platform/labels.ts'
import { staffWord } from '../src/platform/staff-words.ts'
import { checkUrl } from '../src/webhooks/address.ts'
import { forgetWithWebhook, giveUpWhenOff, isPrivateAllowed, refuseUnsafeUrl } from '../src/webhooks/care.ts'
import { webhookEndpoints } from '../src/webhooks/endpoints.ts'
import { mayBeSecret, openSecret, sealSecret } from '../src/webhooks/secret.ts'

const admins = { admin: true } as const

/** Whom we tell of what. */
export const webhooks: CollectionConfig<'webhooks'> = {
  slug: 'webhooks',
  labels: plural('webhook', 'webhooks'),
  access: grants({ create: admins, read: admins, update: admins, delete: admins }),
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'url', 'events', 'isOn'],
    group: label('webhooks'),
    components: { edit: { beforeDocumentControls: ['/src/admin/send-buttons.tsx#SendTest'] } },
  },
  graphQL: false,
  endpoints: webhookEndpoints,
  hooks: {
    beforeChange: [refuseUnsafeUrl],
    afterChange: [giveUpWhenOff],
    beforeDelete: [forgetWithWebhook],
  },
  fields: [
    { name: 'name', type: 'text', label: label('name'), required: true, maxLength: 100 },
    {
      name: 'url',
      type: 'text',
      label: label('url'),
      required: true,
      maxLength: 2000,
      validate: (value: string | null | undefined, { req }: { req: PayloadRequest }) => {
        const checked = checkUrl(value ?? '', { allowPrivate: isPrivateAllowed(value ?? '') })
        return checked.kind === 'ok' || staffWord(req, checked.key, checked.values)
      },
    },
    {
      name: 'events',
      type: 'select',
      hasMany: true,
      label: label('webhookEvents'),
      options: WEBHOOK_EVENTS.map((value) => ({ value, label: value })),
      required: true,
    },
    { name: 'isOn', type: 'checkbox', label: label('isOn'), defaultValue: true, index: true },
    {
      name: 'secret',
      type: 'text',
      label: label('secret'),
      maxLength: 200,
      validate: mayBeSecret,
      hooks: { beforeChange: [sealSecret], afterRead: [openSecret] },
      admin: { description: label('secretHint'), disableListColumn: true, disableListFilter: true },
    },
    // Whether we made it, for the site of the settings; src/webhooks/site.ts.
    {
      name: 'isSite',
      type: 'checkbox',
      defaultValue: false,
      access: { create: nobody, update: nobody },
      admin: { hidden: true },
    },
  ],
}

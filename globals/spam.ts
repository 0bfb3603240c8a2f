import type {
  GlobalConfig,
  NumberField,
  PayloadRequest,
  TextareaField,
  TextFieldSingleValidation,
} from 'payload'
import { text } from 'payload/shared'

import { hasRole, onlyRoles } from '../src/platform/access.ts'
import { mayBeKey, newSecret } from '../src/webhooks/secret.ts'
import { checkUrl } from '../src/webhooks/address.ts'
import { label } from '../src/platform/labels.ts'
import { sealedHooks } from '../src/platform/sealed-field.ts'
import { settings } from '../src/platform/settings.ts'
import { staffWord } from '../src/platform/staff-words.ts'
import { DEFAULTS, MOST_COUNTED } from '../src/spam/rules.ts'
import { globalAccess } from '../src/staff/policy.ts'

const admins = { read: onlyRoles('admin'), update: onlyRoles('admin') }

/** Who cannot see a key is not told that it is missing; code of ours is. */
const maySet = (req: PayloadRequest) => !req.user || hasRole(req, 'admin')

const keyOrNone: TextFieldSingleValidation = (value, options) =>
  value || !maySet(options.req) ? text(value, options) : staffWord(options.req, 'needs-akismet-key')

const words = (name: 'holdWords' | 'spamWords'): TextareaField => ({
  name,
  type: 'textarea',
  label: label(name),
  maxLength: 20_000,
  admin: { description: label('oneWordALine'), rows: 6 },
})

const most = (name: 'mostWriter' | 'mostNetwork' | 'mostArticle' | 'mostSite'): NumberField => ({
  name,
  type: 'number',
  label: label(name),
  min: 0,
  max: MOST_COUNTED,
  defaultValue: DEFAULTS[name],
  admin: { step: 1, width: '25%' },
})

/** What is held back as spam. Read at every submission, so a change holds at once; docs/spam.md. */
export const spam: GlobalConfig<'spam'> = {
  slug: 'spam',
  label: label('spamRules'),
  access: globalAccess,
  admin: { description: label('spamHint') },
  graphQL: false,
  fields: [
    words('holdWords'),
    words('spamWords'),
    {
      name: 'linksAllowed',
      type: 'number',
      label: label('linksAllowed'),
      min: 0,
      max: 100,
      defaultValue: DEFAULTS.linksAllowed,
      admin: { step: 1 },
    },
    { name: 'looksAtLanguage', type: 'checkbox', label: label('looksAtLanguage'), defaultValue: true },
    {
      name: 'learns',
      type: 'checkbox',
      label: label('learns'),
      defaultValue: true,
      admin: { description: label('learnsHint') },
    },
    {
      type: 'row',
      fields: [most('mostWriter'), most('mostNetwork'), most('mostArticle'), most('mostSite')],
    },
    {
      type: 'collapsible',
      label: label('thirdParties'),
      admin: { initCollapsed: true },
      fields: [
        {
          name: 'akismet',
          type: 'checkbox',
          label: label('akismet'),
          defaultValue: false,
          access: { update: admins.update },
          admin: { description: label('akismetHint') },
        },
        {
          name: 'akismetKey',
          type: 'text',
          label: label('akismetKey'),
          maxLength: 500,
          access: admins,
          hooks: sealedHooks({ place: 'akismet key' }),
          validate: keyOrNone,
          admin: { condition: (data) => data?.akismet === true, autoComplete: 'off' },
        },
        {
          name: 'siteCheck',
          type: 'checkbox',
          label: label('siteCheck'),
          defaultValue: false,
          access: { update: admins.update },
          admin: { description: label('siteCheckHint') },
        },
        {
          name: 'siteCheckUrl',
          type: 'text',
          label: label('url'),
          maxLength: 2000,
          access: admins,
          admin: { condition: (data) => data?.siteCheck === true },
          validate: (value: string | null | undefined, { req }: { req: PayloadRequest }) => {
            if (!value) return !maySet(req) || staffWord(req, 'needs-check-address')
            const checked = checkUrl(value, { allowPrivate: settings.WEBHOOK_PRIVATE === 'on' })
            return checked.kind === 'ok' || staffWord(req, checked.key, checked.values)
          },
        },
        {
          name: 'siteCheckSecret',
          type: 'text',
          label: label('secret'),
          maxLength: 500,
          access: admins,
          hooks: sealedHooks({
            place: 'site check secret',
            fill: newSecret,
            accepts: mayBeKey,
          }),
          admin: { condition: (data) => data?.siteCheck === true, description: label('secretHint') },
        },
      ],
    },
  ],
}

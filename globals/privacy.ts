import type { GlobalConfig } from 'payload'

import { hasRole, isStaff } from '../src/platform/access.ts'
import { label } from '../src/platform/labels.ts'
import { TERMS } from '../src/retention/rules.ts'

/** How long what is kept about readers is kept. Read by the nightly job, /admin/privacy and the public privacy text. */
export const privacy: GlobalConfig<'privacy'> = {
  slug: 'privacy',
  label: label('privacy'),
  access: { read: ({ req }) => isStaff(req), update: ({ req }) => hasRole(req, 'admin') },
  fields: TERMS.map(({ setting, preset, least, most }) => ({
    name: setting,
    type: 'number',
    label: label(setting),
    required: true,
    defaultValue: preset,
    min: least,
    max: most,
    validate: (value: unknown, { req }: { req: { i18n: { language: string } } }) => {
      const fits = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      return fits || wholeDays({ language: req.i18n.language, least, most })
    },
    admin: { step: 1 },
  })),
}

const wholeDays = ({ language, least, most }: { language: string; least: number; most: number }) =>
  language === 'ru'
    ? `Целое число дней от ${least} до ${most}.`
    : language === 'tg'
      ? `Шумораи бутуни рӯзҳо аз ${least} то ${most}.`
      : `A whole number of days from ${least} to ${most}.`

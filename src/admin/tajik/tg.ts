import type { DefaultTranslationsObject, Language } from '@payloadcms/translations'

import { authentication } from './authentication.ts'
import { error } from './error.ts'
import { fields } from './fields.ts'
import { folder } from './folder.ts'
import { general } from './general.ts'
import { dashboard, localization, operators } from './small.ts'
import { upload } from './upload.ts'
import { validation } from './validation.ts'
import { version } from './version.ts'

/** Payload's own words, by the part of the panel they stand in. */
export type Words = DefaultTranslationsObject

const translations: Words = {
  authentication,
  dashboard,
  error,
  fields,
  folder,
  general,
  localization,
  operators,
  upload,
  validation,
  version,
}

/**
 * The panel in Tajik, which Payload does not ship. It loads months and weekdays by a key of its own list, and none
 * is Tajik: those of Persian, in which the panel is not offered, are Tajik here (see next.config.mjs).
 */
export const tg: Language = { dateFNSKey: 'fa-IR', translations }

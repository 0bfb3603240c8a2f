import { acceptedLanguages, type SupportedLanguages } from '@payloadcms/translations'
import { en } from '@payloadcms/translations/languages/en'
import { ru } from '@payloadcms/translations/languages/ru'

import { editor } from './editor.ts'
import { tg } from './tg.ts'

/** The languages of the panel. Each user chooses on the page of their account; before that the browser's is taken. */
export const panelLanguages = {
  fallbackLanguage: 'en' as const,
  supportedLanguages: { en, ru, tg } as SupportedLanguages,
  // The editor adds its own words here, for the languages it has.
  translations: { tg: { lexical: editor } } as object,
}

// Payload reads what a browser asks for against this list of its own, which has no Tajik.
const known = acceptedLanguages as unknown as string[]
if (!known.includes('tg')) known.push('tg')

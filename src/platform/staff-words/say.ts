import type { Locale } from '../../contract/basics.ts'

/** One sentence in every language of the panel; `{places}` are filled in. */
export type Words = Record<Locale, string>
export const say = (en: string, ru: string, tg: string): Words => ({ en, ru, tg })

import { APIError, type PayloadRequest } from 'payload'

import { DEFAULT_LOCALE, type Locale, LOCALES } from '../contract/basics.ts'
import { hasRole } from './access.ts'
import { PROBLEM_WORDS } from './messages.ts'
import type { Refusal } from './problem.ts'
import { ASKED } from './staff-words/asked.ts'
import { COMMENTS } from './staff-words/comments.ts'
import { CONTENT } from './staff-words/content.ts'
import { MAIL } from './staff-words/mail.ts'
import { PEOPLE } from './staff-words/people.ts'
import { SIGN_IN } from './staff-words/sign-in.ts'
import type { Words } from './staff-words/say.ts'

/** What people who are signed in are told when something of theirs is refused, and how to mend it. */
const WORDS = {
  ...COMMENTS,
  ...CONTENT,
  ...PEOPLE,
  ...SIGN_IN,
  ...MAIL,
  ...ASKED,
}

export type StaffWord = keyof typeof WORDS
type Values = Record<string, string | number>
type Asking = Partial<Pick<PayloadRequest, 'i18n'>> & Pick<PayloadRequest, 'user'>

/** Every sentence, in all languages. */
export const STAFF_WORDS: Record<StaffWord, Words> = WORDS

/** A sentence in a language, its `{places}` filled in. */
export const staffWordIn = (locale: Locale, key: StaffWord, values: Values = {}): string =>
  WORDS[key][locale].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

/** The language of the panel of the person asking; programs, which have keys, are told in English. */
export const languageOf = (req: Asking): Locale =>
  hasRole(req, 'frontend')
    ? DEFAULT_LOCALE
    : (LOCALES.find((locale) => locale === req.i18n?.language) ?? DEFAULT_LOCALE)

/** A sentence in the language of the person asking. */
export const staffWord = (req: Asking, key: StaffWord, values?: Values): string =>
  staffWordIn(languageOf(req), key, values)

/** To be thrown within Payload: refuses what a person asked, in their language. */
export const refusalTo = (req: Asking, status: number, key: StaffWord, values?: Values) =>
  new APIError(staffWord(req, key, values), status, undefined, true)

/** A refusal of a service, as people at the staff door are told it: what it says itself, or what its kind says. */
export const wordsOfRefusal = (req: Asking, { code, detail, errors }: Refusal): string =>
  detail ?? errors?.map(({ message }) => message).join(' ') ?? PROBLEM_WORDS[code][languageOf(req)]

import { APIError, type PayloadRequest } from 'payload'

import { type StaffWord, staffWord } from '../platform/staff-words.ts'

/** What staff are refused, and the status; programs know it by `code`. */
const STATUS = {
  'code-needed': 401,
  'code-wrong': 401,
  'code-throttled': 429,
  'password-wrong': 401,
  'set-up-first': 403,
  'is-required': 409,
  'is-on': 409,
  'is-off': 409,
  'not-here': 404,
  forbidden: 403,
  'sign-in': 401,
} as const satisfies Partial<Record<StaffWord, number>>
type Code = keyof typeof STATUS

/** What programs are told; the first two are in the docs. */
const CODES: Partial<Record<Code, string>> = {
  'code-needed': 'one-time-code-needed',
  'code-wrong': 'one-time-code-wrong',
  'code-throttled': 'one-time-code-throttled',
  'set-up-first': 'second-factor-needed',
}

/** A refusal in the language of the panel. It says no more than who asked knows already. */
export class StaffRefusal extends APIError<{ code: string }> {
  constructor(
    req: Pick<PayloadRequest, 'i18n' | 'user'>,
    readonly word: Code,
  ) {
    super(staffWord(req, word), STATUS[word], { code: CODES[word] ?? word }, true)
  }
}

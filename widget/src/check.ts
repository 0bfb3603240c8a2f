import type { FieldError, Locale, Thread } from 'ovoz/client'

import { say, type TextKey } from './texts/index.ts'
import type { FormValues } from './view.ts'

/** Characters as the server counts them: Unicode code points. */
export const lengthOf = (text: string) => [...text].length

const isBlank = (text: string) => text.replace(/[\s\p{Cf}]/gu, '') === ''

const isWebAddress = (text: string) => /^https?:\/\/[^\s/]+\.[^\s/]/i.test(text)

/** What the server would refuse, told before sending; it has the last word. */
export function check(
  values: FormValues,
  { limits, requires }: Pick<Thread, 'limits' | 'requires'>,
  locale: Locale,
): FieldError[] {
  const errors: FieldError[] = []
  const fault = (field: string, code: string, key: TextKey, put = {}) =>
    errors.push({ field, code, message: say(locale, key, put) })
  const typed = (field: keyof typeof limits) => (values[field] ?? '').trim()

  for (const field of ['body', 'name', 'email', 'url'] as const) {
    const isRequired = field === 'body' || (field !== 'url' && requires[field])
    if (isRequired && isBlank(typed(field))) fault(field, 'required', 'required')
    else if (lengthOf(typed(field)) > limits[field])
      fault(field, 'too-long', 'tooLong', { most: limits[field] })
  }
  const email = typed('email')
  if (email && !/^[^\s@,;<>"()]+@[^\s@,;<>"()]+\.[^\s@,;<>"().]{2,}$/.test(email))
    fault('email', 'invalid', 'badEmail')
  else if (email)
    for (const field of ['body', 'name', 'url'] as const)
      if (typed(field).toLowerCase().includes(email.toLowerCase())) fault(field, 'not-allowed', 'emailShown')
  if (typed('url') && !isWebAddress(typed('url'))) fault('url', 'invalid', 'badUrl')
  if (values.notify && !email && !requires.email) fault('email', 'required', 'required')
  return errors
}

import {
  COMMENT_LIMITS,
  type FieldError,
  type Locale,
  type Notification,
  type Submission,
} from '../contract/index.ts'
import { readEmail } from '../platform/email.ts'
import { word, type WordKey } from '../platform/messages.ts'
import { cleanLine, cleanText, isBlank, isWebAddress, lengthOf } from '../platform/text.ts'

/** A submission with nothing in it that we would not keep. */
export type CleanSubmission = {
  name: string
  email: string
  url: string | null
  body: string
  notify: Notification
}

type Rules = { requireName: boolean; requireEmail: boolean }

/**
 * Whether what a reader wrote can be kept, and what of it.
 * All faults are told at once, each at its field, so that nobody has to send a form twice to learn of the second.
 */
export function decideSubmission({
  submission,
  rules,
  locale,
}: {
  submission: Pick<Submission, 'name' | 'email' | 'url' | 'body' | 'notify'>
  rules: Rules
  locale: Locale
}): { kind: 'accept'; values: CleanSubmission } | { kind: 'refuse'; errors: FieldError[] } {
  const errors: FieldError[] = []
  const fault = (field: string, code: string, key: WordKey, values = {}) =>
    errors.push({ field, code, message: word(key, locale, values) })

  const name = cleanLine(submission.name ?? '')
  const typed = cleanLine(submission.email ?? '')
  const url = cleanLine(submission.url ?? '')
  const body = cleanText(submission.body ?? '')

  const required = { name: rules.requireName, email: rules.requireEmail, url: false, body: true }
  for (const [field, value] of Object.entries({ name, email: typed, url, body })) {
    const most = COMMENT_LIMITS[field as keyof typeof COMMENT_LIMITS]
    if (isBlank(value) && required[field as keyof typeof required]) fault(field, 'required', 'required')
    else if (lengthOf(value) > most) fault(field, 'too-long', 'too-long', { most })
  }
  const email = typed ? readEmail(typed) : ''
  if (email === null && lengthOf(typed) <= COMMENT_LIMITS.email) fault('email', 'invalid', 'bad-email')
  if (url && lengthOf(url) <= COMMENT_LIMITS.url && !isWebAddress(url)) fault('url', 'invalid', 'bad-url')

  // The promise is that the address is not published, also not by a slip of its owner.
  if (email) {
    const shown = { name, url, body }
    for (const [field, value] of Object.entries(shown)) {
      const low = value.toLowerCase()
      if ([typed, email].some((one) => low.includes(one.toLowerCase())))
        fault(field, 'not-allowed', 'email-shown')
    }
  }
  if (errors.length) return { kind: 'refuse', errors }
  // Without an address there is nobody to tell.
  const notify = (email && submission.notify) || 'none'
  return { kind: 'accept', values: { name, email: email ?? '', url: url || null, body, notify } }
}

/**
 * Whether an edited text can be kept.
 * @param email the writer's address; empty where there is none
 */
export function decideEdit({ body, email, locale }: { body: string; email: string; locale: Locale }) {
  const decided = decideSubmission({
    submission: { body, email },
    rules: { requireName: false, requireEmail: false },
    locale,
  })
  return decided.kind === 'accept' ? { kind: decided.kind, body: decided.values.body } : decided
}

import { type Locale, OvozError } from 'ovoz/client'

import { formatWait } from './format.ts'
import { say } from './texts/index.ts'

/** What readers are told of a request that failed, with the way out; null where the faults of fields say it all. */
export function problemOf(error: unknown, locale: Locale): string | null {
  const kept = say(locale, 'textKept')
  if (!(error instanceof OvozError)) return `${say(locale, 'offline')} ${kept}`
  if (error.errors.length) return null
  if (error.status < 429) return error.message
  const { retryAfter } = error
  const when = retryAfter === null ? say(locale, 'later') : formatWait(retryAfter, locale)
  return `${error.message} ${kept} ${say(locale, 'sendAgain', { when })}`
}

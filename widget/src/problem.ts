import { type Locale, OvozError } from 'ovoz/client'

import { say } from './texts/index.ts'

/** What readers are told of a request that failed, with the way out; null where the faults of fields say it all. */
export function problemOf(error: unknown, locale: Locale): string | null {
  if (!(error instanceof OvozError)) return say(locale, 'offline')
  if (error.errors.length) return null
  if (error.code === 'throttled' || error.code === 'unavailable') {
    const seconds = error.retryAfter
    if (seconds === null) return error.message
    const isLong = seconds > 90
    const n = isLong ? Math.ceil(seconds / 60) : seconds
    return `${error.message} ${say(locale, isLong ? 'retryMinutes' : 'retrySeconds', { n })}`
  }
  return error.status >= 500 || error.code === 'unknown' ? say(locale, 'fault') : error.message
}

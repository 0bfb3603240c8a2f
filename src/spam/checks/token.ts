import type { Check } from '../check.ts'

const FOUND = {
  bad: 'of another page, forged, or used too often',
  expired: 'older than a day',
  'too-fast': 'sent within seconds',
}

/** The token of the form: of this page, and neither too new nor too old. Whoever has no script brings none. */
export const token: Check = (_, { form }) => {
  if (form.token === 'good') return null
  if (form.token !== 'missing') return { verdict: 'hold', reason: 'token', detail: FOUND[form.token] }
  // Where no work is asked for, none of our forms needs to fetch one.
  return form.work === 'off' ? null : { verdict: 'hold', reason: 'token', detail: 'none' }
}

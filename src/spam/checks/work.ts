import type { Check } from '../check.ts'

const FOUND = { missing: 'none', bad: 'wrong, too old, or used before' }

/** The small work that browsers do before they send. Without a script it is not done, which alone is no fault. */
export const work: Check = (_, { form }) =>
  form.work === 'off' || form.work === 'good'
    ? null
    : { verdict: 'hold', reason: 'work', detail: FOUND[form.work] }

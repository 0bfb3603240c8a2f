import type { Check } from '../check.ts'

/** A field that no reader sees, and that no browser fills in: only a program writes there. */
export const honeypot: Check = (_, { form }) =>
  form.isHoneypotFilled ? { verdict: 'spam', reason: 'honeypot' } : null

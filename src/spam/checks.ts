import type { Check } from './check.ts'
import { flood } from './checks/flood.ts'
import { honeypot } from './checks/honeypot.ts'
import { token } from './checks/token.ts'
import { work } from './checks/work.ts'
import { TEXT_CHECKS } from './text-checks.ts'

/**
 * Every check, in the order in which moderators read what they found: first what is in the text. A new one is a file in
 * `checks` and a line here or in `text-checks.ts`. That an article takes comments at all is decided before: src/content/discussion.ts.
 */
export const CHECKS: readonly Check[] = [...TEXT_CHECKS, honeypot, token, work, flood]

import type { Check } from './check.ts'
import { classifier } from './checks/classifier.ts'
import { flood } from './checks/flood.ts'
import { honeypot } from './checks/honeypot.ts'
import { imitates } from './checks/imitates.ts'
import { language } from './checks/language.ts'
import { links } from './checks/links.ts'
import { repeated } from './checks/repeated.ts'
import { token } from './checks/token.ts'
import { words } from './checks/words.ts'
import { work } from './checks/work.ts'

/**
 * Every check, in the order in which moderators read what they found. A new one is a file beside these and a line here.
 * That an article takes comments at all is decided before: src/content/discussion.ts.
 */
export const CHECKS: readonly Check[] = [
  honeypot,
  token,
  work,
  flood,
  imitates,
  links,
  repeated,
  words,
  language,
  classifier,
]

import type { Locale } from '../contract/index.ts'
import type { Model } from './model.ts'
import type { SpamReason } from './reasons.ts'

export type { SpamReason } from './reasons.ts'

export type Verdict = 'hold' | 'spam' | 'refuse'

/** detail: what was found, for moderators, at most 100 characters, no address. */
export type Finding = { verdict: Verdict; reason: SpamReason; detail?: string }

export type Written = { name: string; email: string; url: string | null; body: string; locale: Locale }

/** Everything a check may know beside the comment, gathered before, so that each check is pure. */
export type Known = {
  now: Date
  /** Names of staff, and of people who are named authors. */
  staffNames: readonly string[]
  /** Words of the site's own lists. */
  holdWords: readonly string[]
  spamWords: readonly string[]
  /** Languages in which the article is there; [] where that is not known. */
  expected: readonly Locale[]
  /** How often the same text (by its folded digest) came before, in the last days, from anybody. */
  sameText: number
  /** How many came in the last hour. */
  lately: { writer: number; network: number; article: number; site: number }
  form: {
    token: 'good' | 'missing' | 'bad' | 'expired' | 'too-fast'
    work: 'off' | 'good' | 'missing' | 'bad'
    isHoneypotFilled: boolean
  }
  isClosed: boolean
  /** From how many in an hour on a comment waits; 0 for never. Without it, no number is too many. */
  most?: { writer: number; network: number; article: number; site: number }
  /** How many links a comment may have; without it, what the check itself says. */
  linksAllowed?: number
  /** What this site's moderation has taught; null while it is too little, or switched off. */
  model: Model | null
}

export type Check = (written: Written, known: Known) => Finding | null

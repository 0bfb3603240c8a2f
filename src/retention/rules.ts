import type { Locale } from '../contract/basics.ts'
import { RULES } from './table.ts'

export type Words = Record<Locale, string>
/** A number of days that administrators choose, within bounds. */
export type Term = { setting: TermName; preset: number; least: number; most: number }

/**
 * How long: a chosen number of days; a fixed one; or as long as something lasts, in words. `asked` is what a reader
 * can have erased before.
 */
export type Lasts = { term: Term } | { days: number } | { while: Words }

export type Rule = {
  id: string
  /** What is kept about readers. */
  what: Words
  why: Words
  lasts: Lasts
  /** How what is due is found, without a look at all the rest: collection and index. Null where the rule deletes nothing. */
  index: string | null
}

export const TERM_NAMES = [
  'removedDays',
  'networkDays',
  'unconfirmedDays',
  'mailDays',
  'deliveryDays',
  'auditDays',
] as const
export type TermName = (typeof TERM_NAMES)[number]

export const TERMS: readonly Term[] = [
  ...new Map(
    RULES.flatMap(({ lasts }) => ('term' in lasts ? [[lasts.term.setting, lasts.term] as const] : [])),
  ).values(),
]

export type Days = Record<TermName, number>

/** What is chosen, as it may be: a value that is missing or out of bounds gives way to what we preset. */
export function daysOf(kept: Partial<Record<TermName, unknown>> | null | undefined): Days {
  return Object.fromEntries(
    TERMS.map(({ setting, preset, least, most }) => {
      const value = kept?.[setting]
      const isFit = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      return [setting, isFit ? value : preset]
    }),
  ) as Days
}

const DAY = 24 * 60 * 60_000

/** What came before this time is due. */
export const dueBefore = ({ now, days }: { now: Date; days: number }) => new Date(now.getTime() - days * DAY)

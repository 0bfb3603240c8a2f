import type { Locale, PrivacyText } from '../contract/index.ts'
import type { SpamRules } from '../spam/rules.ts'
import { rulesOutside } from './outside.ts'
import type { Days, Rule } from './rules.ts'
import { RULES } from './table.ts'

const FORMS: Record<Locale, Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }> = {
  en: { one: 'day', other: 'days' },
  ru: { one: 'день', few: 'дня', many: 'дней', other: 'дня' },
  tg: { other: 'рӯз' },
}

/** A number of days in words: `15 days`. */
export function daysIn(locale: Locale, days: number): string {
  const rule = new Intl.PluralRules(locale).select(days)
  return `${days} ${FORMS[locale][rule] ?? FORMS[locale].other}`
}

/** How many days a rule lasts; null where it lasts as long as something else. */
export const lastsFor = ({ lasts }: Rule, days: Days): number | null =>
  'term' in lasts ? days[lasts.term.setting] : 'days' in lasts ? lasts.days : null

/** The rules in words, with the days that are chosen now and the services that are asked: for readers, and for the panel. */
export const toPublicRules = ({
  locale,
  days,
  spam,
}: {
  locale: Locale
  days: Days
  spam: Pick<SpamRules, 'akismet' | 'siteCheck'>
}): PrivacyText => ({
  locale,
  items: [...RULES, ...rulesOutside(spam)].map((rule) => {
    const lasts = lastsFor(rule, days)
    const { id, what, why } = rule
    const kept = 'while' in rule.lasts ? rule.lasts.while[locale] : daysIn(locale, lasts ?? 0)
    return { id, what: what[locale], why: why[locale], kept, days: lasts }
  }),
})

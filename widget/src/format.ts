import type { Locale } from 'ovoz/client'

export type PluralForm = 'one' | 'few' | 'many' | 'other'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WEEK = 7 * DAY

/** What Intl is asked for. Readers of English here are of many countries, and day, month, year is what most of them write. */
const TAGS: Record<Locale, string> = { en: 'en-GB', ru: 'ru', tg: 'ru' }

/** Months as they stand in a date: with the izofat that binds them to the year. Browsers know no Tajik ones. */
const TAJIK_MONTHS = [
  'январи',
  'феврали',
  'марти',
  'апрели',
  'майи',
  'июни',
  'июли',
  'августи',
  'сентябри',
  'октябри',
  'ноябри',
  'декабри',
]
const TAJIK_UNITS = { second: 'сония', minute: 'дақиқа', hour: 'соат', day: 'рӯз' }
const JUST_NOW: Record<Locale, string> = { en: 'just now', ru: 'только что', tg: 'ҳозир' }

/** Which form a noun takes after a number. Tajik nouns do not change after one; its rule is by hand, since Intl has none. */
export function plural(locale: Locale, n: number): PluralForm {
  if (locale === 'tg') return n === 1 ? 'one' : 'other'
  return new Intl.PluralRules(locale).select(n) as PluralForm
}

/** A text with its `{places}` filled in; a place nobody fills stays, so that it is seen. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

export const formatNumber = (n: number, locale: Locale): string =>
  new Intl.NumberFormat(TAGS[locale]).format(n)

/**
 * A day, such as `24 November 2026`, `24 ноября 2026 г.`, `24 ноябри соли 2026`.
 * @param timeZone IANA name; without it, that of the machine.
 */
export function formatDate(date: Date, locale: Locale, timeZone?: string): string {
  if (locale !== 'tg')
    return new Intl.DateTimeFormat(TAGS[locale], { dateStyle: 'long', timeZone }).format(date)
  const parts = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone,
  })
    .formatToParts(date)
    .map(({ type, value }) => [type, Number(value)])
  const { day, month, year } = Object.fromEntries(parts) as Record<string, number>
  return `${day} ${TAJIK_MONTHS[month! - 1]} соли ${year}`
}

/**
 * A day and a time of day. A time zone that is named here is named to the reader too; without one it is the
 * reader's own.
 */
export function formatDateTime(date: Date, locale: Locale, timeZone?: string): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    ...(timeZone !== undefined && { timeZoneName: 'short' }),
  }).format(date)
  return `${formatDate(date, locale, timeZone)}${locale === 'tg' ? ', соати' : ','} ${time}`
}

/**
 * How long ago something was, in words; from a week on, its day. What lies ahead by less than a minute, by a clock
 * that is slow, was just now.
 */
export function formatRelative(date: Date, now: Date, locale: Locale, timeZone?: string): string {
  const seconds = (now.getTime() - date.getTime()) / 1000
  if (seconds >= WEEK || seconds <= -MINUTE) return formatDate(date, locale, timeZone)
  if (seconds < MINUTE) return JUST_NOW[locale]
  const [unit, size] =
    seconds < HOUR
      ? (['minute', MINUTE] as const)
      : seconds < DAY
        ? (['hour', HOUR] as const)
        : (['day', DAY] as const)
  const count = Math.floor(seconds / size)
  if (locale === 'tg') return `${count} ${TAJIK_UNITS[unit]} пеш`
  return new Intl.RelativeTimeFormat(TAGS[locale]).format(-count, unit)
}

/** How long it is until something may be tried again, such as `in 2 minutes`. */
export function formatWait(seconds: number, locale: Locale): string {
  const [unit, count] =
    seconds > 90 ? (['minute', Math.ceil(seconds / MINUTE)] as const) : (['second', seconds] as const)
  if (locale === 'tg') return `пас аз ${count} ${TAJIK_UNITS[unit]}`
  return new Intl.RelativeTimeFormat(TAGS[locale]).format(count, unit)
}

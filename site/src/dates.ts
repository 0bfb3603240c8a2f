import { formatDate } from '@ovoz/widget/format.ts'
import type { Locale } from 'ovoz/client'

import { clockAt, dateOf, daysOf, minutesAhead, type Span } from './days.ts'

type Moment = { date: Date; locale: Locale; timeZone: string }

/** A time of day, such as `14:05`: everywhere with 24 hours, as it is written in all three languages here. */
export const formatTime = ({ date, timeZone }: Moment): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(date)

/** Monday first. Browsers know no Tajik short ones, and few know the long ones. */
const WEEKDAYS: Record<Locale, string[]> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  ru: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
  tg: ['душанбе', 'сешанбе', 'чоршанбе', 'панҷшанбе', 'ҷумъа', 'шанбе', 'якшанбе'],
}
const SHORT_WEEKDAYS: Record<Locale, string[]> = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  ru: ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'],
  tg: ['Дш', 'Сш', 'Чш', 'Пш', 'Ҷм', 'Шб', 'Яш'],
}
/** Three letters for a leaf of a calendar; Russian and Tajik happen to have the same. */
const CYRILLIC = ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек']
const SHORT_MONTHS: Record<Locale, string[]> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  ru: CYRILLIC,
  tg: CYRILLIC,
}
/** Cities by whose clocks events here go, as Russian and Tajik say “by the time of …”; of others, only the distance is told. */
const CITY_TIMES: Record<string, { ru: string; tg: string }> = {
  'Asia/Dushanbe': { ru: 'Душанбе', tg: 'Душанбе' },
  'Asia/Tashkent': { ru: 'Ташкента', tg: 'Тошканд' },
  'Asia/Samarkand': { ru: 'Самарканда', tg: 'Самарқанд' },
  'Asia/Bishkek': { ru: 'Бишкека', tg: 'Бишкек' },
  'Asia/Almaty': { ru: 'Алматы', tg: 'Алмаато' },
  'Asia/Kabul': { ru: 'Кабула', tg: 'Кобул' },
  'Europe/Moscow': { ru: 'Москвы', tg: 'Маскав' },
  'Europe/Berlin': { ru: 'Берлина', tg: 'Берлин' },
  'Europe/London': { ru: 'Лондона', tg: 'Лондон' },
}
const ZONE: Record<Locale, (city: string) => string> = {
  en: (city) => `${city} time`,
  ru: (city) => `по времени ${city}`,
  tg: (city) => `бо вақти ${city}`,
}
/** What stands before a time of day. */
const AT: Record<Locale, string> = { en: '', ru: '', tg: 'соати ' }

export const capitalize = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Seven names, Monday first. */
export const weekdays = (locale: Locale, { isShort = false } = {}) =>
  (isShort ? SHORT_WEEKDAYS : WEEKDAYS)[locale]

/** 0 is Monday. */
export const weekdayOf = (day: string) => (dateOf(day).getUTCDay() + 6) % 7

/** A day such as `2026-11-24`, in words: `24 November 2026`. */
export const formatDay = (day: string, locale: Locale) => formatDate(dateOf(day), locale, 'UTC')

/** `Tuesday, 24 November 2026`; in Russian and Tajik the weekday is lower-case, as it stands within a sentence. */
export const formatFullDay = (day: string, locale: Locale) =>
  `${WEEKDAYS[locale][weekdayOf(day)]}, ${formatDay(day, locale)}`

/** A day on a leaf of a calendar: its number, and three letters of its month. */
export const leafOf = (day: string, locale: Locale) => ({
  day: String(Number(day.slice(8))),
  month: SHORT_MONTHS[locale][Number(day.slice(5, 7)) - 1]!,
})

/** A month such as `2026-11` as a heading: `November 2026`, `Ноябрь 2026`, `Ноябри соли 2026`. */
export function formatMonth(month: string, locale: Locale): string {
  const date = dateOf(`${month}-01`)
  if (locale === 'tg') return capitalize(formatDate(date, locale, 'UTC').replace(/^\d+ /, ''))
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(date)
  return capitalize(`${name} ${date.getUTCFullYear()}`)
}

/** Days from one to another; what both have in common is said once: `24–26 November 2026`. */
export function formatDays({ first, last }: { first: string; last: string }, locale: Locale): string {
  const end = formatDay(last, locale)
  if (first === last) return end
  if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${end}`
  const start = formatDay(first, locale)
  if (first.slice(0, 4) !== last.slice(0, 4)) return `${start} – ${end}`
  // Without its year, a Tajik month has nothing to be bound to.
  const short = locale === 'tg' ? start.replace(/и соли \d+$/, '') : start.replace(/ \d+( г\.)?$/, '')
  return `${short} – ${end}`
}

/** `UTC+5`, `UTC−3:30`; `UTC` alone where there is no distance. */
function formatOffset(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`
}

/** By which clocks a time is told: `Dushanbe time, UTC+5`. */
export function formatZone({ date, locale, timeZone }: Moment): string {
  const offset = formatOffset(minutesAhead(date, timeZone))
  const isPlace = timeZone.includes('/') && !timeZone.startsWith('Etc/')
  const english = isPlace ? timeZone.split('/').at(-1)!.replaceAll('_', ' ') : undefined
  const city = { en: english, ...CITY_TIMES[timeZone] }[locale]
  return city ? `${ZONE[locale](city)}, ${offset}` : offset
}

/** The hours of what is of one day. */
function hoursOf({ start, end, timeZone }: Span): string {
  const from = clockAt(new Date(start), timeZone).time
  const to = end === null ? from : clockAt(new Date(end), timeZone).time
  // Midnight at the end of a day is written as such, for 00:00 would be its beginning.
  return to === from ? from : `${from}–${to === '00:00' ? '24:00' : to}`
}

/**
 * When an event is, by the clocks of its own zone and in parts that a page may set apart. Of more than one day with
 * hours, both ends are in `day` with theirs, and `time` is null, as it is for what goes on all day.
 */
export function partsOfSpan(span: Span, locale: Locale): { day: string; time: string | null } {
  const { start, end, timeZone, allDay } = span
  const days = daysOf(span)
  if (allDay) return { day: formatDays(days, locale), time: null }
  if (days.first === days.last)
    return { day: formatDay(days.first, locale), time: AT[locale] + hoursOf(span) }
  const at = (moment: string) => {
    const { day, time } = clockAt(new Date(moment), timeZone)
    return `${formatDay(day, locale)}, ${AT[locale]}${time}`
  }
  return { day: `${at(start)} – ${at(end!)}`, time: null }
}

/** When an event is, in one line: `24 November 2026, 10:00–16:00`. */
export function formatSpan(span: Span, locale: Locale): string {
  const { day, time } = partsOfSpan(span, locale)
  return time === null ? day : `${day}, ${time}`
}

/** What a machine reads as the beginning of an event: a moment, or the day alone. */
export const machineTime = (span: Span) => (span.allDay ? daysOf(span).first : span.start)

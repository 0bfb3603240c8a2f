import type { I18n } from '@payloadcms/translations'

type DateLocale = I18n['dateFNS']

const MONTHS = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'май',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
]
const SHORT_MONTHS = ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек']
const DAYS = ['якшанбе', 'душанбе', 'сешанбе', 'чоршанбе', 'панҷшанбе', 'ҷумъа', 'шанбе']
const SHORT_DAYS = ['яш', 'дш', 'сш', 'чш', 'пш', 'ҷм', 'шб']
const ERAS = ['то милод', 'милодӣ']
const PERIODS: Record<string, string> = {
  am: 'п.н.',
  pm: 'б.н.',
  midnight: 'нисфи шаб',
  noon: 'нисфирӯзӣ',
  morning: 'субҳ',
  afternoon: 'баъди нисфирӯзӣ',
  evening: 'бегоҳӣ',
  night: 'шаб',
}

const isShort = (width: unknown) => width === 'abbreviated' || width === 'short' || width === 'narrow'

const UNITS: [ending: string, word: string][] = [
  ['Seconds', 'сония'],
  ['Minutes', 'дақиқа'],
  ['Hours', 'соат'],
  ['Days', 'рӯз'],
  ['Weeks', 'ҳафта'],
  ['Months', 'моҳ'],
  ['Years', 'сол'],
]
const NEARLY: [beginning: string, word: string][] = [
  ['lessThan', 'камтар аз'],
  ['about', 'тақрибан'],
  ['over', 'зиёда аз'],
  ['almost', 'қариб'],
]

/** A length of time: “тақрибан 3 соат”; Tajik counts with one form of the word. */
const formatDistance: DateLocale['formatDistance'] = (token, count, options) => {
  const unit = UNITS.find(([ending]) => token.endsWith(ending))?.[1]
  const nearly = NEARLY.find(([beginning]) => token.startsWith(beginning))?.[1]
  const length = unit ? [nearly, count, unit].filter(Boolean).join(' ') : 'ним дақиқа'
  if (!options?.addSuffix) return length
  return (options.comparison ?? 0) > 0 ? `баъди ${length}` : `${length} пеш`
}

const RELATIVE: Record<string, string> = {
  lastWeek: "eeee'и гузашта, соати' p",
  yesterday: "'дирӯз, соати' p",
  today: "'имрӯз, соати' p",
  tomorrow: "'фардо, соати' p",
  nextWeek: "eeee, 'соати' p",
  other: 'P',
}

const FORMATS = {
  date: { full: "EEEE, d MMMM 'соли' y", long: "d MMMM 'соли' y", medium: 'd MMM y', short: 'dd.MM.y' },
  time: { full: 'HH:mm:ss zzzz', long: 'HH:mm:ss z', medium: 'HH:mm:ss', short: 'HH:mm' },
  dateTime: { full: '{{date}}, {{time}}' },
}
const formatOf =
  (formats: Record<string, string>) =>
  ({ width }: { width?: string }) =>
    formats[width ?? 'full'] ?? formats.full!

/** Reads one of some names at the beginning of what was typed, the longest that stands there. */
function matchOf(...lists: string[][]) {
  const names = lists.flatMap((list) => list.map((name, value) => ({ name, value })))
  names.sort((a, b) => b.name.length - a.name.length)
  return (typed: string) => {
    const found = names.find(({ name }) => typed.toLowerCase().startsWith(name))
    return found ? { value: found.value, rest: typed.slice(found.name.length) } : null
  }
}
function matchNumber(typed: string) {
  const digits = /^\d+/.exec(typed)?.[0]
  return digits ? { value: Number(digits), rest: typed.slice(digits.length) } : null
}
const PERIOD_NAMES = Object.keys(PERIODS)
const matchPeriod = matchOf(Object.values(PERIODS))

/** Months, weekdays and lengths of time in Tajik, in the shape of date-fns, which ships none. */
export const tajikDates: DateLocale = {
  code: 'tg',
  formatDistance,
  formatRelative: (token) => RELATIVE[token]!,
  formatLong: {
    date: formatOf(FORMATS.date),
    time: formatOf(FORMATS.time),
    dateTime: formatOf(FORMATS.dateTime),
  },
  localize: {
    preprocessor: (_date, parts) => parts,
    ordinalNumber: (value) => String(value),
    era: (era) => ERAS[era]!,
    quarter: (quarter) => `чоряки ${quarter}`,
    // Before a year a month takes the ending that joins them: «24 ноябри 2026», but «ноябр» alone.
    month: (month, { context, width } = {}) =>
      isShort(width) ? SHORT_MONTHS[month]! : `${MONTHS[month]}${context === 'standalone' ? '' : 'и'}`,
    day: (day, { width } = {}) => (isShort(width) ? SHORT_DAYS[day]! : DAYS[day]!),
    dayPeriod: (period) => PERIODS[period]!,
  },
  match: {
    ordinalNumber: matchNumber as DateLocale['match']['ordinalNumber'],
    era: matchOf(ERAS) as DateLocale['match']['era'],
    quarter: ((typed: string) => {
      const found = matchNumber(typed.replace(/^чоряки\s+/i, ''))
      return found && { ...found, value: found.value - 1 }
    }) as DateLocale['match']['quarter'],
    month: matchOf(
      MONTHS.map((name) => `${name}и`),
      MONTHS,
      SHORT_MONTHS,
    ) as DateLocale['match']['month'],
    day: matchOf(DAYS, SHORT_DAYS) as DateLocale['match']['day'],
    dayPeriod: ((typed: string) => {
      const found = matchPeriod(typed)
      return found && { ...found, value: PERIOD_NAMES[found.value]! }
    }) as DateLocale['match']['dayPeriod'],
  },
  options: { weekStartsOn: 1, firstWeekContainsDate: 1 },
}

/** The name under which Payload looks for it; see next.config.mjs. */
export { tajikDates as faIR }

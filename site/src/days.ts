/** The day, hour and minute that the clocks of a zone show. */
type Clock = { day: string; time: string }

const DAY = 24 * 60 * 60_000

const clocks = new Map<string, Intl.DateTimeFormat>()

/** A clock for each zone, made once; a zone that this machine does not know goes by UTC. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const make = (zone: string) =>
    new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
  let clock: Intl.DateTimeFormat
  try {
    clock = make(timeZone)
  } catch {
    clock = make('UTC')
  }
  clocks.set(timeZone, clock)
  return clock
}

/** What the clocks of a zone show at a moment: `{ day: '2026-11-27', time: '09:00' }`. */
export function clockAt(moment: Date, timeZone: string): Clock {
  const parts = clockOf(timeZone)
    .formatToParts(moment)
    .map(({ type, value }) => [type, value])
  const { year, month, day, hour, minute } = Object.fromEntries(parts) as Record<string, string>
  return { day: `${year!.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` }
}

/** How far the clocks of a zone are ahead of UTC at a moment, in minutes. */
export function minutesAhead(moment: Date, timeZone: string): number {
  const { day, time } = clockAt(moment, timeZone)
  return Math.round((Date.parse(`${day}T${time}:00Z`) - moment.getTime()) / 60_000)
}

/** A day such as `2026-11-27` as the moment it begins in UTC, where every day has 24 hours. */
export const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)

/** The day that is some days after another. */
export const dayAfter = (day: string, by = 1) =>
  new Date(dateOf(day).getTime() + by * DAY).toISOString().slice(0, 10)

/** How many days lie between two. */
export const daysBetween = (first: string, last: string) =>
  Math.round((dateOf(last).getTime() - dateOf(first).getTime()) / DAY)

/** When something is, as the API says it. */
export type Span = { start: string; end: string | null; timeZone: string; allDay: boolean }

/** Until when a night belongs to the evening before, and how long such an evening is at most, in milliseconds. */
const MORNING = '06:00'
const EVENING = DAY / 2

/**
 * The first and the last day of an event by the clocks of its own zone. What ends at midnight ends with the day before;
 * so the last day of what goes on all day may be stored as its midnight or as any time within it. What begins in the
 * evening and ends in the night is of one day, as people say it.
 */
export function daysOf({ start, end, timeZone, allDay }: Span): { first: string; last: string } {
  const first = clockAt(new Date(start), timeZone).day
  const lasting = end === null ? 0 : Date.parse(end) - Date.parse(start)
  if (end === null || lasting <= 0) return { first, last: first }
  const { day, time } = clockAt(new Date(end), timeZone)
  const isNight = !allDay && time <= MORNING && lasting <= EVENING
  const last = time === '00:00' || isNight ? dayAfter(day, -1) : day
  return { first, last: last < first ? first : last }
}

/** Whether an event has ended. What goes on all day lasts until its day is over; what has no end is over once it began. */
export function isOver(span: Span, now: Date): boolean {
  if (span.allDay) return daysOf(span).last < clockAt(now, span.timeZone).day
  return new Date(span.end ?? span.start) < now
}

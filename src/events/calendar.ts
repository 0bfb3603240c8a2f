import ical, { type ICalDayJsStub, ICalEventStatus } from 'ical-generator'

import { isShownTwice, nextDay, toDays, toWallClock, type WallClock } from '../platform/time-zone.ts'
import { toVtimezone } from './vtimezone.ts'

/** An event as a calendar shows it. Texts are plain; times ISO 8601 in UTC; `end` after `start`, or nothing. */
export type CalendarEvent = {
  /** Unique in the world, and the same whatever becomes of the event. */
  uid: string
  /** Grows when what is planned changes. */
  sequence: number
  title: string
  description: string | null
  location: string | null
  url: string
  start: string
  end: string | null
  timeZone: string
  allDay: boolean
  isCancelled: boolean
  updatedAt: string
}

/** How often a calendar should be asked for again, in seconds. */
const REFRESH = 60 * 60

// Also at the end of a text and within a name; a calendar is lines, and nothing may begin one that we did not.
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]|\p{Cs}/gu
const clean = (text: string) => text.replace(/\r\n?/g, '\n').replace(UNSEEN, '')
const onOneLine = (text: string) => clean(text).replace(/\s+/g, ' ').trim()
/** A text value (RFC 5545, 3.3.11), for the few that the library takes to be escaped. */
const escape = (text: string) => onOneLine(text).replace(/[\\;,]/g, (sign) => `\\${sign}`)

/** Zones whose names can stand in a parameter as they are; times of any other are given in UTC. */
const isPlainZone = (timeZone: string) =>
  /^[A-Za-z0-9_+/-]+$/.test(timeZone) && !/^(Etc\/)?UTC$/i.test(timeZone)

/** Whether a time can be told by the clocks of its zone. */
const isTellable = ({ start, end, timeZone }: CalendarEvent) =>
  isPlainZone(timeZone) && [start, end ?? start].every((time) => !isShownTwice(new Date(time), timeZone))

const digits = (n: number, length: number) => String(n).padStart(length, '0')

/**
 * A time for the library to write down as the zone's clocks show it. It reads a plain `Date` by the clocks of this
 * machine, so it gets what it takes from dayjs: something that formats itself.
 */
function toClockTime(time: string, timeZone: string): ICalDayJsStub {
  const { year, month, day, hour, minute, second }: WallClock = toWallClock(new Date(time), timeZone)
  const date = digits(year, 4) + digits(month, 2) + digits(day, 2)
  const clock = digits(hour, 2) + digits(minute, 2) + digits(second, 2)
  return {
    format: (pattern) => (pattern === 'YYYYMMDD' ? date : clock),
    isValid: () => true,
    toDate: () => new Date(time),
    toJSON: () => time,
  }
}

/** When an event is: days without hours, the clocks of its zone, or UTC. */
function timesOf(event: CalendarEvent) {
  const { start, end, timeZone, allDay } = event
  if (allDay) {
    const { first, last } = toDays({ start, end, timeZone })
    // The last day is not within the range any more (RFC 5545, 3.6.1).
    return { allDay, start: new Date(first), end: new Date(nextDay(last)) }
  }
  const isLong = end !== null && end > start
  if (!isTellable(event)) return { start: new Date(start), ...(isLong && { end: new Date(end) }) }
  return {
    timezone: timeZone,
    start: toClockTime(start, timeZone),
    ...(isLong && { end: toClockTime(end, timeZone) }),
  }
}

/** The years in which each zone is used. */
function yearsByZone(events: CalendarEvent[]): Map<string, Set<number>> {
  const years = new Map<string, Set<number>>()
  for (const event of events) {
    const { start, end, timeZone, allDay } = event
    if (allDay || !isTellable(event)) continue
    const known = years.get(timeZone) ?? new Set()
    for (const time of [start, end ?? start]) known.add(toWallClock(new Date(time), timeZone).year)
    years.set(timeZone, known)
  }
  return years
}

/** A calendar file (RFC 5545). It depends on nothing but what it is given: the same events are the same bytes. */
export function toCalendar({
  name,
  url,
  events,
}: {
  name: string
  url: string
  events: CalendarEvent[]
}): string {
  const years = yearsByZone(events)
  const calendar = ical({
    prodId: '//Ovoz//Ovoz//EN',
    name: escape(name),
    source: url,
    ttl: REFRESH,
    events: events.map((event) => ({
      id: event.uid,
      sequence: event.sequence,
      stamp: new Date(event.updatedAt),
      lastModified: new Date(event.updatedAt),
      summary: onOneLine(event.title),
      description: event.description === null ? null : clean(event.description),
      location: event.location === null ? null : onOneLine(event.location),
      url: event.url,
      status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...timesOf(event),
    })),
  })
  // The library leaves the last line without its end, and would put zones before properties of the calendar. One
  // component there must be, also where there is no event (RFC 5545, 3.6).
  const zones = [...(years.size ? years : [['UTC', [1970]] as const])].map(
    ([timeZone, used]) => `${toVtimezone({ timeZone, years: used })}\r\n`,
  )
  const first = events.length ? 'BEGIN:VEVENT\r\n' : 'END:VCALENDAR\r\n'
  return `${calendar.toString()}\r\n`.replace(first, (line) => zones.join('') + line)
}

import { clockAt, dayAfter, daysBetween, daysOf, type Span } from './days.ts'
import { weekdayOf } from './dates.ts'

/** An event of more than one day, as it lies in one week: where it begins there, and over how many days it goes. */
export type Bar<E> = { event: E; span: number; isContinued: boolean; goesOn: boolean }
/** A place in a day for a bar: one that begins here, one that goes on, or nothing, so that those below keep theirs. */
export type Lane<E> = { kind: 'bar'; bar: Bar<E> } | { kind: 'through'; event: E } | { kind: 'free' }
export type DayCell<E> = {
  day: string
  isInMonth: boolean
  /** The events of several days, one above the other, each at the same height all week. */
  lanes: Lane<E>[]
  /** The events of this day alone, in the order of their hours. */
  events: E[]
}

/** Of the year 2000 and after, up to ten years ahead; nobody has an address of any other. */
const FIRST_YEAR = 2000
const YEARS_AHEAD = 10
/** How many months away a calendar is still worth a search engine's time. */
const NEAR = 12

const indexOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

/** The month a moment is in, such as `2026-11`. */
export const monthOf = (now: Date, timeZone: string) => clockAt(now, timeZone).day.slice(0, 7)

/** The month that is some months after another. */
export function monthAfter(month: string, by: number): string {
  const index = indexOf(month) + by
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** Whether there is a page for a month; `current` is the one we are in. */
export const isMonth = (text: string, current: string) =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(text) &&
  Number(text.slice(0, 4)) >= FIRST_YEAR &&
  indexOf(text) <= indexOf(current) + YEARS_AHEAD * 12

export const isNear = (month: string, current: string) => Math.abs(indexOf(month) - indexOf(current)) <= NEAR

/** The first and the last day that a month's table shows: whole weeks, Monday first. */
export function boundsOf(month: string): { first: string; last: string } {
  const first = `${month}-01`
  const last = dayAfter(`${monthAfter(month, 1)}-01`, -1)
  return { first: dayAfter(first, -weekdayOf(first)), last: dayAfter(last, 6 - weekdayOf(last)) }
}

/**
 * What to ask the API for. It goes by UTC and events by their own clocks, which are up to 14 hours off: a day more on
 * either side.
 */
export function rangeOf(month: string): { from: string; to: string } {
  const { first, last } = boundsOf(month)
  return { from: dayAfter(first, -1), to: dayAfter(last, 1) }
}

const byStart = (one: Span, other: Span) => Date.parse(one.start) - Date.parse(other.start)

type Placed<E> = { event: E; first: string; last: string }

/** Each event of several days in the highest lane that is free for all its days of the week. */
function stack<E>(placed: Placed<E>[], { monday, sunday }: { monday: string; sunday: string }) {
  const lanes: Placed<E>[][] = []
  for (const one of placed) {
    if (one.last < monday || one.first > sunday) continue
    const free = lanes.find((lane) => lane.every(({ first, last }) => last < one.first || first > one.last))
    if (free) free.push(one)
    else lanes.push([one])
  }
  return lanes
}

/** The weeks of a month as a table shows them: Monday first, with the days of the months around that fill them up. */
export function weeksOf<E extends Span>(month: string, events: readonly E[]): DayCell<E>[][] {
  const { first, last } = boundsOf(month)
  const placed = [...events].sort(byStart).map((event) => ({ event, ...daysOf(event) }))
  // The longest of those that begin on the same day lies on top.
  const long = placed
    .filter((one) => one.first !== one.last)
    .sort((one, other) => one.first.localeCompare(other.first) || other.last.localeCompare(one.last))
  const short = placed.filter((one) => one.first === one.last)
  const weeks: DayCell<E>[][] = []
  for (let monday = first; monday <= last; monday = dayAfter(monday, 7)) {
    const sunday = dayAfter(monday, 6)
    const lanes = stack(long, { monday, sunday })
    weeks.push(
      Array.from({ length: 7 }, (_, at) => {
        const day = dayAfter(monday, at)
        return {
          day,
          isInMonth: day.startsWith(month),
          lanes: trimmed(lanes.map((lane) => laneAt(lane, { day, monday, sunday }))),
          events: short.filter((one) => one.first === day).map(({ event }) => event),
        }
      }),
    )
  }
  return weeks
}

/** Places below the last bar of a day keep nothing free. */
const trimmed = <E>(lanes: Lane<E>[]) =>
  lanes.slice(0, lanes.findLastIndex(({ kind }) => kind !== 'free') + 1)

type Week = { day: string; monday: string; sunday: string }

function laneAt<E>(lane: Placed<E>[], { day, monday, sunday }: Week): Lane<E> {
  const one = lane.find(({ first, last }) => first <= day && day <= last)
  if (!one) return { kind: 'free' }
  const isContinued = one.first < monday
  if (day !== (isContinued ? monday : one.first)) return { kind: 'through', event: one.event }
  const goesOn = one.last > sunday
  const span = daysBetween(day, goesOn ? sunday : one.last) + 1
  return { kind: 'bar', bar: { event: one.event, span, isContinued, goesOn } }
}

/** Events by the days of a month they are on, soonest first; those that go on from before stand on the first. */
export function agendaOf<E extends Span>(
  month: string,
  events: readonly E[],
): { day: string; events: E[] }[] {
  const days = new Map<string, E[]>()
  for (const event of [...events].sort(byStart)) {
    const { first, last } = daysOf(event)
    const day = first < `${month}-01` && last >= `${month}-01` ? `${month}-01` : first
    if (day.startsWith(month)) days.set(day, [...(days.get(day) ?? []), event])
  }
  return [...days]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([day, list]) => ({ day, events: list }))
}

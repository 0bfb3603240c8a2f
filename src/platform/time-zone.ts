/** What a clock on the wall shows. Months count from 1. */
export type WallClock = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

const DAY = 86_400_000

const clocks = new Map<string, Intl.DateTimeFormat>()
// There are some six hundred zones, but their names may be written in many ways.
const MOST_CLOCKS = 1000

/** The zone of the server's clocks: the setting TZ. The site that the server starts tells its days in it. */
export const serverZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** A zone this machine knows: times in any other, should one ever be kept, are told in UTC. */
export function toKnownZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return timeZone
  } catch {
    return 'UTC'
  }
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const kept = clocks.get(timeZone)
  if (kept) return kept
  const clock = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: toKnownZone(timeZone),
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  if (clocks.size >= MOST_CLOCKS) clocks.clear()
  clocks.set(timeZone, clock)
  return clock
}

/** What the clocks of a zone show at a moment. */
export function toWallClock(moment: Date, timeZone: string): WallClock {
  const read = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<keyof WallClock, number>
  const { year, month, day, hour, minute, second } = read
  return { year, month, day, hour, minute, second }
}

/** How far the clocks of a zone are ahead of UTC at a moment, in seconds. */
export function offsetAt(moment: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = toWallClock(moment, timeZone)
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - Math.floor(moment.getTime() / 1000)
}

const two = (n: number) => String(n).padStart(2, '0')
const four = (n: number) => String(n).padStart(4, '0')

/** `2026-11-27` */
export const dayOf = ({ year, month, day }: WallClock) => `${four(year)}-${two(month)}-${two(day)}`

/** A moment as the clocks of a zone show it, with their distance from UTC: `2026-11-27T09:00:00+05:00`. */
export function toZonedTime(moment: Date, timeZone: string): string {
  const wall = toWallClock(moment, timeZone)
  const offset = Math.round(offsetAt(moment, timeZone) / 60)
  const ahead = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
  return `${dayOf(wall)}T${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}${ahead}`
}

const isMidnight = ({ hour, minute, second }: WallClock) => hour === 0 && minute === 0 && second === 0

/**
 * The first and the last day of what goes on all day, by the clocks of its zone. An end at midnight is the end of
 * the day before, unless it is the start as well.
 */
export function toDays({ start, end, timeZone }: { start: string; end: string | null; timeZone: string }): {
  first: string
  last: string
} {
  const first = dayOf(toWallClock(new Date(start), timeZone))
  if (end === null || end <= start) return { first, last: first }
  const wall = toWallClock(new Date(end), timeZone)
  const last = isMidnight(wall) ? nextDay(dayOf(wall), -1) : dayOf(wall)
  return { first, last: last < first ? first : last }
}

/** The day that is some days after another. */
export const nextDay = (day: string, by = 1) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY).toISOString().slice(0, 10)

/** Whether the clocks of a zone show a time twice, being set back in between: it then means two moments. */
export function isShownTwice(moment: Date, timeZone: string): boolean {
  const at = moment.getTime()
  const offset = offsetAt(moment, timeZone)
  const shown = at + offset * 1000
  // Set back since the day before, or within the day to come: the other moment has the other distance from UTC.
  return [at - DAY, at + DAY].some((near) => {
    const other = offsetAt(new Date(near), timeZone)
    const twin = shown - other * 1000
    return other !== offset && twin + offsetAt(new Date(twin), timeZone) * 1000 === shown
  })
}

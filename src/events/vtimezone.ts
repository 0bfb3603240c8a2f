import { offsetAt, toKnownZone } from '../platform/time-zone.ts'

const DAY = 86_400_000
// Clocks are not changed twice within these days, in no zone on record.
const STEP = 5 * DAY

const two = (n: number) => String(n).padStart(2, '0')

/** `+0500`, with seconds where a zone of old has them. */
function toOffset(seconds: number): string {
  const far = Math.abs(seconds)
  const rest = far % 60
  const text = `${two(Math.floor(far / 3600))}${two(Math.floor(far / 60) % 60)}${rest ? two(rest) : ''}`
  return `${seconds < 0 ? '-' : '+'}${text}`
}

/** The first moment, to the second, from which a zone has another distance from UTC, between two of which it has. */
function changeBetween(from: number, to: number, timeZone: string): number {
  const before = offsetAt(new Date(from), timeZone)
  let [low, high] = [from, to]
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000
    if (offsetAt(new Date(middle), timeZone) === before) low = middle
    else high = middle
  }
  return high
}

type Onset = { at: number; from: number; to: number }

/** What a zone's clocks are at the beginning of a year, and each change of them until its end. */
function onsetsOf(year: number, timeZone: string): Onset[] {
  const start = Date.UTC(year - 1, 11, 30)
  const end = Date.UTC(year + 1, 0, 3)
  const first = offsetAt(new Date(start), timeZone)
  const onsets: Onset[] = [{ at: start, from: first, to: first }]
  for (let from = start; from < end; from += STEP) {
    const to = Math.min(from + STEP, end)
    const [before, after] = [offsetAt(new Date(from), timeZone), offsetAt(new Date(to), timeZone)]
    if (before !== after) onsets.push({ at: changeBetween(from, to, timeZone), from: before, to: after })
  }
  return onsets
}

const isSummer = (at: number, timeZone: string) =>
  /summer|daylight/i.test(
    new Intl.DateTimeFormat('en-US', { timeZone: toKnownZone(timeZone), timeZoneName: 'long' }).format(
      new Date(at),
    ),
  )

/** A moment as clocks show it that are some seconds ahead of UTC: `20261127T090000`. */
const toLocal = (at: number, ahead: number) =>
  new Date(at + ahead * 1000).toISOString().slice(0, 19).replace(/[-:]/g, '')

/**
 * A zone as a calendar explains it (RFC 5545, 3.6.5), for the years that something happens in, lines ended by CRLF.
 * It is made from the same data that the times are, so that the two agree, whatever has been decreed lately; rules
 * that go on for ever would be wrong for the years before the last decree.
 */
export function toVtimezone({ timeZone, years }: { timeZone: string; years: Iterable<number> }): string {
  const observances = [...new Set(years)]
    .sort((a, b) => a - b)
    .flatMap((year) => onsetsOf(year, timeZone))
    .map(({ at, from, to }) => {
      const kind = isSummer(at + 1000, timeZone) ? 'DAYLIGHT' : 'STANDARD'
      const lines = [
        `BEGIN:${kind}`,
        `DTSTART:${toLocal(at, from)}`,
        `TZOFFSETFROM:${toOffset(from)}`,
        `TZOFFSETTO:${toOffset(to)}`,
        `END:${kind}`,
      ]
      return lines.join('\r\n')
    })
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...new Set(observances), 'END:VTIMEZONE'].join('\r\n')
}

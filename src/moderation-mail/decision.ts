import { offsetAt, toWallClock } from '../platform/time-zone.ts'

/** How often somebody who moderates is told of what waits. */
export const NOTICES = ['at-once', 'hourly', 'daily', 'off'] as const
export type Notices = (typeof NOTICES)[number]
/** For whoever has not chosen: one mail a day, and none while nothing waits. */
export const USUAL_NOTICES: Notices = 'daily'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The hour of the daily mail, by the clocks of the server. */
const MORNING = 7
/** Between two mails "at once" to the same person; what comes meanwhile is gathered. */
const AT_ONCE_PAUSE = MINUTE

/** How many comments are kept to be told of, and how many stand in one mail. */
const MOST_GATHERED = 100
const MOST_SHOWN = 20
/** How many characters of comments stand in one mail: mail programs hide what is beyond 100 kB. */
const MOST_TEXT = 20_000

/** What is gathered for one person. `since`: when the first of it began to wait; null where there is nothing. */
export type Gathered = { comments: string[]; since: string | null }

/** Adds what has begun to wait, each comment once; of a flood, the first hundred. */
export function gatherMore(gathered: Gathered, more: { comment: string; at: string }[]): Gathered {
  const comments = [...new Set([...gathered.comments, ...more.map(({ comment }) => comment)])]
  const times = [...(gathered.since ? [gathered.since] : []), ...more.map(({ at }) => at)].sort()
  return { comments: comments.slice(0, MOST_GATHERED), since: times[0] ?? null }
}

/** The next time that the clocks of a zone show the hour of the daily mail, after a moment. */
function nextMorning(after: Date, timeZone: string): Date {
  const { year, month, day } = toWallClock(after, timeZone)
  for (let ahead = 0; ; ahead++) {
    const shown = Date.UTC(year, month - 1, day + ahead, MORNING)
    const guess = new Date(shown - offsetAt(new Date(shown), timeZone) * 1000)
    // Once more, where the clocks were changed in between.
    const at = new Date(shown - offsetAt(guess, timeZone) * 1000)
    if (at > after) return at
  }
}

/** When somebody is told of what is gathered; null for never. Hours and days are those of the clock. */
export function dueAt({
  notices,
  since,
  lastSentAt,
  timeZone,
}: {
  notices: Notices
  since: string | null
  lastSentAt: string | null
  timeZone: string
}): Date | null {
  if (since === null || notices === 'off') return null
  const began = new Date(since)
  if (notices === 'daily') return nextMorning(began, timeZone)
  if (notices === 'hourly') return new Date((Math.floor(began.getTime() / HOUR) + 1) * HOUR)
  const rested = lastSentAt ? new Date(lastSentAt).getTime() + AT_ONCE_PAUSE : 0
  return new Date(Math.max(began.getTime(), rested))
}

/** Whether the time to tell has come. A time that was missed, while nothing ran, is made up for. */
export function isDue({ now, ...rest }: Parameters<typeof dueAt>[0] & { now: Date }): boolean {
  const at = dueAt(rest)
  return at !== null && at <= now
}

/** What stands in one mail: as many as fit whole, the first in any case. The others are counted. */
export function chooseShown<T extends { body: string }>(waiting: T[]): T[] {
  let left = MOST_TEXT
  return waiting.slice(0, MOST_SHOWN).filter(({ body }, i) => {
    left -= left < 0 ? 0 : body.length
    return i === 0 || left >= 0
  })
}

/**
 * Whether there is something to tell: not where others were quicker with all that is new. What waits beside it was told
 * before. Of a flood only the first are kept, so that there what waits may be new.
 */
export const isWorthTelling = ({
  gathered,
  shown,
  total,
}: {
  gathered: Pick<Gathered, 'comments'>
  /** How many of what was gathered wait still and stand in the mail. */
  shown: number
  /** How many wait in all. */
  total: number
}): boolean => shown > 0 || (gathered.comments.length >= MOST_GATHERED && total > 0)

/** Where a link in a mail can take a comment. */
export const VERDICTS = ['approved', 'spam', 'trash'] as const
export type Verdict = (typeof VERDICTS)[number]
export const isVerdict = (value: unknown): value is Verdict => VERDICTS.some((verdict) => verdict === value)

/** How long a link lasts, in milliseconds. */
export const LINK_LASTS = 3 * DAY

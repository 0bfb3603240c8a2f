import { COMMENT_STATES, type CommentState } from '../contract/index.ts'

/** How many days the chart shows, today among them. */
export const DAYS = 30
const DAY = 86_400_000

export type DayCount = { day: string; status: string; count: number }
/** One day of UTC, `2026-11-24`, and how many comments that were written on it are now in each state. */
export type Day = { day: string; counts: Record<CommentState, number>; total: number }

export const dayOf = (time: Date) => time.toISOString().slice(0, 10)

/** The start of the first day that is shown. */
export const sinceWhen = (now: Date) => new Date(Math.floor(now.getTime() / DAY) * DAY - (DAYS - 1) * DAY)

/** Every day that is shown, oldest first, also those on which nobody wrote. */
export function toDays({ rows, now }: { rows: DayCount[]; now: Date }): Day[] {
  const first = sinceWhen(now).getTime()
  return Array.from({ length: DAYS }, (_, i) => {
    const day = dayOf(new Date(first + i * DAY))
    const counts = Object.fromEntries(
      COMMENT_STATES.map((state) => [
        state,
        rows.find((row) => row.day === day && row.status === state)?.count ?? 0,
      ]),
    ) as Record<CommentState, number>
    return { day, counts, total: COMMENT_STATES.reduce((sum, state) => sum + counts[state], 0) }
  })
}

/** A round number at or above the largest, for the top of the chart: 1, 2, 5, 10, 20, 50 … */
export function topOf(largest: number): number {
  for (let power = 1; ; power *= 10) {
    const top = [1, 2, 5].map((step) => step * power).find((step) => step >= largest)
    if (top) return top
  }
}

export type Bar = { state: CommentState; x: number; y: number; width: number; height: number; day: string }

/** The bars of the chart in a field of 1 for each day by 1 for the whole height; empty ones are left out. */
export function toBars(days: Day[], order: readonly CommentState[]): Bar[] {
  const top = topOf(Math.max(...days.map(({ total }) => total)))
  return days.flatMap(({ day, counts }, i) => {
    let stacked = 0
    return order.flatMap((state): Bar[] => {
      if (!counts[state]) return []
      stacked += counts[state]
      return [{ state, day, x: i + 0.1, width: 0.8, y: 1 - stacked / top, height: counts[state] / top }]
    })
  })
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** How long to wait after the first attempt that failed, the second, and so on, in milliseconds; 23.6 hours in all. */
export const PAUSES = [
  10 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  8 * HOUR,
  8 * HOUR,
] as const

/** The share of a pause that chance takes away, so that what failed together does not come back together. */
const JITTER = 0.1

/**
 * How long to wait after so many attempts that failed, in milliseconds; null where there were enough.
 * @param jitter a number from 0 up to 1
 */
export function pauseAfter({ attempts, jitter }: { attempts: number; jitter: number }): number | null {
  const pause = PAUSES[attempts - 1]
  return pause === undefined ? null : Math.round(pause * (1 - JITTER * jitter))
}

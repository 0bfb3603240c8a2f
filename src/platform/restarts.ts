/** How a process ended: when, in milliseconds, and whether it had begun to answer. */
export type End = { at: number; hasListened: boolean }

/** Ends longer ago than this, in milliseconds, say nothing about the next start. */
const MEMORY = 60_000
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 10_000

/** So many starts in a row without one that led to anything are enough. */
const MOST_FAILED_STARTS = 6

/**
 * Whether a process that ended is started again, and after how long. The first time at once; the pause doubles while
 * such ends come close together. What never gets as far as answering is given up, so that whoever watches sees it; what
 * answers between its ends is not.
 * @param ends all ends so far, the newest last.
 * @returns the pause in milliseconds; null to give up.
 */
export function decideRestart({ ends, now }: { ends: End[]; now: number }): number | null {
  const failedInARow = ends.length - 1 - ends.findLastIndex(({ hasListened }) => hasListened)
  if (failedInARow >= MOST_FAILED_STARTS) return null
  const recent = ends.filter(({ at }) => now - at < MEMORY).length
  return recent <= 1 ? 0 : Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (recent - 2))
}

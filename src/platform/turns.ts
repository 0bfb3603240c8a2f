/** The longest a timer is set for, in milliseconds; Node's own bound is 24 days. */
const LONGEST = 24 * 60 * 60_000
const RETRY = 1000

/**
 * Drops what time itself changes, at its time. Whoever serves what is kept asks `freshness` first, so that a timer
 * that comes late is no excuse.
 */
export function createTurns({
  findNext,
  findTurned,
  drop,
  onError,
  clock = Date.now,
}: {
  /** When something changes next after a moment, in milliseconds since 1970; infinity for never. */
  findNext: (after: Date) => Promise<number>
  /** What has changed after one moment and up to another, as tags. */
  findTurned: (after: Date, until: Date) => Promise<string[]>
  drop: (tags: readonly string[]) => void
  onError: (error: unknown) => void
  clock?: () => number
}) {
  /** Up to when everything that time has changed is dropped, and when it changes something next. */
  let settled = clock()
  let next = 0
  let round = 0
  let turning: Promise<void> | null = null
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function turn() {
    // What is set anew while this looks is looked for once more.
    for (let seen = -1; seen !== round && !stopped;) {
      seen = round
      const now = clock()
      if (now >= next) drop(await findTurned(new Date(settled), new Date(now)))
      const found = await findNext(new Date(now))
      if (seen !== round) continue
      settled = now
      next = found
    }
  }

  function look(): Promise<void> {
    turning ??= turn()
      .catch((error: unknown) => {
        onError(error)
        // The database is away: what is kept is better than nothing, and it is asked again soon.
        next = clock() + RETRY
      })
      .finally(() => {
        turning = null
        arm()
      })
    return turning
  }

  function arm() {
    clearTimeout(timer)
    if (stopped) return
    timer = setTimeout(
      () => (clock() < next ? arm() : void look()),
      Math.min(Math.max(next - clock(), 1), LONGEST),
    )
    timer.unref()
  }

  return {
    /** Null when all that time has changed is dropped; else what is to be waited for. */
    freshness: (): Promise<void> | null => (clock() < next ? null : look()),

    /** A date was set, or set anew, at a moment since which it may have come (milliseconds since 1970). */
    reschedule(since: number) {
      round += 1
      // Of what was known nothing has come until now, so only what was set since is looked for.
      settled = clock() < next ? since : Math.min(settled, since)
      next = Math.min(next, since)
      void look()
    },

    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

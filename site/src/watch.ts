type Options = {
  /** Whether what is watched answers; what it throws counts as no. */
  isThere: () => Promise<boolean>
  /** How long to wait before looking again while it is away, in milliseconds. */
  pause: number
  /** Called when it was away and is there again. */
  whenBack: () => void
}

/** Knows whether a server is away: looks when somebody doubts it, and then again and again until it is back. */
export function createWatch({ isThere, pause, whenBack }: Options) {
  let isAway = false
  let isClosed = false
  let looking: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  async function look() {
    clearTimeout(timer)
    const found = await isThere().catch(() => false)
    const wasAway = isAway
    isAway = !found
    if (wasAway && found) whenBack()
    if (found || isClosed) return
    timer = setTimeout(() => void doubt(), pause)
    timer.unref()
  }

  /** Something went wrong: looks whether it was the whole server. Resolves when that is known. */
  function doubt(): Promise<void> {
    looking ??= look().finally(() => (looking = undefined))
    return looking
  }

  return {
    doubt,
    isAway: () => isAway,
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}

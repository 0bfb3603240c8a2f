/** How long a proxy may take to answer, in milliseconds. */
const PATIENCE = 2000
/** How long after a change it is told once more, in milliseconds: other processes know of the change by then. */
const AGAIN = 1000
/** The shortest time from one PURGE to the next, in milliseconds: a hundred changes in a second are told ten times. */
const APART = 100
/** How long after a failure it is tried again, in milliseconds: at first, and at most. */
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 5000

/** Does something later; what it gives back takes that back. */
type Later = (act: () => void, milliseconds: number) => () => void

type Means = {
  /** @throws whatever says that the proxy was not told. */
  tell: (url: string) => Promise<void>
  /** A proxy cannot be told; said once, until it can. */
  onFailure: (url: string, error: unknown) => void
  onRecovery: (url: string) => void
  later: Later
  clock: () => number
}

/**
 * One PURGE without a body. The address is the operator's own, so it may lead anywhere.
 * @throws Error where the answer is not 204, or does not come in time.
 */
export async function sendPurge(url: string) {
  const signal = AbortSignal.timeout(PATIENCE)
  const { status } = await fetch(url, { method: 'PURGE', redirect: 'manual', signal })
  if (status !== 204) throw new Error(`It answered ${status} in place of 204.`)
}

const wait: Later = (act, milliseconds) => {
  const timer = setTimeout(act, milliseconds)
  // No reason to live on: what is due at the end is sent by `close`.
  timer.unref()
  return () => clearTimeout(timer)
}

/** Tells one proxy: one PURGE under way at most, and one due. */
function createTeller(url: string, { tell, onFailure, onRecovery, later, clock }: Means) {
  let isChanged = false
  let began = -Infinity
  let pause = 0
  let isClosed = false
  let underWay: Promise<void> | null = null
  let cancel: (() => void) | null = null

  function plan(milliseconds: number) {
    cancel?.()
    cancel = isClosed ? null : later(() => void go(), milliseconds)
  }

  function planSoon() {
    const rest = began + APART - clock()
    if (rest > 0) plan(rest)
    else void go()
  }

  async function attempt(): Promise<() => void> {
    const wasChanged = isChanged
    isChanged = false
    began = clock()
    try {
      await tell(url)
    } catch (error) {
      if (!pause) onFailure(url, error)
      pause = Math.min(pause * 2 || FIRST_PAUSE, LONGEST_PAUSE)
      const isNew = isChanged
      // What it keeps is old until it has been told, however long that takes.
      isChanged = true
      return isNew ? planSoon : () => plan(pause)
    }
    if (pause) onRecovery(url)
    pause = 0
    if (isChanged) return planSoon
    return wasChanged ? () => plan(AGAIN) : () => {}
  }

  async function go() {
    cancel?.()
    cancel = null
    underWay = attempt().then((next) => {
      underWay = null
      if (!isClosed) next()
    })
    await underWay
  }

  return {
    purge() {
      isChanged = true
      if (!underWay) planSoon()
    },

    async close() {
      isClosed = true
      const isDue = cancel !== null
      await underWay
      if (isDue || isChanged) await go()
    },
  }
}

/**
 * Tells proxies that keep public answers that something of them has changed, by one PURGE to each: at once, and once
 * more a second later. A proxy that cannot be told is tried until it can: what was kept before it fell silent is old.
 */
export function createPurger({
  urls,
  tell = sendPurge,
  later = wait,
  clock = Date.now,
  ...reports
}: { urls: readonly string[] } & Pick<Means, 'onFailure' | 'onRecovery'> & Partial<Means>) {
  const tellers = urls.map((url) => createTeller(url, { tell, later, clock, ...reports }))
  return {
    /** Something has changed; returns at once. */
    purge() {
      for (const teller of tellers) teller.purge()
    },

    /** Sends what is due, without waiting for its time, and ends. */
    close: async () => void (await Promise.all(tellers.map((teller) => teller.close()))),
  }
}

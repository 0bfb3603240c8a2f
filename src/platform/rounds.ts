import type { Payload } from 'payload'

const HOUR = 60 * 60_000

/** Does something again and again until stopped, and something else once an hour; what fails is tried in the next round. */
export function runRounds({
  payload,
  every,
  round,
  hourly,
  complaint,
}: {
  payload: Payload
  /** Milliseconds between the end of a round and the beginning of the next. */
  every: number
  round: () => Promise<void>
  hourly: () => Promise<unknown>
  /** What the log says when a round fails. */
  complaint: string
}) {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let lastHour = 0
  let current: Promise<void> = Promise.resolve()

  async function act() {
    try {
      await round()
      if (Date.now() - lastHour > HOUR) {
        await hourly()
        lastHour = Date.now()
      }
    } catch (err) {
      payload.logger.error({ err, msg: complaint })
    }
    if (!stopped) timer = setTimeout(next, every)
  }
  const next = () => {
    current = act()
  }
  next()

  return {
    /** Resolves when the round in hand has ended. */
    stop() {
      stopped = true
      clearTimeout(timer)
      return current
    },
  }
}

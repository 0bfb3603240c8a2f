import type { Payload } from 'payload'

const HOUR = 60 * 60_000

/** Does something again and again until stopped, and something else once an hour, if there is something; what fails is tried in the next round. */
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
  hourly?: () => Promise<unknown>
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
      if (hourly && Date.now() - lastHour > HOUR) {
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

/** Who sends what is due: begins it without waiting for receivers, and can be asked to begin nothing more. */
type Postman = { look: (clock: () => Date) => Promise<void>; rest: () => Promise<void>; stop: () => void }

/** Lets somebody send what is due until stopped. */
export function runPostman({
  postman,
  ...more
}: Omit<Parameters<typeof runRounds>[0], 'round'> & { postman: Postman }) {
  const rounds = runRounds({ ...more, round: () => postman.look(() => new Date()) })
  return {
    /** Resolves when what is under way has ended; the rest is sent when we run again. */
    async stop() {
      postman.stop()
      await rounds.stop()
      await postman.rest()
    },
  }
}

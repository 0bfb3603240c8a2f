/** How a write ended: with an error of its own, or well. */
export type Outcome = { error: unknown }

/** The most writes in one round: a round holds up everyone who comes after it. */
const MOST = 64

/** After how many turns of the event loop in which none came a round begins, and after how many at most. */
const QUIET_TURNS = 2
const MOST_TURNS = 32

type Waiting<W> = { write: W; resolve: () => void; reject: (error: unknown) => void }

/**
 * Gathers writes that come at the same moment into one round, so that what a round costs (waiting for the disk) is
 * paid once for all of them. Each is told its own outcome, once the round stands.
 */
export function gather<W>(round: (writes: W[]) => Promise<Outcome[]>): (write: W) => Promise<void> {
  const waiting: Waiting<W>[] = []
  let isRunning = false

  /** What has arrived together is read before any of it is written; it takes a few turns of the loop each. */
  async function untilNoMoreCome() {
    for (let turns = 0, quiet = 0; turns < MOST_TURNS && quiet < QUIET_TURNS; turns++) {
      const before = waiting.length
      await new Promise((resolve) => setImmediate(resolve))
      quiet = waiting.length > before ? 0 : quiet + 1
    }
  }

  async function run() {
    isRunning = true
    while (waiting.length) {
      await untilNoMoreCome()
      const group = waiting.splice(0, MOST)
      try {
        const outcomes = await round(group.map(({ write }) => write))
        group.forEach(({ resolve, reject }, i) => {
          const error = outcomes[i]!.error
          if (error === null) resolve()
          else reject(error)
        })
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
    }
    isRunning = false
  }

  return (write) =>
    new Promise((resolve, reject) => {
      waiting.push({ write, resolve, reject })
      if (!isRunning) void run()
    })
}

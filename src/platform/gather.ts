/** How a write ended: with an error of its own, or well. */
export type Outcome = { error: unknown }

/** The most writes in one round: a round holds up everyone who comes after it. */
const MOST = 64

type Waiting<W> = { write: W; resolve: () => void; reject: (error: unknown) => void }

/**
 * Gathers writes that come at the same moment into one round, so that what a round costs (waiting for the disk) is
 * paid once for all of them. Each is told its own outcome, once the round stands.
 */
export function gather<W>(round: (writes: W[]) => Promise<Outcome[]>): (write: W) => Promise<void> {
  const waiting: Waiting<W>[] = []
  let isRunning = false

  async function run() {
    isRunning = true
    while (waiting.length) {
      // What has arrived together is read before any of it is written.
      await new Promise((resolve) => setImmediate(resolve))
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

import { askRaw } from './ask.ts'
import { type Client, type Job, type Load, middle } from './load.ts'
import type { Options } from './options.ts'
import { compare, type Goal, type Row } from './table.ts'

export type Bench = { client: Client; options: Options; raw: Record<string, unknown[]> }
type Side = Omit<Job, 'connections' | 'seconds'>

/** One to measure beside its limit. Both are asked in turns, so that a machine that slows down slows down both. */
export type Pair = {
  name: string
  what: string
  limit: string
  goal: Goal
  ours: () => Side
  theirs: () => Side
  /** The one status that is right. */
  status: number
  /** Told of each load, to look at what came back; false where something was wrong. */
  check?: (loads: { ours: Load; theirs: Load }) => boolean | Promise<boolean>
}

const isClean = ({ statuses, errors, requests }: Load, status: number) =>
  errors === 0 && (statuses[status] ?? 0) === requests

/** How quickly a server that has nothing else to do answers, in milliseconds, and how long it is waited for. */
const AT_ONCE = 25
const LONGEST_WAIT = 60_000

/** Until a server is done with what the last load left behind, which would be taken out of the next one's share. */
async function settle(url: string) {
  const { origin } = new URL(url)
  for (const end = performance.now() + LONGEST_WAIT; performance.now() < end;) {
    const began = performance.now()
    await askRaw(`${origin}/healthz`).catch(() => undefined)
    if (performance.now() - began < AT_ONCE) return
  }
}

/** Measures a pair at every number of connections: for each two lines, Ovoz and its limit. */
export async function runPair(pair: Pair, { client, options, raw }: Bench): Promise<Row[]> {
  const { seconds, rounds, connections } = options
  process.stderr.write(`${pair.what} …\n`)
  for (const side of [pair.ours, pair.theirs])
    await client.load({ ...side(), connections: 16, seconds: Math.min(1, seconds) })
  await settle(pair.ours().url)

  const loads = connections.map((count) => ({
    count,
    ours: [] as Load[],
    theirs: [] as Load[],
    isRight: true,
  }))
  for (let round = 0; round < rounds; round++) {
    for (const at of loads) {
      const theirs = await client.load({ ...pair.theirs(), connections: at.count, seconds })
      const ours = await client.load({ ...pair.ours(), connections: at.count, seconds })
      await settle(pair.ours().url)
      const isRight = (await pair.check?.({ ours, theirs })) ?? true
      at.isRight &&= isRight && isClean(ours, pair.status) && isClean(theirs, pair.status)
      at.ours.push(ours)
      at.theirs.push(theirs)
    }
  }
  const plain = ({ ids, ...load }: Load) => ({ ...load, ids: ids.length })
  raw[pair.name] = loads.map(({ count, ours, theirs, isRight }) => ({
    connections: count,
    isRight,
    ours: ours.map(plain),
    theirs: theirs.map(plain),
  }))
  return loads.flatMap(({ count, ours, theirs, isRight }) =>
    compare({
      what: pair.what,
      limit: pair.limit,
      connections: count,
      ours: middle(ours),
      theirs: middle(theirs),
      goal: pair.goal,
      isCorrect: isRight,
    }),
  )
}

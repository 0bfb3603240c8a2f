import { setTimeout as pause } from 'node:timers/promises'

import { askRaw } from './ask.ts'
import { median } from './load.ts'
import { firstAnswer, memoryOf, Ovoz } from './processes.ts'
import { API, READS } from './reads.ts'
import type { Bench } from './rounds.ts'
import type { Data } from './stage.ts'
import { atMost, type Row } from './table.ts'

const LONGEST_START = 1500
const MOST_MEMORY = 300
/** How long a process is left alone before its memory is read: the collector runs when there is time. */
const REST = 5000

/** From the start of the process to the first answer; the product is built and its database is there. */
export async function measureStarts({ bench, data }: { bench: Bench; data: Data }): Promise<Row[]> {
  process.stderr.write('Starts …\n')
  const starts: { health: number; posts: number }[] = []
  for (let n = 0; n < (bench.options.isQuick ? 3 : 5); n++) {
    const ovoz = await Ovoz.spawn(data)
    const asking = { child: ovoz.child, since: ovoz.began }
    const health = await firstAnswer({ url: `${ovoz.url}/healthz`, ...asking })
    const posts = await firstAnswer({ url: `${ovoz.url}${API}/posts?limit=1`, ...asking })
    starts.push({ health, posts })
    await ovoz.stop()
  }
  bench.raw.starts = starts
  const row = (what: string, values: number[]) =>
    atMost({ what, value: median(values), most: LONGEST_START, unit: 'ms' })
  return [
    row(
      'first answer after start: /healthz',
      starts.map(({ health }) => health),
    ),
    row(
      'first answer after start: a list',
      starts.map(({ posts }) => posts),
    ),
  ]
}

/** What the processes hold when nobody asks, before and after somebody has opened the panel. */
export async function measureMemory({ bench, data }: { bench: Bench; data: Data }): Promise<Row[]> {
  process.stderr.write('Memory at rest …\n')
  const ovoz = await Ovoz.start(data)
  const at = async () => {
    await pause(REST)
    return memoryOf(ovoz.child.pid!)
  }
  for (let n = 0; n < 20; n++) for (const { path } of READS) await askRaw(`${ovoz.url}${path}`)
  const api = await at()
  await askRaw(`${ovoz.url}/admin/login`)
  const panel = await at()
  await ovoz.stop()
  if (!api || !panel) return []
  bench.raw.memory = [{ api, panel }]
  const row = (what: string, { rss }: { rss: number }) =>
    atMost({ what, value: rss, most: MOST_MEMORY, unit: 'MB' })
  return [row('memory at rest, the panel not opened yet', api), row('memory at rest, panel and API', panel)]
}

import { setTimeout as pause } from 'node:timers/promises'

import { ADMIN, until } from '../tests/support/server.ts'
import { askJson, askRaw, headerOf, toReplay } from './ask.ts'
import { choosePorts, runWrk, startNginx } from './nginx.ts'
import { Ovoz, startLimit } from './processes.ts'
import { API, READS, sample } from './reads.ts'
import { type Bench, runPair } from './rounds.ts'
import { HOT } from './sizes.ts'
import type { Data } from './stage.ts'
import { atMost, compare, type Figures, type Row } from './table.ts'
import { median } from './load.ts'

const GOAL = { ratio: 0.85 }
const ANCHOR = '(d) the same bytes, kept 10 s, stale'
/** How old an answer may be, in milliseconds. */
const MOST_AGE = 1000
const LONGEST_WAIT = 15_000

/** Ovoz behind the documented nginx, beside the same nginx keeping the same bytes for ten seconds. */
export async function measureFront({ bench, data }: { bench: Bench; data: Data }): Promise<Row[]> {
  const ports = await choosePorts()
  const ovoz = await Ovoz.start(data, { PURGE_URL: `http://127.0.0.1:${ports.front}/purge` })
  const replay = await startLimit('replay')
  const nginx = await startNginx({ ports, ovoz: ovoz.url, bare: replay.url })
  const { sizes } = bench.options
  const rows: Row[] = []
  for (const read of READS.filter(({ name }) => name === 'article' || name === 'list' || name === 'thread')) {
    const asked = (await sample({ read, url: nginx.url, sizes }))!
    await replay.tell({
      answers: { [read.path]: toReplay((await sample({ read, url: ovoz.url, sizes }))!.raw) },
    })
    const isKept = await becomesKept(`${nginx.url}${read.path}`)
    const what = `nginx: ${read.what.replace('GET ', '')}${isKept ? '' : ' (not kept)'}`
    const [ours, theirs] = [`${nginx.url}${read.path}`, `${nginx.staleUrl}${read.path}`]
    const pair = { limit: ANCHOR, goal: GOAL }
    rows.push(
      ...(await runPair(
        {
          name: `nginx ${read.name}`,
          what,
          ...pair,
          status: 200,
          ours: () => ({ url: ours }),
          theirs: () => ({ url: theirs }),
          check: async () =>
            asked.isRight && Boolean((await sample({ read, url: nginx.url, sizes }))?.isRight),
        },
        bench,
      )),
      ...runWithWrk({ bench, what: `${what}, wrk`, ours, theirs }),
    )
  }
  rows.push(await measureExactness({ bench, ovoz, front: nginx.url }))
  await nginx.stop()
  await replay.stop()
  await ovoz.stop()
  return rows
}

/** Whether nginx keeps an answer; the PURGE that Ovoz sends when it starts may still take the first one away. */
const becomesKept = (url: string) =>
  until(async () => headerOf(await askRaw(url), 'x-kept') === 'HIT', {
    milliseconds: 5000,
    what: 'a HIT',
  }).then(
    () => true,
    () => false,
  )

function runWithWrk({
  bench,
  what,
  ours,
  theirs,
}: {
  bench: Bench
  what: string
  ours: string
  theirs: string
}) {
  const { seconds, rounds } = bench.options
  const connections = 64
  const seen = { ours: [] as Figures[], theirs: [] as Figures[] }
  let isCorrect = true
  for (let round = 0; round < rounds; round++) {
    for (const [side, url] of [
      ['theirs', theirs],
      ['ours', ours],
    ] as const) {
      const figures = runWrk({ url, connections, seconds })
      if (!figures) return []
      isCorrect &&= figures.isClean
      seen[side].push(figures)
    }
  }
  bench.raw[what] = [seen]
  const middle = (figures: Figures[]) => ({
    requestsPerSecond: median(figures.map((one) => one.requestsPerSecond)),
    p50: median(figures.map((one) => one.p50)),
    p99: median(figures.map((one) => one.p99)),
  })
  return compare({
    what,
    limit: ANCHOR,
    connections,
    ours: middle(seen.ours),
    theirs: middle(seen.theirs),
    goal: GOAL,
    isCorrect,
  })
}

/** Approves and withdraws a comment while readers ask for its thread, and looks how long nginx says otherwise. */
async function measureExactness({
  bench,
  ovoz,
  front,
}: {
  bench: Bench
  ovoz: Ovoz
  front: string
}): Promise<Row> {
  const thread = `${front}${API}/comments?on=posts/${HOT}&limit=50&locale=en`
  const { token } = await askJson<{ token: string }>(`${ovoz.url}/api/users/login`, {
    method: 'POST',
    body: JSON.stringify(ADMIN),
  })
  const { items, total } = await askJson(thread)
  const { id } = items[0] as { id: string }
  const readers = bench.client.load({ url: thread, connections: 16, seconds: bench.options.isQuick ? 4 : 8 })
  const ages: number[] = []
  for (let n = 0; n < (bench.options.isQuick ? 6 : 20); n++) {
    const status = n % 2 ? 'approved' : 'trash'
    await askJson(`${ovoz.url}/api/comments/${id}`, {
      method: 'PATCH',
      headers: { authorization: `JWT ${token}` },
      body: JSON.stringify({ status }),
    })
    const began = performance.now()
    const expected = status === 'approved' ? total : total - 1
    while ((await askJson(thread)).total !== expected && performance.now() - began < LONGEST_WAIT)
      await pause(2)
    ages.push(performance.now() - began)
  }
  await readers
  bench.raw.exactness = ages
  return atMost({
    what: `nginx: oldest answer after a move, ${ages.length} times`,
    value: Math.max(...ages),
    most: MOST_AGE,
    unit: 'ms',
  })
}

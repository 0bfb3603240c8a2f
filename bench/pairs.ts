import { join } from 'node:path'

import { askJson, toReplay } from './ask.ts'
import type { Load } from './load.ts'
import { type Ovoz, startLimit } from './processes.ts'
import { API, idsOf, READS, sample } from './reads.ts'
import { type Bench, runPair } from './rounds.ts'
import { HOT } from './sizes.ts'
import type { Data } from './stage.ts'
import type { Row } from './table.ts'
import { drawFrom } from './words.ts'

type Stage = { bench: Bench; ovoz: Ovoz; data: Data }

/** Two answers of one status differ in length by what the servers say of the connection, and by nothing else. */
const MOST_APART = 200

/** (a) What is kept in memory, beside a bare server that sends the very same bytes. */
export async function measureReads({ bench, ovoz }: Stage): Promise<Row[]> {
  const { only, sizes } = bench.options
  const replay = await startLimit('replay')
  const rows: Row[] = []
  for (const read of READS.filter(({ name }) => only.includes(name))) {
    const asked = await sample({ read, url: ovoz.url, sizes })
    if (!asked) {
      rows.push(missing(read.what, 'no ETag is given'))
      continue
    }
    await replay.tell({ answers: { [read.path]: toReplay(asked.raw) } })
    const isCompressed = read.name !== 'compressed' || asked.raw.headers.includes('br')
    if (!isCompressed) rows.push(missing(read.what, 'answers are not compressed'))
    else
      rows.push(
        ...(await runPair(
          {
            name: read.name,
            what: read.what,
            limit: '(a) the same bytes from memory',
            goal: { ratio: 0.85 },
            status: read.status ?? 200,
            ours: () => ({ url: `${ovoz.url}${read.path}`, headers: asked.headers }),
            theirs: () => ({ url: `${replay.url}${read.path}`, headers: asked.headers }),
            check: async ({ ours, theirs }) =>
              asked.isRight &&
              (!ours.requests || Math.abs(ours.bytesEach - theirs.bytesEach) < MOST_APART) &&
              Boolean((await sample({ read, url: ovoz.url, sizes }))?.isRight),
          },
          bench,
        )),
      )
  }
  await replay.stop()
  return rows
}

const missing = (what: string, why: string): Row => ({
  what,
  connections: null,
  requestsPerSecond: null,
  p50: null,
  p99: null,
  ratio: why,
  goal: '≥ 0.85',
  verdict: 'falls short',
})

type Page = { ours: string; theirs: string }

/** Addresses of pages of the hot thread, all different: many places to begin at, many lengths, three languages. */
async function distinctPages({
  ovoz,
  sizes,
}: {
  ovoz: Ovoz
  sizes: { hotComments: number }
}): Promise<Page[]> {
  const on = `${API}/comments?on=posts/${HOT}`
  const starts: { cursor: string; after: string }[] = []
  const most = Math.min(800, sizes.hotComments / 8)
  for (let cursor = ''; starts.length < most;) {
    const { items, nextCursor } = await askJson(`${ovoz.url}${on}&limit=2${cursor && `&cursor=${cursor}`}`)
    if (!nextCursor) break
    cursor = nextCursor
    starts.push({ cursor, after: items.at(-1).id })
  }
  const pages = starts.flatMap(({ cursor, after }) =>
    Array.from({ length: 10 }, (_, i) => 16 + i).flatMap((limit) =>
      ['en', 'ru', 'tg'].map((locale) => ({
        ours: `${on}&limit=${limit}&cursor=${cursor}&locale=${locale}`,
        theirs: `/?after=${after}&limit=${limit}`,
      })),
    ),
  )
  const draw = drawFrom(2)
  return pages
    .map((page) => ({ page, lot: draw() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ page }) => page)
}

const databaseFile = (data: Data) => `file:${join(data.dir, 'ovoz.sqlite')}`

/** (b) Pages nobody has asked for before, beside the smallest query for the same rows. */
export async function measureMisses({ bench, ovoz, data }: Stage): Promise<Row[]> {
  const pages = await distinctPages({ ovoz, sizes: bench.options.sizes })
  const { id } = await askJson<{ id: string }>(`${ovoz.url}${API}/posts/${HOT}`)
  const on = `posts/${HOT}`
  const source = data.mongo ? { mongo: data.mongo } : { url: databaseFile(data) }
  const limit = await startLimit('query', { ...source, thread: `posts/${id}`, on })
  let asked = 0
  const from = <K extends keyof Page>(side: K) =>
    Array.from({ length: pages.length }, (_, i) => pages[(asked + i) % pages.length]![side])
  const areSame = async ({ ours, theirs }: Page) => {
    const [page, rows] = await Promise.all([askJson(`${ovoz.url}${ours}`), askJson(`${limit.url}${theirs}`)])
    const ids = idsOf(page.items)
    return ids.length > 16 && ids.sort().join() === idsOf(rows.items).sort().join()
  }
  const rows = await runPair(
    {
      name: 'miss',
      what: 'GET a page of a thread, not kept',
      limit: data.mongo ? '(b) two finds by the driver, as JSON' : '(b) one query by the driver, as JSON',
      goal: { ratio: 0.4 },
      status: 200,
      ours: () => ({ url: ovoz.url, paths: from('ours') }),
      theirs: () => ({ url: limit.url, paths: from('theirs') }),
      check: async ({ ours }) => {
        const samples = Array.from({ length: 5 }, (_, i) => pages[(asked + i * 7) % pages.length]!)
        // No address is asked again before all others were.
        asked += ours.used + 40
        return (await Promise.all(samples.map(areSame))).every(Boolean)
      },
    },
    bench,
  )
  await limit.stop()
  return rows
}

/** (c) Comments as readers send them, beside one durable insert. What was acknowledged must be there. */
export async function measureSubmissions({ bench, ovoz, data }: Stage): Promise<Row[]> {
  const on = Array.from(
    { length: Math.min(200, bench.options.sizes.articles - 2) },
    (_, n) => `article-${n + 2}`,
  )
  const source = data.mongo ? { mongo: data.mongo } : { url: `file:${join(data.dir, 'written.sqlite')}` }
  const limit = await startLimit('insert', source)
  const acknowledged: string[] = []
  const keep = ({ ids }: Load) => {
    acknowledged.push(...ids)
    return new Set(ids).size === ids.length
  }
  const rows = await runPair(
    {
      name: 'submit',
      what: 'POST a comment',
      limit: '(c) one durable insert by the driver',
      goal: { ratio: 0.3, timesP99: 5 },
      status: 202,
      ours: () => ({ url: ovoz.url, submit: { path: `${API}/comments`, on } }),
      theirs: () => ({ url: limit.url, submit: { path: '/', on } }),
      check: ({ ours }) => keep(ours),
    },
    bench,
  )
  await limit.stop()
  const kept = await data.countKept(acknowledged)
  bench.raw.kept = [{ acknowledged: acknowledged.length, kept }]
  if (kept === acknowledged.length) return rows
  return rows.map((row) => (row.verdict ? { ...row, verdict: 'wrong answers' } : row))
}

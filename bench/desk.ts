/**
 * The moderation desk with 100,000 waiting comments, on the embedded database: `npm run bench:desk`.
 * Requests go through Payload's own handling, signed in as a moderator; a webhook listens to what is moved.
 * WAITING and ROUNDS change the numbers.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import { LOCALES } from '../src/contract/index.ts'
import type { MoveAnswer, QueueAnswer } from '../src/desk/shapes.ts'
import { drawFrom, pick, prose, sentence } from './words.ts'

const WAITING = Number(process.env.WAITING ?? 100_000)
const APPROVED = Math.floor(WAITING / 2)
const ROUNDS = Number(process.env.ROUNDS ?? 100)
const ARTICLES = 1000
const WRITERS = 20_000
const BULK = 100
const GOAL = 400
const ROWS_A_TURN = 5000

/** Time that passed, and time of a processor: the rest is waiting for one, or for the disk, on a busy machine. */
type Took = { milliseconds: number; cpu: number }

const say = (line = '') => void process.stdout.write(`${line}\n`)
const draw = drawFrom(20261124)
const between = (least: number, most: number) => least + Math.floor(draw() * (most - least))

const dataDir = mkdtempSync(join(tmpdir(), 'ovoz-bench-desk-'))
Object.assign(process.env, {
  DATA_DIR: dataDir,
  DATABASE_URI: '',
  DEMO: '0',
  LOG_LEVEL: 'error',
  NODE_ENV: 'production',
  PUBLIC_URL: 'http://localhost:3000',
})

try {
  // Settings are read when a module that needs them is loaded, so none is loaded before this line.
  const { default: config } = await import('../payload.config.ts')
  const { handleEndpoints } = await import('payload')
  const { openPayload } = await import('../src/platform/open.ts')
  const { inTransaction } = await import('../src/platform/transaction.ts')
  const { insertInto } = await import('../src/platform/write-rows.ts')
  const { vault } = await import('../src/platform/crypto.ts')
  const { queueOf, visibilityOf } = await import('../src/comments/moderation.ts')
  const { v7: uuid } = await import('uuid')
  const payload = await openPayload(config)
  const { tables } = payload.db as unknown as SQLiteAdapter

  /** Into the tables themselves: what is measured is the desk, not the making of comments. */
  async function keep(name: string, all: Record<string, unknown>[]) {
    const table = tables[name] as unknown as Record<string, { name: string }>
    const columns = Object.keys(all[0] ?? {}).map((field) => table[field]!.name)
    for (let at = 0; at < all.length; at += ROWS_A_TURN)
      await inTransaction(payload, (req) =>
        insertInto({
          req,
          table: name,
          columns,
          rows: all.slice(at, at + ROWS_A_TURN).map((row) => Object.values(row) as string[]),
        }),
      )
  }

  say(`Making ${WAITING} waiting and ${APPROVED} approved comments on ${ARTICLES} articles …`)
  const now = Date.now()
  const articles = Array.from({ length: ARTICLES }, (_, n) => `article-${n}`)
  await keep(
    'posts',
    articles.map((id) => ({
      id,
      slug: id,
      publishedAt: new Date(now - 86_400_000).toISOString(),
      _status: 'published',
    })),
  )
  await keep(
    'posts_locales',
    articles.flatMap((id) =>
      LOCALES.map((locale) => ({ _parentID: id, _locale: locale, title: sentence(draw, locale, 6) })),
    ),
  )
  const all = APPROVED + WAITING
  for (let begin = 0; begin < all; begin += 10_000) {
    const comments: Record<string, unknown>[] = []
    const [moves, privates, rels]: Record<string, unknown>[][] = [[], [], []]
    for (let n = begin; n < Math.min(all, begin + 10_000); n++) {
      const status = n < APPROVED ? 'approved' : 'pending'
      const at = new Date(now - (all - n) * 300).toISOString()
      const id = uuid({ msecs: Date.parse(at) })
      const locale = pick(draw, LOCALES)
      const article = pick(draw, articles)
      // One in five answers a comment before it; one writer sent every fiftieth.
      const parent = draw() < 0.2 ? (comments.at(-1)?.id ?? null) : null
      const writer = n % 50 === 0 ? 0 : between(1, WRITERS)
      const address = `reader${writer}@bench.example`
      comments.push({
        id,
        thread: `posts/${article}`,
        root: id,
        parent,
        depth: 0,
        name: `Reader ${writer}`,
        body: prose(draw, locale, 12 + Math.floor(draw() * 60)),
        locale,
        isStaff: false,
        status,
        queue: queueOf(status),
        visibility: visibilityOf({ status, wasShown: false }),
        revision: status === 'approved' ? 1 : 0,
        reasons: n % 10 === 0 ? 'calm everyone' : 'everyone',
        isHeld: n % 10 === 0,
        createdAt: at,
        updatedAt: at,
      })
      rels!.push({ parent: id, path: 'on', postsID: article })
      privates!.push({
        id: uuid(),
        comment: id,
        email: vault.seal({ value: address, place: `comment ${id}` }),
        writer: vault.index('writer', address),
      })
      if (status === 'approved')
        moves!.push({
          id: randomBytes(12).toString('hex'),
          _parentID: id,
          _order: 1,
          at,
          from: 'pending',
          to: 'approved',
          by: 'system',
        })
    }
    await keep('comments', comments)
    await keep('comments_rels', rels!)
    await keep('comment_private', privates!)
    await keep('comments_moves', moves!)
  }
  await payload.create({
    collection: 'webhooks',
    data: {
      name: 'Bench',
      url: 'https://93.184.216.34/',
      events: ['comment.approved', 'comment.removed'],
      isOn: true,
    } as never,
    overrideAccess: true,
  })
  const account = { email: 'moderator@bench.example', password: randomBytes(12).toString('hex') }
  await payload.create({
    collection: 'users',
    data: { ...account, name: 'Moderator', role: 'moderator' },
    overrideAccess: true,
  })
  const { token } = await payload.login({ collection: 'users', data: account })

  const ask = async <T>(path: string, body?: object): Promise<{ answer: T; took: Took }> => {
    const [start, before] = [performance.now(), process.cpuUsage()]
    const response = await handleEndpoints({
      config: payload.config,
      request: new Request(`http://localhost:3000/api/desk${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      }),
    })
    const answer = (await response.json()) as T
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`)
    const { user, system } = process.cpuUsage(before)
    return { answer, took: { milliseconds: performance.now() - start, cpu: (user + system) / 1000 } }
  }

  const figures = new Map<string, Took[]>()
  const note = (what: string, took: Took) => figures.set(what, [...(figures.get(what) ?? []), took])
  const SCREEN = 'first screen'
  const APPROVE = `approve ${BULK}`
  const screens: [what: string, query: () => string][] = [
    [SCREEN, () => ''],
    ['newest first', () => '?order=newest'],
    ['one article', () => `?on=posts/${pick(draw, articles)}`],
    ['held by a rule', () => '?queue=held'],
    ['one language', () => `?locale=${pick(draw, LOCALES)}`],
    ['a common word', () => `?search=${encodeURIComponent(pick(draw, ['школа', 'river', 'кӯҳ']))}`],
    ['a word nobody wrote', () => `?search=${encodeURIComponent(`слово${Math.floor(draw() * 1e6)}`)}`],
  ]
  const move = async (what: string, comments: { id: string; revision: number }[], to: string) => {
    const { answer, took } = await ask<MoveAnswer>('/move', { comments, to })
    const moved = answer.results.flatMap((one) => (one.outcome === 'moved' ? [one] : []))
    if (moved.length !== comments.length) throw new Error(`${what}: ${moved.length} were moved.`)
    if (what) note(what, took)
    return moved.map(({ id, now }) => ({ id, revision: now.revision }))
  }
  // The first ones compile the code; they do not count.
  const WARM = 5
  for (let round = -WARM; round < ROUNDS; round++) {
    const name = (what: string) => (round < 0 ? '' : what)
    for (const [what, query] of screens) {
      const { took } = await ask<QueueAnswer>(`/queue${query()}`)
      if (round >= 0) note(what, took)
    }
    const { took } = await ask('/counts')
    if (round >= 0) note('counts', took)
    const { answer } = await ask<QueueAnswer>(`/queue?limit=${BULK}`)
    const first = answer.cards.map(({ id, revision }) => ({ id, revision }))
    const approved = await move(name(APPROVE), first, 'approved')
    const back = await move(name(`undo ${BULK}`), approved, 'back')
    await move(name(`spam ${BULK}`), back, 'spam')
  }

  const at = (values: Took[], of: keyof Took, share: number) =>
    values.map((took) => took[of]).toSorted((a, b) => a - b)[
      Math.min(values.length - 1, Math.floor(values.length * share))
    ]!
  say()
  say(`The desk, embedded database, ${cpus().length} cores, Node ${process.versions.node}`)
  say(`  waiting comments  ${WAITING} (and ${APPROVED} approved, ${ARTICLES} articles, ${WRITERS} writers)`)
  say(`  rounds            ${ROUNDS}`)
  say('                       milliseconds                      of a processor')
  say('                            p50     p95     p99 longest     p50     p95')
  const isGood = [...figures].map(([what, values]) => {
    const isMeant = what === SCREEN || what === APPROVE || what === `spam ${BULK}` || what === `undo ${BULK}`
    const line = (of: keyof Took, shares: number[]) =>
      shares.map((share) => at(values, of, share).toFixed(1).padStart(8)).join('')
    const both = line('milliseconds', [0.5, 0.95, 0.99, 1]) + line('cpu', [0.5, 0.95])
    say(`  ${what.padEnd(20)} ${both}${isMeant ? `   (goal: p95 under ${GOAL})` : ''}`)
    return !isMeant || at(values, 'milliseconds', 0.95) < GOAL
  })
  await payload.destroy()
  process.exitCode = isGood.every(Boolean) ? 0 : 1
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}

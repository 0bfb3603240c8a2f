/**
 * Search among 10,000 articles in three languages, on the embedded database: `npm run bench:search`.
 * Every query is another one and goes through the public door in this process, so no answer comes from a cache.
 * ARTICLES and QUERIES change the numbers.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

const ARTICLES = Number(process.env.ARTICLES ?? 10_000)
const QUERIES = Number(process.env.QUERIES ?? 400)
const WORDS = 300
const GOAL = 50
const LANGUAGES = ['en', 'ru', 'tg'] as const
type Language = (typeof LANGUAGES)[number]

const say = (line = '') => void process.stdout.write(`${line}\n`)

/** The same numbers in every run. */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** What words are made of: the commonest as they are, the others from syllables and endings. */
const MAKINGS: Record<Language, { common: string; syllables: string; endings: string }> = {
  en: {
    common:
      'the of and to in a is that for on with as was it by be are at from this or an have not women water',
    syllables:
      'ber con der fal gar hin jor kel lan mor nev pol qua rin sal ten ul ver wes yar zen tri pla stro',
    endings: 's ed ing er ly tion ment ity al ness',
  },
  ru: {
    common: 'и в на не что с по как к из за от для о это а но у при года женщин воды право также',
    syllables:
      'бер вод гор дал жен зем кол лес мир нар обр пол рав сел тра уст фор хоз цел шко щед юго яр про',
    endings: 'а ы у ой ами ого ому ский ность ения ать ить ных',
  },
  tg: {
    common: 'ва дар аз ба ки бо барои ин он ҳам то як низ мо занон об ҳуқуқ кишвар соли',
    syllables: 'бар чав дил фар ғар ҳам ҷум қиш кор лол мар нав ойи пар рӯз сар тоҷ умр шаҳ ёр зам иқ мак',
    endings: 'ҳо ҳои и ро он он ӣ гӣ аш ем',
  },
}

/** Fifteen thousand words of a language, the commonest first, drawn as often as words of languages are (Zipf). */
function vocabularyOf(language: Language, random: () => number) {
  const { common, syllables, endings } = MAKINGS[language]
  const one = (list: string[]) => list[Math.floor(random() * list.length)]!
  const [parts, ends] = [syllables.split(' '), endings.split(' ')]
  const words = new Set(common.split(' '))
  while (words.size < 15_000) {
    const stem = Array.from({ length: 1 + Math.floor(random() * 3) }, () => one(parts)).join('')
    words.add(random() < 0.3 ? stem : stem + one(ends))
  }
  const list = [...words]
  let sum = 0
  const upTo = list.map((_, i) => (sum += 1 / (i + 2.7)))
  return {
    at: (rank: number) => list[Math.min(rank, list.length - 1)]!,
    draw() {
      const wanted = random() * sum
      let [low, high] = [0, list.length - 1]
      while (low < high) {
        const middle = (low + high) >> 1
        if (upTo[middle]! < wanted) low = middle + 1
        else high = middle
      }
      return list[low]!
    },
  }
}

const random = randomFrom(20261124)
const vocabularies = Object.fromEntries(
  LANGUAGES.map((language) => [language, vocabularyOf(language, random)]),
) as Record<Language, ReturnType<typeof vocabularyOf>>
const textOf = (language: Language, words: number) =>
  Array.from({ length: words }, () => vocabularies[language].draw()).join(' ')
const between = (least: number, most: number) => least + Math.floor(random() * (most - least))

const bodyOf = (text: string) => ({
  root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text }] }] },
})

/** Of one word to four, common and rare, whole and half typed, found and not, in the three languages by turns. */
function queryOf(i: number): string {
  const language = LANGUAGES[i % LANGUAGES.length]!
  const vocabulary = vocabularies[language]
  const word = () => vocabulary.at(Math.floor(10 ** (1 + random() * 3.1)))
  const kind = Math.floor(i / LANGUAGES.length) % 8
  if (kind === 0) return `${vocabulary.at(between(0, 20))} ${word()}`
  if (kind === 1) return word().slice(0, Math.max(3, between(3, 6)))
  if (kind === 2) return `${word()} ${word()} ${word().slice(0, 4)}`
  if (kind === 3) return textOf(language, 4)
  if (kind === 4) return `${word()} ${i}`
  if (kind === 5) return vocabulary.at(i)
  return Array.from({ length: between(1, 3) }, word).join(' ')
}

const dataDir = mkdtempSync(join(tmpdir(), 'ovoz-bench-search-'))
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
  const { openPayload } = await import('../src/platform/open.ts')
  const { inTransaction } = await import('../src/platform/full-text-engine.ts')
  const { rebuildIndex } = await import('../src/search/rebuild.ts')
  const { createApi } = await import('../src/api.ts')
  const payload = await openPayload(config)

  say(`Making ${ARTICLES} articles of ${WORDS} words in each of ${LANGUAGES.length} languages …`)
  // Into the tables themselves: what is measured is the search, not the making of articles.
  const { sessions, tables } = payload.db as unknown as SQLiteAdapter
  for (let i = 0; i < ARTICLES; i += 100) {
    await inTransaction(payload, async (transaction) => {
      const database = sessions[transaction!]!.db as unknown as Pick<SQLiteAdapter['drizzle'], 'insert'>
      const numbers = Array.from({ length: Math.min(100, ARTICLES - i) }, (_, j) => i + j)
      await database.insert(tables.posts!).values(
        numbers.map((number) => ({
          id: `article-${number}`,
          slug: `article-${number}`,
          publishedAt: new Date(Date.UTC(2020, 0, 1) + number * 3_600_000).toISOString(),
          _status: 'published',
        })),
      )
      await database.insert(tables.posts_locales!).values(
        numbers.flatMap((number) =>
          LANGUAGES.map((language) => ({
            _parentID: `article-${number}`,
            _locale: language,
            title: textOf(language, between(4, 10)),
            lead: textOf(language, 15),
            body: bodyOf(textOf(language, between(WORDS / 2, WORDS * 1.5))),
          })),
        ),
      )
    })
  }
  const [began, before] = [performance.now(), process.cpuUsage()]
  await rebuildIndex({ payload })
  const { user, system } = process.cpuUsage(before)
  say(
    `The index was made in ${((performance.now() - began) / 1000).toFixed(1)} s, ` +
      `${((user + system) / 1e6).toFixed(1)} s of a processor.`,
  )

  const api = createApi(payload)
  const queries = [...new Set(Array.from({ length: QUERIES * 2 }, (_, i) => queryOf(i)))].slice(0, QUERIES)
  const ask = async (q: string, i: number) => {
    const locale = LANGUAGES[i % LANGUAGES.length]
    const start = performance.now()
    const before = process.cpuUsage()
    const answer = await api.request(`/api/v1/search?q=${encodeURIComponent(q)}&locale=${locale}`)
    const body = (await answer.json()) as { total: number; items: unknown[] }
    if (answer.status !== 200) throw new Error(`${q}: ${answer.status}`)
    const { user, system } = process.cpuUsage(before)
    return { q, total: body.total, milliseconds: performance.now() - start, cpu: (user + system) / 1000 }
  }
  // The first ones compile the code; they are other queries than those that count.
  for (let i = 0; i < 50; i++) await ask(`${vocabularies.en.at(i * 7)} ${vocabularies.ru.at(i)}`, i)
  const results: Awaited<ReturnType<typeof ask>>[] = []
  for (const [i, q] of queries.entries()) results.push(await ask(q, i))
  const at = (share: number, of: 'milliseconds' | 'cpu') => {
    const sorted = results.map((result) => result[of]).sort((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  }
  const line = (of: 'milliseconds' | 'cpu') =>
    [0.5, 0.95, 0.99, 1].map((share) => at(share, of).toFixed(1).padStart(8)).join('')
  const p95 = at(0.95, 'milliseconds')

  say()
  say(`Search, embedded database, ${cpus().length} cores, Node ${process.versions.node}`)
  say(`  articles            ${ARTICLES} (${ARTICLES * LANGUAGES.length} texts)`)
  say(
    `  different queries   ${results.length}, of which ${results.filter(({ total }) => total).length} find something`,
  )
  say('                            p50     p95     p99 longest')
  say(`  milliseconds         ${line('milliseconds')}   (goal: p95 under ${GOAL})`)
  say(`  of a processor       ${line('cpu')}   (the rest is waiting for one, on a busy machine)`)
  say('  longest ones')
  for (const { q, total, milliseconds } of results
    .toSorted((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, 8))
    say(`    ${milliseconds.toFixed(1).padStart(6)} ms   ${String(total).padStart(6)} found   ${q}`)
  await payload.destroy()
  process.exitCode = p95 < GOAL ? 0 : 1
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}

import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createClient } from '@libsql/client'
import { MongoClient } from 'mongodb'

import type { Sizes } from './sizes.ts'

const ROOT = join(import.meta.dirname, '..')
/** Whatever decides what the made database looks like. */
const MADE_FROM = ['bench/data.ts', 'bench/words.ts', 'collections', 'globals', 'src/migrations', 'src/demo']

/** A database of one's own, full of the benchmark's content. */
export type Data = {
  dir: string
  /** The address of the database where it is a MongoDB; else it is the file in `dir`. */
  mongo: string | null
  /** How many of these comments are kept. */
  countKept: (ids: string[]) => Promise<number>
  dispose: () => Promise<void>
}

function fingerprint(sizes: Sizes): string {
  const hash = createHash('sha256').update(JSON.stringify(sizes))
  const add = (path: string) => {
    const full = join(ROOT, path)
    if (path.includes('.')) return void hash.update(path).update(readFileSync(full))
    for (const { name } of readdirSync(full, { withFileTypes: true })) add(`${path}/${name}`)
  }
  MADE_FROM.forEach(add)
  return hash.digest('hex').slice(0, 16)
}

function fill({ dir, mongo, sizes }: { dir: string; mongo: string | null; sizes: Sizes }) {
  process.stderr.write(`Making ${sizes.articles} articles and ${sizes.comments} comments …\n`)
  const { status } = spawnSync(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', 'bench/data.ts', JSON.stringify(sizes)],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DATA_DIR: dir, DATABASE_URI: mongo ?? '', DEMO: '0', LOG_LEVEL: 'warn' },
    },
  )
  if (status !== 0) throw new Error('The content could not be made. The lines above say why.')
}

/** The embedded database: made once and kept below the system's folder for temporary files; each run gets a copy. */
function prepareSqlite(sizes: Sizes): Data {
  const cache = join(tmpdir(), 'ovoz-bench-cache')
  const made = join(cache, fingerprint(sizes))
  if (!existsSync(made)) {
    rmSync(cache, { recursive: true, force: true })
    mkdirSync(cache, { mode: 0o700 })
    const making = mkdtempSync(join(cache, 'making-'))
    fill({ dir: making, mongo: null, sizes })
    renameSync(making, made)
  }
  const dir = mkdtempSync(join(tmpdir(), 'ovoz-bench-'))
  cpSync(made, dir, { recursive: true })
  return {
    dir,
    mongo: null,
    countKept: async (ids) => {
      const client = createClient({ url: `file:${join(dir, 'ovoz.sqlite')}` })
      const sql = 'SELECT count(*) AS n FROM comments WHERE id IN (SELECT value FROM json_each(?))'
      const { rows } = await client.execute({ sql, args: [JSON.stringify(ids)] })
      client.close()
      return Number(rows[0]!.n)
    },
    dispose: async () => rmSync(dir, { recursive: true, force: true }),
  }
}

/** MongoDB: a database beside the one that is named, which is not touched; dropped at the end. */
async function prepareMongo(given: string, sizes: Sizes): Promise<Data> {
  const uri = new URL(given)
  uri.pathname = `/ovoz_bench_${randomBytes(5).toString('hex')}`
  const mongo = uri.href
  const dir = mkdtempSync(join(tmpdir(), 'ovoz-bench-'))
  const client = await MongoClient.connect(mongo)
  const dispose = async () => {
    rmSync(dir, { recursive: true, force: true })
    await client.db().dropDatabase()
    await client.close()
  }
  try {
    fill({ dir, mongo, sizes })
  } catch (error) {
    await dispose()
    throw error
  }
  const comments = client.db().collection<{ _id: string }>('comments')
  return { dir, mongo, countKept: (ids) => comments.countDocuments({ _id: { $in: ids } }), dispose }
}

export const prepareData = async (sizes: Sizes): Promise<Data> => {
  const given = process.env.DATABASE_URI
  return given?.startsWith('mongodb') ? prepareMongo(given, sizes) : prepareSqlite(sizes)
}

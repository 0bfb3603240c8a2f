// npm run generate: makes again whatever in the repository is made from the sources; tests/drift tells when to.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'

const TYPES = 'src/payload-types.ts'
const IMPORT_MAP = 'src/app/(payload)/admin/importMap.js'
const MIGRATIONS = 'src/migrations'

const say = (text) => process.stdout.write(`${text}\n`)
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

chdir(fileURLToPath(new URL('..', import.meta.url)))
const migrations = readdirSync(MIGRATIONS)
  .filter((name) => /^\d.*\.ts$/.test(name))
  .map((name) => join(MIGRATIONS, name))
const files = [
  ...migrations,
  '.env.example',
  'docs/settings.md',
  TYPES,
  IMPORT_MAP,
  'tests/drift/openapi.json',
  'src/client/types.ts',
]
const folder = mkdtempSync(join(tmpdir(), 'ovoz-generate-'))
// What this machine is set to must not get into files that are kept for all.
Object.assign(process.env, {
  NODE_ENV: 'development',
  DATA_DIR: folder,
  DATABASE_URI: '',
  PUBLIC_URL: 'http://localhost:3000',
  SITE: 'off',
  SITE_URL: '',
  PAYLOAD_TS_OUTPUT_PATH: TYPES,
})

try {
  const before = files.map(read)
  // Payload writes migrations that import two types as if they were values; no loader but a bundler takes that.
  for (const file of migrations) {
    const text = read(file)
    const mended = text.replace(
      /^import \{ MigrateUpArgs, MigrateDownArgs, /m,
      'import { type MigrateUpArgs, type MigrateDownArgs, ',
    )
    if (mended !== text) writeFileSync(file, mended)
  }

  // Settings are read when a module that needs them is loaded, so none is loaded before this line.
  const { toEnvExample, toSettingsTable } = await import('../src/platform/settings-docs.ts')
  writeFileSync('.env.example', toEnvExample())
  writeFileSync('docs/settings.md', toSettingsTable())

  // What `payload generate:types` and `payload generate:importmap` call. Those two commands end their process, and
  // with a pipe behind them that can be before the file is there.
  const { generateImportMap } = await import('payload')
  const { generateTypes } = await import('payload/node')
  const config = await (await import('../payload.config.ts')).default
  await generateTypes(config, { log: false })
  await generateImportMap(config, { log: false })

  const { createApi } = await import('../src/api.ts')
  const { toClientTypes } = await import('./client-types.mjs')
  const document = await (await createApi({}).request('/api/v1/openapi.json')).json()
  writeFileSync('tests/drift/openapi.json', `${JSON.stringify(document, null, 2)}\n`)
  writeFileSync('src/client/types.ts', toClientTypes(document))

  files.forEach((file, i) => say(`${read(file) === before[i] ? 'unchanged' : 'written  '}  ${file}`))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { generateImportMap, getPayload, type Payload, type SanitizedConfig } from 'payload'
import { generateTypes } from 'payload/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const TYPES = 'src/payload-types.ts'
const IMPORT_MAP = 'src/app/(payload)/admin/importMap.js'
const MIGRATIONS = 'src/migrations'

const folder = mkdtempSync(join(tmpdir(), 'ovoz-drift-'))
const read = (file: string) => readFileSync(file, 'utf8')
const stale = (file: string) => `${file} is out of date: run npm run generate`

describe('what is made from the configuration', () => {
  let config: SanitizedConfig

  beforeAll(async () => {
    // The settings scripts/generate.mjs makes it with; they are read when the configuration is loaded, not before.
    Object.assign(process.env, {
      DATA_DIR: folder,
      DATABASE_URI: '',
      PUBLIC_URL: 'http://localhost:3000',
      SITE: 'off',
      SITE_URL: '',
    })
    config = await (await import('../../payload.config.ts')).default
    // Opening Payload would write the types into the sources, and so hide what is looked for here.
    config.typescript.autoGenerate = false
  })

  afterAll(() => {
    delete process.env.PAYLOAD_TS_OUTPUT_PATH
    rmSync(folder, { recursive: true, force: true })
  })

  it('the types are those of the collections', async () => {
    process.env.PAYLOAD_TS_OUTPUT_PATH = join(folder, 'types.ts')
    await generateTypes(config, { log: false })
    expect(read(TYPES), stale(TYPES)).toBe(read(process.env.PAYLOAD_TS_OUTPUT_PATH))
  })

  it('the import map names every component of the panel', async () => {
    // Made below another root, at the same depth, so that the addresses in it come out alike.
    const importMapFile = join(folder, IMPORT_MAP)
    mkdirSync(dirname(importMapFile), { recursive: true })
    writeFileSync(importMapFile, '')
    const importMap = { ...config.admin.importMap, baseDir: folder, importMapFile }
    await generateImportMap({ ...config, admin: { ...config.admin, importMap } }, { log: false })
    expect(read(IMPORT_MAP), stale(IMPORT_MAP)).toBe(read(importMapFile))
  })

  it('the public document describes the public door', async () => {
    const { createApi } = await import('../../src/api.ts')
    const answer = await createApi({} as Payload).request('/api/v1/openapi.json')
    const file = 'tests/drift/openapi.json'
    expect(JSON.parse(read(file)), stale(file)).toEqual(await answer.json())
  })

  it('the migrations lead to the tables the collections need', async () => {
    const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
    const { requireDrizzleKit, schema } = payload.db as unknown as {
      requireDrizzleKit: () => { generateDrizzleJson: (schema: unknown) => Promise<object> }
      schema: unknown
    }
    const needed: unknown = JSON.parse(JSON.stringify(await requireDrizzleKit().generateDrizzleJson(schema)))
    const newest = readdirSync(MIGRATIONS)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .at(-1)!
    const unnamed = (snapshot: unknown) => ({ ...(snapshot as object), id: '', prevId: '' })
    expect(
      unnamed(JSON.parse(read(join(MIGRATIONS, newest)))),
      'A migration is missing: run npx payload migrate:create <name>, then run npm run generate',
    ).toEqual(unnamed(needed))
  })
})

const migrations = readdirSync(MIGRATIONS).filter((name) => /^\d.*\.ts$/.test(name))

it.each(migrations)('%s imports types as types, so that every loader takes it', (name) => {
  const file = join(MIGRATIONS, name)
  const hasValueImport = /^import \{[^}]*(?<!type )Migrate(Up|Down)Args/m.test(read(file))
  expect(hasValueImport, stale(file)).toBe(false)
})

it('every migration is in the list that the server applies', () => {
  const list = read(join(MIGRATIONS, 'index.ts'))
  for (const name of migrations) expect(list).toContain(`name: '${name.replace(/\.ts$/, '')}'`)
})

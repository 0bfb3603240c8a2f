import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { toClientTypes } from '../../scripts/client-types.mjs'
import { ClientProject } from '../support/client-project.ts'

const read = (file: string) => readFileSync(file, 'utf8')

it('the types of the client are those of the public document', () => {
  const document = JSON.parse(read('tests/drift/openapi.json')) as object
  const stale = 'src/client/types.ts is out of date: run npm run generate'
  expect(read('src/client/types.ts'), stale).toBe(toClientTypes(document))
})

describe.each(['product', 'client'] as const)('a project that has ovoz/client by way of the %s', (as) => {
  const project = new ClientProject()
  afterAll(() => project.remove())

  it('compiles as strictly as can be, and misuse does not', async () => {
    await project.install(as)
    expect(project.compile('tsconfig.json')).toBe('')
    expect(project.compile('tsconfig.bundler.json')).toBe('')
  })

  it('needs no other package, neither for the types nor for the code', () => {
    const home = join(project.folder, 'node_modules/ovoz', as === 'product' ? 'dist/client' : '')
    expect(readdirSync(home).sort()).toEqual(['index.d.ts', 'index.js', 'package.json', 'types.d.ts'])
    for (const file of ['index.d.ts', 'types.d.ts', 'index.js']) {
      const asked = [...read(join(home, file)).matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)/g)].map(
        ([, name]) => name,
      )
      expect(new Set(asked), file).toEqual(new Set(file === 'index.d.ts' ? ['./types.js'] : []))
    }
  })
})

it('the package hands out the client and nothing else', () => {
  const { exports, files } = JSON.parse(read('package.json')) as {
    exports: Record<string, unknown>
    files: string[]
  }
  expect(Object.keys(exports)).toEqual(['./client', './package.json'])
  expect(files).toEqual(['dist/client'])
})

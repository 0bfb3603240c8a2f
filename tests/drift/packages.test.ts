import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

type Versions = Record<string, string>
type Manifest = { dependencies: Versions; devDependencies: Versions }
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Partial<Manifest>
const { dependencies, devDependencies } = read('package.json') as Manifest

it('the lock file names no registry, so that it serves everywhere', () => {
  expect(
    /"resolved": "(?!site"|widget")/.test(readFileSync('package-lock.json', 'utf8')),
    'package-lock.json names a registry: run npm install again with the .npmrc of this repository',
  ).toBe(false)
})

it('all packages of Payload have one exact version', () => {
  const payload = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([name]) => name === 'payload' || name.startsWith('@payloadcms/'),
  )
  expect(payload.length).toBeGreaterThan(1)
  expect(new Set(payload.map(([, version]) => version))).toEqual(new Set([dependencies.payload]))
  expect(dependencies.payload).toMatch(/^\d+\.\d+\.\d+$/)
})

it.each(['package.json', 'site/package.json', 'widget/package.json'])(
  'every package of %s has an exact version, the same everywhere',
  (file) => {
    const own = read(file)
    const ours: Versions = { ...own.dependencies, ...own.devDependencies }
    const all: Versions = { ...ours, ...dependencies, ...devDependencies }
    const odd = Object.entries(ours).filter(
      ([name, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) || all[name] !== version,
    )
    expect(odd).toEqual([])
  },
)

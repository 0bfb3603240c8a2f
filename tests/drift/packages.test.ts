import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

type Versions = Record<string, string>
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Versions
  devDependencies: Versions
}

it('the lock file names no registry, so that it serves everywhere', () => {
  expect(
    readFileSync('package-lock.json', 'utf8').includes('"resolved"'),
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

it('every package has an exact version', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  )
  expect(loose).toEqual([])
})

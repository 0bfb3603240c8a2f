import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import { ENTRIES } from '../../src/platform/settings.ts'

type Service = {
  image: string
  environment?: Record<string, string>
  ports?: string[]
  healthcheck?: { test: string[] }
}

const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>
}
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

const isOther = (name: string) => name === 'NODE_ENV' || name.startsWith('MONGO_')

describe.each(Object.entries(services))('the service %s', (_, service) => {
  const environment = Object.entries(service.environment ?? {})

  it('sets only what Ovoz reads, to values it takes', () => {
    for (const [name, value] of environment.filter(([name]) => !isOther(name))) {
      expect(Object.keys(ENTRIES), `${name} is no setting: see docs/settings.md`).toContain(name)
      expect(ENTRIES[name as keyof typeof ENTRIES].schema.safeParse(value).error, name).toBeUndefined()
    }
  })

  it('has an image of one version', () => {
    expect(service.image).toMatch(/^[\w./-]+:v?\d+\.\d+\.\d+([.-][\w.-]+)?$/)
  })

  it('is published to this machine alone', () => {
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/)
  })

  it('says whether it is well', () => {
    const [kind, ...command] = service.healthcheck?.test ?? []
    expect(kind).toMatch(/^CMD(-SHELL)?$/)
    expect(command.length).toBeGreaterThan(0)
    // A colon between spaces, not quoted, makes a map of what was meant for a command.
    for (const word of command) expect(word).toBeTypeOf('string')
  })
})

it('the image of ours has the version of the package', () => {
  const ours = Object.values(services).filter(({ image }) => image.startsWith('ovoz:'))
  expect(ours.map(({ image }) => image)).toEqual(ours.map(() => `ovoz:${version}`))
  expect(ours).toHaveLength(2)
})

it('MongoDB is addressed as a replica set, for its transactions', () => {
  const addresses = Object.values(services).flatMap(({ environment }) => environment?.DATABASE_URI ?? [])
  expect(addresses).toHaveLength(2)
  for (const address of addresses) expect(new URL(address).searchParams.get('replicaSet')).toBe('rs0')
})

it('the jobs are done by the worker alone', () => {
  expect(services.cms?.environment?.JOBS).toBe('off')
})

it('the image for the build is of one version as well', () => {
  const bases = [...readFileSync('Dockerfile', 'utf8').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)
  expect(bases.length).toBeGreaterThan(0)
  for (const image of bases) expect(image).toMatch(/^node:\d+\.\d+(\.\d+)?-slim$/)
})

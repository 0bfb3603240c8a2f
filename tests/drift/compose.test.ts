import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import { ENTRIES as SITE_ENTRIES, readSettings as readSite } from '../../site/src/settings.ts'
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

/** What the environment of `docker compose up` says in place of `${NAME:-preset}`: nothing. */
const fill = (value: string) => value.replace(/\$\{[A-Z_]+:-([^}]*)\}/g, '$1')

const isOther = (name: string) => name === 'NODE_ENV' || name.startsWith('MONGO_')

it.each(Object.entries(services).filter(([name]) => name !== 'site'))(
  'the service %s sets only what Ovoz reads, to values it takes',
  (_, { environment = {} }) => {
    for (const [name, value] of Object.entries(environment).filter(([name]) => !isOther(name))) {
      expect(Object.keys(ENTRIES), `${name} is no setting: see docs/settings.md`).toContain(name)
      const read = ENTRIES[name as keyof typeof ENTRIES].schema.safeParse(fill(value) || undefined)
      expect(read.error, name).toBeUndefined()
    }
  },
)

describe.each(Object.entries(services))('the service %s', (_, service) => {
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

describe('the site', () => {
  const environment = services.site!.environment!

  it('is told only what it reads, to values it takes', () => {
    const values = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)]))
    expect(Object.keys(SITE_ENTRIES)).toEqual(expect.arrayContaining(Object.keys(values)))
    expect(readSite(values)).toMatchObject({ API_URL: 'http://cms:3000', WEBHOOK_SECRET: null })
  })

  it('is where the server says it is, and holds none of its secrets', () => {
    const { cms } = services
    expect(cms!.environment).toMatchObject({
      SITE: 'off',
      SITE_URL: environment.SITE_URL,
      SITE_WEBHOOK_URL: `http://site:${environment.PORT}/webhooks/ovoz`,
      SITE_WEBHOOK_SECRET: environment.WEBHOOK_SECRET,
    })
    expect(environment.CMS_URL).toBe(cms!.environment!.PUBLIC_URL)
    expect(services.site).not.toHaveProperty('volumes')
  })

  it('gets the secret of its webhooks from outside, never from the file', () => {
    expect(environment.WEBHOOK_SECRET).toMatch(/^\$\{SITE_WEBHOOK_SECRET:-\}$/)
  })
})

it('the image of ours has the version of the package', () => {
  const ours = Object.values(services).filter(({ image }) => image.startsWith('ovoz:'))
  expect(ours.map(({ image }) => image)).toEqual(ours.map(() => `ovoz:${version}`))
  expect(ours).toHaveLength(3)
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

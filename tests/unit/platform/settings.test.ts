import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'

import { describe, expect, it } from 'vitest'

import { ENTRIES, isLoopback, readSettings, SettingsFault } from '../../../src/platform/settings.ts'
import { thrownBy } from '../any.ts'

/** The lines that name a fault. */
function faultsOf(env: Record<string, string>): string[] {
  const fault = thrownBy(() => readSettings(env))
  expect(fault).toBeInstanceOf(SettingsFault)
  return (fault as SettingsFault).message.split('\n').slice(1)
}

describe('readSettings', () => {
  it('needs nothing', () => {
    expect(readSettings({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: resolve('./data'),
      PUBLIC_URL: 'http://localhost:3000',
      SITE: 'on',
      SITE_PORT: 3001,
      SITE_URL: 'http://localhost:3001',
      CORS_ORIGINS: [],
      DEMO: '1',
      JOBS: 'on',
      LOG_LEVEL: 'info',
      isLocal: true,
      isProduction: false,
    })
  })

  it('takes an empty value for none', () => {
    const empty = Object.fromEntries(Object.keys(ENTRIES).map((name) => [name, '  ']))
    expect(readSettings(empty)).toEqual(readSettings({}))
  })

  it('has a sentence for every setting', () => {
    for (const { doc } of Object.values(ENTRIES)) expect(doc).toMatch(/^[A-Z].*\.$/)
  })

  it('derives one address from another', () => {
    expect(readSettings({ PORT: '8080' })).toMatchObject({ PUBLIC_URL: 'http://localhost:8080' })
    expect(readSettings({ PUBLIC_URL: 'https://cms.example.org/' })).toMatchObject({
      PUBLIC_URL: 'https://cms.example.org',
      SITE_URL: 'https://cms.example.org',
      isLocal: false,
    })
  })

  const PREVIEW = 'http://localhost:3001/preview?token={token}'
  const AWAY = 'https://cms.example.org'
  it.each([
    [{}, 'on', 3001, 'http://localhost:3001', PREVIEW],
    [{ SITE: 'off' }, 'off', 3001, 'http://localhost:3000', undefined],
    [{ SITE_PORT: '8080' }, 'on', 8080, 'http://localhost:8080', undefined],
    [{ SITE_URL: 'http://localhost:3001' }, 'on', 3001, 'http://localhost:3001', PREVIEW],
    [{ SITE_URL: 'http://localhost:4000' }, 'off', 3001, 'http://localhost:4000', undefined],
    [{ SITE_URL: 'https://site.example' }, 'off', 3001, 'https://site.example', undefined],
    [{ SITE_URL: 'https://site.example', SITE: 'on' }, 'on', 3001, 'https://site.example', undefined],
    [{ PUBLIC_URL: AWAY }, 'off', 3001, AWAY, undefined],
    [{ PORT: '0' }, 'on', 0, 'http://localhost:0', undefined],
    [{ PORT: '65535' }, 'on', 65534, 'http://localhost:65534', undefined],
  ])('with %o the site is %s, on port %i and at %s', (env, SITE, SITE_PORT, SITE_URL, preview) => {
    const read = readSettings(env as Record<string, string>)
    expect(read).toMatchObject({ SITE, SITE_PORT, SITE_URL })
    if (preview) expect(read.PREVIEW_URL.map(({ template }) => template)).toEqual([preview])
    // This server has no page for drafts.
    if (SITE === 'off' && SITE_URL === read.PUBLIC_URL) expect(read.PREVIEW_URL).toEqual([])
  })

  it('refuses a site on the port of the server, one that nobody could find, and two ways to one', () => {
    expect(faultsOf({ PORT: '3001', SITE_PORT: '3001' })).toEqual([
      '  - SITE_PORT must be another number than PORT',
    ])
    expect(readSettings({ PORT: '3001', SITE_PORT: '3001', SITE: 'off' }).SITE).toBe('off')
    expect(faultsOf({ PUBLIC_URL: AWAY, SITE: 'on' })).toEqual([
      expect.stringMatching(/^ {2}- SITE_URL must say where readers find the site/),
    ])
    expect(faultsOf({ SITE_WEBHOOK_URL: 'http://site:3001/webhooks/ovoz' })).toEqual([
      expect.stringMatching(/^ {2}- SITE_WEBHOOK_URL .*SITE=off$/),
    ])
  })

  it('has one process answer with the embedded database, and one for each core with MongoDB', () => {
    expect(readSettings({}).WEB_PROCESSES).toBe(1)
    expect(readSettings({ DATABASE_URI: 'mongodb://db.example/ovoz' }).WEB_PROCESSES).toBe(
      availableParallelism(),
    )
    expect(readSettings({ WEB_PROCESSES: '3' }).WEB_PROCESSES).toBe(3)
  })

  it('reads lists with commas, spaces or both', () => {
    expect(
      readSettings({ CORS_ORIGINS: 'https://a.example, https://b.example  https://c.example,' }),
    ).toMatchObject({
      CORS_ORIGINS: ['https://a.example', 'https://b.example', 'https://c.example'],
    })
  })

  it('lets a proxy keep answers for an hour where it is told of changes, and for a second where not', () => {
    const PURGE_URL = 'http://127.0.0.1:8080/purge'
    expect(readSettings({})).toMatchObject({ PURGE_URL: [], SHARED_MAX_AGE: 1 })
    expect(readSettings({ PURGE_URL })).toMatchObject({ PURGE_URL: [PURGE_URL], SHARED_MAX_AGE: 3600 })
    expect(readSettings({ PURGE_URL, SHARED_MAX_AGE: '1' }).SHARED_MAX_AGE).toBe(1)
    expect(readSettings({ SHARED_MAX_AGE: '60' }).SHARED_MAX_AGE).toBe(60)
    expect(readSettings({ PURGE_URL, SHARED_MAX_AGE: '0' }).SHARED_MAX_AGE).toBe(0)
  })

  it('takes several proxies, and leaves their addresses as they are', () => {
    expect(
      readSettings({ PURGE_URL: 'http://a.example/purge/, http://b.example/purge?all' }).PURGE_URL,
    ).toEqual(['http://a.example/purge/', 'http://b.example/purge?all'])
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['WEB_PROCESSES', '0'],
    ['PORT', '80.5'],
    ['DATABASE_URI', 'postgres://x'],
    ['PAYLOAD_SECRET', 'x'.repeat(31)],
    ['SEAL_KEY', 'not base64!'],
    ['SEAL_KEY', Buffer.alloc(31).toString('base64')],
    ['PUBLIC_URL', 'cms.example.org'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['SITE_URL', 'ftp://example.org'],
    ['SITE', 'yes'],
    ['SITE_PORT', 'abc'],
    ['SITE_WEBHOOK_URL', 'site:3001'],
    ['SITE_WEBHOOK_SECRET', 'whsec_c2hvcnQ='],
    ['SITE_WEBHOOK_SECRET', Buffer.alloc(32, 1).toString('base64')],
    ['PURGE_URL', '127.0.0.1:8080/purge'],
    ['PURGE_URL', 'http://127.0.0.1:8080/purge,file:///purge'],
    ['PURGE_URL', 'http://name:word@proxy.example/purge'],
    ['SHARED_MAX_AGE', '-1'],
    ['SMTP_URL', 'http://mail.example.org'],
    ['MAIL_FROM', 'Ovoz <ovoz@example.org>'],
    ['DEMO', 'yes'],
    ['JOBS', 'true'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s by its name', (name, value) => {
    for (const line of faultsOf({ [name]: value })) expect(line).toMatch(new RegExp(`^ {2}- ${name} \\S`))
  })

  it('tells all faults together', () => {
    const told = faultsOf({
      PORT: 'x',
      SITE_URL: 'x',
      DATABASE_URI: 'x',
      JOBS: 'x',
      SEAL_KEY: 'x',
      DEMO: 'x',
    })
    const names = told.map((line) => /[A-Z_]+/.exec(line)![0])
    expect([...new Set(names)].sort()).toEqual([
      'DATABASE_URI',
      'DEMO',
      'JOBS',
      'PORT',
      'SEAL_KEY',
      'SITE_URL',
    ])
  })

  it.each(['ADMIN_EMAIL', 'ADMIN_PASSWORD'])('refuses %s alone', (name) => {
    const values: Record<string, string> = {
      ADMIN_EMAIL: 'admin@example.org',
      ADMIN_PASSWORD: 'long enough',
    }
    expect(faultsOf({ [name]: values[name]! })).toEqual([
      '  - ADMIN_EMAIL and ADMIN_PASSWORD go together: set both or neither',
    ])
    expect(readSettings(values)).toMatchObject(values)
  })

  it('tells that ADMIN_EMAIL stands alone beside other faults', () => {
    expect(faultsOf({ PORT: 'x', ADMIN_EMAIL: 'admin@example.org' })).toHaveLength(2)
  })

  it('does not take a bad ADMIN_EMAIL for a missing one', () => {
    expect(faultsOf({ ADMIN_EMAIL: 'nobody', ADMIN_PASSWORD: 'long enough' })).toEqual([
      '  - ADMIN_EMAIL must be one plain address',
    ])
  })

  it.each(['PAYLOAD_SECRET', 'SEAL_KEY', 'SITE_WEBHOOK_SECRET', 'SMTP_URL', 'ADMIN_PASSWORD'] as const)(
    'never repeats what a wrong %s holds',
    (name) => {
      expect(faultsOf({ [name]: 'hunter2' }).join()).not.toContain('hunter2')
      expect(ENTRIES[name]).toMatchObject({ isSecret: true })
    },
  )
})

describe('isLoopback', () => {
  it.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['::1', true],
    ['[::1]', true],
    ['localhost.example.org', false],
    ['127.0.0.1.example.org', false],
    ['0.0.0.0', false],
    ['192.168.0.1', false],
    ['cms.example.org', false],
  ])('decides on %s: %s', (host, is) => {
    expect(isLoopback(host)).toBe(is)
  })
})

it.each([
  ['production', undefined, 'off'],
  ['development', undefined, 'on'],
  ['production', 'on', 'on'],
  ['development', 'off', 'off'],
])(
  'in %s GraphQL with GRAPHQL_INTROSPECTION=%s has introspection %s',
  (NODE_ENV, GRAPHQL_INTROSPECTION, is) => {
    expect(readSettings({ NODE_ENV, GRAPHQL_INTROSPECTION }).GRAPHQL_INTROSPECTION).toBe(is)
  },
)

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { readSecrets } from '../../../src/platform/secrets.ts'
import { readSettings, SettingsFault } from '../../../src/platform/settings.ts'
import { thrownBy } from '../any.ts'

const SEAL_KEY = Buffer.alloc(32, 'k').toString('base64')
const PAYLOAD_SECRET = 's'.repeat(40)

describe('readSecrets', () => {
  let above: string
  let DATA_DIR: string
  const file = () => join(DATA_DIR, 'secrets.json')
  const read = (env: Record<string, string> = {}) => readSecrets(readSettings({ DATA_DIR, ...env }))

  beforeEach(() => {
    above = mkdtempSync(join(tmpdir(), 'ovoz-secrets-'))
    DATA_DIR = join(above, 'data')
  })
  afterEach(() => rmSync(above, { recursive: true }))

  it('makes both on a machine of one’s own, and finds them again', () => {
    const made = read()
    expect(Buffer.from(made.SEAL_KEY, 'base64')).toHaveLength(32)
    expect(made.PAYLOAD_SECRET.length).toBeGreaterThanOrEqual(32)
    expect(read()).toEqual(made)
    expect(readdirSync(DATA_DIR)).toEqual(['secrets.json'])
  })

  it('makes others each time', () => {
    const first = read()
    rmSync(file())
    expect(read()).not.toEqual(first)
  })

  it.skipIf(process.platform === 'win32')('keeps them from everybody else on the machine', () => {
    read()
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(statSync(DATA_DIR).mode & 0o777).toBe(0o700)
  })

  it('makes what the settings themselves would take', () => {
    expect(readSettings({ ...(read() as unknown as Record<string, string>) })).toMatchObject(read())
  })

  it('takes both from the settings and writes nothing', () => {
    expect(read({ SEAL_KEY, PAYLOAD_SECRET })).toEqual({ SEAL_KEY, PAYLOAD_SECRET })
    expect(existsSync(DATA_DIR)).toBe(false)
  })

  it('takes one from the settings and keeps the other', () => {
    const mixed = read({ SEAL_KEY })
    expect(mixed.SEAL_KEY).toBe(SEAL_KEY)
    expect(read({ SEAL_KEY })).toEqual(mixed)
  })

  it('refuses to make secrets for a public site, and says how to', () => {
    const env = { NODE_ENV: 'production', PUBLIC_URL: 'https://cms.example.org' }
    const halves: Record<string, string>[] = [{}, { SEAL_KEY }, { PAYLOAD_SECRET }]
    for (const some of halves) {
      const fault = thrownBy(() => read({ ...env, ...some }))
      expect(fault).toBeInstanceOf(SettingsFault)
      expect(String(fault)).toMatch(/PAYLOAD_SECRET.*openssl rand[^]*SEAL_KEY.*openssl rand/)
    }
    expect(existsSync(DATA_DIR)).toBe(false)
    expect(read({ ...env, SEAL_KEY, PAYLOAD_SECRET })).toEqual({ SEAL_KEY, PAYLOAD_SECRET })
  })

  it('makes them in production on a machine of one’s own', () => {
    const made = read({ NODE_ENV: 'production' })
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(made)
  })
})

import crypto, { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const engine = process.env.TEST_ENGINE === 'mongodb' ? 'mongodb' : 'sqlite'

function mongoUri(database: string): string {
  const given = process.env.TEST_MONGODB_URI
  if (!given) throw new Error('TEST_ENGINE=mongodb needs TEST_MONGODB_URI.')
  const uri = new URL(given)
  uri.pathname = `/${database}`
  return uri.href
}

/** The settings of tests, before anything of ours is imported: a folder and a database that nobody else has. */
function set() {
  Object.assign(process.env, {
    ADMIN_EMAIL: undefined,
    CORS_ORIGINS: 'https://partner.example',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'ovoz-int-')),
    DEMO: '0',
    // Tests of the limits themselves switch them on.
    LIMITS: process.env.LIMITS ?? 'off',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    PUBLIC_URL: 'http://localhost:3000',
    SITE: 'off',
    SITE_URL: 'https://site.example',
    SPAM_POW: 'off',
  })
  delete process.env.ADMIN_EMAIL
  delete process.env.DATABASE_URI
  if (engine === 'mongodb')
    process.env.DATABASE_URI = mongoUri(`${process.env.TEST_DATABASES}${randomBytes(6).toString('hex')}`)
}

/**
 * Hashes passwords with one round of Payload's 600,000, since these tests sign in hundreds of times. The browser journeys
 * and the attack do all of them.
 */
function hashInOneRound() {
  const { pbkdf2 } = crypto
  crypto.pbkdf2 = (password, salt, _rounds, ...rest) => pbkdf2(password, salt, 1, ...rest)
}

// Files that share a process share its settings: they are read once.
const SET_BY = 'OVOZ_TEST_PROCESS'
if (process.env[SET_BY] !== String(process.pid)) {
  set()
  hashInOneRound()
  process.env[SET_BY] = String(process.pid)
}

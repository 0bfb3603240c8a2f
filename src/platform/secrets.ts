import { randomBytes } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import { isBuilding, type Settings, SettingsFault, settings } from './settings.ts'

type Secrets = { PAYLOAD_SECRET: string; SEAL_KEY: string; SEAL_KEYS_OLD?: string[]; MARK_KEY?: string }

const fresh = (): Secrets => ({
  PAYLOAD_SECRET: randomBytes(36).toString('base64url'),
  SEAL_KEY: randomBytes(32).toString('base64'),
})

/**
 * The two secrets: from the environment, else from `secrets.json` in DATA_DIR, made there (mode 0600) at the
 * first start on a machine of one's own. A site with a public address must bring its own, so that they are
 * never lost together with the database they protect.
 * @throws SettingsFault where they are needed and missing.
 */
export function readSecrets({
  DATA_DIR,
  PAYLOAD_SECRET,
  SEAL_KEY,
  SEAL_KEYS_OLD,
  MARK_KEY,
  isLocal,
  isProduction,
}: Settings): Secrets {
  // Former keys belong to the one they are given with; the file's own are those of the file's key.
  const more = { ...(SEAL_KEYS_OLD.length && { SEAL_KEYS_OLD }), ...(MARK_KEY && { MARK_KEY }) }
  if (PAYLOAD_SECRET && SEAL_KEY) return { PAYLOAD_SECRET, SEAL_KEY, ...more }
  const file = fileOf(DATA_DIR)
  let kept: Secrets | undefined
  if (existsSync(file)) kept = JSON.parse(readFileSync(file, 'utf8')) as Secrets
  else if (isProduction && !isLocal) {
    throw new SettingsFault(
      'A public site needs its own secrets. Set both, and keep a copy apart from the database:\n' +
        '  PAYLOAD_SECRET  (make one with: openssl rand -base64 36)\n' +
        '  SEAL_KEY        (make one with: openssl rand -base64 32)',
    )
  } else {
    mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 })
    // Two processes may start at once: each writes a file of its own, and whose link is first, stays.
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, `${JSON.stringify(fresh(), null, 2)}\n`, { mode: 0o600 })
    try {
      linkSync(draft, file)
    } catch (error) {
      if (!existsSync(file)) throw error
    }
    unlinkSync(draft)
    kept = JSON.parse(readFileSync(file, 'utf8')) as Secrets
  }
  return { ...kept, ...(PAYLOAD_SECRET && { PAYLOAD_SECRET }), ...(SEAL_KEY && { SEAL_KEY }), ...more }
}

const fileOf = (dir: string) => join(dir, 'secrets.json')

export const secrets = isBuilding ? fresh() : readSecrets(settings)

/** Where the keys are: in the environment, which stays as it is while a process lives, or in the file, which may change. */
export const areKeysInFile = (given: Settings = settings) => !given.SEAL_KEY

/** How long the keys of the file are relied on before it is looked at again, in milliseconds. */
export const LOOKS_EVERY = 500

/**
 * The keys as they are now: those of the file are read again when it has changed, so that running processes learn of a
 * new key without a restart.
 * @param isMissing whether a key is wanted that was not there: then it is looked up at once
 */
function createKeyring() {
  let present: Secrets = secrets
  let lookedAt = 0
  let seen = ''
  return (isMissing = false): Secrets => {
    if (isBuilding || !areKeysInFile()) return present
    const now = Date.now()
    if (!isMissing && Math.abs(now - lookedAt) < LOOKS_EVERY) return present
    lookedAt = now
    try {
      const { mtimeMs, ino, size } = statSync(fileOf(settings.DATA_DIR))
      const stamp = `${mtimeMs} ${ino} ${size}`
      if (stamp !== seen) {
        present = readSecrets(settings)
        seen = stamp
      }
    } catch {
      // A file that is gone or damaged takes nothing from what we know.
    }
    return present
  }
}

export const keyring = createKeyring()

/** Puts other keys into the file, in one step: whoever reads it finds the former ones or these. */
export function writeKeys({ SEAL_KEY, SEAL_KEYS_OLD, MARK_KEY }: Required<Omit<Secrets, 'PAYLOAD_SECRET'>>) {
  const file = fileOf(settings.DATA_DIR)
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Secrets
  const next = { ...kept, SEAL_KEY, SEAL_KEYS_OLD, MARK_KEY }
  if (!SEAL_KEYS_OLD.length) delete (next as Partial<Secrets>).SEAL_KEYS_OLD
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(draft, file)
}

/** Puts a key that opens nothing here any more into a file of its own: it opens backups made before. @returns the file */
export function keepRetired(key: string, name: string): string {
  const file = join(settings.DATA_DIR, `retired-key-${name}`)
  writeFileSync(file, `${key}\n`, { mode: 0o600, flush: true })
  return file
}

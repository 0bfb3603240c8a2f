import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { isBuilding, type Settings, SettingsFault, settings } from './settings.ts'

type Secrets = { PAYLOAD_SECRET: string; SEAL_KEY: string }

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
  isLocal,
  isProduction,
}: Settings): Secrets {
  if (PAYLOAD_SECRET && SEAL_KEY) return { PAYLOAD_SECRET, SEAL_KEY }
  const file = join(DATA_DIR, 'secrets.json')
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
  return { ...kept, ...(PAYLOAD_SECRET && { PAYLOAD_SECRET }), ...(SEAL_KEY && { SEAL_KEY }) }
}

export const secrets = isBuilding ? fresh() : readSecrets(settings)

import { join } from 'node:path'

import { isMongo, settings, SettingsFault } from './platform/settings.ts'
import type { SiteState } from './site-process.ts'
import type { FirstAdmin } from './staff/first-admin.ts'

/** What a process ends with when the settings must be mended: it is not started again. (EX_CONFIG of sysexits.h) */
export const NEEDS_MENDING = 78

const tellSite = (site: SiteState) =>
  site.isUp ? settings.SITE_URL.replace(/:0$/, `:${site.port}`) : `not there: ${site.why}`

/** Says where everything is, and once, how to sign in for the first time. */
export function greet({
  admin,
  port,
  site,
}: {
  admin: FirstAdmin | null
  port: number
  site: SiteState | null
}) {
  const here = settings.PUBLIC_URL.replace(/:0$/, `:${port}`)
  const lines = [
    '',
    '  Ovoz is running.',
    '',
    ...(site ? [`  Site         ${tellSite(site)}`] : []),
    `  Panel        ${here}/admin`,
    `  Public API   ${here}/api/v1/openapi.json`,
    `  Database     ${isMongo(settings.DATABASE_URI) ? 'MongoDB' : join(settings.DATA_DIR, 'ovoz.sqlite')}`,
  ]
  if (settings.WEB_PROCESSES > 1) lines.push(`  Processes    ${settings.WEB_PROCESSES}`)
  if (admin) {
    lines.push('', '  Sign in for the first time', `    e-mail     ${admin.email}`)
    lines.push(
      admin.password ? `    password   ${admin.password}` : '    password   the one in ADMIN_PASSWORD',
    )
    if (admin.password)
      lines.push('  This password is shown once. Change it in the panel, under your account.')
  }
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

/** Why the server did not start, and what to do about it. */
function explain(error: unknown): string {
  if (error instanceof SettingsFault) return error.message
  if (isTaken(error)) {
    return `Something else listens on port ${settings.PORT} already. End it, or set PORT to another number.`
  }
  return `Ovoz could not start.\n${String(error instanceof Error ? error.stack : error)}`
}

/** Ends the process with the reason; for a process among several, the code says whether another try may succeed. */
export function fail(error: unknown, { isOneOfMany = false } = {}): never {
  process.stderr.write(`\n${explain(error)}\n\n`)
  process.exit(isOneOfMany && (error instanceof SettingsFault || isTaken(error)) ? NEEDS_MENDING : 1)
}

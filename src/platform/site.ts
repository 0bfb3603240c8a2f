import { DEFAULT_LOCALE, type Locale } from '../contract/basics.ts'
import { vault } from './crypto.ts'
import { PREFIX } from './hook-secret.ts'
import { settings } from './settings.ts'

/** Where the site takes webhooks. */
const HOOK_PATH = '/webhooks/ovoz'

/** The site in a language: the default one stands at its root, every other one below its own name. */
export const siteHome = (locale: Locale) =>
  `${settings.SITE_URL}${locale === DEFAULT_LOCALE ? '' : `/${locale}`}`

/** The host by which a program on this machine reaches one that listens on `host`. */
export function nearHost(host: string): string {
  if (host === '::' || host === '::1') return '[::1]'
  if (host === '0.0.0.0' || host === 'localhost') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

/**
 * Where the site is told of changes, and with which secret: the site that the server starts, or the one that the
 * settings name. Null where there is none, or where it has no port of its own yet (SITE_PORT=0).
 */
export function siteHook(): { url: string; secret: string } | null {
  const { HOST, SITE, SITE_PORT, SITE_WEBHOOK_SECRET: given, SITE_WEBHOOK_URL } = settings
  if (SITE === 'off') return SITE_WEBHOOK_URL && given ? { url: SITE_WEBHOOK_URL, secret: given } : null
  if (SITE_PORT === 0) return null
  const secret = given ?? `${PREFIX}${vault.share('webhooks to the site').toString('base64')}`
  return { url: `http://${nearHost(HOST)}:${SITE_PORT}${HOOK_PATH}`, secret }
}

import { settings } from './settings.ts'

const own = new Set([settings.SITE_URL, settings.PUBLIC_URL].map((url) => new URL(url).origin))

/** Whether a page of this origin may call the public API from a browser, and be sent back to after a form. */
export const isAllowedOrigin = (origin: string) => own.has(origin) || settings.CORS_ORIGINS.includes(origin)

/** Whether pages of every origin may, so that an answer does not depend on who asks. */
export const isOpenToAll = settings.CORS_ORIGINS.includes('*')

/** What lets a page of this origin read an answer; nothing where it may not. */
export function corsHeaders(origin: string): [name: string, value: string][] {
  if (!isOpenToAll && !isAllowedOrigin(origin)) return []
  return [
    ['Access-Control-Allow-Origin', isOpenToAll ? '*' : origin],
    ['Access-Control-Allow-Methods', 'GET, POST, PATCH, DELETE'],
    ['Access-Control-Allow-Headers', 'Authorization, Content-Type, Idempotency-Key'],
    ['Access-Control-Expose-Headers', 'ETag, Link, Retry-After, X-Trace-Id'],
    ['Access-Control-Max-Age', '86400'],
  ]
}

/** Where the panel may be opened from. A server on one's own machine answers by either of its names. */
export function panelOrigins(): string[] {
  const { origin, port, protocol } = new URL(settings.PUBLIC_URL)
  if (!settings.isLocal) return [origin]
  return [
    ...new Set([
      origin,
      ...['localhost', '127.0.0.1'].map((host) => `${protocol}//${host}${port && `:${port}`}`),
    ]),
  ]
}

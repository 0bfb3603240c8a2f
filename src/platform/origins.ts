import { settings } from './settings.ts'

const own = new Set([settings.SITE_URL, settings.PUBLIC_URL].map((url) => new URL(url).origin))

/** Whether a page of this origin may call the public API from a browser, and be sent back to after a form. */
export const isAllowedOrigin = (origin: string) => own.has(origin) || settings.CORS_ORIGINS.includes(origin)

/** The origin to name in `Access-Control-Allow-Origin`, or null for none. */
export const corsOrigin = (origin: string) =>
  settings.CORS_ORIGINS.includes('*') ? '*' : isAllowedOrigin(origin) ? origin : null

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

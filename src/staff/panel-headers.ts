import { randomBytes } from 'node:crypto'

/**
 * What browsers are told about the staff door. Pure: the settings come in.
 */
export type PanelSettings = {
  isProduction: boolean
  /** True where PUBLIC_URL begins with https. */
  isSecure: boolean
  /** The origins of the pages that show drafts beside the editor. */
  previews: string[]
}

export const newNonce = () => randomBytes(16).toString('base64')

/**
 * The policy of a page of the panel. Scripts are ours, and those written into the page carry the nonce of this one answer;
 * Next reads it out of the policy in the request and puts it on each. Styles may stand in the page, since the editor and
 * the lists place things by them; a style cannot run, and can fetch from nowhere but here.
 */
export function contentSecurityPolicy({
  nonce,
  isProduction,
  isSecure,
  previews,
}: PanelSettings & { nonce: string }): string {
  return [
    "default-src 'none'",
    // In development React and the reloading of pages need more.
    `script-src 'self' 'nonce-${nonce}'${isProduction ? '' : " 'unsafe-eval'"}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${isProduction ? '' : ' ws: wss:'}`,
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    `frame-src ${["'self'", ...previews].join(' ')}`,
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** What every answer of the staff door says, whatever it is. */
export const staffHeaders = ({ isSecure }: PanelSettings): [name: string, value: string][] => [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['X-Permitted-Cross-Domain-Policies', 'none'],
  [
    'Permissions-Policy',
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()',
  ],
  // Of this name alone: what else lives below it is not ours to decide.
  ...(isSecure ? [['Strict-Transport-Security', 'max-age=31536000'] as [string, string]] : []),
]

/** Answers of Payload's REST and GraphQL are about whoever asked; a page tells no program more than it shows. */
export const API_HEADERS: [name: string, value: string][] = [
  ['Cache-Control', 'no-store'],
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox"],
]

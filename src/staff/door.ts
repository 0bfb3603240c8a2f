import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Payload } from 'payload'

import { lacksSecondFactor, roleOf } from '../platform/access.ts'
import { DEFAULT_LOCALE } from '../contract/index.ts'
import { OTHER_DOOR } from '../platform/guard.ts'
import { take } from '../platform/limiter.ts'
import { chooseLocale, word } from '../platform/messages.ts'
import { networkMarkOf } from '../platform/network.ts'
import { settings } from '../platform/settings.ts'
import { staffWordIn } from '../platform/staff-words.ts'
import {
  API_HEADERS,
  contentSecurityPolicy,
  newNonce,
  type PanelSettings,
  staffHeaders,
} from './panel-headers.ts'
import { SET_UP_PATHS } from './sign-in-endpoints.ts'

/** What one does before one is signed in. */
const OPEN = new Set([
  'POST /api/users/login',
  'POST /api/users/logout',
  'POST /api/users/forgot-password',
  'POST /api/users/reset-password',
  'POST /api/users/refresh-token',
  'GET /api/users/me',
])
const SET_UP = new Set(SET_UP_PATHS)
/** Where in the panel a second factor is set up. */
export const SET_UP_PAGE = '/admin/second-factor'
const BEFORE_SET_UP = new RegExp(
  `^(${SET_UP_PAGE}|/admin/(login|logout|logout-inactivity|forgot)|/admin/reset/[^/]+)$`,
)

/** Whether a request is for what strangers may ask here. */
export const isOpen = ({ method }: Pick<IncomingMessage, 'method'>, path: string) =>
  OPEN.has(`${method} ${path}`)

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

const hasCredentials = (headers: Headers) =>
  headers.has('authorization') || /(^|;\s*)payload-token=/.test(headers.get('cookie') ?? '')

type Call = { payload: Payload; request: IncomingMessage; response: ServerResponse; path: string }

/** Refuses a request, and counts it: whoever is refused too often waits. */
async function refuse({ payload, request, response }: Call, error: { message: string; code?: string }) {
  const { wait } = await take({ payload, name: 'staff-door', who: { network: networkMarkOf(request) } })
  response.writeHead(wait === null ? 403 : 429, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    // What was sent is not read, so nothing can follow it.
    ...(!request.complete && { Connection: 'close' }),
    ...(wait !== null && { 'Retry-After': String(wait) }),
  })
  const locale = chooseLocale({ accept: request.headers['accept-language'] ?? null })
  const told =
    wait === null ? error : { message: word('throttled-for', locale, { minutes: Math.ceil(wait / 60) }) }
  response.end(JSON.stringify({ errors: [told] }))
  return false
}

/** Whether a request may go on to Payload's own REST and GraphQL. If not, it is answered here. */
export async function admitStaff(call: Call): Promise<boolean> {
  const { payload, request, path } = call
  if (isOpen(request, path)) return true
  const headers = headersOf(request)
  if (hasCredentials(headers)) {
    const { user } = await payload.auth({ headers })
    if (roleOf({ user })) return true
    if (lacksSecondFactor({ user })) {
      if (SET_UP.has(path)) return true
      return refuse(call, {
        message: staffWordIn(DEFAULT_LOCALE, 'set-up-first'),
        code: 'second-factor-needed',
      })
    }
  }
  return refuse(call, { message: OTHER_DOOR })
}

/** Whether a page of the panel may be shown. Who has to set up a second factor is sent to where one does. */
export async function admitToPanel({ payload, request, response, path }: Call): Promise<boolean> {
  if (settings.SECOND_FACTOR.length === 0 || !/^\/admin(\/|$)/.test(path) || BEFORE_SET_UP.test(path))
    return true
  const headers = headersOf(request)
  if (!hasCredentials(headers)) return true
  // As a page is asked for, without an origin, the cookie counts only with the browser's word on where that came from.
  const { user } = await payload.auth({ headers })
  if (!lacksSecondFactor({ user })) return true
  response.writeHead(302, { Location: SET_UP_PAGE, 'Cache-Control': 'no-store' })
  response.end()
  return false
}

const originOf = (url: string) => (URL.canParse(url) ? [new URL(url).origin] : [])

const panel: PanelSettings = {
  isProduction: settings.isProduction,
  isSecure: settings.PUBLIC_URL.startsWith('https:'),
  previews: [
    ...new Set([
      ...originOf(settings.SITE_URL),
      ...settings.PREVIEW_URL.flatMap(({ template }) => originOf(template)),
    ]),
  ],
}

/** Says what browsers are told about this door, before anything of it is answered. */
export function setStaffHeaders({ request, response, path }: Omit<Call, 'payload'>) {
  for (const [name, value] of staffHeaders(panel)) response.setHeader(name, value)
  // A policy that a request brings along is none of ours; Next would take its nonce for one.
  delete request.headers['content-security-policy']
  delete request.headers['content-security-policy-report-only']
  if (path === '/api' || path.startsWith('/api/')) {
    for (const [name, value] of API_HEADERS) response.setHeader(name, value)
    return
  }
  const policy = contentSecurityPolicy({ ...panel, nonce: newNonce() })
  request.headers['content-security-policy'] = policy
  response.setHeader('Content-Security-Policy', policy)
}

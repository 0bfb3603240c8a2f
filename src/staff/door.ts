import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Payload } from 'payload'

import { roleOf } from '../platform/access.ts'
import { OTHER_DOOR } from '../platform/guard.ts'
import { take } from '../platform/limiter.ts'
import { networkMarkOf } from '../platform/network.ts'

/** What one does before one is signed in. */
const OPEN = new Set([
  'POST /api/users/login',
  'POST /api/users/logout',
  'POST /api/users/forgot-password',
  'POST /api/users/reset-password',
  'POST /api/users/refresh-token',
  'GET /api/users/me',
])

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

/** Whether a request may go on to Payload's own REST and GraphQL. If not, it is answered here. */
export async function admitStaff({
  payload,
  request,
  response,
  path,
}: {
  payload: Payload
  request: IncomingMessage
  response: ServerResponse
  path: string
}): Promise<boolean> {
  if (isOpen(request, path)) return true
  const headers = headersOf(request)
  const hasCredentials =
    headers.has('authorization') || /(^|;\s*)payload-token=/.test(headers.get('cookie') ?? '')
  if (hasCredentials) {
    const { user } = await payload.auth({ headers })
    if (roleOf({ user })) return true
  }
  const { wait } = await take({ payload, name: 'staff-door', who: { network: networkMarkOf(request) } })
  response.writeHead(wait === null ? 403 : 429, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    // What was sent is not read, so nothing can follow it.
    ...(!request.complete && { Connection: 'close' }),
    ...(wait !== null && { 'Retry-After': String(wait) }),
  })
  response.end(JSON.stringify({ errors: [{ message: OTHER_DOOR }] }))
  return false
}

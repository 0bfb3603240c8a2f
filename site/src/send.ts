import type { Context } from 'hono'

import { bodyIn, encodingFor, isKnown, type Rendered } from './rendered.ts'

/** Sends what was made: not at all to a browser that has it, and compressed as the browser likes best. */
export function sendRendered(c: Context, made: Rendered): Response {
  const { status, headers, etag } = made
  const isNamed = status === 200 && !headers['Cache-Control']?.includes('no-store')
  if (isNamed && isKnown(etag, c.req.header('if-none-match')))
    return c.body(null, 304, { ...headers, Vary: 'Accept-Encoding', ETag: etag })
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const body = bodyIn(encoding, made)
  return c.body(new Uint8Array(body), status as 200, {
    ...(status === 503 && { 'Retry-After': '5' }),
    ...headers,
    'Content-Length': String(body.length),
    Vary: 'Accept-Encoding',
    ...(isNamed && { ETag: etag }),
    ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
  })
}

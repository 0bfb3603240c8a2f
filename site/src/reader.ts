import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

import type { Context } from 'hono'

import type { Ground } from './app.ts'

/** The most of what a proxy says that is handed on: the end of it is what counts. */
const LONGEST = 1000

/**
 * Says to the API from where a reader comes whose request is handed on, so that its limits count readers and not this site.
 * It is signed with the secret of the webhook, so nobody else can say so; without one nothing is said. Which proxies are
 * believed is decided there (TRUST_PROXY). docs/limits.md has the form.
 */
export function readerHeaders(c: Context, { settings, now }: Pick<Ground, 'settings' | 'now'>) {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  const peer = incoming?.socket.remoteAddress
  if (!settings.WEBHOOK_SECRET || !peer) return {}
  const forwarded = c.req.header('x-forwarded-for')?.slice(-LONGEST)
  const said = Buffer.from(JSON.stringify({ peer, forwarded })).toString('base64url')
  const at = String(now().getTime())
  const signature = createHmac('sha256', settings.WEBHOOK_SECRET)
    .update(`ovoz reader ${at}.${said}`)
    .digest('base64url')
  return { 'Ovoz-Reader': `${at}.${said}.${signature}` }
}

/** Asks the API on behalf of the reader. */
export const askFor =
  (c: Context, ground: Ground): typeof globalThis.fetch =>
  (input, init) => {
    const headers = new Headers(init?.headers)
    for (const [name, value] of Object.entries(readerHeaders(c, ground))) headers.set(name, value)
    return ground.fetch(input, { ...init, headers })
  }

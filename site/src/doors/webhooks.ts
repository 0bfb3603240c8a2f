import type { Context, Hono } from 'hono'
import { Webhook } from 'standardwebhooks'

import type { Ground } from '../app.ts'
import { readBody } from '../body.ts'

const HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const

const NO_SECRET =
  'This site knows no secret to check the message by. Start it with WEBHOOK_SECRET=whsec_…, as the panel shows it with the webhook.'
const NOT_SIGNED =
  'The signature does not fit. WEBHOOK_SECRET has to be the secret of this very webhook, and the clocks of both servers have to agree within five minutes.'

const say = (c: Context, status: 401 | 413 | 503, text: string) =>
  c.text(`${text}\n`, status, { 'Cache-Control': 'no-store' })

function isSigned(webhook: Webhook, c: Context, body: Buffer): boolean {
  const headers = Object.fromEntries(HEADERS.map((name) => [name, c.req.header(name) ?? '']))
  try {
    webhook.verify(body, headers, { jsonParse: false })
    return true
  } catch {
    return false
  }
}

/** The server that started this site, or one after it, wants it to end. */
function isToEnd(body: Buffer): boolean {
  try {
    return (JSON.parse(body.toString()) as { type?: unknown } | null)?.type === 'site.end'
  } catch {
    return false
  }
}

/**
 * Ovoz says that something has changed: everything kept is asked for again before it is shown again. What exactly has
 * changed is not looked at, so a message that comes twice, late or out of turn does no harm.
 */
export function addWebhooks(app: Hono, { settings, source }: Pick<Ground, 'settings' | 'source'>) {
  const webhook = settings.WEBHOOK_SECRET === null ? null : new Webhook(settings.WEBHOOK_SECRET)
  app.post('/webhooks/ovoz', async (c) => {
    if (!webhook) return say(c, 503, NO_SECRET)
    const body = await readBody(c)
    if (body === null) return say(c, 413, 'This is too large for a message.')
    if (!isSigned(webhook, c, body)) return say(c, 401, NOT_SIGNED)
    if (isToEnd(body)) process.kill(process.pid, 'SIGTERM')
    source.expire()
    return c.body(null, 204)
  })
}

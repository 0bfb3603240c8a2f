import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Webhook } from 'standardwebhooks'

import { SITE_END } from './contract/index.ts'
import { settings } from './platform/settings.ts'
import { nearHost, siteHook } from './platform/site.ts'

/** How long a site may take to say who it is, in milliseconds. */
const PATIENCE = 2000

/** What tells one start of the site from another: its code, and all that it was told. */
export function markOf({ file, env }: { file: string; env: Record<string, string> }): string {
  const hash = createHash('sha256').update(readFileSync(file))
  const built = join(file, '../../.ovoz-built')
  if (existsSync(built)) hash.update(readFileSync(built))
  return hash.update(JSON.stringify(env)).digest('hex').slice(0, 32)
}

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`http://${nearHost(settings.HOST)}:${settings.SITE_PORT}${path}`, {
    ...init,
    signal: AbortSignal.timeout(PATIENCE),
  })

/** The mark of the site that answers at our address; null where it is none, or says nothing. */
export async function findMark(): Promise<string | null> {
  try {
    const { mark } = (await (await ask('/healthz')).json()) as { mark?: unknown }
    return typeof mark === 'string' ? mark : null
  } catch {
    return null
  }
}

/** Tells the site at our address to end, in a message that only we can sign. One that is not ours does not listen. */
export async function endRunningSite(): Promise<void> {
  const hook = siteHook()
  if (!hook) return
  const now = new Date()
  const id = `msg_${randomUUID()}`
  const body = JSON.stringify({ type: SITE_END, timestamp: now.toISOString() })
  const headers = {
    'Content-Type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(hook.secret).sign(id, now, body),
  }
  await ask(new URL(hook.url).pathname, { method: 'POST', headers, body }).catch(() => undefined)
}

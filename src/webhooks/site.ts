import type { Payload } from 'payload'

import { WEBHOOK_EVENTS } from '../contract/index.ts'
import { siteHook } from '../platform/site.ts'
import * as store from './store.ts'

/**
 * Sees to it that the site of the settings has a webhook, under the address and the secret it has now. Which events it
 * is told of, and whether it is on, stays as administrators left it.
 */
export async function keepSiteWebhook({ payload }: { payload: Payload }): Promise<void> {
  const wanted = siteHook()
  if (!wanted) return
  const known = await store.findSiteWebhook({ payload })
  if (!known) await store.makeSiteWebhook({ payload, data: { ...wanted, events: [...WEBHOOK_EVENTS] } })
  else if (known.url !== wanted.url || known.secret !== wanted.secret)
    await store.changeWebhook({ payload, id: known.id, data: wanted })
}

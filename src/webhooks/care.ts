import {
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
  ValidationError,
} from 'payload'

import { settings } from '../platform/settings.ts'
import { siteHook } from '../platform/site.ts'
import { staffWord } from '../platform/staff-words.ts'
import { checkUrl, findAddresses, hostOf, resolveHost } from './address.ts'
import * as store from './store.ts'

/** Whether this address may be a private one: where the setting lets all of them in, or it is the operator's own site. */
export const isPrivateAllowed = (url: string) => settings.WEBHOOK_PRIVATE === 'on' || url === siteHook()?.url

/** How long saving waits for name servers, in milliseconds; it may hold up other writers. Each sending asks again. */
const PATIENCE = 1500

/** Refuses an address that leads where we do not send, while whoever writes it can still mend it. */
export const refuseUnsafeUrl: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (typeof data.url !== 'string' || data.url === originalDoc?.url) return data
  const message = await faultIn(data.url, req)
  if (message) {
    throw new ValidationError({ collection: collection.slug, errors: [{ path: 'url', message }] }, req.t)
  }
  return data
}

async function faultIn(text: string, req: PayloadRequest): Promise<string | null> {
  const allowing = { allowPrivate: isPrivateAllowed(text) }
  const checked = checkUrl(text, allowing)
  if (checked.kind === 'refuse') return staffWord(req, checked.key, checked.values)
  const host = hostOf(checked.url)
  let timer: NodeJS.Timeout | undefined
  try {
    const found = await Promise.race([
      findAddresses({ host, resolve: resolveHost, ...allowing }),
      new Promise<null>((resolve) => (timer = setTimeout(resolve, PATIENCE, null))),
    ])
    return found?.kind === 'refuse' ? staffWord(req, found.key, found.values) : null
  } catch {
    return staffWord(req, 'hook-unknown', { host })
  } finally {
    clearTimeout(timer)
  }
}

/** What waits for a webhook that is switched off is given up; each can be sent again by hand. */
export const giveUpWhenOff: CollectionAfterChangeHook = async ({ doc, operation, previousDoc, req }) => {
  if (operation === 'update' && previousDoc?.isOn && !doc.isOn)
    await store.giveUpWaiting({ webhook: String(doc.id), answer: 'The webhook was switched off.', req })
  return doc
}

export const forgetWithWebhook: CollectionBeforeDeleteHook = ({ id, req }) =>
  store.forgetDeliveries({ payload: req.payload, webhook: String(id), req })

import type { Payload } from 'payload'

import { createPostman } from './postman.ts'
import { forgetDeliveries } from './store.ts'

/** How often we look for something to send: what was just written goes out within about this time. */
const EVERY = 1000
const PURGE_EVERY = 60 * 60_000
/** How long deliveries are kept, in milliseconds. */
export const KEPT_FOR = 30 * 24 * 60 * 60_000

/** Sends webhooks until stopped. Apart from the other jobs, so that a slow receiver holds up none of them. */
export function runWebhooks({ payload, every = EVERY }: { payload: Payload; every?: number }) {
  const postman = createPostman({ payload })
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let lastPurge = 0
  let current: Promise<void> = Promise.resolve()

  async function round() {
    try {
      await postman.look(() => new Date())
      if (Date.now() - lastPurge > PURGE_EVERY) {
        await purgeDeliveries({ payload, now: new Date() })
        lastPurge = Date.now()
      }
    } catch (err) {
      payload.logger.error({ err, msg: 'The webhooks could not be looked after; it is tried again.' })
    }
    if (!stopped) timer = setTimeout(next, every)
  }
  const next = () => {
    current = round()
  }
  next()

  return {
    /** Resolves when what is under way has ended; the rest is sent when we run again. */
    async stop() {
      stopped = true
      clearTimeout(timer)
      postman.stop()
      await current
      await postman.rest()
    },
  }
}

/** Forgets deliveries that are older than 30 days. */
export const purgeDeliveries = ({ payload, now }: { payload: Payload; now: Date }) =>
  forgetDeliveries({ payload, before: new Date(now.getTime() - KEPT_FOR) })

import type { Payload } from 'payload'

import { runRounds } from '../platform/rounds.ts'
import { createPostman } from './postman.ts'
import { forgetDeliveries } from './store.ts'

/** How often we look for something to send: what was just written goes out within about this time. */
const EVERY = 1000
/** How long deliveries are kept, in milliseconds. */
export const KEPT_FOR = 30 * 24 * 60 * 60_000

/** Sends webhooks until stopped. Apart from the other jobs, so that a slow receiver holds up none of them. */
export function runWebhooks({ payload, every = EVERY }: { payload: Payload; every?: number }) {
  const postman = createPostman({ payload })
  const rounds = runRounds({
    payload,
    every,
    complaint: 'The webhooks could not be looked after; it is tried again.',
    hourly: () => purgeDeliveries({ payload, now: new Date() }),
    round: () => postman.look(() => new Date()),
  })

  return {
    /** Resolves when what is under way has ended; the rest is sent when we run again. */
    async stop() {
      postman.stop()
      await rounds.stop()
      await postman.rest()
    },
  }
}

/** Forgets deliveries that are older than 30 days. */
export const purgeDeliveries = ({ payload, now }: { payload: Payload; now: Date }) =>
  forgetDeliveries({ payload, before: new Date(now.getTime() - KEPT_FOR) })

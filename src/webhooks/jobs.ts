import type { Payload } from 'payload'

import { runPostman } from '../platform/rounds.ts'
import { createPostman } from './postman.ts'
import { forgetDeliveries } from './store.ts'

/** How often we look for something to send: what was just written goes out within about this time. */
const EVERY = 1000
/** How long deliveries are kept, in milliseconds. */
export const KEPT_FOR = 30 * 24 * 60 * 60_000

/** Sends webhooks until stopped. Apart from the other jobs, so that a slow receiver holds up none of them. */
export const runWebhooks = ({ payload, every = EVERY }: { payload: Payload; every?: number }) =>
  runPostman({
    payload,
    every,
    postman: createPostman({ payload }),
    hourly: () => purgeDeliveries({ payload, now: new Date() }),
    complaint: 'The webhooks could not be looked after; it is tried again.',
  })

/** Forgets deliveries that are older than 30 days. */
export const purgeDeliveries = ({ payload, now }: { payload: Payload; now: Date }) =>
  forgetDeliveries({ payload, before: new Date(now.getTime() - KEPT_FOR) })

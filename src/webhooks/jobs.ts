import type { Payload } from 'payload'

import { runPostman } from '../platform/rounds.ts'
import { createPostman } from './postman.ts'

/** How often we look for something to send: what was just written goes out within about this time. */
const EVERY = 1000

/** Sends webhooks until stopped. Apart from the other jobs, so that a slow receiver holds up none of them. */
export const runWebhooks = ({ payload, every = EVERY }: { payload: Payload; every?: number }) =>
  runPostman({
    payload,
    every,
    postman: createPostman({ payload }),
    complaint: 'The webhooks could not be looked after; it is tried again.',
  })

import type { Payload } from 'payload'

import { runPostman } from '../platform/rounds.ts'
import { createPostman } from './postman.ts'

/** How often we look for something to send: what was just queued goes out within about this time. */
const EVERY = 1000

/** Sends mail until stopped. Apart from the other jobs, so that a mail server that is away holds up none of them. */
export const runMail = ({ payload, every = EVERY }: { payload: Payload; every?: number }) =>
  runPostman({
    payload,
    every,
    postman: createPostman({ payload }),
    complaint: 'The mail could not be looked after; it is tried again.',
  })

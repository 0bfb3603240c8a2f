import type { Payload } from 'payload'

import { runPostman } from '../platform/rounds.ts'
import { createPostman } from './postman.ts'
import { forgetMails } from './store.ts'

/** How often we look for something to send: what was just queued goes out within about this time. */
const EVERY = 1000
/** How long it is kept what became of a mail, in milliseconds. */
export const KEPT_FOR = 30 * 24 * 60 * 60_000

/** Sends mail until stopped. Apart from the other jobs, so that a mail server that is away holds up none of them. */
export const runMail = ({ payload, every = EVERY }: { payload: Payload; every?: number }) =>
  runPostman({
    payload,
    every,
    postman: createPostman({ payload }),
    hourly: () => purgeMails({ payload, now: new Date() }),
    complaint: 'The mail could not be looked after; it is tried again.',
  })

/** Forgets mails that were queued more than 30 days ago, whatever became of them. */
export const purgeMails = ({ payload, now }: { payload: Payload; now: Date }) =>
  forgetMails({ payload, before: new Date(now.getTime() - KEPT_FOR) })

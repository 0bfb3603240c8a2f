import type { Payload } from 'payload'

import { runRounds } from '../platform/rounds.ts'
import { createPostman } from './postman.ts'
import { forgetMails } from './store.ts'

/** How often we look for something to send: what was just queued goes out within about this time. */
const EVERY = 1000
/** How long it is kept what became of a mail, in milliseconds. */
export const KEPT_FOR = 30 * 24 * 60 * 60_000

/** Sends mail until stopped. Apart from the other jobs, so that a mail server that is away holds up none of them. */
export function runMail({ payload, every = EVERY }: { payload: Payload; every?: number }) {
  const postman = createPostman({ payload })
  const rounds = runRounds({
    payload,
    every,
    complaint: 'The mail could not be looked after; it is tried again.',
    hourly: () => purgeMails({ payload, now: new Date() }),
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

/** Forgets mails that were queued more than 30 days ago, whatever became of them. */
export const purgeMails = ({ payload, now }: { payload: Payload; now: Date }) =>
  forgetMails({ payload, before: new Date(now.getTime() - KEPT_FOR) })

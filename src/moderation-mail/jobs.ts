import type { Payload } from 'payload'

import { runRounds } from '../platform/rounds.ts'
import { forgetOthers } from './store.ts'
import { createTeller } from './teller.ts'

/** How often we look for somebody to tell, in milliseconds. */
const EVERY = 2000

/** Tells those who moderate, until stopped. */
export function runModeratorMail({ payload, every = EVERY }: { payload: Payload; every?: number }) {
  const teller = createTeller({ payload })
  return runRounds({
    payload,
    every,
    complaint: 'Those who moderate could not be told; it is tried again.',
    hourly: () => forgetOthers({ payload }),
    round: () => teller.look(new Date()),
  })
}

import type { Payload } from 'payload'

import { runRounds } from '../platform/rounds.ts'
import { tellDue } from './service.ts'

/** How often we look whom there is to tell. */
const EVERY = 2000

/** Tells readers until stopped. The mails themselves are sent by the outbox. */
export const runNotices = ({ payload, every = EVERY }: { payload: Payload; every?: number }) =>
  runRounds({
    payload,
    every,
    complaint: 'Readers could not be told; it is tried again.',
    round: () => tellDue({ payload, now: new Date() }),
  })

import type { Payload } from 'payload'

import { runRounds } from '../platform/rounds.ts'
import { CONFIRM_WITHIN } from './decision.ts'
import { tellDue } from './service.ts'
import { forgetOld } from './store.ts'

/** How often we look whom there is to tell. */
const EVERY = 2000

/** Tells readers until stopped. The mails themselves are sent by the outbox. */
export const runNotices = ({ payload, every = EVERY }: { payload: Payload; every?: number }) =>
  runRounds({
    payload,
    every,
    complaint: 'Readers could not be told; it is tried again.',
    hourly: () => purgeNotices({ payload, now: new Date() }),
    round: () => tellDue({ payload, now: new Date() }),
  })

/** Forgets links that are over, and questions that nobody answered within seven days. */
export const purgeNotices = ({ payload, now }: { payload: Payload; now: Date }) =>
  forgetOld({ payload, now, before: new Date(now.getTime() - CONFIRM_WITHIN) })

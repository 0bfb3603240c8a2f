import type { Payload } from 'payload'

import { runRounds } from '../platform/rounds.ts'
import { replay } from './erase.ts'
import { answerAsked } from './service.ts'
import { forgetOld } from './store.ts'

/** How often we look for what readers asked for. */
const EVERY = 2000

/** Answers what readers ask for until stopped. Once an hour it forgets old links, and what was under a seal that is off. */
export const runPrivacy = ({ payload, every = EVERY }: { payload: Payload; every?: number }) =>
  runRounds({
    payload,
    every,
    complaint: 'What readers asked for could not be answered; it is tried again.',
    round: () => answerAsked({ payload, now: new Date() }),
    async hourly() {
      await forgetOld({ payload, now: new Date() })
      await replay(payload)
    },
  })

import type { Payload } from 'payload'

import { runRounds } from '../platform/rounds.ts'
import { runNightly } from './run.ts'

/** How often we look whether this night's erasing is still to be done. */
const EVERY = 5 * 60_000

/** Erases what was kept long enough, once a night, until stopped. */
export const runRetentionJobs = ({ payload, every = EVERY }: { payload: Payload; every?: number }) =>
  runRounds({
    payload,
    every,
    complaint: 'What was kept long enough could not be erased; it is tried again.',
    round: async () => void (await runNightly({ payload, now: new Date() })),
  })

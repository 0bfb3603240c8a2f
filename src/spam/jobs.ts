import type { Payload } from 'payload'

import { runRounds } from '../platform/rounds.ts'
import { learn } from './learning.ts'

/** How often we look whether there is something to learn, in milliseconds. Nobody waits for it. */
const EVERY = 30_000

/** Learns from moderation until stopped. */
export const runLearning = ({ payload, every = EVERY }: { payload: Payload; every?: number }) =>
  runRounds({
    payload,
    every,
    complaint: 'Nothing could be learned from moderation; it is tried again.',
    hourly: () => Promise.resolve(),
    round: async () => {
      while (await learn({ payload, now: new Date() }));
    },
  })

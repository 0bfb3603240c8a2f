import type { Payload } from 'payload'

import { purgeExpired } from './ledger.ts'
import { limitStore } from './limit-store.ts'
import { runRounds } from './rounds.ts'

/** How often the queue is looked at, and how long a job may stay with a worker that has fallen silent. */
const EVERY = 5_000
const LEASE = 10 * 60_000

/**
 * Does the jobs that are due, every few seconds, until stopped. Payload marks a job it begins and never unmarks it
 * if the worker dies (https://github.com/payloadcms/payload/issues/17645), so a mark that grew old is taken off.
 */
export function runJobs({
  payload,
  every = EVERY,
  lease = LEASE,
}: {
  payload: Payload
  every?: number
  lease?: number
}) {
  return runRounds({
    payload,
    every,
    complaint: 'The jobs could not be done; they are tried again.',
    hourly: () => Promise.all([purgeExpired({ payload }), limitStore(payload).purge(Date.now())]),
    async round() {
      await payload.update({
        collection: 'payload-jobs',
        where: {
          and: [
            { processing: { equals: true } },
            { updatedAt: { less_than: new Date(Date.now() - lease).toISOString() } },
          ],
        },
        data: { processing: false },
        depth: 0,
        overrideAccess: true,
      })
      await payload.jobs.run({ limit: 20, silent: true })
    },
  })
}

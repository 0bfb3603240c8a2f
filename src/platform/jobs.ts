import type { Payload } from 'payload'

import { purgeExpired } from './ledger.ts'

/** How often the queue is looked at, and how long a job may stay with a worker that has fallen silent. */
const EVERY = 5_000
const LEASE = 10 * 60_000
const PURGE_EVERY = 60 * 60_000

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
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let lastPurge = 0
  let current: Promise<void> = Promise.resolve()

  async function round() {
    try {
      const now = Date.now()
      await payload.update({
        collection: 'payload-jobs',
        where: {
          and: [
            { processing: { equals: true } },
            { updatedAt: { less_than: new Date(now - lease).toISOString() } },
          ],
        },
        data: { processing: false },
        depth: 0,
        overrideAccess: true,
      })
      await payload.jobs.run({ limit: 20, silent: true })
      if (now - lastPurge > PURGE_EVERY) {
        await purgeExpired({ payload })
        lastPurge = now
      }
    } catch (err) {
      payload.logger.error({ err, msg: 'The jobs could not be done; they are tried again.' })
    }
    if (!stopped) timer = setTimeout(next, every)
  }
  const next = () => {
    current = round()
  }
  next()

  return {
    /** Resolves when the job in hand is done. */
    stop() {
      stopped = true
      clearTimeout(timer)
      return current
    },
  }
}

import config from '../payload.config.ts'
import { openPayload } from './platform/open.ts'
import { replay } from './privacy/erase.ts'
import { startWork } from './work.ts'

/** Does the jobs in a process of its own, for a server that runs with JOBS=off. */
async function start() {
  const payload = await openPayload(config)
  // Before anybody is written to: a database that comes from a backup may know somebody who was forgotten since.
  await replay(payload)
  const jobs = startWork(payload)
  payload.logger.info('The worker is running.')
  const stop = () => void Promise.all(jobs.map((job) => job.stop())).then(() => process.exit(0))
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

start().catch((error: unknown) => {
  process.stderr.write(
    `\nThe worker could not start.\n${String(error instanceof Error ? error.message : error)}\n\n`,
  )
  process.exit(1)
})

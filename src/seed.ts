import config from '../payload.config.ts'
import { seedDemo } from './demo/seed.ts'
import { openPayload } from './platform/open.ts'

/** Puts the demonstration content into a new database, in a process that ends with it (src/opening.ts). */
async function start() {
  // Whoever waits for it has gone: it ends as well.
  process.once('disconnect', () => process.exit(1))
  const payload = await openPayload(config)
  await seedDemo({ payload })
  await payload.destroy()
  process.exit(0)
}

start().catch((error: unknown) => {
  process.stderr.write(`\n${String(error instanceof Error ? error.message : error)}\n\n`)
  process.exit(1)
})

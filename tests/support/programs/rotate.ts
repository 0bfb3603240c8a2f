import config from '../../../payload.config.ts'
import { rotateKeys } from '../../../src/keys/rotate.ts'
import { openPayload } from '../../../src/platform/open.ts'

/** `keys rotate` in a process of its own, on the database that the settings name, without the long wait. */
const payload = await openPayload(config)
const isDone = await rotateKeys({
  payload,
  settles: 1500,
  say: (line) => void process.stdout.write(`${line}\n`),
})
await payload.destroy()
process.exit(isDone ? 0 : 3)

import config from '../../../payload.config.ts'
import { openPayload } from '../../../src/platform/open.ts'
import { Door } from '../door.ts'

/** The public door in a process of its own, on the database that the settings name; it prints its port. */
const door = await new Door(await openPayload(config)).open()
process.stdout.write(`port ${door.port}\n`)

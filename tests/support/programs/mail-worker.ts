import config from '../../../payload.config.ts'
import { runMail } from '../../../src/mail/jobs.ts'
import { openPayload } from '../../../src/platform/open.ts'

/** Sends mail in a process of its own, on the database that the settings name, until it is killed. */
runMail({ payload: await openPayload(config), every: 20 })

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import type { Payload } from 'payload'

import config from '../payload.config.ts'
import { seedDemo } from './demo/seed.ts'
import { createDoors } from './doors.ts'
import { openPayload } from './platform/open.ts'
import { settings } from './platform/settings.ts'
import { replay } from './privacy/erase.ts'
import { buildMissingIndex } from './search/rebuild.ts'
import { type FirstAdmin, makeFirstAdmin } from './staff/first-admin.ts'
import { keepSiteWebhook } from './webhooks/site.ts'
import { startWork } from './work.ts'

/**
 * Puts the demonstration content in. The built product does it in a process of its own: drawing the pictures takes
 * 150 MB, which a process that lives on would keep.
 */
async function seed(payload: Payload) {
  if (!settings.isProduction) return seedDemo({ payload })
  const seeding = fork(fileURLToPath(new URL('./seed.js', import.meta.url)))
  const [code] = (await once(seeding, 'exit')) as [number | null]
  if (code !== 0) throw new Error('The process that puts it in did not succeed.')
}

/**
 * Opens everything behind the gate. One process `prepares`: it brings the database to the shape this version needs and
 * makes the first administrator and the demonstration content; all others come after it.
 */
export async function open({ prepares }: { prepares: boolean }) {
  const payload = await openPayload(config)
  // Before anybody can read it: a database that comes from a backup may know somebody who was forgotten since.
  if (prepares) await replay(payload)
  const admin: FirstAdmin | null = prepares ? await makeFirstAdmin(payload) : null
  if (admin && settings.DEMO === '1') {
    await seed(payload).catch((err: unknown) => {
      payload.logger.error({
        err,
        msg: 'The demonstration content could not be put in. Everything else is there.',
      })
    })
  }
  if (prepares) {
    await keepSiteWebhook({ payload }).catch((err: unknown) =>
      payload.logger.error({ err, msg: 'The site could not be given its webhook; it asks by itself.' }),
    )
  }
  const { close: closeDoors, ...doors } = createDoors(payload)
  let jobs: { stop: () => Promise<unknown> }[] | undefined
  return {
    admin,
    ...doors,
    startJobs() {
      jobs ??= startWork(payload)
      void buildMissingIndex({ payload }).catch((err: unknown) =>
        payload.logger.error({
          err,
          msg: 'The search index could not be made: run npm run ovoz -- search rebuild.',
        }),
      )
    },
    /** Resolves when the job in hand is done and the database is closed. */
    async close() {
      await Promise.all((jobs ?? []).map((job) => job.stop()))
      await closeDoors()
      await payload.destroy()
    },
  }
}

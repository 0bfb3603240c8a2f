import type { Payload } from 'payload'

/** What the embedded database adds to Payload's adapter: what was deleted is in no byte of its files afterwards. */
export type WipesFreed = { wipeFreed: () => Promise<void> }

/**
 * Sees to it that what was deleted or written over before is in no byte of the files of the embedded database: neither in
 * pages that are free or were moved, nor in the write-ahead log. It writes the whole database anew (about a second for each
 * 100 MB), in its turn among the writers. MongoDB needs no such step.
 */
export async function wipeFreed(payload: Payload): Promise<void> {
  if (payload.db.name === 'sqlite') await (payload.db as unknown as WipesFreed).wipeFreed()
}

/** The same where what is erased stays erased, also when this cannot be done just now: then the log says how it is done later. */
export const wipeOrSay = (payload: Payload): Promise<void> =>
  wipeFreed(payload).catch((err: unknown) =>
    payload.logger.error({
      err,
      msg: 'What was erased may still stand in free bytes of the database file: run npm run ovoz -- privacy replay.',
    }),
  )

import { setTimeout as pause } from 'node:timers/promises'

import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

/** How often a write is tried that somebody else's has crossed, and the longest pause between, in milliseconds; MongoDB only. */
const ROUNDS = 20
const LONGEST_PAUSE = 100

/** `WriteConflict` in MongoDB's list of error codes: of two writes, also outside of transactions, this one was undone. */
const WRITE_CONFLICT = 112

/** Whether another write has crossed this one, so that it is to be tried again. */
export const isCrossed = (error: unknown): boolean =>
  error instanceof Error &&
  (('hasErrorLabel' in error &&
    (error.hasErrorLabel as (label: string) => boolean)('TransientTransactionError')) ||
    ('code' in error && error.code === WRITE_CONFLICT) ||
    isCrossed(error.cause))

/**
 * Does several writes, all or none; each of them takes the `req` it is handed. Where another transaction has crossed it,
 * `act` is done again from the start: it may do nothing but read and write in that transaction.
 */
export const inTransaction = <T>(payload: Payload, act: (req: PayloadRequest) => Promise<T>): Promise<T> =>
  untilUncrossed(async () => {
    const req = await createLocalReq({}, payload)
    return once(req, () => act(req))
  })

/** The same as the one who asks, in the transaction of the request where it has one: that one is not for us to begin again. */
export const inOne = async <T>(req: PayloadRequest, act: () => Promise<T>): Promise<T> =>
  (await req.transactionID) ? act() : untilUncrossed(() => once(req, act))

/** Waits before the next round of something: the longer the later, and each one differently, so that two do not meet again. */
export const aPause = (round: number): Promise<void> =>
  pause(Math.random() * Math.min(2 ** round, LONGEST_PAUSE))

/** Tries again what another write has crossed: a crossed one has left nothing behind. */
export async function untilUncrossed<T>(act: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round++) {
    try {
      return await act()
    } catch (error) {
      if (round === ROUNDS || !isCrossed(error)) throw error
      await aPause(round)
    }
  }
}

async function once<T>(req: PayloadRequest, act: () => Promise<T>): Promise<T> {
  await initTransaction(req)
  try {
    const result = await act()
    await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

/** Does several writes, all or none; each of them takes the `req` it is handed. */
export async function inTransaction<T>(
  payload: Payload,
  act: (req: PayloadRequest) => Promise<T>,
): Promise<T> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    const result = await act(req)
    await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** How often a transaction is tried that somebody else's has crossed; MongoDB only. */
const ROUNDS = 5

/** Whether another transaction has crossed this one, so that it is to be tried again. */
export const isCrossed = (error: unknown): boolean =>
  error instanceof Error &&
  (('hasErrorLabel' in error &&
    (error.hasErrorLabel as (label: string) => boolean)('TransientTransactionError')) ||
    isCrossed(error.cause))

/** Does several writes as the one who asks, all or none, in the transaction of the request where it has one. */
export async function inOne<T>(req: PayloadRequest, act: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round++) {
    try {
      return await once(req, act)
    } catch (error) {
      if (round === ROUNDS || !isCrossed(error)) throw error
    }
  }
}

async function once<T>(req: PayloadRequest, act: () => Promise<T>): Promise<T> {
  const isOurs = await initTransaction(req)
  try {
    const result = await act()
    if (isOurs) await commitTransaction(req)
    return result
  } catch (error) {
    if (isOurs) await killTransaction(req)
    throw error
  }
}

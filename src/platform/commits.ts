import type { Payload, PayloadRequest } from 'payload'

type Act = () => void

const waiting = new WeakMap<Payload, Map<string, Act[]>>()

/** Lets acts wait for the end of a transaction. Called once for each opened database. */
export function watchCommits(payload: Payload) {
  if (waiting.has(payload)) return
  const acts = new Map<string, Act[]>()
  waiting.set(payload, acts)
  const { commitTransaction, rollbackTransaction } = payload.db
  const commit = commitTransaction.bind(payload.db)
  const rollback = rollbackTransaction.bind(payload.db)
  payload.db.commitTransaction = async (given) => {
    const id = String(await given)
    try {
      await commit(given)
    } finally {
      // Also where it cannot be told whether it stands: dropped for nothing is better than kept when stale.
      const due = acts.get(id) ?? []
      acts.delete(id)
      for (const act of due) act()
    }
  }
  payload.db.rollbackTransaction = async (given) => {
    acts.delete(String(await given))
    await rollback(given)
  }
}

/** Does something once what a request wrote stands: after its transaction, never when that is undone. */
export async function afterCommit(req: PayloadRequest, act: Act) {
  const given = await req.transactionID
  const acts = waiting.get(req.payload)
  if (given === undefined || given === null || !acts) return act()
  const id = String(given)
  acts.set(id, [...(acts.get(id) ?? []), act])
}

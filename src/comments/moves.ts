import { setTimeout as pause } from 'node:timers/promises'

import type { Payload, PayloadRequest } from 'payload'

import type { CommentState } from '../contract/index.ts'
import { claim, release } from '../platform/ledger.ts'
import { Refusal } from '../platform/problem.ts'
import * as store from './store.ts'

/** How long a claim on a revision stands where the one who made it died, in milliseconds. */
const MINUTE = 60_000

/** What counts as the same moment where nobody says what they looked at, in milliseconds. */
const SAME_MOMENT = 50

/**
 * A move by a member of staff. `seen` is the revision that person looked at; without it, the one that stands when
 * the request comes in, and others that come in at the same moment get to see the same one.
 * @throws Refusal `not-found`, or `conflict` when someone else was first.
 */
export async function moveComment({
  id,
  status,
  seen,
  why,
  req,
}: {
  id: string
  status: CommentState
  seen?: number
  why?: string
  req: PayloadRequest
}) {
  const revision = seen ?? (await store.revisionOf({ id, req }))
  if (revision === null) throw new Refusal('not-found')
  if (seen === undefined) await pause(SAME_MOMENT)
  return alone({ payload: req.payload, id, revision }, () =>
    store.changeAsStaff({ id, data: { status, revision }, req, why }),
  )
}

/**
 * Lets one change of a comment through for each revision, in all processes and on both engines: whoever claims it
 * first. A change that fails gives the claim back.
 */
export async function alone<T>(
  { payload, id, revision }: { payload: Payload; id: string; revision: number },
  change: () => Promise<T>,
): Promise<T> {
  const key = `move:${id}:${revision}`
  const { isMine } = await claim({ payload, key, milliseconds: MINUTE })
  if (!isMine) throw new Refusal('conflict', { private: 'A change of this revision is under way.' })
  try {
    return await change()
  } finally {
    // Once the revision has moved on, the claim says nothing more; before, it would lock everyone out.
    await release({ payload, key })
  }
}

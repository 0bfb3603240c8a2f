import type { Payload } from 'payload'

import type { Mail } from '../payload-types.ts'
import { claim, release } from '../platform/ledger.ts'
import { removeWritten } from '../platform/mail-folder.ts'
import type { Contents } from './letter.ts'
import { decideOutcome, type Handed, type Outcome } from './retry.ts'
import { openContents } from './seal.ts'
import * as store from './store.ts'
import { DEADLINE, handOver, type HandOver } from './transport.ts'

/** How many mails are under way at once, and how many are fetched at a time. */
const MOST_AT_ONCE = 4
const BATCH = 20
/** How long a mail stays with a worker that has fallen silent: longer than an attempt and its records last. */
export const LEASE = 2 * DEADLINE
/** How long all mail waits when the server cannot be reached, so that not each uses up its attempts. */
const AWAY = 10_000

const SAYS = {
  died: 'The server ended while this was being sent. It may have arrived.',
  late: 'It came too late to be sent.',
  locked: 'It cannot be opened: it was sealed with another SEAL_KEY.',
  slow: 'The mail server took too long. It may have arrived.',
}

type Clock = () => Date

const toFailed = (lastError: string): Outcome => ({ status: 'failed', nextAttemptAt: null, lastError })

const isDue = ({ nextAttemptAt, status }: Mail, now: Date) =>
  (status === 'waiting' || status === 'sending') && Boolean(nextAttemptAt && new Date(nextAttemptAt) <= now)

function contentsOf({ once, sealed }: Mail): Contents | null {
  try {
    return sealed ? openContents({ sealed, mark: once }) : null
  } catch {
    return null
  }
}

/** Sends what is due, a few at once. A mail that nobody answers for keeps no other one waiting. */
export function createPostman({
  payload,
  hand = handOver,
  random = Math.random,
  deadline = DEADLINE,
}: {
  payload: Payload
  hand?: HandOver
  random?: () => number
  deadline?: number
}) {
  const lanes = new Set<Promise<void>>()
  const busy = new Set<string>()
  // What another worker holds is looked at again in the next round.
  const passed = new Set<string>()
  let found: string[] = []
  let finding: Promise<void> | undefined
  let stopped = false
  let awayUntil = 0

  async function inTime(handing: Promise<Handed>): Promise<Handed> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<Handed>((resolve) => {
      timer = setTimeout(() => resolve({ kind: 'unsure', why: SAYS.slow }), deadline)
    })
    return Promise.race([handing, late]).finally(() => clearTimeout(timer))
  }

  /** @returns whether something became of it by us */
  async function tend(id: string, clock: Clock): Promise<boolean> {
    const key = `mail:${id}`
    if (!(await claim({ payload, key, milliseconds: LEASE, now: clock() })).isMine) return false
    try {
      // Another worker may have sent it between our finding it and our claiming it.
      const mail = await store.findMail({ payload, id })
      return mail !== null && isDue(mail, clock()) && (await attempt(mail, clock))
    } finally {
      await release({ payload, key })
    }
  }

  /** @returns whether it was written down */
  async function record(came: {
    id: string
    from: store.Place
    outcome: Outcome
    now: Date
  }): Promise<boolean> {
    const { isWritten, isTakenBack } = await store.recordOutcome({ payload, ...came })
    // Where there is no mail server it may lie in the folder by now.
    if (isTakenBack) await removeWritten([came.id])
    return isWritten
  }

  async function attempt(mail: Mail, clock: Clock): Promise<boolean> {
    const { id, attempts } = mail
    const now = clock()
    const until = mail.until ? new Date(mail.until) : null
    if (mail.status === 'sending') {
      const outcome: Outcome = { status: 'unsure', nextAttemptAt: null, lastError: SAYS.died }
      return record({ id, from: { states: ['sending'], attempts }, outcome, now })
    }
    const contents = contentsOf(mail)
    const from = { states: ['waiting' as const], attempts }
    if (!contents || (until && until < now))
      return record({ id, from, outcome: toFailed(contents ? SAYS.late : SAYS.locked), now })
    // Written down before it is handed over: if we die now, nobody sends it again without being told to.
    const nextAttemptAt = new Date(now.getTime() + LEASE).toISOString()
    const data = { status: 'sending' as const, attempts: attempts + 1, nextAttemptAt }
    if (!(await store.changeMail({ payload, id, from, data }))) return false
    const handed = await inTime(hand({ payload, id, contents }))
    const after = clock()
    if (handed.kind === 'away') awayUntil = after.getTime() + AWAY
    const outcome = decideOutcome({ handed, attempts: attempts + 1, jitter: random(), now: after, until })
    // Somebody may have taken us for dead by now; what really came of it still holds.
    await record({ id, from: { states: ['sending', 'unsure'], attempts: attempts + 1 }, outcome, now: after })
    return true
  }

  const refill = (clock: Clock) =>
    (finding ??= store
      .findDue({ payload, now: clock(), limit: BATCH, except: [...busy, ...passed] })
      .then((ids) => void (found = ids.filter((id) => !busy.has(id))))
      .finally(() => (finding = undefined)))

  const isQuiet = (clock: Clock) => stopped || clock().getTime() < awayUntil

  async function next(clock: Clock): Promise<string | undefined> {
    if (!isQuiet(clock) && !found.length) await refill(clock)
    return isQuiet(clock) ? undefined : found.shift()
  }

  async function walk(clock: Clock): Promise<void> {
    for (let id = await next(clock); id !== undefined; id = await next(clock)) {
      if (busy.has(id)) continue
      busy.add(id)
      try {
        if (!(await tend(id, clock))) passed.add(id)
      } finally {
        busy.delete(id)
      }
    }
  }

  return {
    /** Begins what is due, and resolves without waiting for the mail server. */
    async look(clock: Clock): Promise<void> {
      if (isQuiet(clock)) return
      passed.clear()
      await refill(clock)
      for (let many = Math.min(found.length, MOST_AT_ONCE - lanes.size); many > 0; many--) {
        const lane = walk(clock)
          .catch((err: unknown) => {
            // What was being sent is found by its state; everything else is tried again.
            payload.logger.error({ err, msg: 'Mail could not be sent; it is looked at again.' })
          })
          .finally(() => lanes.delete(lane))
        lanes.add(lane)
      }
    },
    /** Resolves when nothing is under way. */
    async rest(): Promise<void> {
      while (lanes.size) await Promise.all(lanes)
    },
    /** Begins nothing more. */
    stop() {
      stopped = true
    },
  }
}

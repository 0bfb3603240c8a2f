import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'

import { type Count, countsOf, type LimitName, LIMITS, waitOf, type Who } from './limits.ts'
import { limitStore } from './limit-store.ts'
import { settings } from './settings.ts'

/**
 * How long a process goes by its own word that a count is used up, in milliseconds, before it asks the database again: a
 * script that goes on costs no write, and what was given back elsewhere is known soon.
 */
const TRUSTED = 5000
const MOST_KEPT = 20_000

export type Taken = {
  /** How long to wait, in seconds; null where it may be done now. */
  wait: number | null
  /** Takes the counts back, for what did not count after all. */
  giveBack: () => Promise<void>
}

const FREE: Taken = { wait: null, giveBack: async () => undefined }

/** Counts that are used up, as this process knows them: until when (milliseconds since 1970). */
const usedUp = new WeakMap<Payload, LRUCache<string, number>>()

function knownOf(payload: Payload) {
  let known = usedUp.get(payload)
  if (!known) usedUp.set(payload, (known = new LRUCache({ max: MOST_KEPT, ttl: TRUSTED })))
  return known
}

const tallies = new Map<LimitName, number>()
/** How often each limit was hit in this process. */
export const limitsHit = (): ReadonlyMap<LimitName, number> => tallies
const tally = (name: LimitName) => tallies.set(name, (tallies.get(name) ?? 0) + 1)

function knownWait(payload: Payload, counts: readonly Count[], now: number): number | null {
  const ends = counts.map(({ key }) => knownOf(payload).get(key) ?? 0)
  const seconds = Math.ceil((Math.max(0, ...ends) - now) / 1000)
  return seconds > 0 ? seconds : null
}

/**
 * Counts an act of a stranger, in the database: all processes agree. It is exact: of any number at once, no more than the rule
 * says are let through. What is refused adds to no count.
 * @param who whose counts it adds to, as marks; the whole site's need not be named
 */
export async function take({
  payload,
  name,
  who,
  now = Date.now(),
}: {
  payload: Payload
  name: LimitName
  who: Who
  now?: number
}): Promise<Taken> {
  if (settings.LIMITS === 'off') return FREE
  const counts = countsOf(name, who)
  let wait = knownWait(payload, counts, now)
  if (wait === null) {
    const standings = await limitStore(payload).add(counts, now)
    wait = waitOf({ standings, counts, now })
    standings.forEach(({ count, expiresAt }, i) => {
      const { key, most } = counts[i]!
      // What is never given back needs no second look.
      if (count > most) knownOf(payload).set(key, expiresAt, name === 'fault' ? { ttl: expiresAt - now } : {})
    })
  }
  if (wait === null) return { wait, giveBack: () => limitStore(payload).giveBack(counts) }
  tally(name)
  return { wait, giveBack: FREE.giveBack }
}

/** How long to wait, in seconds, where this process knows that a count is used up; it asks nobody, and adds nothing. */
export function knownWaitOf({
  payload,
  name,
  who,
  now = Date.now(),
}: {
  payload: Payload
  name: LimitName
  who: Who
  now?: number
}): number | null {
  return settings.LIMITS === 'off' ? null : knownWait(payload, countsOf(name, who), now)
}

/** Forgets the counts of one account from one network, or from all: of those whose mark begins so. */
export async function forgetAccount({ payload, account }: { payload: Payload; account: string }) {
  if (settings.LIMITS === 'off') return
  const beginnings = LIMITS.login
    .filter(({ by }) => by === 'account')
    .map(({ by, seconds }) => `login:${by}:${seconds}:${account}`)
  knownOf(payload).clear()
  await limitStore(payload).forget(beginnings)
}

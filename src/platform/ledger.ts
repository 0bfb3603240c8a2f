import { type Payload, type PayloadRequest, ValidationError } from 'payload'

import { findRows } from './rows.ts'
import { aPause, untilUncrossed } from './transaction.ts'

/**
 * What is settled by a unique key: whoever inserts it first has won, on both engines, across processes. Keys are
 * `<act>:<what>`; nothing personal goes into a key or a value.
 */
const collection = 'ledger'

/** How often a claim is tried that is refused by an entry nobody can read, before it counts as another's. */
const ROUNDS = 10

const byKey = (key: string) => ({ key: { equals: key } })

type Claim = { payload: Payload; key: string; value?: string; milliseconds: number; now?: Date }
type Claimed = { isMine: boolean; value: string }

/** The last claim of this process on each key that is being claimed. */
const underWay = new Map<string, Promise<unknown>>()

/**
 * Claims a key for a while.
 * @returns `isMine` true to exactly one caller until the claim expires; the winner's `value` to all. It writes outside of the caller's transaction, so call it before one begins.
 */
export async function claim(asked: Claim): Promise<Claimed> {
  const { key } = asked
  // Those of one process one after the other: on MongoDB, many that insert the same key at once keep undoing each other.
  const before = underWay.get(key)
  const mine = (before?.catch(() => undefined) ?? Promise.resolve()).then(() => claimNow(asked))
  underWay.set(key, mine)
  try {
    return await mine
  } finally {
    if (underWay.get(key) === mine) underWay.delete(key)
  }
}

async function claimNow({
  payload,
  key,
  value = '',
  milliseconds,
  now = new Date(),
}: Claim): Promise<Claimed> {
  const data = entryOf({ key, value, milliseconds, now })
  // More than once: the refusal may be by an entry that has expired, or by one whose write is still under way.
  for (let round = 1; round <= ROUNDS; round++) {
    try {
      // Without a transaction: of two on MongoDB that insert the same key, both could be undone.
      await untilUncrossed(() => payload.db.create({ collection, data }))
      return { isMine: true, value }
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error
    }
    const held = await heldBy({ payload, key, now })
    if (held !== null) return { isMine: false, value: held }
    await aPause(round)
  }
  return { isMine: false, value: '' }
}

/**
 * Claims many keys for a while, one by one: of each, whether another has it is settled for itself.
 * @returns those that are the caller's now. It writes outside of the caller's transaction.
 */
export async function claimAll({
  payload,
  keys,
  milliseconds,
  now,
}: {
  payload: Payload
  keys: string[]
  milliseconds: number
  now: Date
}): Promise<Set<string>> {
  const mine = new Set<string>()
  for (const key of new Set(keys)) {
    const { isMine } = await claim({ payload, key, milliseconds, now })
    if (isMine) mine.add(key)
  }
  return mine
}

/** Gives many claims back at once. */
export async function releaseAll({ payload, keys }: { payload: Payload; keys: string[] }) {
  if (keys.length) await payload.db.deleteMany({ collection, where: { key: { in: keys } } })
}

/** What the ledger keeps of a claim. */
export const entryOf = ({
  key,
  value,
  milliseconds,
  now,
}: {
  key: string
  value: string
  milliseconds: number
  now: Date
}) => ({ key, value, expiresAt: new Date(now.getTime() + milliseconds).toISOString() })

/** The value of a claim that stands; null where there is none. One that has expired is forgotten. */
export async function heldBy({ payload, key, now }: { payload: Payload; key: string; now: Date }) {
  const [held] = await findRows({
    payload,
    collection,
    fields: ['value', 'expiresAt'],
    where: { equals: { key } },
    order: { by: 'key', isDescending: false },
    limit: 1,
  })
  if (!held) return null
  if (String(held.expiresAt) > now.toISOString()) return String(held.value ?? '')
  await payload.db.deleteMany({
    collection,
    where: { and: [byKey(key), { expiresAt: { less_than_equal: now.toISOString() } }] },
  })
  return null
}

/** Gives a claim back before it expires, for another try. */
export const release = ({ payload, key }: { payload: Payload; key: string }) =>
  releaseAll({ payload, keys: [key] })

const END_OF_TIME = '9999-12-31T23:59:59.999Z'

/** What is noted for good under a key, as the transaction of a request sees it; null where nothing is. */
export async function noteOf({ req, key }: { req: PayloadRequest; key: string }): Promise<string | null> {
  const { docs } = await req.payload.db.find<{ value?: string | null }>({
    collection,
    where: byKey(key),
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0] ? (docs[0].value ?? '') : null
}

/** Notes something for good under a key, in the transaction of a request. Of two at once one fails on MongoDB, to be tried again. */
export async function note({ req, key, value }: { req: PayloadRequest; key: string; value: string }) {
  if ((await noteOf({ req, key })) === null)
    await req.payload.db.create({ collection, data: { key, value, expiresAt: END_OF_TIME }, req })
  else
    await req.payload.db.updateMany({
      collection,
      where: byKey(key),
      data: { value },
      req,
      returning: false,
    })
}

/** Forgets what has expired. */
export async function purgeExpired({ payload, now = new Date() }: { payload: Payload; now?: Date }) {
  await payload.db.deleteMany({
    collection,
    where: { expiresAt: { less_than_equal: now.toISOString() } },
  })
}

import type { Payload, PayloadRequest } from 'payload'

import { type Sealed, vault } from '../platform/crypto.ts'

const collection = 'second-factors'
const placeOf = (user: string) => `second-factor ${user}`

/** A second factor; `since` is null while it is being set up, and nothing is checked against it then. */
export type Factor = { id: string; secret: string; since: string | null; recovery: string[] }

type At = { payload: Payload; user: string; req?: PayloadRequest }

const options = ({ user, req }: At) => ({
  collection: collection,
  where: { user: { equals: user } },
  depth: 0,
  overrideAccess: true as const,
  ...(req && { req }),
})

export async function findFactor(at: At): Promise<Factor | null> {
  const { docs } = await at.payload.find({ ...options(at), limit: 1, pagination: false } as never)
  const kept = docs[0] as unknown as
    { id: string; secret: string; since?: string | null; recovery?: unknown } | undefined
  if (!kept) return null
  return {
    id: kept.id,
    secret: vault.open({ value: kept.secret as Sealed, place: placeOf(at.user) }),
    since: kept.since ?? null,
    recovery: Array.isArray(kept.recovery) ? kept.recovery.map(String) : [],
  }
}

/**
 * Keeps a secret that is not in use yet, in the place of one that was never used.
 * @throws ValidationError where one is in use: there is one row for each user.
 */
export async function keepNewSecret({ payload, user, secret }: At & { secret: string }) {
  await payload.delete({
    collection,
    where: { and: [{ user: { equals: user } }, { since: { exists: false } }] },
    depth: 0,
    overrideAccess: true,
  })
  await payload.create({
    collection,
    data: { user, secret: vault.seal({ value: secret, place: placeOf(user) }), recovery: [] },
    depth: 0,
    overrideAccess: true,
  })
}

export async function changeFactor({
  payload,
  id,
  change,
  req,
}: {
  payload: Payload
  id: string
  change: { since?: string; recovery?: string[] }
  req?: PayloadRequest
}) {
  await payload.update({
    collection,
    id,
    data: change,
    depth: 0,
    overrideAccess: true,
    ...(req && { req }),
  })
}

export async function dropFactor(at: At) {
  await at.payload.delete(options(at) as never)
}

/** What of a user the access rules look at: whether a second factor stands. */
export async function noteFactor({ payload, user, isOn, req }: At & { isOn: boolean }) {
  await payload.update({
    collection: 'users',
    id: user,
    data: { hasSecondFactor: isOn },
    depth: 0,
    overrideAccess: true,
    ...(req && { req }),
  })
}

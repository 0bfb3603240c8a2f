import type { Payload, PayloadRequest } from 'payload'

import { digestOf, isToken, newToken } from '../platform/crypto.ts'
import { entryOf, release } from '../platform/ledger.ts'
import { settings } from '../platform/settings.ts'
import { LINK_LASTS, type Verdict } from './decision.ts'

export const PAGE_PATH = '/moderate/'

const keyOf = (token: string) => `moderate:${digestOf(token)}`

/** A token for one decision by one person on one comment, kept in the ledger by its hash, in the transaction of its mail. */
export async function makeToken({
  user,
  comment,
  now,
  req,
}: {
  user: string
  comment: string
  now: Date
  req: PayloadRequest
}): Promise<string> {
  const token = newToken()
  await req.payload.create({
    collection: 'ledger',
    data: entryOf({ key: keyOf(token), value: `${user} ${comment}`, milliseconds: LINK_LASTS, now }),
    depth: 0,
    overrideAccess: true,
    req,
  })
  return token
}

/** Where a token takes whoever has it. From PUBLIC_URL, never from what a request says of itself. */
export const linkOf = (token: string, verdict: Verdict) =>
  `${settings.PUBLIC_URL}${PAGE_PATH}${token}?to=${verdict}`

/** What a token stands for; null for one that is used, expired, or never was. Changes nothing. */
export async function readToken({ payload, token, now }: { payload: Payload; token: string; now: Date }) {
  if (!isToken(token)) return null
  const { docs } = await payload.find({
    collection: 'ledger',
    where: { and: [{ key: { equals: keyOf(token) } }, { expiresAt: { greater_than: now.toISOString() } }] },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const [user, comment] = (docs[0]?.value ?? '').split(' ')
  return user && comment ? { user, comment } : null
}

/** A token that has been used is one that never was. */
export const useUp = ({ payload, token }: { payload: Payload; token: string }) =>
  release({ payload, key: keyOf(token) })

/** What only one at a time may hold who uses a token. */
export const claimOf = (token: string) => `using-${keyOf(token)}`

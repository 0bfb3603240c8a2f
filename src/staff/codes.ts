import type { Payload } from 'payload'

import { claim, release } from '../platform/ledger.ts'
import { changeFactor, type Factor, findFactor } from './factor-store.ts'
import { readRecoveryCode, recoveryDigest } from './recovery.ts'
import { CODE_LIVES, readCode, stepOf } from './totp.ts'

/** So many wrong codes in a quarter of an hour; a guess at a million codes needs years then. */
const TRIES = 5
export const TRIES_LAST = 15 * 60_000
/** How long two who use one recovery code at once are kept apart. */
const MINUTE = 60_000

const slotOf = (user: string, n: number) => `code:${user}:${n}`

type Outcome = 'right' | 'recovered' | 'wrong' | 'throttled'

/** Takes one of the tries of a user before the code is looked at, so that many at once are not more. */
async function takeTry({ payload, user, now }: { payload: Payload; user: string; now: Date }) {
  for (let n = 1; n <= TRIES; n++) {
    const { isMine } = await claim({ payload, key: slotOf(user, n), milliseconds: TRIES_LAST, now })
    if (isMine) return n
  }
  return null
}

async function giveTriesBack({ payload, user }: { payload: Payload; user: string }) {
  for (let n = 1; n <= TRIES; n++) await release({ payload, key: slotOf(user, n) })
}

async function useRecoveryCode({
  payload,
  user,
  code,
  now,
}: {
  payload: Payload
  user: string
  code: string
  now: Date
}): Promise<Outcome> {
  const digest = recoveryDigest({ user, code })
  const isKnown = async () => (await findFactor({ payload, user }))?.recovery.includes(digest)
  // Nobody guesses 80 bits, so these are not counted: whoever guesses at codes does not keep the owner out.
  if (!(await isKnown())) return 'wrong'
  // One at a time for each user, or two codes used at once would each put the other back.
  const key = `recovery:${user}`
  const { isMine } = await claim({ payload, key, milliseconds: MINUTE, now })
  if (!isMine) return 'wrong'
  try {
    const factor = await findFactor({ payload, user })
    if (!factor?.recovery.includes(digest)) return 'wrong'
    const recovery = factor.recovery.filter((one) => one !== digest)
    await changeFactor({ payload, id: factor.id, change: { recovery } })
    return 'recovered'
  } finally {
    await release({ payload, key })
  }
}

/**
 * Whether a code lets a user in: one by time, that was never used, or one of the recovery codes. It writes into the
 * ledger by itself, so it is called outside of transactions.
 */
export async function useCode({
  payload,
  user,
  factor,
  typed,
  now,
}: {
  payload: Payload
  user: string
  factor: Factor
  typed: string
  now: Date
}): Promise<Outcome> {
  const recovery = readRecoveryCode(typed)
  if (recovery) return useRecoveryCode({ payload, user, code: recovery, now })
  if ((await takeTry({ payload, user, now })) === null) return 'throttled'
  const step = stepOf({ code: readCode(typed), secret: factor.secret, now })
  if (step === null) return 'wrong'
  const { isMine } = await claim({ payload, key: `totp:${user}:${step}`, milliseconds: 2 * CODE_LIVES, now })
  if (!isMine) return 'wrong'
  await giveTriesBack({ payload, user })
  return 'right'
}

import { randomInt } from 'node:crypto'

import { type Challenge, createChallenge, type Payload, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'

import { vault } from '../platform/crypto.ts'

/**
 * How much work is asked for: rounds of one try, and how many tries it takes. The product is what a browser does, 100,000
 * to 200,000 rounds: under two seconds on a cheap phone, a fifth of one on a desk. Making a challenge costs us one try.
 */
const COST = 1000
const FEWEST_TRIES = 100
const MOST_TRIES = 200

/** How long a challenge holds, in milliseconds. */
export const WORK_HOLDS = 60 * 60_000

const LARGEST = 4096

const secretFor = (purpose: string) => vault.share(`altcha ${purpose}`).toString('base64')
const hmacSignatureSecret = secretFor('challenge')
const hmacKeySignatureSecret = secretFor('solution')

/** A challenge for the form of one page. */
export const makeChallenge = ({ on, now }: { on: string; now: Date }): Promise<Challenge> =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: randomInt(FEWEST_TRIES, MOST_TRIES),
    deriveKey,
    data: { on },
    expiresAt: new Date(now.getTime() + WORK_HOLDS),
    hmacSignatureSecret,
    hmacKeySignatureSecret,
  })

function read(altcha: string): Payload | null {
  if (altcha.length > LARGEST) return null
  try {
    const payload = JSON.parse(Buffer.from(altcha, 'base64').toString('utf8')) as Payload
    return typeof payload?.challenge?.parameters?.nonce === 'string' ? payload : null
  } catch {
    return null
  }
}

/**
 * Whether the work that a form asked for was done, for this page and not too long ago. `nonce` names the challenge, to
 * see that it is used once.
 * @param altcha base64 of JSON `{challenge, solution}`, as ALTCHA's own widget sends it
 */
export async function verifyWork({
  altcha,
  on,
  now,
}: {
  altcha: string | null | undefined
  on: string
  now: Date
}): Promise<{ work: 'good'; nonce: string } | { work: 'missing' | 'bad' }> {
  if (!altcha) return { work: 'missing' }
  const payload = read(altcha)
  if (!payload) return { work: 'bad' }
  const { challenge, solution } = payload
  const { data, expiresAt = 0, nonce } = challenge.parameters
  if (data?.on !== on || expiresAt * 1000 < now.getTime()) return { work: 'bad' }
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret,
    hmacKeySignatureSecret,
  }).catch(() => ({ verified: false }))
  return verified ? { work: 'good', nonce } : { work: 'bad' }
}

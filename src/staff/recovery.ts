import { randomBytes } from 'node:crypto'

import { digestOf } from '../platform/crypto.ts'

export const RECOVERY_CODES = 10

// Thirty-two signs, so that each byte gives five bits and none is likelier; without 0, 1, l and o, taken for others.
const ALPHABET = '23456789abcdefghijkmnpqrstuvwxyz'
const LENGTH = 16

/** A recovery code as it is typed, without what was put in to make it readable; null where it can be none. */
export function readRecoveryCode(typed: string): string | null {
  const code = typed.toLowerCase().replace(/[\s-]/g, '')
  return /^[2-9a-z]{16}$/.test(code) ? code : null
}

/** For its user alone: a digest that was moved to another row opens nothing there. */
export const recoveryDigest = ({ user, code }: { user: string; code: string }) => digestOf(`${user} ${code}`)

/** Ten codes of 80 random bits, in four groups. Each lets in once, whoever has lost the telephone. */
export const newRecoveryCodes = () =>
  Array.from({ length: RECOVERY_CODES }, () =>
    [...randomBytes(LENGTH)]
      .map((byte) => ALPHABET[byte % ALPHABET.length]!)
      .join('')
      .replace(/.{4}(?=.)/g, '$&-'),
  )

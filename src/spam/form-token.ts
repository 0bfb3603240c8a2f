import type { Known } from './check.ts'

const SECOND = 1000
/** Nobody reads a page and writes to it faster than that, in milliseconds. */
export const FASTEST = 3 * SECOND
/** How long a page may stay open until its form is sent, in milliseconds. */
export const LONGEST = 24 * 60 * 60 * SECOND

const FORM = /^(\d{1,15})\.([\w-]{16})\.([\w-]{43})$/

type Sign = (...parts: string[]) => string

/** A token for the form of one page: its time, something random, and our mark on both and the page. */
export const makeFormToken = ({
  on,
  now,
  nonce,
  sign,
}: {
  on: string
  now: Date
  /** 12 random bytes in base64url. */
  nonce: string
  sign: Sign
}) => `${now.getTime()}.${nonce}.${sign('form', on, String(now.getTime()), nonce)}`

/**
 * What a token says of the form it came with. `nonce` is there where it is good, to count how often it is used.
 * @param isSame compares in constant time
 */
export function readFormToken({
  token,
  on,
  now,
  sign,
  isSame,
}: {
  token: string | null | undefined
  on: string
  now: Date
  sign: Sign
  isSame: (a: string, b: string) => boolean
}): { token: Known['form']['token']; nonce?: string } {
  if (!token) return { token: 'missing' }
  const [, at, nonce, mark] = FORM.exec(token) ?? []
  if (!at || !nonce || !mark || !isSame(mark, sign('form', on, at, nonce))) return { token: 'bad' }
  const age = now.getTime() - Number(at)
  if (age > LONGEST) return { token: 'expired' }
  return age < FASTEST ? { token: 'too-fast' } : { token: 'good', nonce }
}

import { Secret, TOTP } from 'otpauth'
import { renderSVG } from 'uqr'

/**
 * One-time codes by time (RFC 6238) as every authenticator app makes them: SHA-1, six digits, a new one each 30 s.
 * Pure: the clock comes in.
 */
const PERIOD = 30
const ISSUER = 'Ovoz'
const AROUND = [0, -1, 1]

/** How long a code can be right, in milliseconds: its own time and a step to either side. */
export const CODE_LIVES = 3 * PERIOD * 1000

const totpOf = ({ secret, label }: { secret: string; label: string }) =>
  new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
  })

/** 160 random bits in base32, as an app takes them. */
export const newSecret = () => new Secret({ size: 20 }).base32

/** A code as it is typed: apps show it in two halves. */
export const readCode = (typed: string) => typed.replace(/[\s-]/g, '')

/** The code that an app shows at this time. */
export const codeAt = ({ secret, now }: { secret: string; now: Date }) =>
  totpOf({ secret, label: '' }).generate({ timestamp: now.getTime() })

/**
 * Whose turn a code is.
 * @returns the number of its 30 seconds since 1970, at most one step away from now; null where it is none of these
 */
export function stepOf({ code, secret, now }: { code: string; secret: string; now: Date }): number | null {
  const totp = totpOf({ secret, label: '' })
  const timestamp = now.getTime()
  // Compared in constant time by the library.
  const delta = /^\d{6}$/.test(code) ? totp.validate({ token: code, timestamp, window: 1 }) : null
  return delta === null || !AROUND.includes(delta) ? null : Math.floor(timestamp / 1000 / PERIOD) + delta
}

/** What an app is set up with: the address that is in the picture, and the picture. */
export function toSetUp({ secret, label }: { secret: string; label: string }) {
  const uri = totpOf({ secret, label }).toString()
  return { secret, uri, picture: renderSVG(uri, { border: 2 }) }
}

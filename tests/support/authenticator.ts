import { vi } from 'vitest'

import { codeAt } from '../../src/staff/totp.ts'
import type { Ovoz } from './ovoz.ts'
import { PASSWORD } from './ovoz.ts'

/** Lets the clock alone be set by the test; timers go on. */
export function holdClock() {
  vi.useFakeTimers({ toFake: ['Date'] })
}

export const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

/** The next code of an app, that was never used: half a minute goes by. */
export function nextCode(secret: string) {
  later(30_000)
  return codeAt({ secret, now: new Date() })
}

type Login = { email: string; password?: string; code?: string; headers?: Record<string, string> }

export const logIn = (ovoz: Ovoz, { headers, password = PASSWORD, ...body }: Login) =>
  ovoz.rest('/users/login', { body: { password, ...body }, ...(headers && { headers }) })

/** Sets up a second factor for a user who is signed in. */
export async function setUp(ovoz: Ovoz, as: string) {
  const started = await ovoz.rest('/users/second-factor/start', { as, body: { password: PASSWORD } })
  const { secret } = started.body as { secret: string }
  const confirmed = await ovoz.rest('/users/second-factor/confirm', { as, body: { code: nextCode(secret) } })
  return { started, confirmed, secret, recoveryCodes: confirmed.body.recoveryCodes as string[] }
}

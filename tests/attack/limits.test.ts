import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ADMIN } from '../support/server.ts'
import { engine, Target } from './target.ts'

/** Addresses that are nobody's (RFC 5737), as a proxy on this machine passes them on. */
const GUESSER = '203.0.113.7'
const OWNER = '198.51.100.9'

describe(`guessing at a password, with all limits on (${engine})`, () => {
  const target = new Target('limits', { LIMITS: 'on', TRUST_PROXY: '127.0.0.1' })
  const logIn = (from: string, password: string) =>
    target.ask(
      '/api/users/login',
      { headers: { 'x-forwarded-for': from }, body: { email: ADMIN.email, password } },
      `http://127.0.0.1:${target.server.port}`,
    )

  beforeAll(() => target.start())
  afterAll(() => target.stop())

  it('makes the one who guesses wait, and not the owner', async () => {
    const statuses = []
    for (let i = 0; i < 12; i++) statuses.push((await logIn(GUESSER, `guess ${i} of many`)).status)
    expect(statuses[0]).toBe(401)
    expect(statuses).toContain(429)
    expect(new Set(statuses)).toEqual(new Set([401, 429]))
    // Also where the last guess is right, so that waiting is worth something.
    const right = await logIn(GUESSER, ADMIN.password)
    expect(right.status).toBe(429)
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(0)
    expect((await logIn(OWNER, ADMIN.password)).status).toBe(200)
  })
})

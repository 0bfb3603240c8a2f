import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { PAUSES } from '../../../src/platform/pauses.ts'
import { type Attempt, decideOutcome } from '../../../src/webhooks/retry.ts'

const now = new Date('2026-11-24T12:00:00.000Z')
const answered = (status: number, text = ''): Attempt => ({ kind: 'answered', status, text })
const decide = (attempt: Attempt, attempts = 1, jitter = 0) =>
  decideOutcome({ attempt, attempts, jitter, now })

describe('what becomes of a delivery', () => {
  it.each([200, 201, 202, 204, 299])('%i: it has arrived', (status) => {
    expect(decide(answered(status, 'Thanks'))).toEqual({
      state: 'sent',
      nextAttemptAt: null,
      statusCode: status,
      answer: 'Thanks',
      switchesOff: false,
    })
  })

  it.each([100, 301, 307, 400, 404, 429, 500, 503])('%i: it is tried again', (status) => {
    expect(decide(answered(status))).toMatchObject({
      state: 'failed',
      statusCode: status,
      nextAttemptAt: '2026-11-24T12:00:10.000Z',
      switchesOff: false,
    })
  })

  it('is tried again where nobody answered, and says why', () => {
    expect(decide({ kind: 'unreachable', why: 'Silence.' })).toMatchObject({
      state: 'failed',
      statusCode: null,
      answer: 'Silence.',
    })
  })

  it('says of a redirect that it is not followed', () => {
    expect(decide(answered(302, 'Found')).answer).toMatch(/not followed/)
  })

  it('is given up at once where the receiver is gone for good', () => {
    expect(decide(answered(410))).toMatchObject({ state: 'given-up', nextAttemptAt: null, switchesOff: true })
  })

  it('is given up after nine attempts in less than 24 hours', () => {
    expect(PAUSES.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(24 * 3_600_000)
    expect(decide(answered(500), PAUSES.length).state).toBe('failed')
    expect(decide(answered(500), PAUSES.length + 1)).toMatchObject({ state: 'given-up', nextAttemptAt: null })
  })

  it('pauses ever longer, whatever chance takes away', () => {
    const chance = fc.double({ min: 0, max: 0.999, noNaN: true })
    fc.assert(
      fc.property(chance, chance, fc.integer({ min: 1, max: 6 }), (one, other, attempts) => {
        const pause = (n: number, jitter: number) =>
          Date.parse(decide(answered(500), n, jitter).nextAttemptAt!) - now.getTime()
        expect(pause(attempts, one)).toBeLessThan(pause(attempts + 1, other))
        expect(pause(attempts, one)).toBeGreaterThanOrEqual(PAUSES[attempts - 1]! * 0.9)
      }),
    )
  })
})

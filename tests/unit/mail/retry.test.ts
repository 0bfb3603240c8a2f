import { describe, expect, it } from 'vitest'

import { decideOutcome, type Fault, type Handed, readFault, settleOutcome } from '../../../src/mail/retry.ts'
import { PAUSES, pauseAfter } from '../../../src/platform/pauses.ts'

const now = new Date('2026-11-24T12:00:00.000Z')
const decide = (handed: Handed, attempts = 1, until: Date | null = null) =>
  decideOutcome({ handed, attempts, jitter: 0, now, until })
const away: Handed = { kind: 'away', why: 'connect ECONNREFUSED' }
const refused = (isForGood: boolean): Handed => ({ kind: 'refused', isForGood, why: '450 later' })

describe('what becomes of a mail', () => {
  it('is sent when the server has it', () => {
    expect(decide({ kind: 'accepted' })).toEqual({ status: 'sent', nextAttemptAt: null, lastError: null })
  })

  it('is tried again after pauses that grow, nine times within a day', () => {
    let sum = 0
    for (const [i, pause] of PAUSES.entries()) {
      for (const handed of [away, refused(false)]) {
        const { status, nextAttemptAt } = decide(handed, i + 1)
        expect(status).toBe('waiting')
        expect(Date.parse(nextAttemptAt!) - now.getTime()).toBe(pause)
      }
      expect(pause).toBeGreaterThanOrEqual(PAUSES[i - 1] ?? 0)
      sum += pause
    }
    expect(sum).toBeLessThan(24 * 3_600_000)
    expect(decide(away, 9)).toEqual({
      status: 'failed',
      nextAttemptAt: null,
      lastError: away.kind === 'away' && away.why,
    })
  })

  it('is not tried again when its recipient is refused, when it may have arrived, or when it would come too late', () => {
    expect(decide(refused(true))).toMatchObject({ status: 'failed', nextAttemptAt: null })
    expect(decide({ kind: 'unsure', why: 'closed' })).toMatchObject({ status: 'unsure', nextAttemptAt: null })
    expect(decide(away, 1, new Date(now.getTime() + 9_000))).toMatchObject({ status: 'failed' })
    expect(decide(away, 1, new Date(now.getTime() + 11_000))).toMatchObject({ status: 'waiting' })
  })

  it('takes at most a tenth off a pause', () => {
    expect(pauseAfter({ attempts: 1, jitter: 1 })).toBe(9_000)
    expect(pauseAfter({ attempts: 9, jitter: 0 })).toBeNull()
  })
})

describe('what is written of a mail', () => {
  const settle = (handed: Handed, more: { isTakenBack?: boolean; isLast?: boolean } = {}) => {
    const asked = { isTakenBack: false, isLast: false, ...more }
    const { outcome, isOver } = settleOutcome({ outcome: decide(handed), ...asked })
    return `${outcome.status} ${isOver}`
  }
  const unsure: Handed = { kind: 'unsure', why: 'closed' }
  const ends: Handed[] = [away, refused(true), unsure, { kind: 'accepted' }]

  it('is what came of it, and it is kept as long as it may be sent', () => {
    expect(ends.map((one) => settle(one))).toEqual([
      ...['waiting false', 'failed false', 'unsure false'],
      'sent true',
    ])
  })

  it('is that it was dropped where it was taken back and did not arrive', () => {
    const asked = { isTakenBack: true }
    expect(ends.map((one) => settle(one, asked))).toEqual([
      ...['dropped true', 'dropped true', 'dropped true'],
      'sent true',
    ])
  })

  it('is no address of the last one once that is not tried any more', () => {
    const asked = { isLast: true }
    expect(ends.map((one) => settle(one, asked))).toEqual([
      ...['waiting false', 'failed true', 'unsure true'],
      'sent true',
    ])
  })
})

describe('what an error of nodemailer says', () => {
  const GOOD = 'refused for good'
  it.each<[string, Fault, boolean, string]>([
    ['nobody by that name', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, false, GOOD],
    ['come again later', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 }, false, 'refused'],
    ['the mail itself is not taken', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, true, GOOD],
    ['the mail is not taken now', { code: 'EMESSAGE', command: 'DATA', responseCode: 451 }, true, 'refused'],
    ['an address the transport does not take', { code: 'EENVELOPE', command: 'API' }, false, GOOD],
    ['nobody listens', { code: 'ESOCKET', command: 'CONN' }, false, 'away'],
    ['a wrong password', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, false, 'away'],
    ['we may not send', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553 }, false, 'away'],
    ['too busy to greet', { code: 'EPROTOCOL', command: 'CONN', responseCode: 421 }, false, 'away'],
    ['silence before the mail', { code: 'ETIMEDOUT', command: 'CONN' }, false, 'away'],
    ['silence after the mail', { code: 'ETIMEDOUT', command: 'CONN' }, true, 'unsure'],
    ['hung up after the mail', { code: 'ECONNECTION', command: 'CONN' }, true, 'unsure'],
    ['something we do not know, after the mail', { message: 'odd' }, true, 'unsure'],
  ])('%s', (_, fault, isHandedOver, expected) => {
    const handed = readFault({ fault, isHandedOver })
    expect(handed.kind === 'refused' && handed.isForGood ? GOOD : handed.kind).toBe(expected)
  })
})

import { describe, expect, it } from 'vitest'

import { readReasons, reasonsAtFirst, reasonsOnReturn, waitingFor } from '../../../src/comments/waiting.ts'

describe('why a comment waits', () => {
  it.each([
    ['open', 'nobody', []],
    ['open', 'everyone', ['everyone']],
    ['held', 'nobody', ['calm']],
    ['held', 'everyone', ['calm', 'everyone']],
  ] as const)('on a site that is %s, where %s waits: %j', (state, waits, reasons) =>
    expect(reasonsAtFirst({ state, waits, trustedAfter: null }, null)).toEqual(reasons),
  )

  it.each([
    ['open', 'everyone', null, ['everyone', 'untrusted']],
    ['open', 'everyone', 1, ['everyone', 'untrusted']],
    ['open', 'everyone', 2, []],
    ['held', 'everyone', 2, ['calm']],
    ['held', 'everyone', 1, ['calm', 'everyone', 'untrusted']],
    ['held', 'nobody', null, ['calm']],
  ] as const)(
    'on a site that is %s and trusts after two, where %s waits, for a writer with %s approved: %j',
    (state, waits, approved, reasons) =>
      expect(reasonsAtFirst({ state, waits, trustedAfter: 2 }, approved)).toEqual(reasons),
  )

  it('is held where a rule is among the reasons', () => {
    expect(waitingFor([])).toEqual({ reasons: null, isHeld: false })
    expect(waitingFor(['everyone'])).toEqual({ reasons: 'everyone', isHeld: false })
    expect(waitingFor(['everyone', 'untrusted']).isHeld).toBe(false)
    expect(waitingFor(['calm', 'everyone'])).toEqual({ reasons: 'calm everyone', isHeld: true })
  })

  it('is read in the order in which it was kept, and nothing that is no reason', () => {
    expect(readReasons(waitingFor(['words', 'token']).reasons)).toEqual(['words', 'token'])
    expect(readReasons('edited something-new')).toEqual(['edited'])
    expect(readReasons(null)).toEqual([])
  })

  it('is told anew when it is put back', () => {
    expect(reasonsOnReturn('staff')).toEqual(['returned'])
    expect(reasonsOnReturn('writer')).toEqual(['edited'])
  })
})

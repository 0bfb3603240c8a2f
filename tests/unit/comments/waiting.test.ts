import { describe, expect, it } from 'vitest'

import { readReasons, reasonsAtFirst, reasonsOnReturn, waitingFor } from '../../../src/comments/waiting.ts'

describe('why a comment waits', () => {
  it.each([
    ['open', 'nobody', []],
    ['open', 'everyone', ['everyone']],
    ['held', 'nobody', ['calm']],
    ['held', 'everyone', ['calm', 'everyone']],
  ] as const)('on a site that is %s, where %s waits: %j', (state, waits, reasons) =>
    expect(reasonsAtFirst({ state, waits })).toEqual(reasons),
  )

  it('is held where a rule is among the reasons', () => {
    expect(waitingFor([])).toEqual({ reasons: null, isHeld: false })
    expect(waitingFor(['everyone'])).toEqual({ reasons: 'everyone', isHeld: false })
    expect(waitingFor(['calm', 'everyone'])).toEqual({ reasons: 'calm everyone', isHeld: true })
  })

  it('is read as it was kept, in one order, and nothing that is no reason', () => {
    expect(readReasons(waitingFor(['calm', 'everyone']).reasons)).toEqual(['everyone', 'calm'])
    expect(readReasons('edited something-new')).toEqual(['edited'])
    expect(readReasons(null)).toEqual([])
  })

  it('is told anew when it is put back', () => {
    expect(reasonsOnReturn('staff')).toEqual(['returned'])
    expect(reasonsOnReturn('writer')).toEqual(['edited'])
  })
})

import { describe, expect, it } from 'vitest'

import { createSlots } from '../../../src/platform/slots.ts'

describe('slots', () => {
  it('let so many run at once, the others in the order in which they came', async () => {
    const slots = createSlots(2)
    const begun: number[] = []
    const ends: (() => void)[] = []
    const acts = [0, 1, 2, 3].map((n) =>
      slots.use(() => {
        begun.push(n)
        return new Promise<void>((resolve) => (ends[n] = resolve))
      }),
    )
    await Promise.resolve()
    expect(begun).toEqual([0, 1])
    ends[1]!()
    await acts[1]
    expect(begun).toEqual([0, 1, 2])
    ends[0]!()
    await acts[0]
    expect(begun).toEqual([0, 1, 2, 3])
    ends[2]!()
    ends[3]!()
    await Promise.all(acts)
  })

  it('are free again after an act that failed', async () => {
    const slots = createSlots(1)
    await expect(slots.use(() => Promise.reject(new Error('No.')))).rejects.toThrow('No.')
    expect(await slots.use(() => Promise.resolve(1))).toBe(1)
  })
})

import { describe, expect, it } from 'vitest'

import { createVault, keyOfValue, markKeyOf, nameOfKey, type Sealed } from '../../../src/platform/crypto.ts'

const keyOf = (letter: string) => Buffer.alloc(32, letter).toString('base64')
const [FORMER, PRESENT] = ['a', 'b'].map(keyOf) as [string, string]
const place = 'comment c1'

describe('a vault with former keys', () => {
  const former = createVault(FORMER)
  const both = createVault(() => ring)
  const ring = { SEAL_KEY: PRESENT, SEAL_KEYS_OLD: [FORMER], MARK_KEY: markKeyOf(FORMER) }
  const present = createVault(() => afterwards)
  const afterwards = { SEAL_KEY: PRESENT, MARK_KEY: markKeyOf(FORMER) }

  it('opens what each has sealed, and seals with the present one', () => {
    expect(both.open({ value: former.seal({ value: 'x', place }), place })).toBe('x')
    expect(keyOfValue(both.seal({ value: 'x', place }))).toBe(nameOfKey(PRESENT))
  })

  it('keeps what it sealed from whoever has the former key, or the key of marks', () => {
    const value = both.seal({ value: 'x', place })
    expect(() => former.open({ value, place })).toThrow(nameOfKey(PRESENT))
    const half = Buffer.from(markKeyOf(FORMER), 'base64').subarray(0, 32).toString('base64')
    expect(() => createVault(half).open({ value, place })).toThrow()
  })

  it('makes the same marks and tokens before, between and after', () => {
    for (const one of [both, present]) {
      expect(one.index('writer', 'a@b.example')).toBe(former.index('writer', 'a@b.example'))
      expect(one.token('manage', 'c1')).toBe(former.token('manage', 'c1'))
      expect(one.share('site')).toEqual(former.share('site'))
      expect(one.marksId).toBe(former.marksId)
    }
    expect(createVault(PRESENT).marksId).not.toBe(former.marksId)
  })

  it('looks for a key it does not know before it gives up', () => {
    let known = { SEAL_KEY: FORMER }
    const asked: boolean[] = []
    const vault = createVault((isMissing) => {
      asked.push(isMissing)
      if (isMissing) known = ring
      return known
    })
    const value = createVault(PRESENT).seal({ value: 'x', place })
    expect(vault.open({ value, place })).toBe('x')
    expect(asked).toContain(true)
    expect(() => vault.open({ value: createVault(keyOf('c')).seal({ value: 'x', place }), place })).toThrow()
  })

  it.each(['', 'v1', 'v1.12345678', 'x v1.12345678.a.b', null, 3])('%j is sealed by no key', (value) => {
    expect(keyOfValue(value as Sealed)).toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createVault, isSame, type Sealed } from '../../../src/platform/crypto.ts'
import { anyText, thrownBy } from '../any.ts'

const keyOf = (letter: string) => Buffer.alloc(32, letter).toString('base64')
const vault = createVault(keyOf('a'))
const other = createVault(keyOf('b'))
const place = 'comment-private:c1:email'
const value = 'nigora@example.org'

describe('sealing', () => {
  it('opens what it sealed, whatever the text and the place', () => {
    fc.assert(
      fc.property(anyText(), anyText(20), (any, where) => {
        // What is no text in UTF-8 (half a character) cannot be kept by any database either.
        const kept = Buffer.from(any).toString()
        expect(vault.open({ value: vault.seal({ value: any, place: where }), place: where })).toBe(kept)
      }),
    )
  })

  it('opens with the same key after a restart', () => {
    expect(createVault(keyOf('a')).open({ value: vault.seal({ value, place }), place })).toBe(value)
  })

  it('seals the same text differently each time', () => {
    const sealed = Array.from({ length: 100 }, () => vault.seal({ value, place }))
    expect(new Set(sealed).size).toBe(100)
    expect(new Set(sealed.map((one) => one.split('.')[2])).size).toBe(100)
  })

  it('shows nothing of the text', () => {
    const sealed = vault.seal({ value, place })
    expect(sealed).not.toContain('nigora')
    expect(Buffer.from(sealed.split('.')[3]!, 'base64url').toString('latin1')).not.toContain('nigora')
  })

  it('refuses what was moved to another place', () => {
    const sealed = vault.seal({ value, place })
    expect(() => vault.open({ value: sealed, place: 'comment-private:c2:email' })).toThrow()
  })

  it('says which key is needed where it has another one', () => {
    const sealed = vault.seal({ value, place })
    expect(() => other.open({ value: sealed, place })).toThrow(
      `A value was sealed with key ${vault.keyId}; SEAL_KEY is key ${other.keyId}.`,
    )
  })

  it('refuses what was changed in any one letter', () => {
    const sealed = vault.seal({ value, place })
    const text = sealed.length
    for (let at = 0; at < text - 1; at++) {
      const letter = sealed[at] === 'A' ? 'B' : 'A'
      const changed = `${sealed.slice(0, at)}${letter}${sealed.slice(at + 1)}` as Sealed
      expect(() => vault.open({ value: changed, place })).toThrow()
    }
  })

  it.each(['', 'v1', 'v1..', 'v1.a.b', 'v2.a.b.c', 'nigora@example.org', 'v1.12345678.AAAA.AAAA'])(
    'refuses %j, which was never sealed',
    (damaged) => {
      expect(() => vault.open({ value: damaged as Sealed, place })).toThrow()
    },
  )

  it('tells nothing of the value when it refuses', () => {
    const fault = thrownBy(() => vault.open({ value: vault.seal({ value, place }), place: 'x' }))
    expect(String(fault)).not.toContain('nigora')
  })
})

describe('blind marks', () => {
  it('are equal for equal values and different for others', () => {
    expect(vault.index('email', value)).toBe(vault.index('email', value))
    expect(vault.index('email', value)).not.toBe(vault.index('email', 'rustam@example.org'))
    expect(vault.index('email', value)).not.toBe(vault.index('ip', value))
  })

  it('do not mix where one part ends and the next begins', () => {
    expect(vault.index('a', 'bc')).not.toBe(vault.index('ab', 'c'))
    expect(vault.index('a', '')).not.toBe(vault.index('a'))
  })

  it('are others with another key, and others than tokens', () => {
    expect(vault.index('email', value)).not.toBe(other.index('email', value))
    expect(vault.index('email', value)).not.toBe(vault.token('email', value))
    expect(vault.token('c1')).toBe(createVault(keyOf('a')).token('c1'))
  })
})

describe('isSame', () => {
  it.each([
    ['a', 'a', true],
    ['', '', true],
    ['a', 'b', false],
    ['a', 'ab', false],
    ['ӯ', 'ӯ', true],
    ['ӯ', 'у', false],
  ])('compares %j and %j: %s', (a, b, is) => {
    expect(isSame(a, b)).toBe(is)
  })
})

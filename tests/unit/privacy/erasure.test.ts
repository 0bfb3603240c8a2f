import { describe, expect, it } from 'vitest'

import { decideFate, isSealed } from '../../../src/privacy/erasure.ts'
import { readLines } from '../../../src/privacy/erasure-ledger.ts'

const at = '2026-05-03T10:00:00.000Z'
const before = { createdAt: '2026-05-03T10:00:00.000Z' }
const later = { createdAt: '2026-05-03T10:00:00.001Z' }
const sealed = { ...before, sealedAt: '2026-05-01T00:00:00.000Z' }

describe('what becomes of a comment whose writer is to be forgotten', () => {
  it.each([
    ['removed', before, false, 'delete'],
    ['removed', before, true, 'empty'],
    ['anonymous', before, false, 'unname'],
    ['anonymous', before, true, 'unname'],
    ['removed', sealed, false, 'hide'],
    ['anonymous', sealed, true, 'hide'],
    ['removed', later, false, 'nothing'],
    ['anonymous', { ...later, sealedAt: at }, false, 'nothing'],
  ] as const)('%s, %o, answered: %s → %s', (choice, comment, hasAnswers, fate) => {
    expect(decideFate({ comment, isSealed: isSealed(comment), erasure: { choice, at }, hasAnswers })).toBe(
      fate,
    )
  })

  it('knows a seal by its time, and none where there is no such field', () => {
    expect([isSealed(sealed), isSealed({ sealedAt: null }), isSealed({})]).toEqual([true, false, false])
  })
})

describe('the file of the ledger', () => {
  const entry = {
    entry: 'a',
    writer: 'mark',
    keyId: 'k',
    choice: 'removed',
    at,
    comments: 2,
    by: 'reader',
    note: null,
  }
  const line = JSON.stringify(entry)

  it('is read line by line, also where the last one was cut off', () => {
    expect(readLines(`${line}\n${line}\n`)).toEqual([entry, entry])
    expect(readLines(`${line}\n${line.slice(0, 20)}`)).toEqual([entry])
    expect(readLines('')).toEqual([])
  })

  it('says which line cannot be read', () => {
    expect(() => readLines(`${line}\n{}\n${line}\n`)).toThrow('Line 2')
  })
})

import { describe, expect, it } from 'vitest'

import { decideFate } from '../../../src/privacy/erasure.ts'
import { readLines } from '../../../src/privacy/erasure-ledger.ts'

const at = '2026-05-03T10:00:00.000Z'
const before = { createdAt: '2026-05-03T10:00:00.000Z' }
const later = { createdAt: '2026-05-03T10:00:00.001Z' }

describe('what becomes of a comment whose writer is to be forgotten', () => {
  it.each([
    ['removed', before, false, false, 'delete'],
    ['removed', before, false, true, 'empty'],
    ['anonymous', before, false, false, 'unname'],
    ['anonymous', before, false, true, 'unname'],
    ['removed', before, true, false, 'hide'],
    ['anonymous', before, true, true, 'hide'],
    ['removed', later, false, false, 'nothing'],
    ['anonymous', later, true, false, 'nothing'],
  ] as const)('%s, %o, sealed: %s, answered: %s → %s', (choice, comment, isSealed, hasAnswers, fate) => {
    expect(decideFate({ comment, isSealed, erasure: { choice, at }, hasAnswers })).toBe(fate)
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
  }
  const line = JSON.stringify(entry)

  it('is read line by line, also where the last one was cut off', () => {
    expect(readLines(`${line}\n${line}\n`)).toEqual([entry, entry])
    expect(readLines(`${line}\n${line.slice(0, 20)}`)).toEqual([entry])
    expect(readLines('')).toEqual([])
  })

  it('of former versions is read without what staff noted', () => {
    expect(readLines(`${JSON.stringify({ ...entry, note: 'By letter' })}\n`)).toEqual([entry])
  })

  it('says which line cannot be read', () => {
    expect(() => readLines(`${line}\n{}\n${line}\n`)).toThrow('Line 2')
  })
})

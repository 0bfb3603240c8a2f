import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readCursor, writeCursor } from '../../../src/platform/cursor.ts'
import { Refusal } from '../../../src/platform/problem.ts'
import { anyText, thrownBy } from '../any.ts'

const list = 'posts newest'
const values = ['2026-11-27T09:00:00.000Z', '01947a5e-0000-7000-8000-000000000000']
const read = (cursor: string | undefined, more: { list?: string; length?: number } = {}) =>
  readCursor({ cursor, list, length: 2, locale: 'en', ...more })
const pack = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('cursors', () => {
  it('give back what was written', () => {
    expect(read(writeCursor({ list, values }))).toEqual(values)
  })

  it('are words that an address can hold', () => {
    expect(writeCursor({ list, values: ['ӯ/?&=', '😀'] })).toMatch(/^[\w-]+$/)
  })

  it('say nothing at the beginning of a list', () => {
    expect(read(undefined)).toEqual([])
  })

  it('keep within the length the contract lets in', () => {
    expect(writeCursor({ list, values }).length).toBeLessThanOrEqual(200)
  })

  it.each([
    ['of another list', writeCursor({ list: 'posts oldest', values })],
    ['with too few values', writeCursor({ list, values: values.slice(1) })],
    ['with too many values', writeCursor({ list, values: [...values, 'x'] })],
    ['with a value that is no text', pack([list, values[0], { $ne: null }])],
    ['with a value that is empty of text', pack([list, values[0], null])],
    ['with a value of 81 characters', pack([list, values[0], 'x'.repeat(81)])],
    ['that is an object', pack({ 0: list, length: 3 })],
    ['that is a text', pack(list)],
    ['that is null', pack(null)],
    ['that is no JSON', 'bm8ganNvbg'],
    ['that is nothing', ''],
  ])('are refused %s', (_, cursor) => {
    const refusal = thrownBy(() => read(cursor))
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal).toMatchObject({ code: 'invalid', errors: [{ field: 'cursor', code: 'invalid' }] })
  })

  it('are refused in the language asked for', () => {
    expect(thrownBy(() => readCursor({ cursor: 'x', list, length: 2, locale: 'ru' }))).toMatchObject({
      errors: [{ message: 'Этот курсор не от этого списка. Начните без него.' }],
    })
  })

  it('never make anything of garbage but a refusal', () => {
    const garbage = fc.oneof(
      anyText(),
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
    )
    fc.assert(
      fc.property(garbage, (cursor) => {
        expect(thrownBy(() => read(cursor))).toBeInstanceOf(Refusal)
      }),
    )
  })
})

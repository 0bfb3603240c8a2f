import { describe, expect, it } from 'vitest'

import { all, kept, MOST, NOTHING, reached, toggled } from '../../../src/admin/desk/selection.ts'

const order = ['a', 'b', 'c', 'd', 'e']
const ticked = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort().join('')

describe('a selection', () => {
  it('ticks and unticks', () => {
    const one = toggled(NOTHING, 'b')
    expect(ticked(one)).toBe('b')
    expect(ticked(toggled(one, 'b'))).toBe('')
  })

  it.each([
    ['b', 'd', 'bcd'],
    ['d', 'b', 'bcd'],
    ['c', 'c', 'c'],
  ])('reaches from %s to %s', (from, id, expected) => {
    expect(ticked(reached({ ids: new Set([from]), anchor: from }, { order, id }))).toBe(expected)
  })

  it('reaches on from where it came last', () => {
    const once = reached(toggled(NOTHING, 'a'), { order, id: 'b' })
    expect(ticked(reached(once, { order, id: 'd' }))).toBe('abcd')
  })

  it('begins where the range has no beginning, or where that has left', () => {
    expect(ticked(reached(NOTHING, { order, id: 'c' }))).toBe('c')
    expect(ticked(reached({ ids: new Set(), anchor: 'gone' }, { order, id: 'c' }))).toBe('c')
  })

  it('takes all, and none when all are taken', () => {
    expect(ticked(all(NOTHING, order))).toBe('abcde')
    expect(ticked(all(all(NOTHING, order), order))).toBe('')
  })

  it('is never more than one request may move', () => {
    const many = Array.from({ length: MOST + 20 }, (_, i) => String(i))
    expect(all(NOTHING, many).ids.size).toBe(MOST)
    const first = toggled(NOTHING, '0')
    expect(reached(first, { order: many, id: String(MOST + 10) }).ids.size).toBe(MOST)
  })

  it('loses what is no longer there', () => {
    const { ids, anchor } = kept({ ids: new Set(['a', 'c']), anchor: 'c' }, ['a', 'b'])
    expect([...ids]).toEqual(['a'])
    expect(anchor).toBeNull()
  })
})

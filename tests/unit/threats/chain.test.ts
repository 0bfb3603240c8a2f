import { describe, expect, it } from 'vitest'

import { BEGINNING, chainOf, digestOf, findBreak, type Link } from '../../../src/threats/chain.ts'

const sign = (...parts: string[]) => parts.join('|')
const link = (seq: number, more: Partial<Link> = {}): Link => ({
  ...{ seq, kind: 'sealed', comment: `c${seq}`, thread: 'posts/1', by: 'Zarina', byId: 'u1' },
  ...{ why: null, at: '2026-11-24T12:00:00.000Z', digest: digestOf({ evidence: 'text', sign }), ...more },
})
function written(count: number) {
  let before = BEGINNING
  return Array.from({ length: count }, (_, i) => {
    const one = link(i + 1)
    before = chainOf({ link: one, before, sign })
    return { ...one, chain: before, evidence: 'text' as string | null }
  })
}

describe('the chain of sealed threats', () => {
  it('is whole as it was written', () => {
    expect(findBreak({ links: written(4), sign })).toBeNull()
    expect(findBreak({ links: [], sign })).toBeNull()
  })

  it.each([
    ['evidence', 'another text'],
    ['digest', digestOf({ evidence: 'another text', sign })],
    ['by', 'Nobody'],
    ['why', 'x'],
    ['at', '2020-01-01T00:00:00.000Z'],
    ['comment', 'c9'],
    ['kind', 'released'],
  ] as const)('shows where %s was changed', (name, value) => {
    const links = written(4)
    links[2] = { ...links[2]!, [name]: value }
    expect(findBreak({ links, sign })).toBe(3)
  })

  it('shows where an entry is missing, or stands twice', () => {
    const links = written(4)
    expect(findBreak({ links: [links[0]!, links[2]!, links[3]!], sign })).toBe(2)
    expect(findBreak({ links: links.slice(1), sign })).toBe(1)
    expect(findBreak({ links: [links[0]!, links[0]!], sign })).toBe(2)
  })
})

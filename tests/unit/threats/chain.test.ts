import { describe, expect, it } from 'vitest'

import {
  BEGINNING,
  chainOf,
  digestOf,
  findBreak,
  headOf,
  type Link,
  nextAfter,
  type Written,
} from '../../../src/threats/chain.ts'

const sign = (...parts: string[]) => parts.join('|')
const link = (seq: number, more: Partial<Link> = {}): Link => ({
  ...{ seq, kind: 'sealed', comment: `c${seq}`, thread: 'posts/1', by: 'Zarina', byId: 'u1' },
  ...{ why: null, at: '2026-11-24T12:00:00.000Z', digest: digestOf({ evidence: 'text', sign }), ...more },
})
const LATER = '2026-11-25T12:00:00.000Z'
const release = (comment: string): Partial<Link> => ({ kind: 'released', comment, at: LATER, digest: null })

/** A chain as it is written: whoever is released later says so. */
function write(...entries: Partial<Link>[]): Written[] {
  let before = BEGINNING
  return entries.map((more, i) => {
    const one = link(i + 1, more)
    before = chainOf({ link: one, before, sign })
    const isOver =
      one.kind === 'sealed' &&
      entries.slice(i).some(({ kind, comment }) => kind === 'released' && comment === one.comment)
    const evidence = one.kind === 'released' || isOver ? null : 'text'
    return { ...one, chain: before, evidence, releasedAt: isOver ? LATER : null }
  })
}
const written = (count: number) => write(...Array.from({ length: count }, () => ({})))
const headFor = (links: Written[]) => (links.length ? headOf({ ...links.at(-1)!, sign }) : null)
const find = (links: Written[], head = headFor(links)) => findBreak({ links, head, sign })

describe('the chain of sealed threats', () => {
  it('is whole as it was written', () => {
    expect(find(written(4))).toBeNull()
    expect(find([])).toBeNull()
    expect(find(write({}, release('c1'), { comment: 'c1' }))).toBeNull()
  })

  it.each([
    ['evidence', 'another text'],
    ['evidence', null],
    ['digest', digestOf({ evidence: 'another text', sign })],
    ['releasedAt', LATER],
    ['by', 'Nobody'],
    ['why', 'x'],
    ['at', '2020-01-01T00:00:00.000Z'],
    ['comment', 'c9'],
    ['kind', 'released'],
  ] as const)('shows where %s was changed to %s', (name, value) => {
    const links = written(4)
    links[2] = { ...links[2]!, [name]: value } as Written
    expect(find(links)).toBe(3)
  })

  it.each([
    ['is not noted', { releasedAt: null }],
    ['has another time', { releasedAt: '2026-11-25T12:00:01.000Z' }],
    ['left the evidence there', { evidence: 'text' }],
  ])('shows where a release %s', (_, more) => {
    const links = write({}, {}, release('c2'))
    links[1] = { ...links[1]!, ...more }
    expect(find(links)).toBe(2)
  })

  it('shows where an entry is missing, or stands twice', () => {
    const links = written(4)
    expect(find([links[0]!, links[2]!, links[3]!])).toBe(2)
    expect(find(links.slice(1))).toBe(1)
    expect(find([links[0]!, links[0]!])).toBe(2)
  })

  it('shows that its end was cut off, or what is kept of its end', () => {
    const links = written(4)
    const head = headFor(links)
    expect(find(links.slice(0, 2), head)).toBe(3)
    expect(find([], head)).toBe(1)
    expect(find(links, null)).toBe(5)
    expect(find(links.slice(0, 2), `2 ${head!.slice(2)}`)).toBe(3)
  })

  it('goes on one by one, and leaves a number out where its end was cut off', () => {
    const links = written(4)
    const [head, last] = [headFor(links), links[3]!]
    expect(nextAfter({ last: undefined, head: null, sign })).toBe(1)
    expect(nextAfter({ last, head, sign })).toBe(5)
    expect(nextAfter({ last: links[1]!, head, sign })).toBe(5)
    expect(nextAfter({ last: links[1]!, head: '3', sign })).toBeGreaterThan(3)
    expect(nextAfter({ last: undefined, head, sign })).toBe(5)
    for (const lost of [null, '', 'x', '4 x']) expect(nextAfter({ last, head: lost, sign })).toBe(6)
  })
})

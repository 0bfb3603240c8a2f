import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Branch, closesCircle, nest, DEEPEST_ANSWER } from '../../../src/comments/thread.ts'

type Placed = { id: string; parent: string | null; visibility: 'shown' | 'tombstone' | 'hidden' }

/** A comment written short: `b<a` answers a; `+` shown, `†` a tombstone, `-` hidden. */
function comment(short: string): Placed {
  const [, id, parent, sign] = /^(\w+)(?:<(\w+))?([+†-])$/.exec(short)!
  return {
    id: id!,
    parent: parent ?? null,
    visibility: sign === '+' ? 'shown' : sign === '†' ? 'tombstone' : 'hidden',
  }
}

/** A thread written short: `a2(b1(c0),d0)` is each comment with its number of public answers. */
const write = (branches: Branch<Placed>[]): string =>
  branches
    .map(({ comment: { id }, replies, replyCount }) =>
      replies.length ? `${id}${replyCount}(${write(replies)})` : `${id}${replyCount}`,
    )
    .join(',')

describe('nest', () => {
  it.each([
    ['keeps the order in which comments come', 'a+ b+ c+', 'a0,b0,c0'],
    ['puts answers below what they answer', 'a+ b<a+ c<b+ d<a+', 'a3(b1(c0),d0)'],
    ['finds the parent of an answer that comes before it', 'b<a+ a+', 'a1(b0)'],
    ['keeps a tombstone above public answers', 'a† b<a+', 'a1(b0)'],
    ['keeps a tombstone above a tombstone above a public answer', 'a† b<a† c<b+', 'a1(b1(c0))'],
    ['does not count tombstones', 'a+ b<a† c<b+', 'a1(b1(c0))'],
    ['leaves out a tombstone without answers', 'a† b+', 'b0'],
    ['leaves out a tombstone whose answers are tombstones', 'a+ b<a† c<b†', 'a0'],
    ['leaves out a tombstone whose answers are hidden', 'a† b<a-', ''],
    ['leaves out what is hidden', 'a+ b<a- c-', 'a0'],
    ['leaves out public answers below what is hidden', 'a+ b<a- c<b+', 'a0'],
    ['leaves out an answer whose parent is nowhere', 'a+ b<x+ c<b+', 'a0'],
    ['leaves out answers that answer each other in a circle', 'a+ b<c+ c<b+', 'a0'],
    ['leaves out a comment that answers itself', 'a<a+', ''],
    ['makes nothing of nothing', '', ''],
  ])('%s: %s', (_, short, thread) => {
    expect(write(nest(short.split(' ').filter(Boolean).map(comment)))).toBe(thread)
  })

  it('nests a chain of answers as deep as they go', () => {
    const chain = Array.from({ length: DEEPEST_ANSWER + 1 }, (_, i): Placed => ({
      id: String(i),
      parent: i ? String(i - 1) : null,
      visibility: 'shown',
    }))
    expect(nest(chain)[0]?.replyCount).toBe(DEEPEST_ANSWER)
  })

  it('shows nothing hidden, nothing twice, and counts what it shows', () => {
    const any = fc
      .array(
        fc.record({
          parent: fc.option(fc.nat(12).map(String)),
          visibility: fc.constantFrom<Placed['visibility']>('shown', 'tombstone', 'hidden'),
        }),
        { maxLength: 12 },
      )
      .map((list) => list.map((one, i) => ({ id: String(i), ...one })))
    const flat = (branches: Branch<Placed>[]): Branch<Placed>[] =>
      branches.flatMap((branch) => [branch, ...flat(branch.replies)])

    fc.assert(
      fc.property(any, (comments) => {
        const all = flat(nest(comments))
        expect(new Set(all.map(({ comment: { id } }) => id)).size).toBe(all.length)
        for (const { comment: one, replies, replyCount } of all) {
          const below = flat(replies)
          expect(one.visibility).not.toBe('hidden')
          expect(replyCount).toBe(
            below.filter(({ comment: { visibility } }) => visibility === 'shown').length,
          )
          if (one.visibility === 'tombstone') expect(replyCount).toBeGreaterThan(0)
          for (const reply of replies) expect(reply.comment.parent).toBe(one.id)
        }
      }),
    )
  })
})

describe('closesCircle', () => {
  it.each([
    ['a comment below itself', 'a', 'a', [], true],
    ['a comment below its answer', 'a', 'b', ['a'], true],
    ['a comment below an answer to its answer', 'a', 'c', ['b', 'a'], true],
    ['a comment below another one', 'a', 'c', ['b'], false],
    ['a comment below one at the top', 'a', 'b', [], false],
  ])('tells whether %s closes a circle', (_, id, parent, ancestors, is) => {
    expect(closesCircle({ id, parent, ancestors })).toBe(is)
  })
})

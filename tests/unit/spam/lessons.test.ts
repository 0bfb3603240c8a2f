import { describe, expect, it } from 'vitest'

import { decideSteps, lessonOf } from '../../../src/spam/lessons.ts'

describe('what a comment teaches', () => {
  it.each([
    ['approved by a person', { status: 'approved', lastMove: { to: 'approved', byId: '1' } }, 'ham'],
    ['called spam by a person', { status: 'spam', lastMove: { to: 'spam', byId: '1' } }, 'spam'],
    ['called spam by a check', { status: 'spam', lastMove: undefined }, null],
    ['published by nobody', { status: 'approved', lastMove: undefined }, null],
    ['put back', { status: 'pending', lastMove: { to: 'pending', byId: '1' } }, null],
    ['in the trash', { status: 'trash', lastMove: { to: 'trash', byId: '1' } }, null],
    ['moved by the system', { status: 'spam', lastMove: { to: 'spam', byId: null } }, null],
  ] as const)('%s', (_, of, lesson) => expect(lessonOf({ isStaff: false, ...of })).toBe(lesson))

  it('is nothing where staff wrote it', () => {
    const lastMove = { to: 'approved', byId: '1' }
    expect(lessonOf({ status: 'approved', isStaff: true, lastMove })).toBeNull()
  })
})

describe('what is learned and unlearned', () => {
  const before = { kind: 'spam', mark: 'a' } as const
  it.each([
    [null, 'spam', 'a', [{ teach: 1, kind: 'spam' }]],
    [null, null, 'a', []],
    [before, 'spam', 'a', []],
    [before, 'spam', 'b', []],
    [
      before,
      'ham',
      'a',
      [
        { teach: -1, kind: 'spam' },
        { teach: 1, kind: 'ham' },
      ],
    ],
    [before, null, 'a', [{ teach: -1, kind: 'spam' }]],
    [before, null, 'b', []],
    [before, 'ham', 'b', []],
  ] as const)('%j, now %s with text %s: %j', (was, now, mark, steps) =>
    expect(decideSteps({ before: was, now, mark })).toEqual(steps),
  )
})

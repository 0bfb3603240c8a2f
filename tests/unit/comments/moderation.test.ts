import { describe, expect, it } from 'vitest'

import { type Actor, decideMove, queueOf, visibilityOf } from '../../../src/comments/moderation.ts'
import { COMMENT_STATES, type CommentState } from '../../../src/contract/index.ts'

/** Every legal move, as `from>to`; each of the others is refused. */
const LEGAL: Record<Actor, string[]> = {
  staff: [
    ...['pending>approved', 'pending>spam', 'pending>trash'],
    ...['approved>pending', 'approved>spam', 'approved>trash'],
    ...['spam>pending', 'spam>approved', 'spam>trash'],
    ...['trash>pending', 'trash>approved', 'trash>spam'],
  ],
  writer: [
    'pending>spam',
    'pending>trash',
    'approved>pending',
    'approved>spam',
    'approved>trash',
    'spam>trash',
  ],
}

const GRID = (['staff', 'writer'] as const).flatMap((actor) =>
  COMMENT_STATES.flatMap((from) =>
    COMMENT_STATES.map((to) => ({
      actor,
      from,
      to,
      is: from === to ? 'stay' : LEGAL[actor].includes(`${from}>${to}`) ? 'move' : 'refuse',
    })),
  ),
)

const seen = { seen: 3, revision: 3, isWithdrawn: false }

describe('decideMove', () => {
  it.each(GRID)('lets $actor $is from $from to $to', ({ actor, from, to, is }) => {
    expect(decideMove({ actor, from, to, ...seen })).toEqual(
      is === 'refuse' ? { kind: 'refuse', reason: 'illegal' } : { kind: is },
    )
  })

  it.each(GRID)(
    'refuses $actor, who saw another revision, to go from $from to $to',
    ({ actor, from, to }) => {
      for (const other of [2, 4]) {
        expect(decideMove({ actor, from, to, ...seen, seen: other })).toEqual({
          kind: 'refuse',
          reason: 'stale',
        })
      }
    },
  )

  it.each(GRID.filter(({ from, to }) => from !== to))(
    'refuses $actor to move withdrawn words from $from to $to',
    ({ actor, from, to }) => {
      expect(decideMove({ actor, from, to, ...seen, isWithdrawn: true })).toEqual({
        kind: 'refuse',
        reason: 'withdrawn',
      })
    },
  )

  it('lets a second withdrawal of the same words be', () => {
    expect(decideMove({ actor: 'writer', from: 'trash', to: 'trash', ...seen, isWithdrawn: true })).toEqual({
      kind: 'stay',
    })
  })
})

describe('visibilityOf', () => {
  it.each<[status: CommentState, wasShown: boolean, is: string]>([
    ['approved', false, 'shown'],
    ['approved', true, 'shown'],
    ['pending', false, 'hidden'],
    ['pending', true, 'tombstone'],
    ['spam', false, 'hidden'],
    ['spam', true, 'tombstone'],
    ['trash', false, 'hidden'],
    ['trash', true, 'tombstone'],
  ])('makes of a comment that is %s (shown before: %s) one that is %s', (status, wasShown, is) => {
    expect(visibilityOf({ status, wasShown })).toBe(is)
  })
})

describe('queueOf', () => {
  it('puts what waits first and what is thrown away last', () => {
    expect([...COMMENT_STATES].sort((a, b) => queueOf(a) - queueOf(b))).toEqual([
      'pending',
      'approved',
      'spam',
      'trash',
    ])
  })
})

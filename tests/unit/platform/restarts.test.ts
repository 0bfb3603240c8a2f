import { describe, expect, it } from 'vitest'

import { decideRestart, type End } from '../../../src/platform/restarts.ts'

const NOW = 1_000_000
const served = (ago: number): End => ({ at: NOW - ago, hasListened: true })
const failed = (ago: number): End => ({ at: NOW - ago, hasListened: false })

describe('decideRestart', () => {
  it.each<[string, End[], number | null]>([
    ['starts it again at once the first time', [served(0)], 0],
    ['starts it again at once when the end before is long ago', [served(60_000), served(0)], 0],
    ['waits longer each time ends come close together', [served(2), served(1), served(0)], 500],
    ['waits ten seconds at most', Array.from({ length: 30 }, () => served(0)), 10_000],
    ['tries again when a start has failed', [failed(0)], 0],
    ['tries five times', Array.from({ length: 5 }, () => failed(0)), 2000],
    ['gives up when six starts in a row have failed', Array.from({ length: 6 }, () => failed(0)), null],
    [
      'gives up when six in a row have failed, however long that took',
      Array.from({ length: 6 }, () => failed(600_000)),
      null,
    ],
    [
      'begins to count anew when one has answered',
      [...Array.from({ length: 5 }, () => failed(0)), served(0), failed(0)],
      8000,
    ],
  ])('%s', (_, ends, pause) => {
    expect(decideRestart({ ends, now: NOW })).toBe(pause)
  })
})

import { describe, expect, it } from 'vitest'

import {
  chooseShown,
  dueAt,
  gatherMore,
  isDue,
  isVerdict,
  isWorthTelling,
  type Notices,
} from '../../../src/moderation-mail/decision.ts'

const NOON = '2026-11-24T12:00:00.000Z'

describe('when one who moderates is told', () => {
  const at = (
    notices: Notices,
    more: { since?: string | null; lastSentAt?: string; timeZone?: string } = {},
  ) => dueAt({ notices, since: NOON, lastSentAt: null, timeZone: 'UTC', ...more })?.toISOString() ?? null

  it.each<[Notices, Parameters<typeof at>[1], string | null]>([
    // At once is at once, but once a minute.
    ['at-once', {}, NOON],
    ['at-once', { lastSentAt: '2026-11-24T11:00:00.000Z' }, NOON],
    ['at-once', { lastSentAt: '2026-11-24T11:59:30.000Z' }, '2026-11-24T12:00:30.000Z'],
    ['at-once', { lastSentAt: '2026-11-24T12:00:10.000Z' }, '2026-11-24T12:01:10.000Z'],
    // By the full hour, never in the very moment.
    ['hourly', {}, '2026-11-24T13:00:00.000Z'],
    ['hourly', { since: '2026-11-24T12:59:59.999Z' }, '2026-11-24T13:00:00.000Z'],
    ['hourly', { lastSentAt: '2026-11-24T12:00:00.000Z' }, '2026-11-24T13:00:00.000Z'],
    // At seven in the morning of the place.
    ['daily', {}, '2026-11-25T07:00:00.000Z'],
    ['daily', { since: '2026-11-24T06:59:59.999Z' }, '2026-11-24T07:00:00.000Z'],
    ['daily', { since: '2026-11-24T07:00:00.000Z' }, '2026-11-25T07:00:00.000Z'],
    ['daily', { timeZone: 'Asia/Dushanbe' }, '2026-11-25T02:00:00.000Z'],
    ['daily', { timeZone: 'Asia/Dushanbe', since: '2026-11-24T20:00:00.000Z' }, '2026-11-25T02:00:00.000Z'],
    [
      'daily',
      { timeZone: 'America/New_York', since: '2026-11-24T03:00:00.000Z' },
      '2026-11-24T12:00:00.000Z',
    ],
    // Across the night in which the clocks are set back, or ahead.
    ['daily', { timeZone: 'Europe/Berlin', since: '2026-10-24T20:00:00.000Z' }, '2026-10-25T06:00:00.000Z'],
    ['daily', { timeZone: 'Europe/Berlin', since: '2026-03-28T20:00:00.000Z' }, '2026-03-29T05:00:00.000Z'],
    ['daily', { since: '2026-12-31T23:00:00.000Z' }, '2027-01-01T07:00:00.000Z'],
    ['off', {}, null],
  ])('%s, with %o: %s', (notices, more, due) => {
    expect(at(notices, more)).toBe(due)
  })

  it.each<Notices>(['at-once', 'hourly', 'daily', 'off'])(
    'is never while nothing is gathered: %s',
    (notices) => {
      expect(at(notices, { since: null })).toBeNull()
    },
  )

  it.each([
    ['a moment before', '2026-11-24T12:59:59.999Z', false],
    ['on time', '2026-11-24T13:00:00.000Z', true],
    ['late, after nothing ran for days', '2026-11-30T00:00:00.000Z', true],
  ])('is due or not, %s', (_, now, due) => {
    const told = { notices: 'hourly' as const, since: NOON, lastSentAt: null, timeZone: 'UTC' }
    expect(isDue({ ...told, now: new Date(now) })).toBe(due)
  })
})

describe('what is gathered', () => {
  const row = (comment: string, at = NOON) => ({ comment, at })

  it('counts from the first that began to wait, and names each comment once', () => {
    const first = gatherMore({ comments: [], since: null }, [row('a'), row('b', '2026-11-24T11:00:00.000Z')])
    expect(first).toEqual({ comments: ['a', 'b'], since: '2026-11-24T11:00:00.000Z' })
    expect(gatherMore(first, [row('a'), row('c')])).toEqual({
      comments: ['a', 'b', 'c'],
      since: '2026-11-24T11:00:00.000Z',
    })
  })

  it('does not grow with a flood', () => {
    const flood = Array.from({ length: 10_000 }, (_, i) => row(String(i)))
    const { comments } = gatherMore({ comments: ['first'], since: NOON }, flood)
    expect(comments).toHaveLength(100)
    expect(comments[0]).toBe('first')
  })
})

describe('what stands in one mail', () => {
  const comments = (...lengths: number[]) => lengths.map((length) => ({ body: 'a'.repeat(length) }))

  it.each([
    ['all that fit', [100, 5000, 100], 3],
    ['the first in any case', [30_000, 1], 1],
    ['no more than fit whole', [5000, 5000, 5000, 5000, 1], 4],
    ['none out of its turn', [5000, 5000, 5000, 5001, 1], 3],
    ['twenty at most', Array<number>(30).fill(1), 20],
    ['nothing of nothing', [], 0],
  ])('%s', (_, lengths, many) => {
    const waiting = comments(...lengths)
    expect(chooseShown(waiting)).toEqual(waiting.slice(0, many))
  })
})

describe('a mail is worth it', () => {
  const many = (length: number) => ({ comments: Array<string>(length).fill('id') })
  it.each([
    ['where something new waits', { gathered: many(1), shown: 1, total: 5 }, true],
    ['not where only what was told before waits', { gathered: many(99), shown: 0, total: 5 }, false],
    ['not where nothing waits', { gathered: many(100), shown: 0, total: 0 }, false],
    ['where what is new of a flood may wait', { gathered: many(100), shown: 0, total: 5 }, true],
  ])('%s', (_, what, isWorth) => expect(isWorthTelling(what)).toBe(isWorth))
})

describe('where a link leads', () => {
  it.each(['approved', 'spam', 'trash'])('to %s', (to) => expect(isVerdict(to)).toBe(true))
  it.each(['pending', 'APPROVED', '', undefined, null, ['spam'], 'constructor'])('never to %o', (to) =>
    expect(isVerdict(to)).toBe(false),
  )
})

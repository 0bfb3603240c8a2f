import { describe, expect, it } from 'vitest'

import { DAYS, sinceWhen, toBars, toDays, topOf } from '../../../src/dashboard/figures.ts'
import { ageOf, dayOf } from '../../../src/dashboard/words.ts'

const now = new Date('2026-11-24T01:30:00.000Z')

describe('the days of the chart', () => {
  it('are thirty, today the last, whatever the hour', () => {
    const days = toDays({ rows: [], now })
    expect(days).toHaveLength(DAYS)
    expect([days[0]!.day, days.at(-1)!.day]).toEqual(['2026-10-26', '2026-11-24'])
    expect(sinceWhen(now).toISOString()).toBe('2026-10-26T00:00:00.000Z')
    expect(sinceWhen(new Date('2026-11-24T23:59:59.999Z'))).toEqual(sinceWhen(now))
  })

  it('have each state counted, and nothing where nobody wrote', () => {
    const rows = [
      { day: '2026-11-24', status: 'pending', count: 2 },
      { day: '2026-11-24', status: 'spam', count: 3 },
      { day: '2026-10-25', status: 'approved', count: 9 },
    ]
    const days = toDays({ rows, now })
    expect(days.at(-1)).toEqual({
      day: '2026-11-24',
      counts: { pending: 2, approved: 0, spam: 3, trash: 0 },
      total: 5,
    })
    expect(days.reduce((sum, { total }) => sum + total, 0)).toBe(5)
  })
})

describe('the bars', () => {
  it.each([
    [0, 1],
    [1, 1],
    [3, 5],
    [10, 10],
    [11, 20],
    [400, 500],
    [5001, 10_000],
  ])('of at most %i stand in a field that reaches to %i', (largest, top) => {
    expect(topOf(largest)).toBe(top)
  })

  it('stand on one another, from the ground up, and none is empty', () => {
    const rows = [
      { day: '2026-11-24', status: 'approved', count: 2 },
      { day: '2026-11-24', status: 'spam', count: 3 },
    ]
    const bars = toBars(toDays({ rows, now }), ['approved', 'pending', 'trash', 'spam'])
    expect(bars.map(({ state, height, y }) => ({ state, height, y }))).toEqual([
      { state: 'approved', height: 0.4, y: 0.6 },
      { state: 'spam', height: 0.6, y: 0 },
    ])
    expect(bars.every(({ x, width }) => x > DAYS - 1 && x + width < DAYS)).toBe(true)
  })
})

describe('how long ago the oldest was written', () => {
  it.each([
    ['2026-11-24T01:29:50.000Z', 'en', '0 minutes ago'],
    ['2026-11-23T22:30:00.000Z', 'en', '3 hours ago'],
    ['2026-11-23T22:30:00.000Z', 'ru', '3 часа назад'],
    ['2026-11-23T22:30:00.000Z', 'tg', '3 соат пеш'],
    ['2026-11-20T01:30:00.000Z', 'tg', '4 рӯз пеш'],
    ['2026-11-24T01:31:00.000Z', 'ru', '0 минут назад'],
  ] as const)('%s in %s: %s', (time, locale, words) => {
    expect(ageOf({ time, now, locale })).toBe(words)
  })
})

it.each([
  ['en', '24 Nov'],
  ['ru', '24 нояб.'],
  ['tg', '24 ноя'],
] as const)('a day in %s is written %s', (locale, written) => {
  expect(dayOf({ time: '2026-11-24', locale })).toBe(written)
})

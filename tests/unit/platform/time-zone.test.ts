import { describe, expect, it } from 'vitest'

import { isShownTwice, nextDay, offsetAt, toDays, toZonedTime } from '../../../src/platform/time-zone.ts'

it.each([
  ['2026-11-27T04:00:00.000Z', 'Asia/Dushanbe', '2026-11-27T09:00:00+05:00'],
  ['2026-12-31T20:00:00.000Z', 'Asia/Dushanbe', '2027-01-01T01:00:00+05:00'],
  ['2026-07-01T03:30:00.000Z', 'America/St_Johns', '2026-07-01T01:00:00-02:30'],
  ['2026-07-01T00:00:00.000Z', 'Asia/Kolkata', '2026-07-01T05:30:00+05:30'],
  ['2026-07-01T00:00:00.000Z', 'UTC', '2026-07-01T00:00:00+00:00'],
])('%s in %s is %s', (moment, timeZone, expected) => {
  expect(toZonedTime(new Date(moment), timeZone)).toBe(expected)
  expect(new Date(expected).toISOString()).toBe(moment)
})

it('counts seconds, also of a distance of old and before 1970', () => {
  expect(offsetAt(new Date('1900-01-01T00:00:00.500Z'), 'Asia/Dushanbe')).toBe(16_512)
  expect(offsetAt(new Date('1960-06-01T00:00:00.500Z'), 'Asia/Dushanbe')).toBe(21_600)
})

it.each([
  ['2026-10-25T00:29:59.000Z', true],
  ['2026-10-25T01:30:00.000Z', true],
  ['2026-10-24T23:59:00.000Z', false],
  ['2026-10-25T02:00:00.000Z', false],
  ['2026-03-29T01:00:00.000Z', false],
])('%s is shown twice in Berlin: %s', (moment, expected) => {
  expect(isShownTwice(new Date(moment), 'Europe/Berlin')).toBe(expected)
})

it.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2026-01-01', -1, '2025-12-31'],
])('%s and %i days is %s', (day, by, expected) => {
  expect(nextDay(day, by)).toBe(expected)
})

describe('toDays', () => {
  const timeZone = 'Asia/Dushanbe'
  it.each([
    ['2026-11-26T19:00:00.000Z', null, '2026-11-27', '2026-11-27'],
    ['2026-11-26T19:00:00.000Z', '2026-11-27T19:00:00.000Z', '2026-11-27', '2026-11-27'],
    ['2026-11-26T19:00:00.000Z', '2026-11-27T19:00:01.000Z', '2026-11-27', '2026-11-28'],
  ])('from %s to %s is %s to %s', (start, end, first, last) => {
    expect(toDays({ start, end, timeZone })).toEqual({ first, last })
  })
})

import type { Locale } from 'ovoz/client'
import { describe, expect, it, test } from 'vitest'

import {
  formatFullDay,
  formatMonth,
  formatSpan,
  formatTime,
  formatZone,
  leafOf,
  machineTime,
  weekdays,
} from '../../../site/src/dates.ts'
import { clockAt, dayAfter, daysOf, isOver, minutesAhead } from '../../../site/src/days.ts'

const DUSHANBE = 'Asia/Dushanbe'
const BERLIN = 'Europe/Berlin'
const NEW_YORK = 'America/New_York'

const span = (start: string, end: string | null, { timeZone = DUSHANBE, allDay = false } = {}) => ({
  start,
  end,
  timeZone,
  allDay,
})
const days = (start: string, end: string | null, timeZone = DUSHANBE) =>
  span(start, end, { timeZone, allDay: true })

describe('when an event is, in one line', () => {
  const morning = span('2026-11-24T05:00:00Z', '2026-11-24T11:00:00Z')
  const open = span('2026-11-24T05:00:00Z', null)
  const long = span('2026-11-30T05:00:00Z', '2026-12-02T11:00:00Z')
  // The clocks go back in the night between: the hours on them are told, not those that pass.
  const turn = span('2026-10-24T08:00:00Z', '2026-10-25T15:00:00Z', { timeZone: BERLIN })

  test.each<[string, ReturnType<typeof span>, Record<Locale, string>]>([
    [
      'hours of one day',
      morning,
      {
        en: '24 November 2026, 10:00–16:00',
        ru: '24 ноября 2026 г., 10:00–16:00',
        tg: '24 ноябри соли 2026, соати 10:00–16:00',
      },
    ],
    [
      'no end',
      open,
      {
        en: '24 November 2026, 10:00',
        ru: '24 ноября 2026 г., 10:00',
        tg: '24 ноябри соли 2026, соати 10:00',
      },
    ],
    [
      'several days with hours',
      long,
      {
        en: '30 November 2026, 10:00 – 2 December 2026, 16:00',
        ru: '30 ноября 2026 г., 10:00 – 2 декабря 2026 г., 16:00',
        tg: '30 ноябри соли 2026, соати 10:00 – 2 декабри соли 2026, соати 16:00',
      },
    ],
    [
      'over a change of the clocks',
      turn,
      {
        en: '24 October 2026, 10:00 – 25 October 2026, 16:00',
        ru: '24 октября 2026 г., 10:00 – 25 октября 2026 г., 16:00',
        tg: '24 октябри соли 2026, соати 10:00 – 25 октябри соли 2026, соати 16:00',
      },
    ],
    [
      'all of one day',
      days('2026-11-23T19:00:00Z', null),
      { en: '24 November 2026', ru: '24 ноября 2026 г.', tg: '24 ноябри соли 2026' },
    ],
    [
      'days of one month',
      days('2026-11-23T19:00:00Z', '2026-11-26T18:59:59Z'),
      { en: '24–26 November 2026', ru: '24–26 ноября 2026 г.', tg: '24–26 ноябри соли 2026' },
    ],
    [
      'days of two months',
      days('2026-07-30T19:00:00Z', '2026-08-02T18:59:59Z'),
      {
        en: '31 July – 2 August 2026',
        ru: '31 июля – 2 августа 2026 г.',
        tg: '31 июл – 2 августи соли 2026',
      },
    ],
    [
      'days of two years',
      days('2026-12-29T19:00:00Z', '2027-01-02T18:59:59Z'),
      {
        en: '30 December 2026 – 2 January 2027',
        ru: '30 декабря 2026 г. – 2 января 2027 г.',
        tg: '30 декабри соли 2026 – 2 январи соли 2027',
      },
    ],
  ])('%s', (_, given, wanted) => {
    for (const locale of ['en', 'ru', 'tg'] as const)
      expect(formatSpan(given, locale), locale).toBe(wanted[locale])
  })

  test.each([
    ['until midnight', '2026-11-24T13:00:00Z', '2026-11-24T19:00:00Z', '24 November 2026, 18:00–24:00'],
    ['into the night', '2026-11-24T15:00:00Z', '2026-11-24T20:00:00Z', '24 November 2026, 20:00–01:00'],
    [
      'all night and the day after',
      '2026-11-24T15:00:00Z',
      '2026-11-25T10:00:00Z',
      '24 November 2026, 20:00 – 25 November 2026, 15:00',
    ],
    ['ending as it begins', '2026-11-24T05:00:00Z', '2026-11-24T05:00:00Z', '24 November 2026, 10:00'],
    ['ending before it begins', '2026-11-24T05:00:00Z', '2026-11-23T05:00:00Z', '24 November 2026, 10:00'],
  ])('%s', (_, start, end, wanted) => {
    expect(formatSpan(span(start, end), 'en')).toBe(wanted)
  })
})

describe('the days of an event, by the clocks of its own zone', () => {
  test.each([
    // An end at midnight leaves that day out; any later one takes it in.
    ['the last day left out', days('2026-11-23T19:00:00Z', '2026-11-26T19:00:00Z'), '2026-11-24', '2026-11-26'],
    ['the last day taken in', days('2026-11-23T19:00:00Z', '2026-11-26T18:59:00Z'), '2026-11-24', '2026-11-26'],
    ['one day, end at its start', days('2026-11-23T19:00:00Z', '2026-11-23T19:00:00Z'), '2026-11-24', '2026-11-24'],
    ['23 hours: the clocks go ahead', days('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', BERLIN), '2026-03-29', '2026-03-29'],
    ['25 hours: the clocks go back', days('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', BERLIN), '2026-10-25', '2026-10-25'],
    ['the day before, west of us', span('2026-11-24T01:00:00Z', '2026-11-24T03:00:00Z', { timeZone: NEW_YORK }), '2026-11-23', '2026-11-23'],
    ['a zone nobody knows goes by UTC', days('2026-11-24T00:00:00Z', null, 'Mars/Base'), '2026-11-24', '2026-11-24'],
  ])('%s', (_, given, first, last) => {
    expect(daysOf(given)).toEqual({ first, last })
  }) // prettier-ignore

  it('an all-day event is told to machines by its day, any other by its moment', () => {
    expect(machineTime(days('2026-11-23T19:00:00Z', null))).toBe('2026-11-24')
    expect(machineTime(span('2026-11-24T05:00:00Z', null))).toBe('2026-11-24T05:00:00Z')
  })
})

describe('an event is over', () => {
  test.each([
    ['once its end has passed', span('2026-11-24T05:00:00Z', '2026-11-24T06:00:00Z'), '2026-11-24T06:00:01Z', true],
    ['not before its end', span('2026-11-24T05:00:00Z', '2026-11-24T06:00:00Z'), '2026-11-24T06:00:00Z', false],
    ['once begun, without an end', span('2026-11-24T05:00:00Z', null), '2026-11-24T05:00:01Z', true],
    ['not within its day, being all day', days('2026-11-23T19:00:00Z', null), '2026-11-24T18:59:00Z', false],
    ['after its day, being all day', days('2026-11-23T19:00:00Z', null), '2026-11-24T19:00:00Z', true],
    ['not on its last day', days('2026-11-22T19:00:00Z', '2026-11-23T19:30:00Z'), '2026-11-24T12:00:00Z', false],
  ])('%s', (_, given, now, wanted) => {
    expect(isOver(given, new Date(now))).toBe(wanted)
  }) // prettier-ignore
})

describe('by which clocks a time is told', () => {
  test.each([
    [DUSHANBE, '2026-11-24T00:00:00Z', 'Dushanbe time, UTC+5', 'по времени Душанбе, UTC+5', 'бо вақти Душанбе, UTC+5'],
    [BERLIN, '2026-07-01T00:00:00Z', 'Berlin time, UTC+2', 'по времени Берлина, UTC+2', 'бо вақти Берлин, UTC+2'],
    [BERLIN, '2026-11-24T00:00:00Z', 'Berlin time, UTC+1', 'по времени Берлина, UTC+1', 'бо вақти Берлин, UTC+1'],
    [NEW_YORK, '2026-11-24T00:00:00Z', 'New York time, UTC−5', 'UTC−5', 'UTC−5'],
    ['America/St_Johns', '2026-11-24T00:00:00Z', 'St Johns time, UTC−3:30', 'UTC−3:30', 'UTC−3:30'],
    ['Asia/Kolkata', '2026-11-24T00:00:00Z', 'Kolkata time, UTC+5:30', 'UTC+5:30', 'UTC+5:30'],
    ['UTC', '2026-11-24T00:00:00Z', 'UTC', 'UTC', 'UTC'],
    ['Etc/GMT-3', '2026-11-24T00:00:00Z', 'UTC+3', 'UTC+3', 'UTC+3'],
  ])('%s at %s', (timeZone, at, en, ru, tg) => {
    const told = (locale: Locale) => formatZone({ date: new Date(at), locale, timeZone })
    expect([told('en'), told('ru'), told('tg')]).toEqual([en, ru, tg])
  }) // prettier-ignore
})

test.each<[Locale, string, string[]]>([
  ['en', 'November 2026', ['Nov', 'May']],
  ['ru', 'Ноябрь 2026', ['ноя', 'май']],
  ['tg', 'Ноябри соли 2026', ['ноя', 'май']],
])('months in %s: as a heading %s, on a leaf %s', (locale, heading, short) => {
  expect(formatMonth('2026-11', locale)).toBe(heading)
  expect(leafOf('2026-11-04', locale)).toEqual({ day: '4', month: short[0] })
  expect(leafOf('2026-05-31', locale)).toEqual({ day: '31', month: short[1] })
})

test.each<[Locale, string]>([
  ['en', 'Tuesday, 24 November 2026'],
  ['ru', 'вторник, 24 ноября 2026 г.'],
  ['tg', 'сешанбе, 24 ноябри соли 2026'],
])('a day with its weekday in %s: %s', (locale, wanted) => {
  expect(formatFullDay('2026-11-24', locale)).toBe(wanted)
})

test('weekdays begin with Monday', () => {
  expect(weekdays('tg')[0]).toBe('душанбе')
  expect(weekdays('tg').at(-1)).toBe('якшанбе')
  expect(weekdays('ru', { isShort: true })).toEqual(['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'])
})

test('clocks: the same moment in three zones, and midnight as 00:00', () => {
  const at = new Date('2026-11-24T19:00:00Z')
  expect(clockAt(at, DUSHANBE)).toEqual({ day: '2026-11-25', time: '00:00' })
  expect(clockAt(at, NEW_YORK)).toEqual({ day: '2026-11-24', time: '14:00' })
  expect(minutesAhead(at, 'Asia/Kolkata')).toBe(330)
  expect(formatTime({ date: at, locale: 'tg', timeZone: DUSHANBE })).toBe('00:00')
  expect(dayAfter('2026-12-31')).toBe('2027-01-01')
  expect(dayAfter('2028-03-01', -1)).toBe('2028-02-29')
})

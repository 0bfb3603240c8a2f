import { describe, expect, it, test } from 'vitest'

import {
  agendaOf,
  boundsOf,
  type DayCell,
  isMonth,
  isNear,
  monthAfter,
  monthOf,
  rangeOf,
  weeksOf,
} from '../../../site/src/month.ts'

type Given = { name: string; start: string; end: string | null; timeZone: string; allDay: boolean }

const event = (name: string, start: string, end: string | null = null, rest: Partial<Given> = {}): Given => ({
  name,
  start,
  end,
  timeZone: 'Asia/Dushanbe',
  allDay: false,
  ...rest,
})
const allDay = (name: string, first: string, end: string | null = null) =>
  event(name, `${first}T00:00:00Z`, end && `${end}T00:00:00Z`, { allDay: true, timeZone: 'UTC' })

/** A day in short: what begins there with its length, `-` where one goes on, `.` for a free place, then its own events. */
const short = ({ lanes, events }: DayCell<Given>) =>
  [
    ...lanes.map((lane) =>
      lane.kind === 'free'
        ? '.'
        : lane.kind === 'through'
          ? '-'
          : `${lane.bar.isContinued ? '<' : ''}${lane.bar.event.name}${lane.bar.span}${lane.bar.goesOn ? '>' : ''}`,
    ),
    ...events.map(({ name }) => name),
  ].join(' ')
const weekWith = (day: string, month: string, events: Given[]) =>
  weeksOf(month, events)
    .find((week) => week.some((cell) => cell.day === day))!
    .map(short)

describe('the weeks of a month', () => {
  test.each([
    ['a month that begins on Sunday', '2026-11', 6, '2026-10-26', '2026-12-06'],
    ['February of four weeks exactly', '2027-02', 4, '2027-02-01', '2027-02-28'],
    ['February of a leap year', '2028-02', 5, '2028-01-31', '2028-03-05'],
    ['December, into the next year', '2026-12', 5, '2026-11-30', '2027-01-03'],
    ['a month that ends on Sunday', '2026-05', 5, '2026-04-27', '2026-05-31'],
  ])('%s', (_, month, count, first, last) => {
    const weeks = weeksOf(month, [])
    expect(weeks).toHaveLength(count)
    expect(weeks.every((week) => week.length === 7)).toBe(true)
    expect(weeks[0]![0]!.day).toBe(first)
    expect(weeks.at(-1)!.at(-1)!.day).toBe(last)
    expect(boundsOf(month)).toEqual({ first, last })
  })

  it('says which days are of the month', () => {
    const inMonth = weeksOf('2028-02', [])
      .flat()
      .filter((cell) => cell.isInMonth)
    expect(inMonth.map((cell) => cell.day).at(-1)).toBe('2028-02-29')
    expect(inMonth).toHaveLength(29)
  })

  it('an event is on its day by the clocks of its own zone', () => {
    const at = '2026-11-24T20:00:00Z'
    expect(weekWith('2026-11-24', '2026-11', [event('A', at)])).toEqual(['', '', 'A', '', '', '', ''])
    expect(
      weekWith('2026-11-24', '2026-11', [event('A', at, null, { timeZone: 'America/New_York' })]),
    ).toEqual(['', 'A', '', '', '', '', ''])
  })

  it('events of a day are in the order of their hours', () => {
    const day = [event('B', '2026-11-24T10:00:00Z'), event('A', '2026-11-24T05:00:00Z')]
    expect(weekWith('2026-11-24', '2026-11', day)[1]).toBe('A B')
  })

  it('an event over months is drawn in each, cut at every Sunday', () => {
    const long = [allDay('A', '2026-10-29', '2026-11-05')]
    expect(weekWith('2026-10-29', '2026-11', long)).toEqual(['', '', '', 'A4>', '-', '-', '-'])
    expect(weekWith('2026-11-02', '2026-11', long)).toEqual(['<A3', '-', '-', '', '', '', ''])
    expect(weekWith('2026-10-29', '2026-10', long)).toEqual(['', '', '', 'A4>', '-', '-', '-'])
  })

  it('what overlaps lies in rows of its own, and a row that is free again is used again', () => {
    const long = [
      allDay('A', '2026-11-16', '2026-11-19'),
      allDay('B', '2026-11-17', '2026-11-22'),
      allDay('C', '2026-11-20', '2026-11-22'),
    ]
    expect(weekWith('2026-11-16', '2026-11', [...long, event('x', '2026-11-19T05:00:00Z')])).toEqual([
      'A3',
      '- B5',
      '- -',
      '. - x',
      'C2 -',
      '- -',
      '',
    ])
  })

  it('of those that begin together the longest is on top', () => {
    const long = [allDay('A', '2026-11-16', '2026-11-18'), allDay('B', '2026-11-16', '2026-11-20')]
    expect(weekWith('2026-11-16', '2026-11', long)[0]).toBe('B4 A2')
  })

  it('over the day on which the clocks change, no day is lost or doubled', () => {
    const long = [event('A', '2026-10-23T22:00:00Z', '2026-10-26T23:00:00Z', { allDay: true, timeZone: 'Europe/Berlin' })] // prettier-ignore
    expect(weekWith('2026-10-24', '2026-10', long)).toEqual(['', '', '', '', '', 'A2>', '-'])
    expect(weekWith('2026-10-26', '2026-10', long)).toEqual(['<A1', '', '', '', '', '', ''])
  })
})

describe('the list of a month', () => {
  const days = (month: string, events: Given[]) =>
    agendaOf(month, events).map(({ day, events: list }) => [day, list.map(({ name }) => name).join(' ')])

  it('has the days that have events, soonest first, and nothing of the months around', () => {
    const events = [
      event('C', '2026-11-24T09:00:00Z'),
      event('A', '2026-11-02T05:00:00Z'),
      event('B', '2026-11-24T05:00:00Z'),
      event('D', '2026-12-01T05:00:00Z'),
      event('E', '2026-10-31T05:00:00Z'),
    ]
    expect(days('2026-11', events)).toEqual([
      ['2026-11-02', 'A'],
      ['2026-11-24', 'B C'],
    ])
  })

  it('has under its first day what goes on from before', () => {
    const events = [allDay('A', '2026-10-29', '2026-11-05'), allDay('B', '2026-10-29', '2026-11-01')]
    expect(days('2026-11', events)).toEqual([['2026-11-01', 'A']])
    expect(days('2026-12', events)).toEqual([])
  })
})

describe('addresses of months', () => {
  test.each([
    ['2026-11', true],
    ['2000-01', true],
    ['2036-11', true],
    ['2036-12', false],
    ['1999-12', false],
    ['2026-13', false],
    ['2026-00', false],
    ['2026-1', false],
    ['2026-11-01', false],
    [' 2026-11', false],
    ['', false],
  ])('%s: %s', (text, wanted) => {
    expect(isMonth(text, '2026-11')).toBe(wanted)
  })

  it('the months before and after, over the turn of a year', () => {
    expect(['2026-12', '2027-01'].map((month) => monthAfter(month, 1))).toEqual(['2027-01', '2027-02'])
    expect(['2026-12', '2027-01'].map((month) => monthAfter(month, -1))).toEqual(['2026-11', '2026-12'])
  })

  it('the month we are in goes by the clocks of the site', () => {
    const now = new Date('2026-11-30T20:00:00Z')
    expect([monthOf(now, 'Asia/Dushanbe'), monthOf(now, 'UTC')]).toEqual(['2026-12', '2026-11'])
  })

  it('a year away is near, more is not', () => {
    expect(['2027-11', '2027-12', '2025-11', '2025-10'].map((month) => isNear(month, '2026-11'))).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  it('asks for a day more on either side than the table shows', () => {
    expect(rangeOf('2026-11')).toEqual({ from: '2026-10-25', to: '2026-12-07' })
  })
})

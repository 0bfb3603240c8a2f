import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type CalendarEvent, toCalendar } from '../../../src/events/calendar.ts'
import { faultOf, readCalendar } from '../../support/calendar.ts'
import { anyText } from '../any.ts'

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'a@site.example',
  sequence: 3,
  title: 'Форум',
  description: null,
  location: null,
  url: 'https://site.example/events/a',
  start: '2026-11-27T04:00:00.000Z',
  end: '2026-11-27T12:00:00.000Z',
  timeZone: 'Asia/Dushanbe',
  allDay: false,
  isCancelled: false,
  updatedAt: '2026-11-01T10:11:12.345Z',
  ...more,
})
const write = (...events: CalendarEvent[]) =>
  toCalendar({ name: 'Ovoz — События', url: 'https://cms.example/api/v1/events.ics', events })
const read = (...events: CalendarEvent[]) => {
  const text = write(...events)
  expect(faultOf(text)).toBeNull()
  return readCalendar(text)
}

describe('toCalendar', () => {
  it('says all of an event, to a parser that is not its writer', () => {
    const { events, calendar, zones } = read(
      event({ description: 'One.\n\nTwo.', location: 'Hall, Душанбе' }),
    )
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Ovoz — События')
    expect(calendar.getFirstPropertyValue('refresh-interval')?.toString()).toBe('PT1H')
    expect(calendar.getFirstPropertyValue('x-published-ttl')?.toString()).toBe('PT1H')
    expect(zones).toEqual(['Asia/Dushanbe'])
    const [one] = events
    expect(one).toMatchObject({
      zone: 'Asia/Dushanbe',
      start: '2026-11-27T04:00:00.000Z',
      end: '2026-11-27T12:00:00.000Z',
    })
    const said = ['uid', 'sequence', 'summary', 'description', 'location', 'url', 'status', 'dtstamp', 'last-modified'] // prettier-ignore
    expect(said.map(one!.get)).toEqual([
      'a@site.example',
      '3',
      'Форум',
      'One.\n\nTwo.',
      'Hall, Душанбе',
      'https://site.example/events/a',
      'CONFIRMED',
      '2026-11-01T10:11:12Z',
      '2026-11-01T10:11:12Z',
    ])
    expect(one!.get('organizer')).toBeNull()
  })

  it.each([
    ['winter, north', 'Europe/Berlin', '2026-01-15T09:00:00.000Z'],
    ['summer, north', 'Europe/Berlin', '2026-07-15T09:00:00.000Z'],
    ['summer, south', 'Australia/Sydney', '2026-01-15T09:00:00.000Z'],
    ['winter, south', 'Australia/Sydney', '2026-07-15T09:00:00.000Z'],
    ['before a country changed its time', 'Asia/Almaty', '2023-07-01T04:00:00.000Z'],
    ['in the year it did', 'Asia/Almaty', '2024-02-20T04:00:00.000Z'],
    ['after it did', 'Asia/Almaty', '2025-07-01T04:00:00.000Z'],
    ['half hours', 'Asia/Kolkata', '2026-07-01T04:00:00.000Z'],
    ['less than an hour of summer', 'Australia/Lord_Howe', '2026-01-01T04:00:00.000Z'],
    ['a summer that ends for a month', 'Africa/Casablanca', '2025-03-10T12:00:00.000Z'],
    ['names the other way round', 'Europe/Dublin', '2026-07-01T04:00:00.000Z'],
    ['a day that was left out', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
    ['the hour that comes twice, the first time', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['the hour that comes twice, the second time', 'Europe/Berlin', '2026-10-25T01:30:00.000Z'],
    ['the hour after it', 'Europe/Berlin', '2026-10-25T02:30:00.000Z'],
    ['the hour that is left out', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['New Year in one place, not in another', 'Pacific/Kiritimati', '2026-12-31T10:30:00.000Z'],
    ['far away', 'Europe/Berlin', '2998-07-01T00:00:00.000Z'],
    ['UTC', 'UTC', '2026-07-01T00:00:00.000Z'],
    ['a zone nobody knows', 'Asia/Nowhere', '2026-07-01T00:00:00.000Z'],
    ['a zone of a distance', 'Etc/GMT+3', '2026-07-01T00:00:00.000Z'],
  ])('means the same moment: %s', (_, timeZone, start) => {
    const end = new Date(Date.parse(start) + 90 * 60_000).toISOString()
    expect(read(event({ timeZone, start, end })).events[0]).toMatchObject({ start, end })
  })

  it('means the same moment at any time in any zone', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(1975, 0) / 1000, max: Date.UTC(2060, 0) / 1000 }),
        (timeZone, seconds) => {
          const start = new Date(seconds * 1000).toISOString()
          return readCalendar(write(event({ timeZone, start, end: null }))).events[0]!.start === start
        },
      ),
    )
  })

  it('explains a zone once for all its events, each zone there is', () => {
    const { zones, events } = read(
      event({ start: '2025-01-01T10:00:00.000Z', end: null }),
      event({ start: '2026-07-01T10:00:00.000Z', end: null, timeZone: 'Europe/Berlin' }),
      event({ start: '2027-01-01T10:00:00.000Z', end: null, timeZone: 'Europe/Berlin' }),
    )
    expect(zones).toEqual(['Asia/Dushanbe', 'Europe/Berlin'])
    expect(events.map(({ start }) => start!.slice(0, 4))).toEqual(['2025', '2026', '2027'])
  })

  it.each([
    ['one day', '2026-11-26T19:00:00.000Z', null, ['2026-11-27', '2026-11-28']],
    ['until late', '2026-11-26T19:00:00.000Z', '2026-11-27T18:59:00.000Z', ['2026-11-27', '2026-11-28']],
    ['until midnight', '2026-11-26T19:00:00.000Z', '2026-11-27T19:00:00.000Z', ['2026-11-27', '2026-11-28']],
    ['three days', '2026-11-26T19:00:00.000Z', '2026-11-29T08:00:00.000Z', ['2026-11-27', '2026-11-30']],
    [
      'that end as they start',
      '2026-11-26T19:00:00.000Z',
      '2026-11-26T19:00:00.000Z',
      ['2026-11-27', '2026-11-28'],
    ],
  ])(
    'gives whole days by the clocks of their zone, the end not within: %s',
    (_, start, end, [first, last]) => {
      expect(read(event({ allDay: true, start, end })).events[0]).toMatchObject({
        start: first,
        end: last,
        zone: null,
      })
    },
  )

  it('keeps what is cancelled, as cancelled', () => {
    expect(read(event({ isCancelled: true })).events[0]!.get('status')).toBe('CANCELLED')
  })

  it('gives UTC where the name of a zone could not stand in the file', () => {
    const [one] = read(event({ timeZone: '+05:00' })).events
    expect(one).toMatchObject({ start: '2026-11-27T04:00:00.000Z', zone: null })
  })

  it('reads back what was written, commas, line ends, backslashes and all', () => {
    const nasty = 'Ӯ, ; \\ \\n "a":b\r\nBEGIN:VEVENT\u0000\u0007\uFFFE\uD800 ғ'.repeat(5)
    const [one, ...others] = read(event({ title: nasty, description: nasty, location: nasty })).events
    expect(others).toEqual([])
    const seen = nasty.replace(/[\u0000\u0007\uFFFE\uD800]/g, '')
    expect(one!.get('summary')).toBe(seen.replace(/\s+/g, ' '))
    expect(one!.get('description')).toBe(seen.replace(/\r\n/g, '\n'))
    expect(one!.get('location')).toBe(seen.replace(/\s+/g, ' '))
  })

  it('keeps the form whatever anybody writes', () => {
    fc.assert(
      fc.property(anyText(40), anyText(40), (title, description) => {
        const text = toCalendar({
          name: title,
          url: 'https://a.example',
          events: [event({ title, description })],
        })
        expect(faultOf(text)).toBeNull()
        expect(readCalendar(text).events).toHaveLength(1)
      }),
    )
  })

  it('is a calendar without any event, too', () => {
    expect(read().events).toEqual([])
  })

  it('is the same each time', () => {
    expect(write(event(), event({ uid: 'b@site.example' }))).toBe(
      write(event(), event({ uid: 'b@site.example' })),
    )
  })
})

import type { Event } from 'ovoz/client'
import { describe, expect, it, test } from 'vitest'

import { googleCalendarLink } from '../../../site/src/google-calendar.ts'
import { event, EventView, headOf } from '../../../site/src/pages/event.tsx'
import type { Page } from '../../../site/src/page.ts'
import { EXAMPLES } from '../../../src/contract/examples.ts'
import { askingFor } from './asking.ts'

const example = EXAMPLES.Event!.en as Event
const day = { start: '2026-11-27T04:00:00.000Z', end: '2026-11-27T11:00:00.000Z', timeZone: 'Asia/Dushanbe', allDay: false } // prettier-ignore
const planned: Event = {
  ...example,
  ...day,
  status: 'planned',
  registrationUrl: 'https://register.example/',
  onlineUrl: 'https://meet.example/',
}
const view = (given: Partial<Event>, { locale = 'en' as const, now = '2026-11-24T07:00:00Z' } = {}) =>
  String(
    EventView({ event: { ...planned, ...given }, asking: askingFor('/events/x', { locale, now }).asking }),
  )

describe('the page of an event', () => {
  it('says when by its own clocks, and names them', () => {
    const html = view({})
    expect(html).toContain('<time datetime="2026-11-27T04:00:00.000Z">Friday, 27 November 2026</time>')
    expect(html).toContain('09:00–16:00')
    expect(html).toContain('Dushanbe time, UTC+5')
  })

  it('of what goes on all day says the days alone', () => {
    const html = view({ allDay: true, start: '2026-11-26T19:00:00Z', end: '2026-11-28T19:00:00Z' })
    expect(html).toContain('<time datetime="2026-11-27">27–28 November 2026</time>')
    expect(html).toContain('All day')
    expect(html).not.toContain('UTC+5')
  })

  it('leads to registration and into calendars while there is something to come to', () => {
    const html = view({})
    expect(html).toContain('href="https://register.example/"')
    expect(html).toContain(`href="/events/${planned.slug}.ics?locale=en"`)
    expect(html).toContain('https://calendar.google.com/')
  })

  test.each<[string, Partial<Event>, string]>([
    ['cancelled', { status: 'cancelled' }, '<strong>Cancelled.</strong> This event has been cancelled.'],
    ['over', { start: '2026-11-20T04:00:00Z', end: '2026-11-20T05:00:00Z' }, 'This event is over.'],
  ])('one that is %s says so and invites nobody', (_, given, text) => {
    const html = view(given)
    expect(html).toContain(text)
    expect(html).not.toContain('https://register.example/')
    expect(html).not.toContain('calendar.google.com')
  })

  it('has the programme in order, by the clocks of the event, and its days where there are several', () => {
    const agenda = [
      { start: '2026-11-27T04:00:00Z', title: 'Opening', speakers: [] },
      { start: null, title: 'Break', speakers: [] },
      { start: '2026-11-28T05:30:00Z', title: 'Second day', speakers: [] },
    ]
    const one = view({ agenda: agenda.slice(0, 2) })
    expect(one).toContain('>09:00</time>')
    expect(one).not.toContain('agenda-day')
    const two = view({ agenda, end: '2026-11-28T11:00:00Z' })
    expect(two.match(/agenda-day/g)).toHaveLength(2)
    expect(two).toContain('>10:30</time>')
    expect(two.indexOf('Opening')).toBeLessThan(two.indexOf('Break'))
  })

  it('a speaker is shown as what they spoke, and else as what they are', () => {
    const organization = { slug: 'lab', name: 'The Lab', url: null }
    const person = { slug: 'a', name: 'Anna Bek', role: 'Lawyer', organization, image: null }
    const as = (role: string | null) => view({ speakers: [{ person, role, organization: null }], agenda: [] })
    expect(as('Host')).toMatch(/Host, <a href="\/organizations\/lab">The Lab</)
    expect(as(null)).toMatch(/Lawyer, <a href="\/organizations\/lab">The Lab</)
    expect(as(null)).toContain('aria-hidden="true">AB<')
  })

  it('says where its text is in another language, and marks it as such', () => {
    const html = String(
      EventView({
        event: { ...planned, locale: 'tg' },
        asking: askingFor('/events/x', { locale: 'ru' }).asking,
      }),
    )
    expect(html).toContain('<article class="event" lang="tg">')
    expect(html).toContain('Оно показано на другом языке: Тоҷикӣ.')
  })

  it('has nothing empty where an event has no more than a title and a time', () => {
    const bare = { venue: null, city: null, country: null, onlineUrl: null, attendance: null, image: null }
    const lists = { organizers: [], partners: [], speakers: [], agenda: [], quotes: [], posts: [], tags: [] }
    const html = view({ ...bare, ...lists, body: { html: '', text: '', lexical: {} }, registrationUrl: null })
    expect(html.match(/<dt>/g)).toHaveLength(1)
    expect(html).not.toMatch(/<h2|<ul[^>]*><\/ul>|class="prose"|<figure/)
  })
})

test('the head says when and where, and carries what the API says for machines', async () => {
  const { asking, asked } = askingFor('/events/x', {
    answers: (path) => (path === '/comments' ? Object.values(EXAMPLES.Thread!)[0] : planned),
  })
  const page = (await event(asking, { slug: 'x' })) as Page
  expect(asked).toContain('/api/v1/events/x?locale=en')
  expect(page.description).toMatch(/^27 November 2026, 09:00–16:00\. /)
  expect(page.description!.length).toBeLessThanOrEqual(201)
  expect(page).toMatchObject({ jsonLd: planned.jsonLd, alternates: planned.alternates, section: 'events' })
  expect(headOf({ ...planned, locale: 'tg' }).description).toMatch(
    /^27 ноябри соли 2026, соати 09:00–16:00\. /,
  )
})

describe('a new entry of Google’s calendar', () => {
  const dates = (given: Partial<Event>) =>
    new URL(googleCalendarLink({ ...planned, ...given }, 'https://site.example/events/x')).searchParams

  test.each<[string, Partial<Event>, string]>([
    ['hours, in UTC', {}, '20261127T040000Z/20261127T110000Z'],
    ['no end', { end: null }, '20261127T040000Z/20261127T040000Z'],
    ['all day, the last day being left out', { allDay: true, start: '2026-11-26T19:00:00Z', end: '2026-11-28T18:59:59Z' }, '20261127/20261129'],
  ])('%s', (_, given, wanted) => {
    expect(dates(given).get('dates')).toBe(wanted)
  }) // prettier-ignore

  it('has the place, or the address online, and the way back', () => {
    expect(dates({ venue: 'Hall', city: 'Khorog', country: null }).get('location')).toBe('Hall, Khorog')
    expect(dates({ venue: null, city: null, country: null }).get('location')).toBe('https://meet.example/')
    expect(dates({}).get('details')).toBe('https://site.example/events/x')
    expect(dates({}).get('ctz')).toBe('Asia/Dushanbe')
  })
})

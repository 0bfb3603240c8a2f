import type { EventCard } from 'ovoz/client'
import { describe, expect, it, test } from 'vitest'

import { withQuery } from '../../../site/src/links.ts'
import type { Page } from '../../../site/src/page.ts'
import { events } from '../../../site/src/pages/events.tsx'
import { choicesOf } from '../../../site/src/parts/event-filters.tsx'
import { askingFor, eventCard } from './asking.ts'

const listOf = (items: EventCard[], nextCursor: string | null = null) => ({
  items,
  nextCursor,
  total: items.length,
})
const meeting = eventCard({
  slug: 'meeting',
  title: 'Meeting',
  start: '2026-11-26T05:00:00.000Z',
  end: '2026-11-26T07:00:00.000Z',
  city: 'Khujand',
})

/** A page of the calendar, with an API that has the same events for every question. */
async function open(
  address: string,
  found: EventCard[] = [meeting],
  { cursor = null, now }: { cursor?: string | null; now?: string } = {},
) {
  const { asking, asked } = askingFor(address, {
    answers: (path, query) =>
      path === '/events' ? listOf(found, query.has('when') ? cursor : null) : undefined,
    ...(now && { now }),
  })
  const page = (await events(asking)) as Page
  return { page, asked, html: String(page.body) }
}

describe('an address that nobody has given out', () => {
  test.each(['month=2026-13', 'month=2099-01', 'month=', 'month=2026-11-01', 'when=never', 'when='])(
    '?%s is not found',
    async (query) => {
      expect((await open(`/events?${query}`)).page.status).toBe(404)
    },
  )
})

describe('a month', () => {
  it('asks for what runs within its table, and marks today', async () => {
    const { html, asked } = await open('/events?month=2026-11')
    expect(asked).toContain('/api/v1/events?locale=en&from=2026-10-25&to=2026-12-07&limit=100')
    expect(html.match(/aria-current="date"/g)).toHaveLength(1)
    expect(html).toMatch(/aria-current="date"><span class="day-number">24</)
    expect(html).toContain('<caption class="visually-hidden">Events in November 2026</caption>')
    expect(html.indexOf('>Monday<')).toBeLessThan(html.indexOf('>Sunday<'))
  })

  it('today goes by the clocks of the site, which are ahead of UTC', async () => {
    const { html } = await open('/events?month=2026-11', [], { now: '2026-11-24T19:30:00Z' })
    expect(html).toMatch(/aria-current="date"><span class="day-number">25</)
  })

  it('a day with events leads to them in the list below', async () => {
    const { html } = await open('/events?month=2026-11')
    expect(html).toContain(
      '<a class="day-number" href="#day-2026-11-26" aria-label="26 November 2026: 1 event">26</a>',
    )
    expect(html).toContain('id="day-2026-11-26"')
  })

  it('a day of the month after leads to its page', async () => {
    const { html } = await open('/events?month=2026-10', [
      { ...meeting, start: '2026-11-01T05:00:00Z', end: null },
    ])
    expect(html).toContain('href="/events?month=2026-11#day-2026-11-01"')
    expect(html).not.toContain('id="day-2026-11-01"')
  })

  it('leads to the months before and after, and keeps the filters on the way', async () => {
    const { html, page } = await open('/events?month=2026-12&city=Khujand')
    expect(html).toContain('<a href="/events?month=2026-11&amp;city=Khujand" rel="prev"')
    expect(html).toContain('<a href="/events?month=2027-01&amp;city=Khujand" rel="next"')
    expect(html).toContain('<a href="/events?month=2026-11&amp;city=Khujand">Today</a>')
    expect(html).toContain('<input type="hidden" name="month" value="2026-12"/>')
    expect(page.asked).toEqual({ month: '2026-12', city: 'Khujand' })
  })

  it('leads no robot on for ever', async () => {
    expect((await open('/events?month=2027-11')).html).toContain('rel="next nofollow"')
    const last = await open('/events?month=2036-11')
    expect(last.html).toContain('rel="prev nofollow"')
    expect(last.html).not.toContain('rel="next')
  })

  test.each([
    ['month=2026-11', [meeting], false],
    ['month=2026-11', [], true],
    ['month=2026-11&tag=water', [meeting], true],
    ['month=2028-01', [{ ...meeting, start: '2028-01-10T05:00:00Z', end: null }], true],
  ])('%s with %j: kept from search engines %s', async (query, found, isNoIndex) => {
    expect((await open(`/events?${query}`, found)).page.isNoIndex).toBe(isNoIndex)
  })

  it('says where there is nothing', async () => {
    expect((await open('/events?month=2026-11', [])).html).toContain('Nothing in this month.')
  })
})

describe('the list', () => {
  it('has what is to come, with the month and its way to a calendar app', async () => {
    const { html, page, asked } = await open('/events')
    expect(asked).toContain('/api/v1/events?locale=en&limit=20&when=upcoming')
    expect(html).toContain('href="/events/meeting"')
    expect(html).toContain('class="month month-small"')
    expect(html).toContain('href="/events?month=2026-11#day-2026-11-26"')
    expect(html).toContain('href="webcal://site.example/events.ics?locale=en"')
    expect(page.isNoIndex).toBe(false)
  })

  it('hands the filters to the API and to the calendar one subscribes to', async () => {
    const { html, asked, page } = await open('/events?city=Khujand&tag=water')
    expect(asked).toContain('/api/v1/events?locale=en&limit=20&when=upcoming&city=Khujand&tag=water')
    expect(html).toContain('href="/events.ics?locale=en&amp;city=Khujand&amp;tag=water"')
    expect(html).toMatch(/<option value="Khujand" selected[^>]*>/)
    expect(page.isNoIndex).toBe(true)
  })

  it('what a form leaves empty is no filter', async () => {
    const { asked, page } = await open('/events?city=&tag=')
    expect(asked).toContain('/api/v1/events?locale=en&limit=20&when=upcoming')
    expect(page.isNoIndex).toBe(false)
  })

  it('goes on by a cursor, without the month', async () => {
    const first = await open('/events?when=past&city=Khujand', [], { cursor: 'abc' })
    expect(first.html).toContain('<a href="/events?when=past&amp;city=Khujand&amp;cursor=abc" rel="next">')
    const second = await open('/events?cursor=abc', [meeting])
    expect(second.html).not.toContain('class="month')
    expect(second.page.isNoIndex).toBe(true)
  })

  const today = eventCard({
    slug: 'fair',
    title: 'Fair',
    start: '2026-11-23T19:00:00Z',
    end: null,
    allDay: true,
  })

  it('what goes on all day is to come until its day is over, though it has no end', async () => {
    const answers = (path: string, query: URLSearchParams) =>
      path === '/events' ? listOf(query.get('when') === 'upcoming' ? [meeting] : [today, meeting]) : undefined
    const { asking } = askingFor('/events', { answers })
    const html = String(((await events(asking)) as Page).body)
    expect(html.indexOf('>Fair<')).toBeGreaterThan(-1)
    expect(html.indexOf('>Fair<')).toBeLessThan(html.lastIndexOf('>Meeting<'))
    expect((await open('/events?when=past', [today])).html).not.toContain('>Fair<')
  })

  test.each([
    ['', 'Nothing is planned at the moment.'],
    ['?when=past', 'There have been no events yet.'],
    ['?tag=water', 'Nothing here has that city and topic.'],
  ])('/events%s with nothing says: %s', async (query, text) => {
    expect((await open(`/events${query}`, [])).html).toContain(text)
  })

  it('says of a cancelled one that it is, in words', async () => {
    const { html } = await open('/events', [{ ...meeting, status: 'cancelled' }])
    expect(html).toContain('<p class="badge" lang="en">Cancelled</p>')
  })

  it('names the clocks of an event that are not ours', async () => {
    const abroad = { ...meeting, timeZone: 'Europe/Berlin' }
    expect((await open('/events', [meeting])).html).not.toContain('time, UTC')
    expect((await open('/events', [abroad])).html).toContain('Berlin time, UTC+1')
  })
})

test('what can be chosen stands by the alphabet, each once, and what is chosen stays there', () => {
  const water = { slug: 'water', name: 'Water' }
  const law = { slug: 'law', name: 'Law' }
  const cards = [
    { ...meeting, city: 'Khorog', tags: [water] },
    { ...meeting, city: 'Bokhtar', tags: [law, water] },
    { ...meeting, city: null, tags: [] },
  ]
  expect(choicesOf(cards, { city: 'Vose', tag: 'other' }, 'en')).toEqual({
    cities: ['Bokhtar', 'Khorog', 'Vose'],
    tags: [law, { slug: 'other', name: 'other' }, water],
  })
})

test('text of an event is text, whatever it looks like', async () => {
  const evil = { ...meeting, title: '<script>x</script>', venue: '"><img>' }
  const { html } = await open(withQuery('/events', { city: '"><b>' }), [evil])
  expect(html).not.toMatch(/<script|<img|<b>/)
})

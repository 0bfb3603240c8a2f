import type { EventCard } from 'ovoz/client'

import { dayAfter, daysOf } from './days.ts'
import { withQuery } from './links.ts'

type Planned = Pick<
  EventCard,
  'title' | 'start' | 'end' | 'timeZone' | 'allDay' | 'venue' | 'city' | 'country' | 'onlineUrl'
>

/** `20261124T050000Z` */
const compact = (time: string) => new Date(time).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')

function datesOf(event: Planned): string {
  if (!event.allDay) return `${compact(event.start)}/${compact(event.end ?? event.start)}`
  const { first, last } = daysOf(event)
  // The last day is not within the range any more.
  return [first, dayAfter(last)].map((day) => day.replaceAll('-', '')).join('/')
}

/** A plain link that opens a new entry of Google's calendar, filled in. Nobody is told of a visit until it is followed. */
export const googleCalendarLink = (event: Planned, url: string) =>
  withQuery('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: event.title,
    dates: datesOf(event),
    ctz: event.timeZone,
    location: [event.venue, event.city, event.country].filter(Boolean).join(', ') || event.onlineUrl,
    details: url,
  })

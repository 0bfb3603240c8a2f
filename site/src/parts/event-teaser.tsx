import { formatDate } from '@ovoz/widget/format.ts'
import type { EventCard } from 'ovoz/client'

import type { Asking } from '../page.ts'
import { langOf } from './cards.tsx'

/** An event in a list: its day as a leaf of a calendar, what, when and where. */
export function EventTeaser({ event, asking }: { event: EventCard; asking: Asking }) {
  const { links, locale } = asking
  const place = [event.venue, event.city].filter(Boolean).join(', ')
  return (
    <article class="event-teaser" lang={langOf(event.locale, asking)}>
      <h3>
        <a href={links.event(event.slug)}>{event.title}</a>
      </h3>
      <p class="meta" lang={locale}>
        <time datetime={event.start}>{formatDate(new Date(event.start), locale, event.timeZone)}</time>
        {place && <span>{place}</span>}
      </p>
    </article>
  )
}

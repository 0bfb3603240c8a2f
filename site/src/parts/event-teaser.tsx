import type { EventCard } from 'ovoz/client'

import { formatZone, leafOf, machineTime, partsOfSpan } from '../dates.ts'
import { daysOf, minutesAhead } from '../days.ts'
import type { Asking } from '../page.ts'
import { langOf } from './cards.tsx'

type Props = { event: EventCard; asking: Asking; level?: 2 | 3 }

/** The clocks of an event, where they are not those that readers of the site go by. */
export function zoneOf({ start, timeZone, allDay }: EventCard, asking: Asking): string | null {
  const date = new Date(start)
  if (allDay || minutesAhead(date, timeZone) === minutesAhead(date, asking.timeZone)) return null
  return formatZone({ date, locale: asking.locale, timeZone })
}

/** A day as a leaf of a calendar. What it shows stands beside it in words. */
export function Leaf({ day, asking }: { day: string; asking: Asking }) {
  const { day: number, month } = leafOf(day, asking.locale)
  return (
    <span class="leaf" aria-hidden="true" lang={asking.locale}>
      <span class="leaf-month">{month}</span>
      <span class="leaf-day">{number}</span>
    </span>
  )
}

/** An event in a list: its day as a leaf of a calendar, what, when and where. */
export function EventTeaser({ event, asking, level = 3 }: Props) {
  const { links, locale, t } = asking
  const Heading = level === 2 ? 'h2' : 'h3'
  const isCancelled = event.status === 'cancelled'
  const place = [event.venue, event.city].filter(Boolean).join(', ')
  const zone = zoneOf(event, asking)
  const { day, time } = partsOfSpan(event, locale)
  return (
    <article
      class={isCancelled ? 'event-teaser is-cancelled' : 'event-teaser'}
      lang={langOf(event.locale, asking)}
    >
      <Leaf day={daysOf(event).first} asking={asking} />
      <div class="event-teaser-words">
        {isCancelled && (
          <p class="badge" lang={locale}>
            {t('cancelled')}
          </p>
        )}
        <Heading class="event-teaser-title">
          <a href={links.event(event.slug)}>{event.title}</a>
        </Heading>
        <p class="event-teaser-facts" lang={locale}>
          <time datetime={machineTime(event)}>
            {day}
            {time !== null && (
              <>
                , <span class="together">{time}</span>
              </>
            )}
          </time>
          {zone !== null && <span>{zone}</span>}
          {place && <span lang={langOf(event.locale, asking) && event.locale}>{place}</span>}
          {event.onlineUrl !== null && <span>{t('online')}</span>}
        </p>
      </div>
    </article>
  )
}

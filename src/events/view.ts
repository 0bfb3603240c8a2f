import { type BodyState, paragraphsOf } from '../content/body.ts'
import { chooseServed, pick } from '../content/locales.ts'
import { siteAddress } from '../content/view.ts'
import type { Locale } from '../contract/index.ts'
import { settings } from '../platform/settings.ts'
import { shorten } from '../platform/text.ts'
import type { CalendarEvent } from './calendar.ts'
import type { Planned } from './store.ts'

/** The most characters of what a calendar says about an event. */
const DESCRIPTION = 500

/** An event as a calendar shows it. Every property is named here. */
export function toCalendarEvent(event: Planned, asked: Locale): CalendarEvent {
  const locale = chooseServed({ title: event.title, asked, source: event.sourceLanguage })
  const body = pick<BodyState>(event.body, locale)
  const place = [event.venue, event.city, event.country].flatMap((text) => pick(text, locale) ?? [])
  return {
    // Not from the slug, which may change, nor from the language: it is one event in all of them.
    uid: `${event.id}@${new URL(settings.SITE_URL).host}`,
    sequence: event.sequence ?? 0,
    title: pick(event.title, locale) ?? '',
    description: body ? shorten(paragraphsOf(body), DESCRIPTION) || null : null,
    location: place.join(', ') || event.onlineUrl || null,
    url: siteAddress({ type: 'events', slug: event.slug ?? '', locale }),
    start: event.start,
    end: event.end ?? null,
    timeZone: event.timeZone,
    allDay: event.allDay === true,
    isCancelled: event.status === 'cancelled',
    updatedAt: event.updatedAt,
  }
}

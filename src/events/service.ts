import { findId, readSite } from '../content/store.ts'
import { API_PATH, type Locale } from '../contract/index.ts'
import type { Asking } from '../platform/asking.ts'
import { word } from '../platform/messages.ts'
import { Refusal } from '../platform/problem.ts'
import { settings } from '../platform/settings.ts'
import { tag as dayTag } from '../platform/tags.ts'
import { toCalendar } from './calendar.ts'
import * as store from './store.ts'
import { toCalendarEvent } from './view.ts'

/** The most events of a calendar. */
export const MOST_EVENTS = 1000
const DAY = 86_400_000
const YEAR = 365 * DAY

const addressOf = (path: string, query: Record<string, string | undefined>) => {
  const url = new URL(`${settings.PUBLIC_URL}${API_PATH}${path}`)
  for (const [key, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(key, value)
  return url.href
}

/** The calendar of what is to come and what has been within a year, to the day, so that it changes once a day. */
export async function readCalendar(
  asking: Asking,
  {
    tag,
    city,
    locale: named,
  }: { tag?: string | undefined; city?: string | undefined; locale?: Locale | undefined },
): Promise<string> {
  const { locale, now } = asking
  const tagId = tag === undefined ? null : await findId({ ...asking, kind: 'tags', slug: tag })
  // As in the list: what nothing can have, nothing has.
  const isEmpty = tag !== undefined && tagId === null
  asking.uses.add(dayTag.day())
  const since = new Date(Math.floor(now.getTime() / DAY) * DAY - YEAR).toISOString()
  const [site, events] = await Promise.all([
    readSite(asking),
    isEmpty ? [] : store.findSince({ ...asking, since, tagId, city: city ?? null, limit: MOST_EVENTS }),
  ])
  return toCalendar({
    name: `${site.name ?? 'Ovoz'} — ${word('events', locale)}`,
    url: addressOf('/events.ics', { locale: named, tag, city }),
    events: events.map((event) => toCalendarEvent(event, locale)).reverse(),
  })
}

/**
 * One event as a calendar.
 * @throws Refusal `not-found` where there is no such event, or it is not public.
 */
export async function readEventCalendar(
  asking: Asking,
  { slug, locale: named }: { slug: string; locale?: Locale | undefined },
): Promise<string> {
  const event = await store.findBySlug({ ...asking, slug })
  if (!event) throw new Refusal('not-found')
  const shown = toCalendarEvent(event, asking.locale)
  return toCalendar({
    name: shown.title,
    url: addressOf(`/events/${slug}.ics`, { locale: named }),
    events: [shown],
  })
}

import type { Child } from 'hono/jsx'
import type { EventCard } from 'ovoz/client'

import { isOver } from '../days.ts'
import { formatFullDay, formatMonth } from '../dates.ts'
import { agendaOf, isMonth, isNear, monthAfter, monthOf, rangeOf } from '../month.ts'
import type { Asking, Page } from '../page.ts'
import { choicesOf, EventFilters, type Filters } from '../parts/event-filters.tsx'
import { EventTeaser } from '../parts/event-teaser.tsx'
import { MonthTable } from '../parts/month-table.tsx'
import { NextPage } from '../parts/next-page.tsx'
import { Subscribe } from '../parts/subscribe.tsx'
import { troublePage } from './trouble.tsx'

const LIMIT = 20
/** As many as a month's page shows at most, and filters look through for what can be chosen. */
const MOST_IN_MONTH = 300
const MOST_CHOSEN_FROM = 100

type View = 'upcoming' | 'past' | 'month'
type On = { asking: Asking; filters: Filters }

async function readMonth({ asking, filters, month }: On & { month: string }): Promise<EventCard[]> {
  const found: EventCard[] = []
  for await (const event of asking.client.events.all({ ...rangeOf(month), ...filters, limit: 100 })) {
    found.push(event)
    if (found.length === MOST_IN_MONTH) break
  }
  return found
}

function Views({ view, asking, filters }: On & { view: View }) {
  const { t, links, now, timeZone } = asking
  const ways = [
    ['upcoming', links.events(filters)],
    ['month', links.events({ month: monthOf(now, timeZone), ...filters })],
    ['past', links.events({ when: 'past', ...filters })],
  ] as const
  return (
    <nav class="views" aria-label={t('ways-to-see')}>
      <ul>
        {ways.map(([name, href]) => (
          <li>
            <a href={href} aria-current={name === view ? 'page' : undefined}>
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function MonthHeading({ month, asking, filters, level }: On & { month: string; level: 1 | 2 }) {
  const { t, links, locale, now, timeZone } = asking
  const current = monthOf(now, timeZone)
  const Heading = level === 1 ? 'h1' : 'h2'
  const step = (by: -1 | 1) => {
    const target = monthAfter(month, by)
    if (!isMonth(target, current)) return null
    const name = formatMonth(target, locale)
    const rel = [by < 0 ? 'prev' : 'next', !isNear(target, current) && 'nofollow'].filter(Boolean).join(' ')
    return (
      <a href={links.events({ month: target, ...filters })} rel={rel} class="month-step">
        <span aria-hidden="true">{by < 0 ? '←' : '→'}</span>
        <span class="visually-hidden">
          {by < 0 ? t('month-before', { month: name }) : t('month-after', { month: name })}
        </span>
      </a>
    )
  }
  return (
    <div class="month-heading">
      <Heading>{formatMonth(month, locale)}</Heading>
      <p>
        {month !== current && <a href={links.events({ month: current, ...filters })}>{t('today')}</a>}
        {step(-1)}
        {step(1)}
      </p>
    </div>
  )
}

const noneText = (view: View, { t }: Asking, { city, tag }: Filters) =>
  city || tag
    ? t('no-events-found')
    : t(view === 'month' ? 'no-events-month' : view === 'past' ? 'no-past' : 'no-upcoming')

/** What all ways to see events have in common. */
async function frame({
  asking,
  filters,
  view,
  kept,
  heading,
  children,
}: On & { view: View; kept: Record<string, string>; heading: Child; children: Child }) {
  const { client, locale } = asking
  const all = await client.events.list({ limit: MOST_CHOSEN_FROM })
  return (
    <div class="events">
      <div class="events-head">
        {heading}
        <Views view={view} asking={asking} filters={filters} />
      </div>
      <EventFilters
        choices={choicesOf(all.items, filters, locale)}
        filters={filters}
        kept={kept}
        asking={asking}
      />
      {children}
      <Subscribe asking={asking} filters={filters} />
    </div>
  )
}

async function monthPage({ asking, filters, month }: On & { month: string }): Promise<Page> {
  const { t, locale, now, timeZone } = asking
  const found = await readMonth({ asking, filters, month })
  const days = agendaOf(month, found)
  const title = t('events-in', { month: formatMonth(month, locale) })
  return {
    title,
    section: 'events',
    asked: { month, ...filters },
    isNoIndex:
      days.length === 0 || !isNear(month, monthOf(now, timeZone)) || Boolean(filters.city ?? filters.tag),
    body: await frame({
      asking,
      filters,
      view: 'month',
      kept: { month },
      heading: <MonthHeading month={month} asking={asking} filters={filters} level={1} />,
      children: (
        <>
          <MonthTable month={month} events={found} filters={filters} asking={asking} />
          <div class="month-days">
            {days.length === 0 && <p class="empty">{noneText('month', asking, filters)}</p>}
            {days.map(({ day, events: ofDay }) => (
              <section id={`day-${day}`} class="month-day" aria-label={formatFullDay(day, locale)}>
                {ofDay.map((event) => (
                  <EventTeaser event={event} asking={asking} level={2} />
                ))}
              </section>
            ))}
          </div>
        </>
      ),
    }),
  }
}

/** The API takes what goes on all day without an end for over from its first moment on; here it lasts its day. */
function stillOn(found: EventCard[], { items, now }: { items: EventCard[]; now: Date }) {
  const listed = new Set(items.map(({ id }) => id))
  return found
    .filter((event) => !listed.has(event.id) && new Date(event.start) <= now && !isOver(event, now))
    .sort((one, other) => Date.parse(one.start) - Date.parse(other.start))
}

async function listPage({ asking, filters, when }: On & { when: 'upcoming' | 'past' }): Promise<Page> {
  const { client, t, links, query, now, timeZone } = asking
  const cursor = query.get('cursor') ?? undefined
  const month = monthOf(now, timeZone)
  const hasMonth = when === 'upcoming' && cursor === undefined
  const [page, inMonth] = await Promise.all([
    client.events.list({ limit: LIMIT, when, cursor, ...filters }),
    hasMonth ? readMonth({ asking, filters, month }) : [],
  ])
  const shown =
    when === 'past'
      ? page.items.filter((event) => isOver(event, now))
      : [...stillOn(inMonth, { items: page.items, now }), ...page.items]
  const kept: Record<string, string> = when === 'past' ? { when } : {}
  return {
    title: when === 'past' ? `${t('events')}: ${t('past')}` : t('events'),
    section: 'events',
    asked: { ...kept, ...filters },
    isNoIndex: cursor !== undefined || Boolean(filters.city ?? filters.tag),
    body: await frame({
      asking,
      filters,
      view: when,
      kept,
      heading: <h1 class="page-title">{t('events')}</h1>,
      children: (
        <div class={hasMonth ? 'events-columns' : undefined}>
          {hasMonth && (
            <section class="events-month">
              <MonthHeading month={month} asking={asking} filters={filters} level={2} />
              <MonthTable month={month} events={inMonth} filters={filters} asking={asking} isSmall />
            </section>
          )}
          <section class="events-list" aria-label={t(when)}>
            {shown.length === 0 && <p class="empty">{noneText(when, asking, filters)}</p>}
            {shown.map((event) => (
              <EventTeaser event={event} asking={asking} level={2} />
            ))}
            <NextPage
              cursor={page.nextCursor}
              hrefOf={(next) => links.events({ ...kept, ...filters, cursor: next })}
              label={t(when === 'past' ? 'earlier-events' : 'later-events')}
            />
          </section>
        </div>
      ),
    }),
  }
}

/** What is to come, what has been, or a month. */
export async function events(asking: Asking): Promise<Page> {
  const { query, now, timeZone } = asking
  const month = query.get('month')
  const when = query.get('when') ?? 'upcoming'
  const filters: Filters = {
    ...(query.get('city') && { city: query.get('city')! }),
    ...(query.get('tag') && { tag: query.get('tag')! }),
  }
  if (when !== 'upcoming' && when !== 'past') return troublePage({ asking, kind: 'not-found' })
  if (month === null) return listPage({ asking, filters, when })
  if (!isMonth(month, monthOf(now, timeZone))) return troublePage({ asking, kind: 'not-found' })
  return monthPage({ asking, filters, month })
}

import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Event } from 'ovoz/client'

import { capitalize, formatFullDay, formatSpan, formatZone, machineTime, partsOfSpan } from '../dates.ts'
import { daysOf, isOver } from '../days.ts'
import { googleCalendarLink } from '../google-calendar.ts'
import { LOCALE_NAMES, ownFiles } from '../links.ts'
import type { Asking, Page } from '../page.ts'
import { AlsoIn } from '../parts/also-in.tsx'
import { langOf, PostTeaser, QuoteCard } from '../parts/cards.tsx'
import { Agenda, Organizations, Speakers } from '../parts/event-people.tsx'
import { discussionOf } from '../parts/discussion.tsx'
import { Picture } from '../parts/picture.tsx'
import { Share } from '../parts/share.tsx'
import { TagList } from '../parts/tag-list.tsx'
import { shareImage } from '../share-image/layout.ts'

type Props = { event: Event; asking: Asking }

const DESCRIPTION = 200

const Fact = ({ name, children }: { name: string; children: Child }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

function When({ event, asking: { t, locale } }: Props) {
  const { first, last } = daysOf(event)
  const { day, time } = partsOfSpan(event, locale)
  const zone = formatZone({ date: new Date(event.start), locale, timeZone: event.timeZone })
  return (
    <>
      <time datetime={machineTime(event)}>
        {first === last ? capitalize(formatFullDay(first, locale)) : day}
      </time>
      {time !== null && <span class="event-hours">{time}</span>}
      <span class="quiet">{event.allDay ? t('all-day') : zone}</span>
    </>
  )
}

function Actions({ event, asking }: Props) {
  const { t, links, siteUrl, now } = asking
  if (event.status === 'cancelled' || isOver(event, now)) return null
  return (
    <div class="event-actions">
      {event.registrationUrl !== null && (
        <a class="button" href={event.registrationUrl} rel="noopener noreferrer external">
          {t('register')}
        </a>
      )}
      <ul>
        <li>
          <a href={links.calendar(event.slug)}>{t('add-to-calendar')}</a>
        </li>
        <li>
          <a
            href={googleCalendarLink(event, siteUrl + links.event(event.slug))}
            rel="noopener noreferrer external"
          >
            {t('google-calendar')}
          </a>
        </li>
      </ul>
    </div>
  )
}

/** What one plans by: when, where, who may come, and the ways on. */
function Facts({ event, asking }: Props) {
  const { t, locale } = asking
  const own = langOf(event.locale, asking)
  const place = [event.city, event.country].filter(Boolean).join(', ')
  return (
    <aside class="event-facts" lang={locale}>
      <dl>
        <Fact name={t('when')}>
          <When event={event} asking={asking} />
        </Fact>
        {(event.venue !== null || place || event.onlineUrl !== null) && (
          <Fact name={t('where')}>
            {event.venue !== null && <span lang={own}>{event.venue}</span>}
            {place && <span lang={own}>{place}</span>}
            {event.onlineUrl !== null && (
              <a href={event.onlineUrl} rel="noopener noreferrer external">
                {t('take-part-online')}
              </a>
            )}
          </Fact>
        )}
        {event.attendance !== null && (
          <Fact name={t('attendance')}>
            <span lang={own}>{event.attendance}</span>
          </Fact>
        )}
        {event.organizers.length > 0 && (
          <Fact name={t('organizers')}>
            <span lang={own}>
              <Organizations list={event.organizers} asking={asking} />
            </span>
          </Fact>
        )}
        {event.partners.length > 0 && (
          <Fact name={t('partners')}>
            <span lang={own}>
              <Organizations list={event.partners} asking={asking} />
            </span>
          </Fact>
        )}
      </dl>
      <Actions event={event} asking={asking} />
    </aside>
  )
}

function Head({ event, asking }: Props) {
  const { t, locale, now } = asking
  const isCancelled = event.status === 'cancelled'
  return (
    <header class="event-head">
      {event.locale !== locale && (
        <p class="notice" lang={locale}>
          {t('event-not-in-language', { language: LOCALE_NAMES[event.locale] })}
        </p>
      )}
      {isCancelled && (
        <p class="event-cancelled" lang={locale}>
          <strong>{t('cancelled')}.</strong> {t('cancelled-text')}
        </p>
      )}
      <h1>{event.title}</h1>
      {!isCancelled && isOver(event, now) && (
        <p class="quiet" lang={locale}>
          {t('is-over')}
        </p>
      )}
    </header>
  )
}

/** What was said there and written about it. */
function Echoes({ event, asking }: Props) {
  const { t, locale } = asking
  return (
    <>
      {event.quotes.length > 0 && (
        <section class="event-part">
          <h2 class="rubric" lang={locale}>
            {t('said-there')}
          </h2>
          {event.quotes.map((quote) => (
            <QuoteCard quote={quote} asking={asking} />
          ))}
        </section>
      )}
      {event.posts.length > 0 && (
        <section class="event-part" lang={locale}>
          <h2 class="rubric">{t('posts-about')}</h2>
          <div class="teasers">
            {event.posts.map((post) => (
              <PostTeaser post={post} asking={asking} level={3} />
            ))}
          </div>
        </section>
      )}
    </>
  )
}

/** An event, as it also stands in the preview of its draft. */
export function EventView({ event, asking }: Props) {
  const { t, locale } = asking
  return (
    <article
      class={event.status === 'cancelled' ? 'event is-cancelled' : 'event'}
      lang={langOf(event.locale, asking)}
    >
      <Head event={event} asking={asking} />
      <Facts event={event} asking={asking} />
      <div class="event-words">
        {event.image && (
          <figure class="hero">
            <Picture image={event.image} sizes="(min-width: 64rem) 48rem, 100vw" isFirst />
            {event.image.credit && (
              <figcaption lang={locale}>{t('credit', { name: event.image.credit })}</figcaption>
            )}
          </figure>
        )}
        {event.body.text && <div class="prose">{raw(ownFiles(event.body.html))}</div>}
        <Agenda event={event} asking={asking} />
        <Speakers event={event} asking={asking} />
        <Echoes event={event} asking={asking} />
        <footer class="article-foot" lang={locale}>
          <TagList tags={event.tags} asking={asking} />
          <AlsoIn of={event} asking={asking} />
          <Share title={event.title} asking={asking} />
        </footer>
      </div>
    </article>
  )
}

/** When and where, and how the description begins: what a link's preview and a search engine show. */
function describe(event: Event): string {
  const place = [event.venue, event.city].filter(Boolean).join(', ')
  const text = [formatSpan(event, event.locale), place, event.body.text.replace(/\s+/g, ' ')]
    .filter(Boolean)
    .join('. ')
  return text.length <= DESCRIPTION ? text : `${text.slice(0, DESCRIPTION).replace(/\s+\S*$/, '')}…`
}

/** What the head of the page says of an event. */
export const headOf = (event: Event) => ({
  title: event.title,
  description: describe(event),
  contentLocale: event.locale,
  alternates: event.alternates,
  image: event.image,
  jsonLd: event.jsonLd,
  kind: 'article' as const,
})

export async function event(asking: Asking, { slug = '' }: Record<string, string>): Promise<Page> {
  const [found, discussion] = await Promise.all([
    asking.client.events.get(slug),
    discussionOf(asking, `events/${slug}`),
  ])
  return {
    ...headOf(found),
    image: found.image ?? shareImage(asking.links.event(slug), found.title),
    section: 'events',
    hasDiscussion: true,
    isPrivate: discussion.isPrivate,
    body: (
      <>
        <EventView event={found} asking={asking} />
        {discussion.body}
      </>
    ),
  }
}

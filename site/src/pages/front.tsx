import { LEAD, PostTeaser, QuoteCard } from '../parts/cards.tsx'
import { EventTeaser } from '../parts/event-teaser.tsx'
import type { Asking, Page } from '../page.ts'

const POSTS = 9
const EVENTS = 3
const QUOTES = 2

/** The front page: the newest articles, what is coming up, and voices. */
export async function front(asking: Asking): Promise<Page> {
  const { client, t, links, locale, site } = asking
  const [posts, events, quotes] = await Promise.all([
    client.posts.list({ limit: POSTS, language: locale }),
    client.events.list({ limit: EVENTS, when: 'upcoming' }),
    client.quotes.list({ limit: QUOTES }),
  ])
  const [lead, ...others] = posts.items
  return {
    title: site.name,
    description: site.description,
    section: 'home',
    image: lead?.image ?? null,
    hero: lead?.image && { image: lead.image, sizes: LEAD },
    body: (
      <div class="front">
        <section class="front-posts" aria-label={t('latest')}>
          {lead ? <PostTeaser post={lead} asking={asking} isLead /> : <p class="empty">{t('no-posts')}</p>}
          {others.length > 0 && (
            <div class="teasers">
              {others.map((post) => (
                <PostTeaser post={post} asking={asking} />
              ))}
            </div>
          )}
          {posts.total > POSTS && (
            <p class="more">
              <a href={links.posts()}>{t('all-posts')}</a>
            </p>
          )}
        </section>
        {events.items.length > 0 && (
          <section class="front-events">
            <h2 class="rubric">{t('upcoming-events')}</h2>
            {events.items.map((event) => (
              <EventTeaser event={event} asking={asking} />
            ))}
            <p class="more">
              <a href={links.events()}>{t('all-events')}</a>
            </p>
          </section>
        )}
        {quotes.items.length > 0 && (
          <section class="front-quotes">
            <h2 class="rubric">{t('voices')}</h2>
            {quotes.items.map((quote) => (
              <QuoteCard quote={quote} asking={asking} />
            ))}
            <p class="more">
              <a href={links.quotes()}>{t('all-quotes')}</a>
            </p>
          </section>
        )}
      </div>
    ),
  }
}

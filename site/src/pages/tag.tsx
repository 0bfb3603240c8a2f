import type { Asking, Page } from '../page.ts'
import { PostTeaser, QuoteCard } from '../parts/cards.tsx'
import { EventTeaser } from '../parts/event-teaser.tsx'
import { NextPage } from '../parts/next-page.tsx'
import { Section } from '../parts/section.tsx'

const POSTS = 12
const EVENTS = 6
const QUOTES = 6

/** Everything with one hashtag. */
export async function tag(asking: Asking, { slug = '' }: Record<string, string>): Promise<Page> {
  const { client, t, links, query } = asking
  const cursor = query.get('cursor') ?? undefined
  const [{ name }, posts, events, quotes] = await Promise.all([
    client.tags.get(slug),
    client.posts.list({ tag: slug, limit: POSTS, cursor }),
    client.events.list({ tag: slug, limit: EVENTS }),
    client.quotes.list({ tag: slug, limit: QUOTES }),
  ])
  const feed = { href: links.feed('posts.rss', { tag: slug }), title: t('feed-tag', { name }) }
  return {
    title: name,
    feed,
    isNoIndex: cursor !== undefined,
    body: (
      <div class="profile">
        <header class="topic-head">
          <p class="quiet">
            <a href={links.tags()}>{t('topic')}</a>
          </p>
          <h1>{name}</h1>
          {posts.total > 0 && (
            <p class="meta">
              <span>
                <a href={feed.href}>{feed.title}</a>
              </span>
            </p>
          )}
        </header>
        {posts.items.length > 0 && (
          <Section title={t('home')}>
            <div class="teasers">
              {posts.items.map((post) => (
                <PostTeaser post={post} asking={asking} />
              ))}
            </div>
            <NextPage
              cursor={posts.nextCursor}
              hrefOf={(next) => links.at(`/tags/${slug}`, { cursor: next })}
              label={t('more-articles')}
            />
          </Section>
        )}
        {events.items.length > 0 && (
          <Section
            title={t('events')}
            all={
              events.nextCursor !== null && {
                href: links.events({ tag: slug }),
                label: t('events-of-tag'),
              }
            }
          >
            <div class="topic-events">
              {events.items.map((event) => (
                <EventTeaser event={event} asking={asking} />
              ))}
            </div>
          </Section>
        )}
        {quotes.items.length > 0 && (
          <Section
            title={t('quotes')}
            all={
              quotes.nextCursor !== null && {
                href: links.quotes({ tag: slug }),
                label: t('quotes-of-tag'),
              }
            }
          >
            <div class="quotes">
              {quotes.items.map((quote) => (
                <QuoteCard quote={quote} asking={asking} />
              ))}
            </div>
          </Section>
        )}
        {posts.total + events.total + quotes.total === 0 && <p class="empty">{t('nothing-of-tag')}</p>}
      </div>
    ),
  }
}

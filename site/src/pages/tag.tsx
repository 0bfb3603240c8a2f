import { alternatesOf } from '../alternates.ts'
import type { Asking, Page } from '../page.ts'
import { langOf } from '../parts/cards.tsx'
import { EventTeaser } from '../parts/event-teaser.tsx'
import { PostsSection, QuotesSection, Section } from '../parts/sections.tsx'

const POSTS = 12
const EVENTS = 6
const QUOTES = 6

/** Everything with one hashtag. */
export async function tag(asking: Asking, { slug = '' }: Record<string, string>): Promise<Page> {
  const { client, t, links, query } = asking
  const cursor = query.get('cursor') ?? undefined
  const [{ name, locale: written }, alternates, posts, events, quotes] = await Promise.all([
    client.tags.get(slug),
    alternatesOf(asking, {
      read: ({ tags }, asked) => tags.get(slug, asked),
      at: (links) => links.tag(slug),
    }),
    client.posts.list({ tag: slug, limit: POSTS, cursor }),
    client.events.list({ tag: slug, limit: EVENTS }),
    client.quotes.list({ tag: slug, limit: QUOTES }),
  ])
  const feed = { href: links.feed('posts.rss', { tag: slug }), title: t('feed-tag', { name }) }
  return {
    title: name,
    contentLocale: written,
    alternates,
    feed,
    isNoIndex: cursor !== undefined,
    body: (
      <div class="profile">
        <header class="topic-head">
          <p class="quiet">
            <a href={links.tags()}>{t('topic')}</a>
          </p>
          <h1 lang={langOf(written, asking)}>{name}</h1>
          {posts.total > 0 && (
            <p class="meta">
              <span>
                <a href={feed.href}>{feed.title}</a>
              </span>
            </p>
          )}
        </header>
        <PostsSection title={t('home')} posts={posts} path={`/tags/${slug}`} asking={asking} />
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
        <QuotesSection
          quotes={quotes}
          all={{ href: links.quotes({ tag: slug }), label: t('quotes-of-tag') }}
          asking={asking}
        />
        {posts.total + events.total + quotes.total === 0 && <p class="empty">{t('nothing-of-tag')}</p>}
      </div>
    ),
  }
}

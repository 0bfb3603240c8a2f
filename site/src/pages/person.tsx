import { alternatesOf } from '../alternates.ts'
import type { Asking, Page } from '../page.ts'
import { langOf } from '../parts/cards.tsx'
import { Portrait } from '../parts/portrait.tsx'
import { PostsSection, QuotesSection } from '../parts/sections.tsx'

const QUOTES = 6
const POSTS = 12

/** A person: who it is, what they said and what they wrote. */
export async function person(asking: Asking, { slug = '' }: Record<string, string>): Promise<Page> {
  const { client, t, links, query } = asking
  const cursor = query.get('cursor') ?? undefined
  const [one, alternates, quotes, posts] = await Promise.all([
    client.people.get(slug),
    alternatesOf(asking, {
      read: ({ people }, asked) => people.get(slug, asked),
      at: (links) => links.person(slug),
    }),
    client.quotes.list({ person: slug, limit: QUOTES }),
    client.posts.list({ author: slug, limit: POSTS, cursor }),
  ])
  const { name, role, organization, bio, image } = one
  return {
    title: name,
    description: bio ?? ([role, organization?.name].filter(Boolean).join(', ') || null),
    contentLocale: one.locale,
    alternates,
    image,
    isNoIndex: cursor !== undefined,
    body: (
      <div class="profile">
        <header class="profile-head" lang={langOf(one.locale, asking)}>
          <Portrait image={image} name={name} size="large" />
          <div class="profile-words">
            <h1>{name}</h1>
            {(role || organization) && (
              <p class="meta">
                {role && <span>{role}</span>}
                {organization && (
                  <span>
                    <a href={links.organization(organization.slug)}>{organization.name}</a>
                  </span>
                )}
              </p>
            )}
            {bio && <p class="lead">{bio}</p>}
          </div>
        </header>
        <QuotesSection
          quotes={quotes}
          all={{ href: links.quotes({ person: slug }), label: t('all-quotes-of', { name }) }}
          isOwnPage
          asking={asking}
        />
        <PostsSection title={t('articles-of')} posts={posts} path={`/people/${slug}`} asking={asking} />
        {quotes.total + posts.total === 0 && <p class="empty">{t('nothing-of-person', { name })}</p>}
      </div>
    ),
  }
}

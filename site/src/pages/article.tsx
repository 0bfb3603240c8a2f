import { formatDate } from '@ovoz/widget/format.ts'
import { raw } from 'hono/html'
import type { Post } from 'ovoz/client'

import { LOCALE_NAMES, ownFiles } from '../links.ts'
import type { Asking, Page } from '../page.ts'
import { discussionOf } from '../parts/discussion.tsx'
import { AlsoIn } from '../parts/also-in.tsx'
import { Day, langOf } from '../parts/cards.tsx'
import { EventTeaser } from '../parts/event-teaser.tsx'
import { Picture } from '../parts/picture.tsx'
import { Share } from '../parts/share.tsx'
import { TagList } from '../parts/tag-list.tsx'
import { shareImage } from '../share-image/layout.ts'

/** How wide the picture of an article is. */
const HERO = '(min-width: 64rem) 60rem, 100vw'
const DAY = 24 * 60 * 60_000

type Props = { post: Post; asking: Asking }

/** Told only where the change was not on the day of publishing: small mends are no news. */
const isUpdated = ({ publishedAt, updatedAt }: Post) =>
  new Date(updatedAt).getTime() - new Date(publishedAt).getTime() > DAY

function ArticleHead({ post, asking }: Props) {
  const { t, links, locale, timeZone } = asking
  const place = post.event && [post.event.venue, post.event.city].filter(Boolean).join(', ')
  return (
    <header class="article-head">
      <h1>{post.title}</h1>
      {post.lead && <p class="lead">{post.lead}</p>}
      <p class="meta" lang={locale}>
        <Day time={post.publishedAt} asking={asking} />
        {place && <span>{place}</span>}
        <span>{t.count('minutes', post.readingMinutes)}</span>
        {isUpdated(post) && (
          <span>{t('updated', { date: formatDate(new Date(post.updatedAt), locale, timeZone) })}</span>
        )}
      </p>
      {post.authors.length > 0 && (
        <ul class="authors">
          {post.authors.map((author) => (
            <li>
              <a href={links.person(author.slug)} rel="author">
                {author.name}
              </a>
              {author.role && <span class="quiet">{author.role}</span>}
            </li>
          ))}
        </ul>
      )}
    </header>
  )
}

function Neighbours({ post, asking }: Props) {
  const { t, links } = asking
  if (!post.previous && !post.next) return null
  return (
    <nav class="neighbours" aria-label={t('all-posts')}>
      {post.previous && (
        <a href={links.post(post.previous.slug)} rel="prev">
          <span class="quiet">{t('previous')}</span>
          {post.previous.title}
        </a>
      )}
      {post.next && (
        <a href={links.post(post.next.slug)} rel="next">
          <span class="quiet">{t('next')}</span>
          {post.next.title}
        </a>
      )}
    </nav>
  )
}

/** The words and pictures of an article, as they also stand in the preview of its draft. */
export function Article({ post, asking }: Props) {
  const { t, locale } = asking
  return (
    <article class="article" lang={langOf(post.locale, asking)}>
      {post.locale !== locale && (
        <p class="notice" lang={locale}>
          {t('not-in-language', { language: LOCALE_NAMES[post.locale] })}
        </p>
      )}
      <ArticleHead post={post} asking={asking} />
      {post.image && (
        <figure class="hero">
          <Picture image={post.image} sizes={HERO} isFirst />
          {post.image.credit && (
            <figcaption lang={locale}>{t('credit', { name: post.image.credit })}</figcaption>
          )}
        </figure>
      )}
      <div class="prose">{raw(ownFiles(post.body.html))}</div>
      <footer class="article-foot" lang={locale}>
        <TagList tags={post.tags} asking={asking} />
        <AlsoIn of={post} asking={asking} />
        {post.event && (
          <section class="about-event">
            <h2 class="rubric">{t('about-event')}</h2>
            <EventTeaser event={post.event} asking={asking} />
          </section>
        )}
        <Share title={post.title} asking={asking} />
      </footer>
    </article>
  )
}

/** What the head of the page says of an article. */
export const headOf = (post: Post) => ({
  title: post.seo.title,
  description: post.seo.description,
  contentLocale: post.locale,
  alternates: post.alternates,
  image: post.seo.image ?? post.image,
  hero: post.image && { image: post.image, sizes: HERO },
  jsonLd: post.jsonLd,
  kind: 'article' as const,
})

export async function article(asking: Asking, { slug = '' }: Record<string, string>): Promise<Page> {
  const on = `posts/${slug}`
  const [post, discussion] = await Promise.all([asking.client.posts.get(slug), discussionOf(asking, on)])
  return {
    ...headOf(post),
    image: post.seo.image ?? post.image ?? shareImage(asking.links.post(slug), post.title),
    section: 'home',
    hasDiscussion: true,
    isPrivate: discussion.isPrivate,
    body: (
      <>
        <Article post={post} asking={asking} />
        {discussion.body}
        <Neighbours post={post} asking={asking} />
      </>
    ),
  }
}

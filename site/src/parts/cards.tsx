import { formatDate } from '@ovoz/widget/format.ts'
import type { PostCard, Quote } from 'ovoz/client'

import type { Asking } from '../page.ts'
import { Picture } from './picture.tsx'

/** How wide the picture of a lead is. */
export const LEAD = '(min-width: 64rem) 40rem, 100vw'
type On = { asking: Asking }

/** The attribute `lang` where a text is not in the language of the page. */
export const langOf = (own: string, { locale }: Pick<Asking, 'locale'>) => (own === locale ? undefined : own)

/** When something was published; the machine reads the moment, people the day. */
export const Day = ({ time, asking }: On & { time: string }) => (
  <time datetime={time}>{formatDate(new Date(time), asking.locale, asking.timeZone)}</time>
)

/** An article in a list. The first of a front page is a `lead`. */
export function PostTeaser({ post, asking, isLead = false }: On & { post: PostCard; isLead?: boolean }) {
  const { links, t } = asking
  return (
    <article class={isLead ? 'teaser teaser-lead' : 'teaser'} lang={langOf(post.locale, asking)}>
      {post.image && (
        <div class="teaser-picture">
          <Picture
            image={post.image}
            sizes={isLead ? LEAD : '(min-width: 48rem) 20rem, 100vw'}
            isFirst={isLead}
            isDecoration
          />
        </div>
      )}
      <div class="teaser-words">
        <h2 class="teaser-title">
          <a href={links.post(post.slug)}>{post.title}</a>
        </h2>
        {post.lead && <p class="teaser-text">{post.lead}</p>}
        <p class="meta" lang={asking.locale}>
          <Day time={post.publishedAt} asking={asking} />
          {post.authors.length > 0 && <span>{post.authors.map(({ name }) => name).join(', ')}</span>}
          {post.commentCount > 0 && <span>{t.count('comments', post.commentCount)}</span>}
        </p>
      </div>
    </article>
  )
}

/** Somebody's words, with who said them. */
export function QuoteCard({ quote, asking }: On & { quote: Quote }) {
  const { links } = asking
  const { speaker, role, organization } = quote
  return (
    <figure class="quote-card" lang={langOf(quote.locale, asking)}>
      <blockquote>
        <p>
          <a href={links.quote(quote.id)}>{quote.text}</a>
        </p>
      </blockquote>
      <figcaption>
        <a href={links.person(speaker.slug)}>{speaker.name}</a>
        {(role || organization) && (
          <span class="quiet">{[role, organization?.name].filter(Boolean).join(', ')}</span>
        )}
      </figcaption>
    </figure>
  )
}

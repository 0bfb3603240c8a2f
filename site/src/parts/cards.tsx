import { formatDate } from '@ovoz/widget/format.ts'
import type { PostCard, Quote } from 'ovoz/client'

import type { Asking } from '../page.ts'
import { beginningOf } from './beginning.ts'
import { Picture } from './picture.tsx'
import { Portrait } from './portrait.tsx'

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
export function PostTeaser({
  post,
  asking,
  isLead = false,
  level = 2,
}: On & { post: PostCard; isLead?: boolean; level?: 2 | 3 }) {
  const { links, t } = asking
  const Heading = level === 2 ? 'h2' : 'h3'
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
        <Heading class="teaser-title">
          <a href={links.post(post.slug)}>{post.title}</a>
        </Heading>
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

/** From here on a text is long: it is set smaller, so that cards of all kinds stand well beside each other. */
const LONG = 110
/** How much of it a card holds, in characters; the rest stands on the page of the quote. */
const MOST = 320

/** The role and the organization somebody spoke in. */
export const standingOf = ({ role, organization }: Pick<Quote, 'role' | 'organization'>) =>
  [role, organization?.name].filter(Boolean).join(', ')

/** Who said it; or, on a page that is all about the speaker, where and when. */
function Caption({ quote, asking, isOwnPage }: On & { quote: Quote; isOwnPage: boolean }) {
  const { links, locale } = asking
  const { speaker, source, saidOn } = quote
  const standing = standingOf(quote)
  // A day of the calendar is the same day in every time zone.
  const day = saidOn && formatDate(new Date(saidOn), locale, 'UTC')
  if (!isOwnPage)
    return (
      <figcaption>
        <Portrait image={speaker.image} name={speaker.name} />
        <span class="quote-speaker">
          <a href={links.person(speaker.slug)}>{speaker.name}</a>
          {standing && <span class="quiet">{standing}</span>}
        </span>
      </figcaption>
    )
  return source || day ? (
    <figcaption class="quiet">
      <span>
        {source && <span>{source.title}</span>}
        {source && day && ', '}
        {saidOn && (
          <time datetime={saidOn} lang={locale}>
            {day}
          </time>
        )}
      </span>
    </figcaption>
  ) : null
}

type QuoteProps = On & {
  quote: Quote
  /** Whether it stands on a page that says already who the speaker is. */
  isOwnPage?: boolean
}

/** Somebody's words, with who said them. */
export function QuoteCard({ quote, asking, isOwnPage = false }: QuoteProps) {
  const { id, text, locale } = quote
  return (
    <figure
      class={text.length < LONG ? 'quote-card quote-card-short' : 'quote-card'}
      lang={langOf(locale, asking)}
    >
      <blockquote>
        <p>
          <a href={asking.links.quote(id)}>{beginningOf(text, MOST)}</a>
        </p>
      </blockquote>
      <Caption quote={quote} asking={asking} isOwnPage={isOwnPage} />
    </figure>
  )
}

import type { Child } from 'hono/jsx'
import type { PostCard, Quote } from 'ovoz/client'

import type { Asking } from '../page.ts'
import { PostTeaser, QuoteCard } from './cards.tsx'
import { NextPage } from './next-page.tsx'

type SectionProps = {
  title: string
  /** The way to all of what is shown here in part. */
  all?: { href: string; label: string } | null | false
  children: Child
}

/** A part of a page under its heading. */
export const Section = ({ title, all, children }: SectionProps) => (
  <section class="part">
    <h2 class="rubric">{title}</h2>
    {children}
    {all && (
      <p class="more">
        <a href={all.href}>{all.label}</a>
      </p>
    )}
  </section>
)

type Listed<T> = { items: T[]; nextCursor: string | null }

type QuotesProps = {
  quotes: Listed<Quote>
  /** The way to all of them, where these are not all. */
  all: { href: string; label: string }
  /** On the page of the one who said it. */
  isOwnPage?: boolean
  asking: Asking
}

/** What was said, under a heading; nothing where nothing was. */
export const QuotesSection = ({ quotes, all, isOwnPage, asking }: QuotesProps) =>
  quotes.items.length === 0 ? null : (
    <Section title={asking.t('quotes')} all={quotes.nextCursor !== null && all}>
      <div class="quotes">
        {quotes.items.map((quote) => (
          <QuoteCard quote={quote} asking={asking} isOwnPage={isOwnPage} />
        ))}
      </div>
    </Section>
  )

type PostsProps = { title: string; posts: Listed<PostCard>; path: string; asking: Asking }

/** What was written, under a heading, page by page; nothing where nothing was. */
export const PostsSection = ({ title, posts, path, asking }: PostsProps) =>
  posts.items.length === 0 ? null : (
    <Section title={title}>
      <div class="teasers">
        {posts.items.map((post) => (
          <PostTeaser post={post} asking={asking} />
        ))}
      </div>
      <NextPage
        cursor={posts.nextCursor}
        hrefOf={(cursor) => asking.links.at(path, { cursor })}
        label={asking.t('more-articles')}
      />
    </Section>
  )

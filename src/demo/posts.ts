import type { Payload } from 'payload'

import { bodyOf, picture, quoteRef } from './body.ts'
import { dayAt } from './calendar.ts'
import { type PostKey, POSTS } from './texts/posts.ts'
import type { EventKey } from './texts/events.ts'
import type { QuoteKey } from './texts/quotes.ts'
import type { Drawing } from './drawings.ts'
import { keepAll, languagesOf, system } from './languages.ts'
import type { Names } from './names.ts'

/**
 * Puts the articles in, each in its first language and still without a body: a quote names the article it was said
 * in, and the body of that article names the quote, so one of them has to come first.
 */
export const keepPosts = ({
  payload,
  now,
  names,
  pictures,
  events,
}: {
  payload: Payload
  now: Date
  names: Names
  pictures: Record<Drawing, string>
  events: Record<EventKey, string>
}): Promise<Record<PostKey, string>> =>
  keepAll(POSTS, ({ texts, ...entry }) => {
    const [first] = languagesOf(texts)
    if (!first) throw new Error('A demonstration article is written in no language.')
    return payload.create({
      collection: 'posts',
      locale: first.locale,
      data: {
        title: first.text.title,
        lead: first.text.lead,
        publishedAt: entry.inDays === null ? null : dayAt({ now, days: entry.inDays, time: '08:30' }),
        image: entry.picture && pictures[entry.picture],
        authors: entry.authors.map((name) => names.people[name]),
        tags: entry.tags.map((name) => names.tags[name]),
        event: entry.event && events[entry.event],
        comments: { state: entry.comments },
        _status: entry.inDays === null ? 'draft' : 'published',
      },
      ...system,
    })
  })

/** Writes the articles out in all their languages. */
export async function writePosts({
  payload,
  posts,
  pictures,
  quotes,
}: {
  payload: Payload
  posts: Record<PostKey, string>
  pictures: Record<Drawing, string>
  quotes: Record<QuoteKey, string>
}) {
  const place = {
    quote: (name: QuoteKey) => quoteRef(quotes[name]),
    picture: (name: Drawing) => picture(pictures[name]),
  }
  for (const [key, { texts, inDays }] of Object.entries(POSTS)) {
    for (const { locale, text } of languagesOf(texts)) {
      await payload.update({
        collection: 'posts',
        id: posts[key as PostKey],
        locale,
        data: {
          title: text.title,
          lead: text.lead,
          body: bodyOf(text.body(place)),
          _status: inDays === null ? 'draft' : 'published',
        },
        ...system,
      })
    }
  }
}

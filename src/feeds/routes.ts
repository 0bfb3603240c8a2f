import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'

import { nameOf, splitOn } from '../comments/subject.ts'
import { answerOrMoved, movedAnswer } from '../content/moved.ts'
import { LocaleQuery, type MovedKind, On, TagFilter } from '../contract/index.ts'
import { type Corridor, createRoutes, problems } from '../platform/api.ts'
import { type Asking, askingOf } from '../platform/asking.ts'
import { openRead } from '../platform/reads.ts'
import { type Channel, type Format, FORMATS } from './formats.ts'
import { MOST_ENTRIES, readCommentFeed, readPostFeed } from './service.ts'

export const feedRoutes = createRoutes()

const PostFeedQuery = LocaleQuery.extend({
  tag: TagFilter.meta({ description: 'Only articles with this tag, by its slug.' }),
})
const CommentFeedQuery = LocaleQuery.extend({ on: On.optional() })

const JSON_FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Chashma',
  home_page_url: 'https://example.org/',
  language: 'en',
  items: [
    {
      id: 'urn:ovoz:example.org:posts:5b0e7a52-94f3-4a51-8a63-5a1f0f6f9c01:en',
      url: 'https://example.org/posts/water-by-day',
      title: 'Water by day',
      content_html: '<p>The list hangs on a board at the gate.</p>',
      date_published: '2026-11-20T06:30:00.000Z',
    },
  ],
}

/** What a feed is about, and the query that asks for the feed of the same thing under another slug. */
type About = { kind: MovedKind; slug: string; query: (slug: string) => string }

/** One feed in its three formats. */
function addFeed<Query extends z.ZodObject>({
  name,
  summary,
  description,
  query,
  aboutOf,
  read,
}: {
  name: 'posts' | 'comments'
  summary: string
  description: string
  query: Query
  aboutOf: (query: z.output<Query>) => About | null
  read: (asking: Asking, query: z.output<Query>) => Promise<Channel>
}) {
  for (const format of Object.keys(FORMATS) as Format[]) {
    const { type, name: formatName, write } = FORMATS[format]
    const schema = format === 'json' ? z.record(z.string(), z.unknown()) : z.string()
    const route = createRoute({
      method: 'get',
      path: `/feeds/${name}.${format}`,
      operationId: `get${name === 'posts' ? 'Post' : 'Comment'}Feed${{ rss: 'Rss', atom: 'Atom', json: 'Json' }[format]}`,
      tags: ['Feeds'],
      summary: `${summary}, as ${formatName}`,
      description,
      request: { query },
      responses: {
        200: {
          description: `${formatName}, UTF-8.`,
          content: { [type]: { schema, ...(format === 'json' && { example: JSON_FEED }) } },
        },
        ...movedAnswer,
        ...problems('invalid', 'not-found', 'gone', 'unavailable'),
      },
    })
    openRead(feedRoutes, route, (async (c: Context<Corridor>) => {
      const asked = c.req.valid('query' as never) as z.output<Query>
      const answerWith = async (asking: Asking) => {
        const channel = await read(asking, asked)
        return c.body(write(channel), 200, {
          'Content-Type': `${type}; charset=utf-8`,
          'Content-Language': channel.locale,
        })
      }
      const about = aboutOf(asked)
      if (!about) return answerWith(askingOf(c))
      const address = (slug: string) => `${route.path}?${about.query(slug)}`
      return answerOrMoved(c, { ...about, address }, answerWith)
    }) as never)
  }
}

addFeed({
  name: 'posts',
  summary: 'The latest articles',
  description: `The ${MOST_ENTRIES} latest, with their whole text as safe HTML and absolute addresses. With \`locale\`, only what is written in that language; without, everything, each article in the language asked for or its own.`,
  query: PostFeedQuery,
  aboutOf: ({ tag }) =>
    tag === undefined ? null : { kind: 'tags', slug: tag, query: (slug) => `tag=${slug}` },
  read: readPostFeed,
})
addFeed({
  name: 'comments',
  summary: 'The latest comments',
  description: `The ${MOST_ENTRIES} latest public comments, everywhere or on one page. \`locale\` chooses the words around them.`,
  query: CommentFeedQuery,
  aboutOf({ on }) {
    if (on === undefined) return null
    const { type, slug } = splitOn(on)
    return { kind: type, slug, query: (present) => `on=${nameOf({ type, slug: present })}` }
  },
  read: readCommentFeed,
})

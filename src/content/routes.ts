import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'

import {
  Event,
  EventPage,
  EventQuery,
  Image,
  ListQuery,
  LocaleQuery,
  Organization,
  OrganizationPage,
  Person,
  PersonPage,
  Post,
  PostPage,
  PostQuery,
  QuotePage,
  QuoteQuery,
  SingleQuote,
  Site,
  Sitemap,
  SitemapQuery,
  Tag,
  TagPage,
} from '../contract/index.ts'
import { answers, type Corridor, createRoutes, problems } from '../platform/api.ts'
import { type Asking, askingOf } from '../platform/asking.ts'
import * as service from './service.ts'
import { readSitemap } from './sitemap.ts'

const tags = ['Reading']
const SlugParam = z.object({ slug: z.string().min(1).max(200) })
const IdParam = z.object({ id: z.string().min(1).max(64) })

export const contentRoutes = createRoutes()

/** A list: what may be asked for, what comes, and who answers. */
function addList<Query extends z.ZodObject, Answer extends z.ZodType>({
  path,
  summary,
  query,
  answer,
  read,
}: {
  path: string
  summary: string
  query: Query
  answer: Answer
  read: (asking: Asking, query: z.output<Query>) => Promise<z.output<Answer>>
}) {
  const route = createRoute({
    method: 'get',
    path,
    tags,
    summary,
    request: { query },
    responses: { 200: answers.json('One page.', answer), ...problems('invalid', 'unavailable') },
  })
  contentRoutes.openapi(route, (async (c: Context<Corridor>) =>
    c.json(await read(askingOf(c), c.req.valid('query' as never) as z.output<Query>), 200)) as never)
}

/** One thing by its address. */
function addOne<Answer extends z.ZodType>({
  path,
  summary,
  answer,
  read,
}: {
  path: `${string}{slug}` | `${string}{id}`
  summary: string
  answer: Answer
  read: (asking: Asking, key: string) => Promise<z.output<Answer>>
}) {
  const key = path.endsWith('{slug}') ? 'slug' : 'id'
  const route = createRoute({
    method: 'get',
    path,
    tags,
    summary,
    request: { params: key === 'slug' ? SlugParam : IdParam, query: LocaleQuery },
    responses: { 200: answers.json('It.', answer), ...problems('not-found', 'invalid', 'unavailable') },
  })
  contentRoutes.openapi(route, (async (c: Context<Corridor>) =>
    c.json(await read(askingOf(c), c.req.param(key)!), 200)) as never)
}

contentRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/site',
    tags,
    summary: 'The site: its name, languages and the state of its discussion',
    request: { query: LocaleQuery },
    responses: { 200: answers.json('The site.', Site), ...problems('invalid', 'unavailable') },
  }),
  async (c) => c.json(await service.readSite(askingOf(c)), 200),
)

addList({
  path: '/posts',
  summary: 'Articles, the latest first',
  query: PostQuery,
  answer: PostPage,
  read: service.listPosts,
})
addOne({
  path: '/posts/{slug}',
  summary: 'An article, with everything its page needs',
  answer: Post,
  read: service.readPost,
})
addList({
  path: '/events',
  summary: 'Events',
  query: EventQuery,
  answer: EventPage,
  read: service.listEvents,
})
addOne({
  path: '/events/{slug}',
  summary: 'An event, with everything its page needs',
  answer: Event,
  read: service.readEvent,
})
addList({
  path: '/quotes',
  summary: 'Quotes with consent, the latest first',
  query: QuoteQuery,
  answer: QuotePage,
  read: service.listQuotes,
})
addOne({ path: '/quotes/{id}', summary: 'A quote', answer: SingleQuote, read: service.readQuote })
addList({
  path: '/people',
  summary: 'People',
  query: ListQuery,
  answer: PersonPage,
  read: service.listPeople,
})
addOne({ path: '/people/{slug}', summary: 'A person', answer: Person, read: service.readPerson })
addList({
  path: '/organizations',
  summary: 'Organizations',
  query: ListQuery,
  answer: OrganizationPage,
  read: service.listOrganizations,
})
addOne({
  path: '/organizations/{slug}',
  summary: 'An organization',
  answer: Organization,
  read: service.readOrganization,
})
addList({ path: '/tags', summary: 'Tags', query: ListQuery, answer: TagPage, read: service.listTags })
addOne({ path: '/tags/{slug}', summary: 'A tag', answer: Tag, read: service.readTag })
addOne({ path: '/media/{id}', summary: 'A picture and its copies', answer: Image, read: service.readImage })
addList({
  path: '/sitemap.json',
  summary: 'Every public address with its languages and last change, to make sitemaps with hreflang',
  query: SitemapQuery,
  answer: Sitemap,
  read: readSitemap,
})

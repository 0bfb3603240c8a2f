import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'

import {
  ID,
  Event,
  EventCard,
  EventPage,
  EventQuery,
  Image,
  ListQuery,
  LocaleQuery,
  type MovedKind,
  Organization,
  OrganizationCard,
  OrganizationPage,
  type Page,
  Person,
  PersonCard,
  PersonPage,
  Post,
  PostCard,
  PostPage,
  PostQuery,
  Quote,
  QuotePage,
  QuoteQuery,
  ReadQuery,
  SingleQuote,
  SingleTag,
  Site,
  Sitemap,
  SitemapItem,
  SitemapQuery,
  Tag,
  TagPage,
} from '../contract/index.ts'
import { answers, type Corridor, createRoutes, problems } from '../platform/api.ts'
import { type Asking, askingOf } from '../platform/asking.ts'
import { answerOne, answerPage, openRead } from '../platform/reads.ts'
import type { Kind } from './kinds.ts'
import { answerOrGone, answerOrMoved, movedAnswer } from './moved.ts'
import * as service from './service.ts'
import { readSitemap } from './sitemap.ts'

const tags = ['Reading']
const SlugParam = z.object({
  slug: z.string().min(1).max(200).meta({ description: 'The slug.', example: 'water-by-day' }),
})
const IdParam = z.object({ id: z.string().regex(ID).meta({ description: 'The id.' }) })

export const contentRoutes = createRoutes()

/** A list: what may be asked for, what comes, and who answers. */
function addList<Query extends typeof ListQuery, Item extends z.ZodType<object>>({
  path,
  operationId,
  summary,
  query,
  item,
  answer,
  read,
}: {
  path: string
  operationId: string
  summary: string
  query: Query
  item: Item
  answer: z.ZodType
  read: (asking: Asking, query: z.output<Query>) => Promise<Page<z.output<Item>>>
}) {
  const route = createRoute({
    method: 'get',
    path,
    operationId,
    tags,
    summary,
    request: { query },
    responses: { 200: answers.json('One page.', answer), ...problems('invalid', 'unavailable') },
  })
  openRead(contentRoutes, route, (async (c: Context<Corridor>) => {
    const asked = c.req.valid('query' as never) as z.output<Query>
    return answerPage(c, { page: await read(askingOf(c), asked), schema: item, fields: asked.fields })
  }) as never)
}

/** One thing by its address. */
function addOne<Answer extends z.ZodType<object>>({
  path,
  operationId,
  summary,
  answer,
  read,
}: {
  path: `${string}{slug}` | `${string}{id}`
  operationId: string
  summary: string
  answer: Answer
  read: (asking: Asking, key: string) => Promise<z.output<Answer>>
}) {
  const key = path.endsWith('{slug}') ? 'slug' : 'id'
  const route = createRoute({
    method: 'get',
    path,
    operationId,
    tags,
    summary,
    request: { params: key === 'slug' ? SlugParam : IdParam, query: ReadQuery },
    responses: {
      200: answers.json('It.', answer),
      ...(key === 'slug' && movedAnswer),
      ...problems('not-found', 'gone', 'invalid', 'unavailable'),
    },
  })
  openRead(contentRoutes, route, (async (c: Context<Corridor>) => {
    const name = c.req.param(key)!
    const { fields } = c.req.valid('query' as never) as z.output<typeof ReadQuery>
    const answerWith = async (asking: Asking) =>
      answerOne(c, { value: await read(asking, name), schema: answer, fields })
    const kind = path.split('/')[1]
    if (key === 'id') return answerOrGone(c, { kind: kind as Kind, id: name }, answerWith)
    const address = (slug: string) => path.replace('{slug}', slug)
    return answerOrMoved(c, { kind: kind as MovedKind, slug: name, address }, answerWith)
  }) as never)
}

openRead(
  contentRoutes,
  createRoute({
    method: 'get',
    path: '/site',
    operationId: 'getSite',
    tags,
    summary: 'The site: its name, languages and the state of its discussion',
    request: { query: LocaleQuery },
    responses: { 200: answers.json('The site.', Site), ...problems('invalid', 'unavailable') },
  }),
  async (c) => c.json(await service.readSite(askingOf(c)), 200),
)

addList({
  path: '/posts',
  operationId: 'listPosts',
  summary: 'Articles, the latest first',
  query: PostQuery,
  item: PostCard,
  answer: PostPage,
  read: service.listPosts,
})
addOne({
  path: '/posts/{slug}',
  operationId: 'getPost',
  summary: 'An article, with everything its page needs',
  answer: Post,
  read: service.readPost,
})
addList({
  path: '/events',
  operationId: 'listEvents',
  summary: 'Events',
  query: EventQuery,
  item: EventCard,
  answer: EventPage,
  read: service.listEvents,
})
addOne({
  path: '/events/{slug}',
  operationId: 'getEvent',
  summary: 'An event, with everything its page needs',
  answer: Event,
  read: service.readEvent,
})
addList({
  path: '/quotes',
  operationId: 'listQuotes',
  summary: 'Quotes with consent, the latest first',
  query: QuoteQuery,
  item: Quote,
  answer: QuotePage,
  read: service.listQuotes,
})
addOne({
  path: '/quotes/{id}',
  operationId: 'getQuote',
  summary: 'A quote',
  answer: SingleQuote,
  read: service.readQuote,
})
addList({
  path: '/people',
  operationId: 'listPeople',
  summary: 'People',
  query: ListQuery,
  item: PersonCard,
  answer: PersonPage,
  read: service.listPeople,
})
addOne({
  path: '/people/{slug}',
  operationId: 'getPerson',
  summary: 'A person',
  answer: Person,
  read: service.readPerson,
})
addList({
  path: '/organizations',
  operationId: 'listOrganizations',
  summary: 'Organizations',
  query: ListQuery,
  item: OrganizationCard,
  answer: OrganizationPage,
  read: service.listOrganizations,
})
addOne({
  path: '/organizations/{slug}',
  operationId: 'getOrganization',
  summary: 'An organization',
  answer: Organization,
  read: service.readOrganization,
})
addList({
  path: '/tags',
  operationId: 'listTags',
  summary: 'Tags',
  query: ListQuery,
  item: Tag,
  answer: TagPage,
  read: service.listTags,
})
addOne({
  path: '/tags/{slug}',
  operationId: 'getTag',
  summary: 'A tag',
  answer: SingleTag,
  read: service.readTag,
})
addOne({
  path: '/media/{id}',
  operationId: 'getImage',
  summary: 'A picture and its copies',
  answer: Image,
  read: service.readImage,
})
addList({
  path: '/sitemap.json',
  operationId: 'getSitemap',
  summary: 'Every public address with its languages and last change, to make sitemaps with hreflang',
  query: SitemapQuery,
  item: SitemapItem,
  answer: Sitemap,
  read: readSitemap,
})

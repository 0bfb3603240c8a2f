import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'

import {
  Event,
  EventCard,
  EventPage,
  EventQuery,
  Image,
  ListQuery,
  LocaleQuery,
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
  Site,
  Tag,
  TagPage,
} from '../contract/index.ts'
import { answers, type Corridor, createRoutes, problems } from '../platform/api.ts'
import { type Asking, askingOf } from '../platform/asking.ts'
import { answerOne, answerPage, openRead } from '../platform/reads.ts'
import * as service from './service.ts'

const tags = ['Reading']
const SlugParam = z.object({ slug: z.string().min(1).max(200) })
const IdParam = z.object({ id: z.string().min(1).max(64) })

export const contentRoutes = createRoutes()

/** A list: what may be asked for, what comes, and who answers. */
function addList<Query extends typeof ListQuery, Item extends z.ZodType<object>>({
  path,
  summary,
  query,
  item,
  answer,
  read,
}: {
  path: string
  summary: string
  query: Query
  item: Item
  answer: z.ZodType
  read: (asking: Asking, query: z.output<Query>) => Promise<Page<z.output<Item>>>
}) {
  const route = createRoute({
    method: 'get',
    path,
    tags,
    summary,
    request: { query },
    responses: { 200: answers.page('One page.', answer), ...problems('invalid', 'unavailable') },
  })
  openRead(contentRoutes, route, (async (c: Context<Corridor>) => {
    const asked = c.req.valid('query' as never) as z.output<Query>
    return answerPage(c, { page: await read(askingOf(c), asked), schema: item, fields: asked.fields })
  }) as never)
}

/** One thing by its address. */
function addOne<Answer extends z.ZodType<object>>({
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
    request: { params: key === 'slug' ? SlugParam : IdParam, query: ReadQuery },
    responses: { 200: answers.json('It.', answer), ...problems('not-found', 'invalid', 'unavailable') },
  })
  openRead(contentRoutes, route, (async (c: Context<Corridor>) => {
    const { fields } = c.req.valid('query' as never) as z.output<typeof ReadQuery>
    return answerOne(c, { value: await read(askingOf(c), c.req.param(key)!), schema: answer, fields })
  }) as never)
}

openRead(
  contentRoutes,
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
  item: PostCard,
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
  item: EventCard,
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
  item: Quote,
  answer: QuotePage,
  read: service.listQuotes,
})
addOne({ path: '/quotes/{id}', summary: 'A quote', answer: Quote, read: service.readQuote })
addList({
  path: '/people',
  summary: 'People',
  query: ListQuery,
  item: PersonCard,
  answer: PersonPage,
  read: service.listPeople,
})
addOne({ path: '/people/{slug}', summary: 'A person', answer: Person, read: service.readPerson })
addList({
  path: '/organizations',
  summary: 'Organizations',
  query: ListQuery,
  item: OrganizationCard,
  answer: OrganizationPage,
  read: service.listOrganizations,
})
addOne({
  path: '/organizations/{slug}',
  summary: 'An organization',
  answer: Organization,
  read: service.readOrganization,
})
addList({
  path: '/tags',
  summary: 'Tags',
  query: ListQuery,
  item: Tag,
  answer: TagPage,
  read: service.listTags,
})
addOne({ path: '/tags/{slug}', summary: 'A tag', answer: Tag, read: service.readTag })
addOne({ path: '/media/{id}', summary: 'A picture and its copies', answer: Image, read: service.readImage })

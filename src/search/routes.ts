import { createRoute } from '@hono/zod-openapi'

import { SearchHit, SearchPage, SearchQuery } from '../contract/index.ts'
import { answers, createRoutes, problems } from '../platform/api.ts'
import { askingOf } from '../platform/asking.ts'
import { answerPage, openRead } from '../platform/reads.ts'
import { search } from './service.ts'

export const searchRoutes = createRoutes()

openRead(
  searchRoutes,
  createRoute({
    method: 'get',
    path: '/search',
    operationId: 'search',
    tags: ['Reading'],
    summary: 'Articles, events and quotes by their words, the best first',
    description:
      'Everything public is searched, in all languages; each document comes once. Words in a title go before words ' +
      'in a body. `total` counts all that was found; the pages hold the first 500 of it.',
    request: { query: SearchQuery },
    responses: { 200: answers.json('One page.', SearchPage), ...problems('invalid', 'unavailable') },
  }),
  async (c) => {
    const query = c.req.valid('query')
    return answerPage(c, { page: await search(askingOf(c), query), schema: SearchHit, fields: query.fields })
  },
)

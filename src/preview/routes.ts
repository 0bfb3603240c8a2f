import { createRoute, z } from '@hono/zod-openapi'

import { Event, LocaleQuery, Post } from '../contract/index.ts'
import { answers, createRoutes, problems } from '../platform/api.ts'
import { readPreview } from './service.ts'

const PreviewQuery = LocaleQuery.extend({
  token: z.string().meta({ description: 'From the address the panel opened. Good for ten minutes.' }),
  on: z.string().max(300).optional().meta({
    description: 'What the token is taken to be for, `posts/{slug}` or `posts/{id}`; another one is refused.',
    example: 'posts/first-forum',
  }),
}).extend({
  locale: LocaleQuery.shape.locale.meta({ description: 'Another language than the one the token names.' }),
})

export const previewRoutes = createRoutes()

previewRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/preview',
    operationId: 'getPreview',
    tags: ['Preview'],
    summary: 'A draft, in the very shape of the public answer',
    description:
      'As the public would see it, were it published now. Never cached, and nothing for search engines.',
    request: { query: PreviewQuery },
    responses: {
      200: answers.json('The newest draft.', z.union([Post, Event]), { isPrivate: true }),
      ...problems('forbidden', 'not-found', 'invalid', 'throttled', 'unavailable'),
    },
  }),
  async (c) => {
    const { token, on, locale } = c.req.valid('query')
    const draft = await readPreview({ payload: c.get('payload'), now: new Date(), token, on, locale })
    c.header('Cache-Control', 'private, no-store')
    c.header('X-Robots-Tag', 'noindex')
    return c.json(draft, 200)
  },
)

import { createRoute } from '@hono/zod-openapi'

import { LocaleQuery, PrivacyText } from '../contract/index.ts'
import { answers, createRoutes, problems } from '../platform/api.ts'
import { askingOf } from '../platform/asking.ts'
import { openRead } from '../platform/reads.ts'
import { tag } from '../platform/tags.ts'
import { MADE_OF, readPublicRules } from './service.ts'

export const retentionRoutes = createRoutes()

openRead(
  retentionRoutes,
  createRoute({
    method: 'get',
    path: '/privacy',
    operationId: 'getPrivacyText',
    tags: ['Reading'],
    summary: 'What is kept about readers or sent to others, why and how long',
    description:
      'Made from the very table and settings by which it is erased, and by which others are asked about comments, so it cannot say anything else.',
    request: { query: LocaleQuery },
    responses: { 200: answers.json('What is kept.', PrivacyText), ...problems('invalid', 'unavailable') },
  }),
  async (c) => {
    const { payload, locale, uses } = askingOf(c)
    for (const global of MADE_OF) uses.add(tag.global(global))
    return c.json(await readPublicRules({ payload, locale }), 200)
  },
)

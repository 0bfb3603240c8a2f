import { createRoute } from '@hono/zod-openapi'

import { PrivacyReceipt, PrivacyRequest } from '../contract/index.ts'
import { answers, createRoutes, localeOf, problems } from '../platform/api.ts'
import { takeRequest } from './service.ts'

export const privacyRoutes = createRoutes()

privacyRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/privacy/requests',
    operationId: 'requestPrivacy',
    tags: ['Privacy'],
    summary: 'Ask for a copy of what is kept about an address, or that it is forgotten',
    description:
      'JSON or a plain HTML form. Where something is kept about the address, a mail with a link goes to it, one for each kind and hour at most; the link stands for 24 hours and works once. The answer is the same for every address.',
    request: {
      body: {
        content: {
          'application/json': { schema: PrivacyRequest },
          'application/x-www-form-urlencoded': { schema: PrivacyRequest },
        },
      },
    },
    responses: {
      202: answers.json('Taken in, whether or not anything is kept about the address.', PrivacyReceipt),
      ...problems('throttled', 'invalid', 'malformed', 'too-large', 'unsupported-type', 'unavailable'),
    },
  }),
  async (c) => {
    const isForm = /^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '')
    const { email, kind, locale } = isForm ? c.req.valid('form') : c.req.valid('json')
    const receipt = await takeRequest({
      payload: c.get('payload'),
      email,
      kind,
      locale: localeOf(c, locale),
      now: new Date(),
    })
    c.header('Cache-Control', 'no-store')
    return c.json(receipt, 202)
  },
)

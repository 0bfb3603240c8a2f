import { createRoute, z } from '@hono/zod-openapi'

import { pageAfterForm } from '../comments/form-page.ts'
import { ID, Report, ReportReceipt } from '../contract/index.ts'
import { answers, createRoutes, localeOf, networkMark, problems } from '../platform/api.ts'
import { header } from '../platform/openapi.ts'
import { report } from './service.ts'

export const reportRoutes = createRoutes()

reportRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/comments/{id}/reports',
    operationId: 'reportComment',
    tags: ['Comments'],
    summary: 'Report a public comment to those who moderate',
    description:
      'JSON or a plain HTML form. Nobody is asked who reports, and no address is kept; several reports of one comment from one network count once and get the same answer.',
    request: {
      params: z.object({ id: z.string().regex(ID).meta({ description: 'The id of the comment.' }) }),
      body: {
        content: {
          'application/json': { schema: Report },
          'application/x-www-form-urlencoded': { schema: Report },
        },
      },
    },
    responses: {
      202: answers.json('Kept, or it was already.', ReportReceipt),
      303: {
        description: 'The answer to a form: back to the page.',
        headers: { Location: header('Location') },
      },
      ...problems(
        'throttled',
        'invalid',
        'malformed',
        'not-found',
        'gone',
        'too-large',
        'unsupported-type',
        'unavailable',
      ),
    },
  }),
  async (c) => {
    const isForm = /^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '')
    const asked = isForm ? c.req.valid('form') : c.req.valid('json')
    const { id } = c.req.valid('param')
    const { message, on } = await report({
      payload: c.get('payload'),
      id,
      report: asked,
      network: networkMark(c),
      locale: localeOf(c, asked.locale),
      now: new Date(),
    })
    c.header('Cache-Control', 'no-store')
    if (isForm) return c.redirect(`${pageAfterForm({ on, redirect: asked.redirect })}#comment-${id}`, 303)
    return c.json({ message }, 202)
  },
)

import { randomBytes } from 'node:crypto'

import { createRoute } from '@hono/zod-openapi'

import { FormTokenAnswer, FormTokenQuery } from '../contract/index.ts'
import { answers, createRoutes, problems } from '../platform/api.ts'
import { neverShared } from '../platform/reads.ts'
import { settings } from '../platform/settings.ts'
import { newFormToken } from './form.ts'
import { makeChallenge } from './work.ts'

export const spamRoutes = createRoutes()

const path = '/comments/form-token'
// Its address looks like that of a comment, which everybody is given the same answer for.
neverShared(path)

spamRoutes.openapi(
  createRoute({
    method: 'get',
    path,
    operationId: 'getFormToken',
    tags: ['Comments'],
    summary: 'What a comment form sends along, so that its writer need not wait for a moderator',
    description:
      'A token for the form of one page, and a small proof of work. Fetch both when a reader begins to write, do the work meanwhile, and send them as `formToken` and `altcha`. A comment without them is kept all the same; it waits for a moderator.',
    request: { query: FormTokenQuery },
    responses: {
      200: answers.json('For one form of one reader.', FormTokenAnswer, { isPrivate: true }),
      ...problems('invalid', 'throttled'),
    },
  }),
  async (c) => {
    const { on } = c.req.valid('query')
    const now = new Date()
    c.header('Cache-Control', 'private, no-store')
    const formToken = newFormToken({ on, now, nonce: randomBytes(12).toString('base64url') })
    if (settings.SPAM_POW === 'off') return c.json({ formToken }, 200)
    return c.json({ formToken, altcha: await makeChallenge({ on, now }) }, 200)
  },
)

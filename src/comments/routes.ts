import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'

import { answerOrMoved, movedAnswer } from '../content/moved.ts'
import {
  Comment,
  Counts,
  CountsQuery,
  Edit,
  ID,
  LocaleQuery,
  OwnComment,
  Receipt,
  SingleComment,
  Submission,
  Thread,
  ThreadQuery,
} from '../contract/index.ts'
import { answers, type Corridor, createRoutes, localeOf, networkMark, problems } from '../platform/api.ts'
import { askingOf } from '../platform/asking.ts'
import { header } from '../platform/openapi.ts'
import { Refusal } from '../platform/problem.ts'
import { answerPage, openRead } from '../platform/reads.ts'
import { pageAfterForm } from './form-page.ts'
import { readCounts, readThread } from './reading.ts'
import { edit, readComment, readOwn, withdraw } from './service.ts'
import { submit } from './submit.ts'
import { nameOf, splitOn } from './subject.ts'

const tags = ['Comments']
const IdParam = z.object({ id: z.string().regex(ID).meta({ description: 'The id of the comment.' }) })
const WriterHeaders = z.object({
  authorization: z
    .string()
    .optional()
    .meta({ description: '`Bearer` and the `manageToken` of the receipt.' }),
})

export const commentRoutes = createRoutes()

/** The token of a request that acts on a comment of one's own. */
function tokenOf(c: Context<Corridor>): string | null {
  const header = c.req.header('authorization')
  if (header === undefined) return null
  const token = /^Bearer\s+(\S{1,200})$/i.exec(header)?.[1]
  if (!token) throw new Refusal('unauthorized')
  return token
}

function requireToken(c: Context<Corridor>): string {
  const token = tokenOf(c)
  if (token === null) throw new Refusal('unauthorized')
  return token
}

openRead(
  commentRoutes,
  createRoute({
    method: 'get',
    path: '/comments',
    operationId: 'listComments',
    tags,
    summary: 'A page of the thread of an article or event',
    request: { query: ThreadQuery },
    responses: {
      200: answers.json('Top-level comments with all answers below each.', Thread),
      ...movedAnswer,
      ...problems('invalid', 'not-found', 'gone', 'unavailable'),
    },
  }),
  async (c) => {
    const { on, order, limit, cursor, fields } = c.req.valid('query')
    const { type: kind, slug } = splitOn(on)
    const address = (present: string) => `/comments?on=${nameOf({ type: kind, slug: present })}`
    return answerOrMoved(c, { kind, slug, address }, async (asking) => {
      const page = await readThread({ ...asking, on, order, limit, cursor })
      return answerPage(c, { page, schema: Comment, fields })
    })
  },
)

openRead(
  commentRoutes,
  createRoute({
    method: 'get',
    path: '/comments/counts',
    operationId: 'countComments',
    tags,
    summary: 'How many public comments stand on each of several pages',
    request: { query: CountsQuery },
    responses: {
      200: answers.json('A number for each, 0 where there is no such page.', Counts),
      ...problems('invalid', 'unavailable'),
    },
  }),
  async (c) => {
    const { on } = c.req.valid('query')
    return c.json({ counts: await readCounts({ ...askingOf(c), on }) }, 200)
  },
)

commentRoutes.openapi(
  createRoute({
    method: 'post',
    path: '/comments',
    operationId: 'submitComment',
    tags,
    summary: 'Leave a comment',
    description:
      'JSON or a plain HTML form. The e-mail address is sealed at once and stands in no answer of this API.',
    request: {
      headers: z.object({
        'idempotency-key': z.string().min(1).max(255).optional().meta({
          description:
            'Any unique text. For 24 hours the same key with the same comment gets the same answer.',
        }),
      }),
      body: {
        content: {
          'application/json': { schema: Submission },
          'application/x-www-form-urlencoded': { schema: Submission },
        },
      },
    },
    responses: {
      202: {
        ...answers.json(
          'Kept. It waits for a moderator, or is public at once where the site says so.',
          Receipt,
        ),
        headers: { 'Idempotent-Replayed': header('Idempotent-Replayed') },
      },
      303: {
        description: 'The answer to a form: back to the page.',
        headers: { Location: header('Location') },
      },
      ...problems(
        'invalid',
        'malformed',
        'not-found',
        'closed',
        'conflict',
        'too-large',
        'unsupported-type',
        'throttled',
        'unavailable',
      ),
    },
  }),
  async (c) => {
    const isForm = /^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '')
    const submission = isForm ? c.req.valid('form') : c.req.valid('json')
    const { on, isRepeated, ...receipt } = await submit({
      payload: c.get('payload'),
      submission,
      idempotencyKey: c.req.header('idempotency-key') ?? null,
      network: networkMark(c),
      locale: localeOf(c, submission.locale),
      now: new Date(),
    })
    c.header('Cache-Control', 'no-store')
    if (isRepeated) c.header('Idempotent-Replayed', 'true')
    if (isForm)
      return c.redirect(`${pageAfterForm({ on, redirect: submission.redirect })}#comment-${receipt.id}`, 303)
    return c.json(receipt, 202)
  },
)

openRead(
  commentRoutes,
  createRoute({
    method: 'get',
    path: '/comments/{id}',
    operationId: 'getComment',
    tags,
    summary: "A public comment, or with its token the writer's own in any state",
    request: { params: IdParam, query: LocaleQuery, headers: WriterHeaders },
    responses: {
      200: answers.json('The comment.', z.union([OwnComment, SingleComment])),
      ...problems('invalid', 'not-found', 'gone', 'unauthorized', 'unavailable'),
    },
  }),
  async (c) => {
    const act = { ...askingOf(c), id: c.req.valid('param').id }
    const token = tokenOf(c)
    if (token !== null) c.header('Cache-Control', 'private, no-store')
    return c.json<SingleComment | OwnComment, 200>(
      token === null ? await readComment(act) : await readOwn({ ...act, token }),
      200,
    )
  },
)

commentRoutes.openapi(
  createRoute({
    method: 'patch',
    path: '/comments/{id}',
    operationId: 'editComment',
    tags,
    summary: "Change the text of one's own comment; it waits for a moderator again",
    request: {
      params: IdParam,
      headers: WriterHeaders,
      body: { content: { 'application/json': { schema: Edit } }, required: true },
    },
    responses: {
      200: answers.json('The comment as it is now.', OwnComment),
      ...problems(
        'invalid',
        'malformed',
        'unauthorized',
        'not-found',
        'conflict',
        'too-large',
        'unsupported-type',
        'throttled',
        'unavailable',
      ),
    },
  }),
  async (c) => {
    const { body, locale } = c.req.valid('json')
    const act = {
      payload: c.get('payload'),
      id: c.req.valid('param').id,
      token: requireToken(c),
      now: new Date(),
    }
    c.header('Cache-Control', 'private, no-store')
    return c.json(
      await edit({ ...act, body: body ?? '', network: networkMark(c), locale: localeOf(c, locale) }),
      200,
    )
  },
)

commentRoutes.openapi(
  createRoute({
    method: 'delete',
    path: '/comments/{id}',
    operationId: 'withdrawComment',
    tags,
    summary: "Withdraw one's own comment, for good",
    request: { params: IdParam, headers: WriterHeaders },
    responses: {
      204: { description: 'Withdrawn.' },
      ...problems('invalid', 'unauthorized', 'not-found', 'conflict', 'throttled', 'unavailable'),
    },
  }),
  async (c) => {
    await withdraw({
      payload: c.get('payload'),
      id: c.req.valid('param').id,
      token: requireToken(c),
      now: new Date(),
    })
    return c.body(null, 204)
  },
)

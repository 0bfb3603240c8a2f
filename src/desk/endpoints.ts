import { addDataAndFileToRequest, APIError, type Endpoint, type PayloadRequest } from 'payload'
import type { z } from 'zod'

import { mayModerate } from '../comments/policy.ts'
import { PROBLEMS } from '../contract/index.ts'
import { Refusal } from '../platform/problem.ts'
import { languageOf, staffWord, wordsOfRefusal } from '../platform/staff-words.ts'
import {
  ApproveWriterAsked,
  CalmAsked,
  CloseAsked,
  faultOf,
  KeepAsked,
  MoveAsked,
  QueueAsked,
  ReplyAsked,
  UndoReplyAsked,
} from './asked.ts'
import type { CloseAnswer } from './shapes.ts'
import * as service from './service.ts'
import { readCalm, setCalm, setClosed } from './switches.ts'

const headers = { 'Cache-Control': 'no-store' }
const answer = (body: object, status = 200) => Response.json(body, { status, headers })
const say = (status: number, message: string) => answer({ errors: [{ message }] }, status)

/** For those who moderate; what was refused is told in words. */
const desk = (
  method: 'get' | 'post',
  path: string,
  act: (req: PayloadRequest) => Promise<Response>,
): Endpoint => ({
  method,
  path: `/desk${path}`,
  handler: async (req) => {
    if (!mayModerate({ req })) return say(403, staffWord(req, 'desk-closed'))
    try {
      return await act(req)
    } catch (error) {
      if (error instanceof Refusal) {
        const isTheirs = error.code === 'invalid'
        return say(isTheirs ? 400 : PROBLEMS[error.code], wordsOfRefusal(req, error))
      }
      if (error instanceof APIError && error.isPublic) return say(error.status, error.message)
      throw error
    }
  },
})

/** @throws Refusal `invalid` that says what is wrong */
function read<T extends z.ZodType>(schema: T, given: unknown, req: PayloadRequest): z.output<T> {
  const read = schema.safeParse(given)
  if (read.success) return read.data
  throw new Refusal('invalid', { detail: faultOf(read.error, languageOf(req)) })
}

/** An act with a body of one shape. */
const act = <T extends z.ZodType>(
  path: string,
  schema: T,
  run: (asked: z.output<T>, req: PayloadRequest) => Promise<Response>,
) =>
  desk('post', path, async (req) => {
    await addDataAndFileToRequest(req)
    return run(read(schema, req.data ?? {}, req), req)
  })

const lookOf = (req: PayloadRequest) => ({
  payload: req.payload,
  locale: languageOf(req),
  now: new Date(),
})

/** What the moderation desk asks; shapes.ts says in which words. */
export const deskEndpoints: Endpoint[] = [
  desk('get', '/queue', async (req) =>
    answer(await service.readQueue({ ...lookOf(req), asked: read(QueueAsked, req.query, req) })),
  ),
  desk('get', '/counts', async (req) => answer(await service.readCounts(req))),
  desk('get', '/comments/:id', async (req) =>
    answer(await service.readComment({ ...lookOf(req), id: String(req.routeParams!.id) })),
  ),
  act('/move', MoveAsked, async ({ comments, to, why }, req) =>
    answer(
      await service.move({
        asked: { comments, to, ...(why !== undefined && { why }) },
        now: new Date(),
        req,
      }),
    ),
  ),
  act('/keep', KeepAsked, async (asked, req) => answer(await service.keep({ asked, now: new Date(), req }))),
  act('/reply', ReplyAsked, async ({ locale, ...asked }, req) => {
    const told = await service.reply({
      asked: { ...asked, ...(locale !== undefined && { locale }) },
      now: new Date(),
      req,
    })
    return answer(told, told.reply ? 200 : 409)
  }),
  act('/reply/undo', UndoReplyAsked, async (asked, req) =>
    answer(await service.undoReply({ asked, now: new Date(), req })),
  ),
  act('/approve-writer', ApproveWriterAsked, async ({ id }, req) =>
    answer(await service.approveWriter({ id, now: new Date(), req })),
  ),
  act('/close', CloseAsked, async (asked: CloseAnswer, req) => answer(await setClosed({ ...asked, req }))),
  desk('get', '/calm', async (req) => answer(await readCalm(req))),
  act('/calm', CalmAsked, async (asked, req) => answer(await setCalm({ asked: asked as never, req }))),
]

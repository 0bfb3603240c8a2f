import { addDataAndFileToRequest, APIError, type Endpoint, type PayloadRequest } from 'payload'
import type { z } from 'zod'

import { mayModerate } from '../comments/policy.ts'
import { PROBLEMS } from '../contract/index.ts'
import { Refusal } from '../platform/problem.ts'
import {
  ApproveWriterAsked,
  CalmAsked,
  CloseAsked,
  faultOf,
  KeepAsked,
  MoveAsked,
  QueueAsked,
  ReplyAsked,
} from './asked.ts'
import type { CloseAnswer } from './shapes.ts'
import * as service from './service.ts'
import { readCalm, setCalm, setClosed } from './switches.ts'

const WORDS: Partial<Record<Refusal['code'], string>> = {
  'not-found': 'There is no such thing here.',
  unavailable: 'Too much is written at the moment. Try again.',
}

const headers = { 'Cache-Control': 'no-store' }
const answer = (body: object, status = 200) => Response.json(body, { status, headers })
const say = (status: number, message: string) => answer({ errors: [{ message }] }, status)

const wordsOf = ({ code, detail, errors, message }: Refusal) =>
  detail ?? errors?.map((one) => one.message).join(' ') ?? WORDS[code] ?? message

/** For those who moderate; what was refused is told in words. */
const desk = (
  method: 'get' | 'post',
  path: string,
  act: (req: PayloadRequest) => Promise<Response>,
): Endpoint => ({
  method,
  path: `/desk${path}`,
  handler: async (req) => {
    if (!mayModerate({ req })) return say(403, 'The desk is for those who moderate comments.')
    try {
      return await act(req)
    } catch (error) {
      if (error instanceof Refusal) {
        const isTheirs = error.code === 'invalid'
        return say(isTheirs ? 400 : PROBLEMS[error.code], wordsOf(error))
      }
      if (error instanceof APIError && error.isPublic) return say(error.status, error.message)
      throw error
    }
  },
})

/** @throws Refusal `invalid` that says what is wrong */
function read<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
  const read = schema.safeParse(given)
  if (read.success) return read.data
  throw new Refusal('invalid', { detail: faultOf(read.error) })
}

/** An act with a body of one shape. */
const act = <T extends z.ZodType>(
  path: string,
  schema: T,
  run: (asked: z.output<T>, req: PayloadRequest) => Promise<Response>,
) =>
  desk('post', path, async (req) => {
    await addDataAndFileToRequest(req)
    return run(read(schema, req.data ?? {}), req)
  })

const lookOf = (req: PayloadRequest) => ({
  payload: req.payload,
  locale: service.languageOf(req),
  now: new Date(),
})

/** What the moderation desk asks; shapes.ts says in which words. */
export const deskEndpoints: Endpoint[] = [
  desk('get', '/queue', async (req) =>
    answer(await service.readQueue({ ...lookOf(req), asked: read(QueueAsked, req.query) })),
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
  act('/approve-writer', ApproveWriterAsked, async ({ id }, req) =>
    answer(await service.approveWriter({ id, now: new Date(), req })),
  ),
  act('/close', CloseAsked, async (asked: CloseAnswer, req) => answer(await setClosed({ ...asked, req }))),
  desk('get', '/calm', async (req) => answer(await readCalm(req))),
  act('/calm', CalmAsked, async (asked, req) => answer(await setCalm({ asked: asked as never, req }))),
]

import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Payload } from 'payload'
import type { ZodError } from 'zod'

import {
  type FieldError,
  type Locale,
  Problem,
  type ProblemCode,
  type ProblemStatus,
  PROBLEMS,
} from '../contract/index.ts'
import { chooseLocale, PROBLEM_WORDS, word } from './messages.ts'
import { networkMarkOf } from './network.ts'
import { header, problemAnswers } from './openapi.ts'
import { Refusal } from './problem.ts'
import type { Uses } from './tags.ts'

/** Where the public door is. */
export const API_PATH = '/api/v1'

/** `uses`, where the caller brings one, gathers what the answer is made of. */
export type Corridor = {
  Bindings: { uses?: Uses; incoming?: IncomingMessage }
  Variables: { payload: Payload; traceId: string; uses: Uses }
}

/** From which network a request came, as a mark. */
export const networkMark = (c: Context<Corridor>) =>
  c.env.incoming ? networkMarkOf(c.env.incoming) : 'unknown'

/** The language to answer in: `?locale=`, else `Accept-Language`, else the default. */
export const localeOf = (c: Context, named?: string | null): Locale =>
  chooseLocale({ named: named ?? c.req.query('locale'), accept: c.req.header('accept-language') })

const codeOf = (issue: ZodError['issues'][number]): FieldError['code'] => {
  if (issue.code === 'too_big') return 'too-long'
  if (issue.code === 'too_small') return 'too-short'
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required'
  return 'invalid'
}

/** What does not fit the contract, field by field, in the language asked for. */
function toFieldErrors({ error, locale }: { error: ZodError; locale: Locale }): FieldError[] {
  return error.issues.map((issue) => ({
    field: issue.path.join('.') || 'body',
    code: codeOf(issue),
    message: word(codeOf(issue) === 'required' ? 'required' : 'bad-value', locale),
  }))
}

/** A room's part of the public door. What does not fit the contract is refused before the room sees it. */
export function createRoutes() {
  return new OpenAPIHono<Corridor>({
    defaultHook: (result, c) => {
      if (result.success) return
      throw new Refusal('invalid', { errors: toFieldErrors({ error: result.error, locale: localeOf(c) }) })
    },
  })
}

/** Answers that a route may give besides its own, for the document. What any route may give is there already. */
export const problems = (...codes: ProblemCode[]): RouteConfig['responses'] =>
  Object.fromEntries(
    problemAnswers(codes).map(({ status, description, examples }) => [
      status,
      { description, content: { 'application/problem+json': { schema: Problem, examples } } },
    ]),
  )

type Described = {
  /** Examples of the whole, where the schema has no name to find them by in the contract. */
  examples?: Record<string, { summary?: string; value: unknown }>
  /** For one reader alone: the answer may be kept by nobody. */
  isPrivate?: boolean
}

const json = <T>(description: string, schema: T, { examples, isPrivate }: Described = {}) => ({
  description,
  ...(isPrivate && { headers: { 'Cache-Control': header('Cache-Control') } }),
  content: { 'application/json': { schema, ...(examples && { examples }) } },
})

export const answers = { json }

/** Errors that mean the database is away: by Node's network code, the driver's kind, or the engine's own word. */
const AWAY =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|SQLITE_(BUSY|FULL|IOERR|CANTOPEN|READONLY).*)$/
const AWAY_KINDS =
  /^(Mongo(ose)?(Network|ServerSelection|NotConnected|Pool|Topology|Expired|Disconnected|Bulk)\w*|PoolClearedError|MongooseError)$/

export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 5) return false
  const code = 'code' in error ? String(error.code) : ''
  return AWAY.test(code) || AWAY_KINDS.test(error.name) || isDatabaseAway(error.cause, depth + 1)
}

function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof Error && 'status' in error && error.status === 413) return new Refusal('too-large')
  if (isDatabaseAway(error)) return new Refusal('unavailable', { retryAfter: 5 })
  return new Refusal('internal')
}

const wordsOf = ({ code, retryAfter }: Refusal, locale: Locale): string =>
  code === 'throttled' && retryAfter !== undefined
    ? word('throttled-for', locale, { minutes: Math.ceil(retryAfter / 60) })
    : PROBLEM_WORDS[code][locale]

/** Turns whatever was thrown into the one shape of an error; what strangers may not know goes to the log. */
export function answerProblem(error: unknown, c: Context<Corridor>): Response {
  const refusal = toRefusal(error)
  const traceId = c.get('traceId') ?? randomUUID()
  const status: ProblemStatus = PROBLEMS[refusal.code]
  const locale = localeOf(c)
  if (status >= 500) {
    c.get('payload')?.logger.error({
      traceId,
      err: error,
      msg: `The public door answered ${status}.`,
    })
  }
  const problem: Problem = {
    type: `urn:ovoz:problem:${refusal.code}`,
    title: PROBLEM_WORDS[refusal.code].en,
    status,
    code: refusal.code,
    detail: refusal.detail ?? wordsOf(refusal, locale),
    traceId,
    ...(refusal.errors && { errors: refusal.errors }),
  }
  const retryAfter = refusal.retryAfter ?? (status === 503 || status === 429 ? 5 : undefined)
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Content-Language': locale,
      'Cache-Control': 'no-store',
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    },
  })
}

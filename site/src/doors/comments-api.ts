import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'

import type { Ground } from '../app.ts'
import { only } from '../hand-on.ts'
import { withQuery } from '../links.ts'

/** The most bytes of a comment, as the API has it. */
const LARGEST = 64 * 1024
const API = '/api/v1'

/** What of a request is handed on, and of the answer. Nothing says where a reader is. */
const ASKED = ['Content-Type', 'Authorization', 'Idempotency-Key', 'If-None-Match', 'Accept-Language']
const ANSWERED = [
  'Content-Type',
  'Content-Language',
  'Cache-Control',
  'ETag',
  'Location',
  'Retry-After',
  'Idempotent-Replayed',
  'WWW-Authenticate',
  'X-Trace-Id',
]

type Door = { method: 'GET' | 'POST' | 'PATCH' | 'DELETE'; path: string; query: readonly string[] }

const DOORS: Door[] = [
  { method: 'GET', path: '/site', query: ['locale'] },
  { method: 'GET', path: '/comments', query: ['on', 'order', 'limit', 'cursor', 'locale', 'fields'] },
  { method: 'POST', path: '/comments', query: ['locale'] },
  { method: 'GET', path: '/comments/counts', query: ['on', 'locale'] },
  { method: 'GET', path: '/comments/:id{[A-Za-z0-9-]{1,64}}', query: ['locale'] },
  { method: 'PATCH', path: '/comments/:id{[A-Za-z0-9-]{1,64}}', query: ['locale'] },
  { method: 'DELETE', path: '/comments/:id{[A-Za-z0-9-]{1,64}}', query: ['locale'] },
]

/** An error in the form that the API gives its own. */
const toProblem = ({
  status,
  code,
  title,
  detail,
}: {
  status: 413 | 503
  code: string
  title: string
  detail: string
}) =>
  new Response(
    JSON.stringify({ type: `urn:ovoz:problem:${code}`, title, status, code, detail, traceId: '' }),
    {
      status,
      headers: {
        'Content-Type': 'application/problem+json',
        'Cache-Control': 'no-store',
        ...(status === 503 && { 'Retry-After': '5' }),
      },
    },
  )

const away = () =>
  toProblem({
    status: 503,
    code: 'unavailable',
    title: 'A part that is needed is away.',
    detail:
      'The newsroom’s server does not answer. Please try again in a few minutes; nothing that was typed is lost.',
  })
const tooLarge = () =>
  toProblem({
    status: 413,
    code: 'too-large',
    title: 'The body is too large.',
    detail: `A comment may have ${LARGEST / 1024} KiB at most.`,
  })

const pick = (headers: Headers, names: readonly string[]) =>
  new Headers(
    names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name)!] as const] : [])) as [
      string,
      string,
    ][],
  )

async function handOnComment(c: Context, { ground, query }: { ground: Ground; query: readonly string[] }) {
  const { method } = c.req
  const isWrite = method !== 'GET' && method !== 'HEAD'
  const { pathname } = new URL(c.req.url)
  const answer = await ground.fetch(
    ground.settings.API_URL + withQuery(pathname, only(c.req.query(), query)),
    {
      method,
      headers: pick(c.req.raw.headers, ASKED),
      ...(isWrite && { body: await c.req.arrayBuffer() }),
      redirect: 'manual',
    },
  )
  const headers = pick(answer.headers, ANSWERED)
  // What was asked for with a token, or changed something, is of one reader.
  if (isWrite || c.req.header('authorization') !== undefined)
    headers.set('Cache-Control', 'private, no-store')
  // One's own comment is to be seen at once wherever it is public.
  if (isWrite && answer.ok) ground.source.expire()
  return new Response(answer.body, { status: answer.status, headers })
}

/**
 * The part of the API that the comments element needs, under this site's own address: readers' browsers ask one host
 * alone, and the API need not be reachable for them.
 */
export function addCommentsApi(app: Hono, ground: Ground) {
  const limit = bodyLimit({ maxSize: LARGEST, onError: tooLarge })
  for (const { method, path, query } of DOORS) {
    app.on(method, API + path, limit, (c) => handOnComment(c, { ground, query }).catch(away))
  }
}

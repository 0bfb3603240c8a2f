import type { Context, Hono } from 'hono'
import type { Locale } from 'ovoz/client'

import type { Ground } from '../app.ts'
import { readBody } from '../body.ts'
import { only } from '../hand-on.ts'
import { LOCALES, withQuery } from '../links.ts'
import { textsIn } from '../texts/index.ts'

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
  { method: 'GET', path: '/comments/form-token', query: ['on', 'locale'] },
  { method: 'GET', path: '/comments/:id{[A-Za-z0-9-]{1,64}}', query: ['locale'] },
  { method: 'PATCH', path: '/comments/:id{[A-Za-z0-9-]{1,64}}', query: ['locale'] },
  { method: 'DELETE', path: '/comments/:id{[A-Za-z0-9-]{1,64}}', query: ['locale'] },
]

const REFUSALS = { 'too-large': 413, unavailable: 503 } as const

/** The language of the reader: as it is asked for, else as the browser has it. */
function localeOf(c: Context): Locale {
  const named = [c.req.query('locale'), ...(c.req.header('accept-language') ?? '').split(',')]
  const codes = named.map((one) => one?.trim().slice(0, 2).toLowerCase())
  return (
    LOCALES.find((locale) => locale === codes.find((code) => LOCALES.some((one) => one === code))) ?? 'en'
  )
}

/** An error in the form that the API gives its own. */
function refuse(c: Context, code: keyof typeof REFUSALS): Response {
  const t = textsIn(localeOf(c))
  const status = REFUSALS[code]
  const detail = code === 'too-large' ? t('too-large') : `${t('away')}. ${t('away-text')}`
  const problem = { type: `urn:ovoz:problem:${code}`, title: code, status, code, detail, traceId: '' }
  return c.body(JSON.stringify(problem), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...(status === 503 && { 'Retry-After': '5' }),
  })
}

function pick(headers: Headers, names: readonly string[]): Headers {
  const picked = new Headers()
  for (const name of names) if (headers.has(name)) picked.set(name, headers.get(name)!)
  return picked
}

/** What is no answer of the API comes from a proxy before it. */
const isForeign = ({ body, headers }: Response) =>
  body !== null &&
  !/\bjson\b/.test(headers.get('Content-Type') ?? '') &&
  headers.get('Content-Length') !== '0'

async function handOnComment(c: Context, { ground, query }: { ground: Ground; query: readonly string[] }) {
  const { method } = c.req
  const isWrite = method !== 'GET' && method !== 'HEAD'
  const body = isWrite ? await readBody(c) : undefined
  if (body === null) return refuse(c, 'too-large')
  const { pathname } = new URL(c.req.url)
  const answer = await ground.fetch(
    ground.settings.API_URL + withQuery(pathname, only(c.req.query(), query)),
    {
      method,
      headers: pick(c.req.raw.headers, ASKED),
      ...(body?.length && { body: new Uint8Array(body) }),
      redirect: 'manual',
    },
  )
  if (isForeign(answer)) return refuse(c, 'unavailable')
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
  for (const { method, path, query } of DOORS) {
    app.on(method, API + path, (c) =>
      handOnComment(c, { ground, query }).catch(() => refuse(c, 'unavailable')),
    )
  }
}

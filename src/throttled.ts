import type { IncomingMessage, ServerResponse } from 'node:http'

import { h } from 'hastscript'
import type { Payload } from 'payload'

import { say } from './gate.ts'
import { KEY_PAGE_HEADERS, toKeyPage } from './platform/key-page.ts'
import { whyRefused } from './platform/limit-door.ts'
import { chooseLocale, word } from './platform/messages.ts'
import { Refusal } from './platform/problem.ts'

/** How a door tells people that they have to wait. */
type Teller = (
  response: ServerResponse,
  wait: { seconds: number; minutes: number; request: IncomingMessage },
) => void

const localeOf = ({ headers }: IncomingMessage) =>
  chooseLocale({ accept: headers['accept-language'] ?? null })

/** As a page, for those who pressed a button of one. */
export const tellByPage: Teller = (response, { seconds, minutes, request }) => {
  const locale = localeOf(request)
  const page = toKeyPage({
    locale,
    title: word('throttled-title', locale),
    content: [h('p', word('throttled-for', locale, { minutes }))],
  })
  response.writeHead(429, { ...KEY_PAGE_HEADERS, 'Retry-After': String(seconds) })
  response.end(page)
}

/** In the form of the panel's own errors. */
export const tellByJson: Teller = (response, { seconds, minutes, request }) =>
  say(
    response,
    429,
    { errors: [{ message: word('throttled-for', localeOf(request), { minutes }) }] },
    { 'Retry-After': String(seconds) },
  )

/**
 * Answers a request that comes too often; false where it may go on.
 * @throws whatever says that the database is away
 */
export async function answerThrottled({
  payload,
  request,
  response,
  path,
  tell,
}: {
  payload: Payload
  request: IncomingMessage
  response: ServerResponse
  path: string
  tell: Teller
}): Promise<boolean> {
  const why = await whyRefused({ payload, request, path })
  if (!why) return false
  if (!(why instanceof Refusal) || why.retryAfter === undefined) throw why
  tell(response, { seconds: why.retryAfter, minutes: Math.ceil(why.retryAfter / 60), request })
  return true
}

import type { IncomingMessage, ServerResponse } from 'node:http'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** How long a request that comes too early waits, in milliseconds, and how many may wait. */
const PATIENCE = 15_000
const MOST = 1000

/** When it is worth asking again what cannot be answered now. */
export const RETRY = { 'Retry-After': '5' }

export const pathOf = (request: IncomingMessage) => (request.url ?? '/').split('?', 1)[0]!

/** Answers with a small JSON body that nobody keeps. */
export function say(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers })
  response.end(JSON.stringify(body))
}

/**
 * Stands before the doors while they are opened. The process answers at once that it lives, and that it is not
 * ready; every other request is held until the doors are open. One that waits too long, or finds too many before it, is
 * answered 503 with Retry-After. This file loads nothing that takes time.
 */
export function createGate({ patience = PATIENCE, most = MOST } = {}) {
  let answer: Answer | undefined
  const waiting = new Map<ServerResponse, IncomingMessage>()

  const turnAway = (response: ServerResponse) =>
    say(response, 503, { errors: [{ message: 'The server is starting.' }] }, RETRY)

  function hold(request: IncomingMessage, response: ServerResponse) {
    if (waiting.size >= most) return turnAway(response)
    waiting.set(response, request)
    const overdue = setTimeout(() => {
      if (waiting.delete(response)) turnAway(response)
    }, patience)
    response.once('close', () => {
      clearTimeout(overdue)
      waiting.delete(response)
    })
  }

  return {
    handle: ((request, response) => {
      if (answer) return answer(request, response)
      const path = pathOf(request)
      if (path === '/healthz') return say(response, 200, { status: 'ok' })
      if (path === '/readyz') return say(response, 503, { status: 'starting', checks: {} }, RETRY)
      hold(request, response)
    }) satisfies Answer,

    /** From now on this answers, first of all those who wait, in the order they came. */
    open(opened: Answer) {
      answer = opened
      const held = [...waiting]
      waiting.clear()
      for (const [response, request] of held) opened(request, response)
    },
  }
}

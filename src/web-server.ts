import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

import { API_PATH } from './contract/basics.ts'
import type { ProblemCode } from './contract/problem.ts'
import { createGate, say } from './gate.ts'
import { faultOfRequest, METHODS } from './platform/request-line.ts'

/** How long a sender may take, in milliseconds: for the head of a request, and for all of it (a picture on a slow line). */
const FOR_HEAD = 15_000
const FOR_ALL = 120_000
/** How often it is looked for those who take longer, in milliseconds. */
const LOOKED_FOR = 5000
/**
 * How long a connection stays on which nothing happens, in milliseconds. Longer than proxies keep one they do not use (nginx:
 * 60 s): the side that asks must be the one to close it, or a request that is on its way just then is lost.
 */
const IDLE = 65_000
/** The most bytes of a request's line and headers; more are answered 431. */
const HEAD_BYTES = 16 * 1024
/** The most headers of one request; more are not read. */
const HEADERS = 100
/** The most connections of one process, so that those who come do not take all of its memory. */
const CONNECTIONS = 10_000

/** What Node's parser could not read is answered shortly, and the connection ends: nothing on it can be believed any more. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket) {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request'
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

type Fault = NonNullable<ReturnType<typeof faultOfRequest>>

/** In the form of the door that was asked for. */
function tellFault({ url = '' }: IncomingMessage, response: ServerResponse, { status, message }: Fault) {
  const code: ProblemCode = status === 405 ? 'method-not-allowed' : 'malformed'
  const headers = { Connection: 'close', ...(status === 405 && { Allow: METHODS.join(', ') }) }
  if (!url.startsWith(`${API_PATH}/`)) return say(response, status, { errors: [{ message }] }, headers)
  const problem = { type: `urn:ovoz:problem:${code}`, title: message, status, code, detail: message }
  say(
    response,
    status,
    { ...problem, traceId: randomUUID() },
    { ...headers, 'Content-Type': 'application/problem+json' },
  )
}

type Times = { forHead?: number; forAll?: number; lookedFor?: number }

/** The server of one process, with the gate that stands before its doors. Times are in milliseconds. */
export function createWebServer({
  forHead = FOR_HEAD,
  forAll = FOR_ALL,
  lookedFor = LOOKED_FOR,
}: Times = {}): { gate: ReturnType<typeof createGate>; server: Server } {
  const gate = createGate()
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const fault = faultOfRequest(request)
    if (fault) tellFault(request, response, fault)
    else gate.handle(request, response)
  }
  const server = createServer(
    {
      connectionsCheckingInterval: lookedFor,
      headersTimeout: forHead,
      insecureHTTPParser: false,
      keepAliveTimeout: IDLE,
      maxHeaderSize: HEAD_BYTES,
      requestTimeout: forAll,
      requireHostHeader: true,
    },
    handle,
  )
  server.maxConnections = CONNECTIONS
  server.maxHeadersCount = HEADERS
  server.on('clientError', answerUnreadable)
  return { gate, server }
}

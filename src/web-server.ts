import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

import { createGate, say } from './gate.ts'
import { faultOfRequest } from './platform/request-line.ts'

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

/** The server of one process, with the gate that stands before its doors. */
export function createWebServer(): { gate: ReturnType<typeof createGate>; server: Server } {
  const gate = createGate()
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const fault = faultOfRequest(request)
    if (!fault) return gate.handle(request, response)
    say(response, fault.status, { errors: [{ message: fault.message }] }, { Connection: 'close' })
  }
  const server = createServer(
    {
      connectionsCheckingInterval: LOOKED_FOR,
      headersTimeout: FOR_HEAD,
      insecureHTTPParser: false,
      keepAliveTimeout: IDLE,
      maxHeaderSize: HEAD_BYTES,
      requestTimeout: FOR_ALL,
      requireHostHeader: true,
    },
    handle,
  )
  server.maxConnections = CONNECTIONS
  server.maxHeadersCount = HEADERS
  server.on('clientError', answerUnreadable)
  return { gate, server }
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = { method: string; path: string; headers: IncomingMessage['headers']; body: string }
type Answer = { status?: number; headers?: Record<string, string>; body?: unknown }
type Reply = (asked: Asked, response: ServerResponse) => Answer | 'silence'

async function read(request: IncomingMessage): Promise<Asked> {
  let body = ''
  for await (const part of request.setEncoding('utf8')) body += part
  return { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body }
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: Answer) {
  const isText = typeof body === 'string' || Buffer.isBuffer(body)
  const type = status >= 400 ? 'application/problem+json' : 'application/json'
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(body === undefined ? undefined : isText ? body : JSON.stringify(body))
}

/**
 * A server that answers as the API does, by a list of replies: by its path, with or without what is asked of it. It can
 * be closed and opened again at the same port, and it remembers what it was asked.
 */
export async function openSmallApi(replies: Record<string, Answer | Reply> = {}) {
  const asked: Asked[] = []
  const waiting: { path: string; resolve: () => void }[] = []
  const state = { replies: { '/readyz': {}, ...replies } as Record<string, Answer | Reply> }

  const listener = (request: IncomingMessage, response: ServerResponse) =>
    void read(request).then((one) => {
      asked.push(one)
      for (const { resolve } of waiting.filter(({ path }) => path === one.path)) resolve()
      const found = state.replies[one.path] ?? state.replies[one.path.split('?')[0]!]
      if (!found) return send(response, { status: 404, body: { code: 'not-found', status: 404 } })
      const answer = typeof found === 'function' ? found(one, response) : found
      if (answer === 'silence') return
      const etag = answer.headers?.etag
      if (etag && one.headers['if-none-match'] === etag)
        return send(response, { status: 304, headers: { etag } })
      send(response, answer)
    })

  let server = createServer(listener)
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })

  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    timesAsked: (path: string) => asked.filter((one) => one.path === path).length,
    reply: (path: string, answer: Answer | Reply) => void (state.replies[path] = answer),
    /** Resolves when the path is asked for the next time. */
    whenAsked: (path: string) => new Promise<void>((resolve) => waiting.push({ path, resolve })),
    close,
    async open() {
      server = createServer(listener)
      await listen(port)
    },
  }
}

export type SmallApi = Awaited<ReturnType<typeof openSmallApi>>

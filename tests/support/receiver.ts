import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = { path: string; headers: Record<string, string>; body: string }
type Reply = (request: Received, response: ServerResponse, times: number) => void

const answer204: Reply = (_request, response) => void response.writeHead(204).end()

async function read(request: IncomingMessage): Promise<Received> {
  let body = ''
  for await (const part of request.setEncoding('utf8')) body += part
  return { path: request.url ?? '', headers: request.headers as Record<string, string>, body }
}

/** A real receiver on this machine, which keeps what it got and answers as it is told. */
export async function openReceiver(reply: Reply = answer204) {
  const received: Received[] = []
  const state = { reply }
  const server = createServer((request, response) => {
    void read(request).then((message) => {
      received.push(message)
      state.reply(message, response, received.length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}/hook`,
    received,
    types: () => received.map(({ body }) => JSON.parse(body).type as string),
    ids: () => received.map(({ headers }) => headers['webhook-id']!),
    replyWith: (next: Reply) => void (state.reply = next),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

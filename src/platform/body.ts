import type { Context } from 'hono'

import { Refusal } from './problem.ts'

async function readAtMost(stream: ReadableStream<Uint8Array>, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    size += value.length
    if (size > most) {
      // The rest is not wanted: nobody is to send on and on.
      void reader.cancel().catch(() => undefined)
      throw new Refusal('too-large')
    }
    chunks.push(value)
  }
}

/**
 * Reads the body of a request, of at most so many bytes, whether or not its length was told beforehand, and puts it
 * in the request's place. Hono's own `bodyLimit` makes a new request of the one it has, which the requests of its
 * server for Node do not take (https://github.com/honojs/node-server).
 * @throws Refusal `too-large`
 */
export async function takeBody(c: Context, most: number) {
  const told = Number(c.req.header('content-length') ?? 0)
  if (told > most) throw new Refusal('too-large')
  const { body, headers } = c.req.raw
  const bytes = body ? await readAtMost(body as ReadableStream<Uint8Array>, most) : Buffer.alloc(0)
  c.req.raw = new Request(c.req.url, {
    method: c.req.method,
    headers: [...headers],
    body: bytes.length ? new Uint8Array(bytes) : null,
  })
}

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
 * Lets a request through whose body has at most so many bytes. Where its length was not told beforehand it is read
 * here, and put in the request's place. Hono's own `bodyLimit` makes a new request of the one it has, which the requests of its
 * server for Node do not take (https://github.com/honojs/node-server).
 * @throws Refusal `too-large`
 */
export async function boundBody(c: Context, most: number) {
  const told = c.req.header('content-length')
  if (Number(told ?? 0) > most) throw new Refusal('too-large')
  // No more than was told comes through; only where nothing was told has it to be counted.
  if (told !== undefined && c.req.header('transfer-encoding') === undefined) return
  const { body, headers } = c.req.raw
  const bytes = body ? await readAtMost(body as ReadableStream<Uint8Array>, most) : Buffer.alloc(0)
  c.req.raw = new Request(c.req.url, {
    method: c.req.method,
    headers: [...headers],
    body: bytes.length ? new Uint8Array(bytes) : null,
  })
}

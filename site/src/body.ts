import type { Context } from 'hono'

/** The most bytes of a form, a comment and a message, as the API has it. */
export const LARGEST = 64 * 1024

/** The bytes that were sent, or null where they are more than `most`: what goes beyond is not read. */
export async function readBody(c: Context, most = LARGEST): Promise<Buffer | null> {
  if (Number(c.req.header('content-length')) > most) return null
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of c.req.raw.body ?? []) {
    length += part.length
    if (length > most) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

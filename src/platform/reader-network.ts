import { createHmac } from 'node:crypto'

import { isSame } from './crypto.ts'

/**
 * The header by which a site says from where the reader comes whose request it hands on:
 * `<milliseconds since 1970>.<base64url of {"peer", "forwarded"}>.<HMAC-SHA256, base64url>`. The HMAC is with the secret of the
 * site's webhook, of `ovoz reader <time>.<what is said>`. Nobody else can make one.
 */
export const READER_HEADER = 'ovoz-reader'

/** How old it may be, and how much further on the site's clock, in milliseconds. */
const LASTS = 5 * 60_000

/** What the site saw: the other end of the reader's connection, and the header of a proxy before it. */
export type Seen = { peer: string; forwarded: string | undefined }

export const signReader = (secret: string, at: string, said: string) =>
  createHmac('sha256', secret).update(`ovoz reader ${at}.${said}`).digest('base64url')

/** What the site says of its reader; null where it says nothing that it can be believed. */
export function readReader({
  header,
  secret,
  now,
}: {
  header: string
  secret: string
  now: number
}): Seen | null {
  const [at = '', said = '', signature = '', ...more] = header.split('.')
  if (more.length || !/^\d{13}$/.test(at) || !isSame(signature, signReader(secret, at, said))) return null
  if (Math.abs(now - Number(at)) > LASTS) return null
  // It is the site's own word, so it can be read.
  const { peer, forwarded } = JSON.parse(Buffer.from(said, 'base64url').toString()) as Record<string, unknown>
  if (typeof peer !== 'string') return null
  return { peer, forwarded: typeof forwarded === 'string' ? forwarded : undefined }
}

import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

import { LRUCache } from 'lru-cache'

import type { Kept, Source } from './source.ts'

type Encoding = 'br' | 'gzip' | 'identity'

/** A page as it is sent: made once, compressed once. */
export type Rendered = {
  status: number
  headers: Record<string, string>
  etag: string
  bodies: Record<Encoding, Buffer>
  /** What of the API it was made of. */
  used: Map<string, Kept>
  /** The minute it was made in: pages say how long ago something was. */
  minute: number
}

const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

/** Compresses a text and names it by its content. */
export function render({
  status,
  headers,
  text,
  used,
  minute,
}: Pick<Rendered, 'status' | 'headers' | 'used' | 'minute'> & { text: string }): Rendered {
  const identity = Buffer.from(text)
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
  const bodies = { identity, br: brotliCompressSync(identity, QUALITY), gzip: gzipSync(identity) }
  return { status, headers, etag, bodies, used, minute }
}

/** The best encoding of those that a browser takes. */
export function encodingFor(accepted: string | undefined): Encoding {
  const named = new Set((accepted ?? '').split(',').map((part) => part.split(';')[0]!.trim().toLowerCase()))
  return named.has('br') ? 'br' : named.has('gzip') ? 'gzip' : 'identity'
}

/** Pages that were made, by address; each is given again while all it was made of is the same. */
export function createRenderedPages({ source, bytes }: { source: Source; bytes: number }) {
  const kept = new LRUCache<string, Rendered>({
    maxSize: Math.max(1, bytes),
    sizeCalculation: ({ bodies }, key) =>
      bodies.identity.length + bodies.br.length + bodies.gzip.length + key.length + 500,
  })

  const isSame = async ([path, entry]: [string, Kept]) =>
    (await source.look(path).catch(() => entry)) === entry

  return {
    /** A page of this minute that still holds. */
    async find(address: string, minute: number): Promise<Rendered | null> {
      const page = kept.get(address)
      if (page?.minute !== minute) return null
      return (await Promise.all([...page.used].map(isSame))).every(Boolean) ? page : null
    },
    keep: (address: string, page: Rendered) => void kept.set(address, page),
  }
}

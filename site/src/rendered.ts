import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

import { LRUCache } from 'lru-cache'

import type { Look, Source } from './source.ts'

type Encoding = 'br' | 'gzip' | 'identity'

/** A page as it is sent: made once, and compressed once in each way that is asked for. */
export type Rendered = {
  status: number
  headers: Record<string, string>
  etag: string
  bodies: Partial<Record<Encoding, Buffer>> & { identity: Buffer }
  /** What of the API it was made of, by path: the version of each answer. */
  versions: Map<string, number>
  /** The minute it was made in: pages say how long ago something was. */
  minute: number
}

type Making = {
  status: number
  headers: Record<string, string>
  text: string
  used?: Map<string, Look>
  minute?: number
}

/** Names a text by its content. The ETag is weak, since it is one for all encodings. */
export function render({ status, headers, text, used = new Map(), minute = 0 }: Making): Rendered {
  const identity = Buffer.from(text)
  const etag = `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
  const versions = new Map([...used].map(([path, { entry }]) => [path, entry.version]))
  return { status, headers, etag, bodies: { identity }, versions, minute }
}

const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

export function bodyIn(encoding: Encoding, { bodies }: Pick<Rendered, 'bodies'>): Buffer {
  const { identity } = bodies
  return (bodies[encoding] ??= encoding === 'br' ? brotliCompressSync(identity, QUALITY) : gzipSync(identity))
}

/** The best encoding of those that a browser takes. */
export function encodingFor(accepted: string | undefined): Encoding {
  const named = (accepted ?? '')
    .split(',')
    .map((part) => part.toLowerCase().replace(/\s/g, '').split(';'))
    .filter(([, quality]) => !quality || !/^q=0(\.0*)?$/.test(quality))
    .map(([name]) => name)
  return named.includes('br') ? 'br' : named.includes('gzip') ? 'gzip' : 'identity'
}

const bare = (etag: string) => etag.trim().replace(/^W\//, '')

/** Whether a browser has this already, by its `If-None-Match`. */
export const isKnown = (etag: string, named: string | undefined): boolean =>
  named !== undefined && named.split(',').some((one) => bare(one) === '*' || bare(one) === bare(etag))

/** Pages that were made, by address; each is given again while all it was made of is the same. */
export function createRenderedPages({ source, bytes }: { source: Source; bytes: number }) {
  const kept = new LRUCache<string, Rendered>({
    maxSize: Math.max(1, bytes),
    // With both compressed bodies, each of which is far less than half of the text.
    sizeCalculation: ({ bodies, versions }, key) =>
      bodies.identity.length * 2 + key.length + versions.size * 200,
  })

  async function isSame([path, version]: [string, number]): Promise<boolean> {
    const known = await source.look(path).catch(() => null)
    return known !== null && known.isCertain && known.entry.version === version
  }

  return {
    /** A page of this minute that still holds. */
    async find(address: string, minute: number): Promise<Rendered | null> {
      const page = kept.get(address)
      if (page?.minute !== minute) return null
      return (await Promise.all([...page.versions].map(isSame))).every(Boolean) ? page : null
    },
    keep: (address: string, page: Rendered) => void kept.set(address, page),
  }
}

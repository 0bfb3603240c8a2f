import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

/** A body in the forms it has been asked for, each compressed once. `headers` are those of all forms. */
export type Variants = {
  status: number
  headers: [name: string, value: string][]
  etag: string
  forms: Partial<Record<Encoding, Form>>
}
/**
 * What goes out: the raw header list as `writeHead` takes it, for an answer from memory, and the bytes. `unchanged` are
 * the headers of a 304, `made` those of an answer that was made for this request.
 */
type Form = { head: string[]; made: string[]; unchanged: string[]; body: Buffer }

/** Below this many bytes compressing saves nothing. */
const WORTH_BYTES = 1000
/** RFC 9211. */
const HIT = ['Cache-Status', 'ovoz; hit']
const SUFFIX: Record<Encoding, string> = { br: '-b', gzip: '-g', identity: '' }

const compress = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 6,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 6 }),
}

function formOf(
  { headers, etag }: Pick<Variants, 'headers' | 'etag'>,
  encoding: Encoding,
  body: Buffer,
): Form {
  const all = headers.flat()
  all.push('ETag', `"${etag}${SUFFIX[encoding]}"`)
  const whole = [...all, 'Content-Length', String(body.length)]
  if (encoding !== 'identity') whole.push('Content-Encoding', encoding)
  return {
    head: [...whole, ...HIT],
    made: [...whole, 'Cache-Status', 'ovoz; fwd=miss'],
    unchanged: [...all, ...HIT],
    body,
  }
}

/** An answer, ready to be sent as often as it is asked for. */
export function createVariants({
  status,
  headers,
  body,
}: {
  status: number
  headers: [string, string][]
  body: Buffer
}): Variants {
  // Also over the headers: a `Link` that changes makes another answer.
  const etag = createHash('sha256')
    .update(JSON.stringify(headers))
    .update(body)
    .digest('base64url')
    .slice(0, 22)
  return { status, headers, etag, forms: { identity: formOf({ headers, etag }, 'identity', body) } }
}

/** The form for an encoding: made at the first request for it, the plain one where compressing is not worth it. */
export async function makeForm(variants: Variants, encoding: Encoding): Promise<Form> {
  const plain = variants.forms.identity!
  if (encoding === 'identity') return plain
  const body = plain.body.length < WORTH_BYTES ? plain.body : await compress[encoding](plain.body)
  const form = body.length < plain.body.length ? formOf(variants, encoding, body) : plain
  variants.forms[encoding] = form
  return form
}

export const sizeOfVariants = ({ forms }: Variants) =>
  [...new Set(Object.values(forms))].reduce(
    (sum, { body, head }) => sum + body.length + head.length * 100,
    200,
  )

/** The best encoding a client takes (RFC 9110, section 12.5.3), `br` before `gzip` among equals. */
export function chooseEncoding(accept: string): Encoding {
  const weights = new Map<string, number>()
  for (const part of accept.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((one) => one.trim())
    const weight = parameters.map((one) => /^q=([\d.]+)$/.exec(one)?.[1]).find((one) => one !== undefined)
    weights.set(name, weight === undefined ? 1 : Number(weight))
  }
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0
  const [br, gzipped] = [weightOf('br'), weightOf('gzip')]
  const [best, weight] = br > 0 && br >= gzipped ? (['br', br] as const) : (['gzip', gzipped] as const)
  // Uncompressed where nothing else is taken, or where the client says that it likes that better.
  return weight > 0 && weight >= (weights.get('identity') ?? 0) ? best : 'identity'
}

/** Whether `If-None-Match` names this answer, in whichever encoding (weak comparison, RFC 9110, section 13.1.2). */
export function isSameTag(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some((one) => /^(?:W\/)?"([^"]*?)(?:-[bg])?"$/.exec(one.trim())?.[1] === etag)
}

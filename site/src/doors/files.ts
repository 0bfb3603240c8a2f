import type { Hono } from 'hono'

import type { Ground } from '../app.ts'
import { createSource, SourceAway } from '../source.ts'

const MEGABYTE = 1024 * 1024
/** How long a picture is shown without asking whether it is still there, in milliseconds. */
const FRESH = 60_000
const PATIENCE = 10_000
/** The largest picture that is handed on, in bytes. */
const LARGEST = 20 * MEGABYTE
/** A file is called as whoever uploaded it has called it; no name leads out of its folder. */
const NAME = /^[^./\\\p{C}][^/\\\p{C}]*$/u
const PICTURE = /^image\/(jpeg|png|webp|avif|gif)\b/

/** Takes a picture in. Whatever is none has no business under this address. */
async function readPicture(answer: Response) {
  const { status, headers } = answer
  if (status === 404 || status === 410) return { body: null, bytes: 0 }
  const isPicture = status === 200 && PICTURE.test(headers.get('Content-Type') ?? '')
  if (!isPicture || Number(headers.get('Content-Length')) > LARGEST)
    throw new Error(`A file was answered with ${status}.`)
  const body = await answer.arrayBuffer()
  return { body, bytes: body.byteLength }
}

/**
 * Pictures of the CMS, under this site's own address: readers ask one host alone. They are kept like answers of the
 * API: still there while the CMS is away, and gone when they are gone there.
 */
export function addFiles(app: Hono, { settings, source }: Pick<Ground, 'settings' | 'source'>) {
  const pictures = createSource({
    url: settings.API_URL,
    bytes: settings.CACHE_MB * MEGABYTE,
    fresh: FRESH,
    patience: PATIENCE,
    read: readPicture,
  })
  source.whenExpired(pictures.expire)

  app.get('/files/:name', async (c) => {
    const name = c.req.param('name')
    if (!NAME.test(name)) return c.notFound()
    const known = await pictures.look(`/files/${encodeURIComponent(name)}`).catch((error: unknown) => {
      if (error instanceof SourceAway) return null
      throw error
    })
    if (known === null) return c.text('', 503, { 'Retry-After': '5', 'Cache-Control': 'no-store' })
    const { body, headers } = known.entry
    if (body === null) return c.notFound()
    return c.body(body as ArrayBuffer, 200, {
      'Content-Type': headers.get('Content-Type') ?? '',
      'Cache-Control': 'public, max-age=86400',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    })
  })
}

import { join } from 'node:path'

import type { Context, Hono } from 'hono'
import { LRUCache } from 'lru-cache'
import { createClient, type Locale, OvozError } from 'ovoz/client'

import type { Ground } from '../app.ts'
import { inLocale, LOCALES } from '../links.ts'
import { CARDS } from '../share-image/cards.ts'
import { type Card, createDrawing, keyOf } from '../share-image/drawing.ts'
import { createTurns, TooMany } from '../share-image/turns.ts'
import { SourceAway } from '../source.ts'

const MEGABYTE = 1024 * 1024
/** Of what the pictures of the CMS may take; one of these takes about 40 kB. */
const PART = 4
const MOST_WAITING = 20
const WAIT_SECONDS = 10

/** What a picture is of. */
const nameIn = (file: string) => file.slice(0, -'.png'.length)

type Options = Pick<Ground, 'settings' | 'source'> & {
  fonts?: string
  draw?: (card: Card) => Promise<Buffer>
}

/**
 * The picture that other places show of a link to a quote, or to an article or an event that has none: its words. Each
 * is drawn once, and only what is public at this moment is given.
 */
export function addShareImages(app: Hono, options: Options) {
  const { settings, source } = options
  const fonts = options.fonts ?? join(settings.ASSETS_DIR || import.meta.dirname, 'fonts')
  const draw = options.draw ?? createDrawing(fonts)
  const bytes = Math.max(1, (settings.CACHE_MB * MEGABYTE) / PART)
  const kept = new LRUCache<string, Buffer>({
    maxSize: bytes,
    sizeCalculation: (image, key) => image.length + key.length + 500,
  })
  const flights = new Map<string, Promise<Buffer>>()
  const inTurn = createTurns(MOST_WAITING)

  async function drawOnce(key: string, card: Card): Promise<Buffer> {
    const image = await inTurn(() => draw(card))
    kept.set(key, image)
    return image
  }

  function find(key: string, card: Card): Promise<Buffer> {
    const known = kept.get(key)
    if (known) return Promise.resolve(known)
    const flight = flights.get(key) ?? drawOnce(key, card).finally(() => flights.delete(key))
    flights.set(key, flight)
    return flight
  }

  async function readCard(kind: string, name: string, locale: Locale) {
    const { fetch, used } = source.open()
    const client = createClient({ url: settings.API_URL, locale, fetch })
    const [site, card] = await Promise.all([
      client.site(),
      CARDS[kind]!(name, { client, locale, timeZone: settings.TIME_ZONE }),
    ])
    const isCertain = [...used.values()].every((one) => one.isCertain)
    return { card: { ...card, site: site.name }, isCertain }
  }

  async function answer(c: Context, kind: string, name: string, locale: Locale) {
    const { card, isCertain } = await readCard(kind, name, locale)
    const key = keyOf(card)
    // While the API is away nobody knows whether the words are still public: nobody else is to keep them meanwhile.
    const headers = { ETag: `"${key}"`, 'Cache-Control': isCertain ? 'public, max-age=3600' : 'no-store' }
    if (c.req.header('if-none-match')?.includes(headers.ETag)) return c.body(null, 304, headers)
    const image = await find(key, card)
    return c.body(image as unknown as ArrayBuffer, 200, { ...headers, 'Content-Type': 'image/png' })
  }

  function refuse(c: Context, error: unknown) {
    if (error instanceof OvozError) return c.notFound()
    if (error instanceof TooMany || error instanceof SourceAway)
      return c.text('', 503, { 'Retry-After': String(WAIT_SECONDS), 'Cache-Control': 'no-store' })
    throw error
  }

  for (const locale of LOCALES)
    for (const kind of Object.keys(CARDS))
      app.get(inLocale(locale, `/${kind}/:file{[^/]+\\.png}`), (c) =>
        answer(c, kind, nameIn(c.req.param('file') ?? ''), locale).catch((error: unknown) =>
          refuse(c, error),
        ),
      )
}

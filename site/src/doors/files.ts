import type { Hono } from 'hono'
import { LRUCache } from 'lru-cache'

import type { Ground } from '../app.ts'

type File = { body: ArrayBuffer; type: string }

const MEGABYTE = 1024 * 1024
const PATIENCE = 10_000
const NAME = /^[\w.-]+$/

/**
 * Pictures of the CMS, under this site's own address: readers ask one host alone. They are kept, so that they are still
 * there while the CMS is away.
 */
export function addFiles(app: Hono, { settings }: Pick<Ground, 'settings'>) {
  const bytes = Math.max(1, settings.CACHE_MB * MEGABYTE)
  const kept = new LRUCache<string, File>({
    maxSize: bytes,
    maxEntrySize: Math.max(1, bytes / 4),
    sizeCalculation: ({ body }) => body.byteLength + 500,
  })
  const flights = new Map<string, Promise<File | null>>()

  async function load(name: string): Promise<File | null> {
    const answer = await fetch(`${settings.API_URL}/files/${name}`, { signal: AbortSignal.timeout(PATIENCE) })
    const type = answer.headers.get('Content-Type') ?? ''
    // Whatever is no picture has no business under this address.
    if (!answer.ok || !/^image\/(jpeg|png|webp|avif|gif)\b/.test(type)) return null
    const file = { body: await answer.arrayBuffer(), type }
    kept.set(name, file)
    return file
  }

  async function find(name: string): Promise<File | null> {
    const known = kept.get(name)
    if (known) return known
    const flight = flights.get(name) ?? load(name).finally(() => flights.delete(name))
    flights.set(name, flight)
    return flight
  }

  app.get('/files/:name', async (c) => {
    const name = c.req.param('name')
    if (!NAME.test(name)) return c.notFound()
    const file = await find(name).catch(() => undefined)
    if (file === undefined) return c.text('', 503, { 'Retry-After': '5', 'Cache-Control': 'no-store' })
    if (file === null) return c.notFound()
    return c.body(file.body, 200, {
      'Content-Type': file.type,
      'Cache-Control': 'public, max-age=86400',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    })
  })
}

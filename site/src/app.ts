import { Hono } from 'hono'

import type { Assets } from './assets.ts'
import { addAssets } from './doors/assets.ts'
import { addDiscussions } from './doors/discussions.ts'
import { addFiles } from './doors/files.ts'
import { addPages } from './doors/pages.ts'
import { addShareImages } from './doors/share-images.ts'
import { createRenderedPages } from './rendered.ts'
import type { Settings } from './settings.ts'
import { createSource, type Source } from './source.ts'

const MEGABYTE = 1024 * 1024
/** How long a reader's comment may take to be kept, in milliseconds. */
const PATIENCE = 10_000

/** What everything here stands on. */
export type Ground = {
  settings: Settings
  assets: Assets
  source: Source
  rendered: ReturnType<typeof createRenderedPages>
  /** Asks the API itself, and does not wait for ever. */
  fetch: typeof globalThis.fetch
  now: () => Date
}

export function createGround({ settings, assets }: Pick<Ground, 'settings' | 'assets'>): Ground {
  const bytes = settings.CACHE_MB * MEGABYTE
  const source = createSource({ url: settings.API_URL, bytes })
  return {
    settings,
    assets,
    source,
    rendered: createRenderedPages({ source, bytes }),
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(PATIENCE) }),
    now: () => new Date(),
  }
}

const PROTECTION = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
}

/** The whole site: one list of doors, each in a file of its own. */
export function createApp(ground: Ground) {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(PROTECTION))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  })
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  addAssets(app, ground)
  addFiles(app, ground)
  addDiscussions(app, ground)
  addShareImages(app, ground)
  addPages(app, ground)
  return app
}

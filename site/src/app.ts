import { Hono } from 'hono'

import type { Assets } from './assets.ts'
import { addAddresses } from './doors/addresses.ts'
import { addAssets } from './doors/assets.ts'
import { addCalendars } from './doors/calendars.ts'
import { addCommentsApi } from './doors/comments-api.ts'
import { addDiscussions } from './doors/discussions.ts'
import { addFeeds } from './doors/feeds.ts'
import { addFiles } from './doors/files.ts'
import { addPages } from './doors/pages.ts'
import { addPreview } from './doors/preview.tsx'
import { addPrivacyRequests } from './doors/privacy-requests.ts'
import { addRefusals } from './doors/refusals.ts'
import { addReports } from './doors/reports.ts'
import { addShareImages } from './doors/share-images.ts'
import { addSitemap } from './doors/sitemap.ts'
import { addWebhooks } from './doors/webhooks.ts'
import { protect } from './protection.ts'
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

/** The whole site: one list of doors, each in a file of its own. */
export function createApp(ground: Ground) {
  const { settings } = ground
  const app = new Hono()
  app.use(protect)
  addAddresses(app)
  app.get('/healthz', (c) => c.json({ status: 'ok', ...(settings.MARK && { mark: settings.MARK }) }))
  addAssets(app, ground)
  addFiles(app, ground)
  addWebhooks(app, ground)
  addCommentsApi(app, ground)
  addFeeds(app, ground)
  addSitemap(app, ground)
  addPreview(app, ground)
  // Before the pages, or an event's page would be looked for under the name of its calendar.
  addCalendars(app, ground)
  addDiscussions(app, ground)
  addReports(app, ground)
  addPrivacyRequests(app, ground)
  addShareImages(app, ground)
  addPages(app, ground)
  addRefusals(app, ground)
  return app
}

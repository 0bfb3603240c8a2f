import type { Context, Hono } from 'hono'
import type { Locale } from 'ovoz/client'

import type { Ground } from '../app.ts'
import { inLocale, LOCALES, withQuery } from '../links.ts'
import { type Kept, SourceAway } from '../source.ts'

/** What may be asked of a calendar; all else would only be another name for the same. */
const PARAMETERS = ['tag', 'city'] as const

const asLocale = (text: string | undefined) => LOCALES.find((one) => one === text)

const send = (c: Context, { body, etag, headers }: Kept) => {
  const sent = {
    'Cache-Control': 'no-cache',
    'Content-Type': headers.get('Content-Type') ?? 'text/calendar; charset=utf-8',
    ...(etag !== null && { ETag: etag }),
  }
  if (etag !== null && c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304, sent)
  return c.body(String(body), 200, {
    ...sent,
    'Content-Language': headers.get('Content-Language') ?? '',
    'Content-Disposition': headers.get('Content-Disposition') ?? 'inline; filename="events.ics"',
  })
}

/**
 * The calendar of all events and that of each, as the API makes them, under this site's own address. While the CMS is
 * away, whoever has subscribed gets them as they were.
 */
export function addCalendars(app: Hono, { source }: Pick<Ground, 'source'>) {
  const handOn = async (c: Context, { path, locale }: { path: string; locale: Locale }) => {
    const asked = Object.fromEntries(PARAMETERS.map((name) => [name, c.req.query(name)]))
    const address = withQuery(`/api/v1${path}`, {
      locale: asLocale(c.req.query('locale')) ?? locale,
      ...asked,
    })
    try {
      const kept = await source.look(address)
      return kept.status === 200 ? send(c, kept) : c.notFound()
    } catch (error) {
      if (!(error instanceof SourceAway)) throw error
      return c.text('', 503, { 'Retry-After': '5', 'Cache-Control': 'no-store' })
    }
  }
  for (const locale of LOCALES) {
    app.get(inLocale(locale, '/events.ics'), (c) => handOn(c, { path: '/events.ics', locale }))
    app.get(inLocale(locale, '/events/:file{[a-z0-9-]+\\.ics}'), (c) =>
      handOn(c, { path: `/events/${c.req.param('file')}`, locale }),
    )
  }
}

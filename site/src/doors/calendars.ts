import type { Hono } from 'hono'

import type { Ground } from '../app.ts'
import { handOn, only } from '../hand-on.ts'
import { DEFAULT_LOCALE, LOCALES, withQuery } from '../links.ts'

const ALL = ['locale', 'tag', 'city']

/**
 * The calendar of all events and that of each, under this site's own address. While the CMS is away, whoever has
 * subscribed gets them as they were.
 */
export function addCalendars(app: Hono, ground: Ground) {
  app.get('/events.ics', (c) => handOn(c, ground, { path: '/events.ics', query: ALL }))
  app.get('/events/:file{[a-z0-9-]+\\.ics}', (c) =>
    handOn(c, ground, { path: `/events/${c.req.param('file')}`, query: ['locale'] }),
  )
  // A file is in no folder of a language; whoever looks for it there is led to it.
  for (const locale of LOCALES.filter((one) => one !== DEFAULT_LOCALE))
    for (const path of ['/events.ics', '/events/:file{[a-z0-9-]+\\.ics}'])
      app.get(`/${locale}${path}`, (c) =>
        c.redirect(
          withQuery(c.req.path.slice(locale.length + 1), { locale, ...only(c.req.query(), ALL) }),
          301,
        ),
      )
}

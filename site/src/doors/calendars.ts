import type { Hono } from 'hono'

import type { Ground } from '../app.ts'
import { handOn } from '../hand-on.ts'

/**
 * The calendar of all events and that of each, under this site's own address. While the CMS is away, whoever has
 * subscribed gets them as they were.
 */
export function addCalendars(app: Hono, ground: Ground) {
  app.get('/events.ics', (c) => handOn(c, ground, { path: '/events.ics', query: ['locale', 'tag', 'city'] }))
  app.get('/events/:file{[a-z0-9-]+\\.ics}', (c) =>
    handOn(c, ground, { path: `/events/${c.req.param('file')}`, query: ['locale'] }),
  )
}

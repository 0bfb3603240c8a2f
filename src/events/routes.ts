import { createRoute, z } from '@hono/zod-openapi'
import type { Context, Next } from 'hono'

import { answerOrMoved, movedAnswer } from '../content/moved.ts'
import { EventQuery, LocaleQuery, Slug } from '../contract/index.ts'
import { type Corridor, createRoutes, localeOf, problems } from '../platform/api.ts'
import { askingOf } from '../platform/asking.ts'
import { openRead } from '../platform/reads.ts'
import { MOST_EVENTS, readCalendar, readEventCalendar } from './service.ts'

export const eventRoutes = createRoutes()

const TYPE = 'text/calendar'
const tags = ['Events']
const calendar = (description: string) => ({ description, content: { [TYPE]: { schema: z.string() } } })

const answer = (c: Context<Corridor>, { text, name }: { text: string; name: string }) =>
  c.body(text, 200, {
    'Content-Type': `${TYPE}; charset=utf-8`,
    'Content-Disposition': `inline; filename="${name}"`,
    'Content-Language': localeOf(c),
  })

const all = createRoute({
  method: 'get',
  path: '/events.ics',
  operationId: 'getCalendar',
  tags,
  summary: 'The calendar of all events',
  description: `What is to come and what has been within a year, ${MOST_EVENTS} at most, to subscribe to. Cancelled events stay in it as cancelled; \`SEQUENCE\` grows when what is planned changes.`,
  request: { query: EventQuery.pick({ locale: true, tag: true, city: true }) },
  responses: {
    200: calendar('iCalendar (RFC 5545), UTF-8.'),
    ...problems('invalid', 'unavailable'),
  },
})
openRead(eventRoutes, all, (async (c: Context<Corridor>) => {
  const text = await readCalendar(askingOf(c), c.req.valid('query' as never))
  return answer(c, { text, name: 'events.ics' })
}) as never)

const one = createRoute({
  method: 'get',
  path: '/events/{slug}.ics',
  operationId: 'getEventCalendar',
  tags,
  summary: 'An event as a calendar, to add to one’s own',
  request: { params: z.object({ slug: Slug }), query: LocaleQuery },
  responses: {
    200: calendar('iCalendar (RFC 5545), UTF-8, with one event.'),
    ...movedAnswer,
    ...problems('not-found', 'gone', 'invalid', 'unavailable'),
  },
})
// A parameter of the router is a whole segment of an address, so the document and the router are told apart. Slugs
// have no dots: what does not end like a calendar goes on to the event itself.
eventRoutes.openAPIRegistry.registerPath(one)
const ENDING = '.ics'
const within = createRoute({ ...one, path: '/events/{slug}', hide: true })
const answerOne = async (c: Context<Corridor>, next: Next) => {
  const segment = c.req.param('slug')!
  if (!segment.endsWith(ENDING)) return next()
  const { locale } = c.req.valid('query' as never) as z.output<typeof LocaleQuery>
  const slug = segment.slice(0, -ENDING.length)
  const address = (present: string) => `/events/${present}${ENDING}`
  return answerOrMoved(c, { kind: 'events', slug, address }, async (asking) =>
    answer(c, { text: await readEventCalendar(asking, { slug, locale }), name: 'event.ics' }),
  )
}
openRead(eventRoutes, within, answerOne as never, one.path)

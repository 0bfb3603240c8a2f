import { Hono } from 'hono'
import { describe, expect, it, test } from 'vitest'

import { addCalendars } from '../../../site/src/doors/calendars.ts'
import { createSource } from '../../../site/src/source.ts'

const CALENDAR = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'
const HEADERS = {
  'Content-Type': 'text/calendar; charset=utf-8',
  'Content-Language': 'ru',
  'Content-Disposition': 'inline; filename="event.ics"',
  ETag: '"1"',
}

/** The door to calendars, the page of an event behind it, and an API that can go away. */
function open() {
  const asked: string[] = []
  let isAway = false
  const fetch = async (input: unknown, init?: RequestInit) => {
    if (isAway) throw new TypeError('fetch failed')
    const { pathname, search } = new URL(String(input))
    asked.push(decodeURIComponent(pathname + search))
    if (pathname.includes('nothing')) return Response.json({}, { status: 404 })
    const isKnown = new Headers(init?.headers).get('if-none-match') === HEADERS.ETag
    return isKnown
      ? new Response(null, { status: 304, headers: HEADERS })
      : new Response(CALENDAR, { headers: HEADERS })
  }
  const source = createSource({
    url: 'https://cms.example',
    bytes: 1_000_000,
    fetch: fetch as typeof globalThis.fetch,
  })
  const app = new Hono()
  addCalendars(app, { source })
  app.get('/events/:slug', (c) => c.text(`page ${c.req.param('slug')}`))
  app.notFound((c) => c.text('the page for what is not there', 404))
  return {
    asked,
    source,
    get: (path: string, headers: Record<string, string> = {}) => app.request(path, { headers }),
    goAway: () => {
      isAway = true
      source.expire()
    },
  }
}

describe('calendars are handed on', () => {
  test.each([
    ['/events.ics', '/api/v1/events.ics?locale=en'],
    ['/tg/events.ics', '/api/v1/events.ics?locale=tg'],
    ['/events.ics?locale=ru&tag=water&city=Khujand', '/api/v1/events.ics?locale=ru&tag=water&city=Khujand'],
    ['/events.ics?locale=xx&limit=9&fields=a&city=', '/api/v1/events.ics?locale=en'],
    ['/events/forum-2026.ics?locale=tg', '/api/v1/events/forum-2026.ics?locale=tg'],
  ])('%s is asked for as %s', async (path, wanted) => {
    const { get, asked, source } = open()
    const answer = await get(path)
    expect(await answer.text()).toBe(CALENDAR)
    expect(asked).toEqual([wanted])
    source.close()
  })

  it('with their type, their language, their name and their ETag', async () => {
    const { get, source } = open()
    const { headers } = await get('/events/forum-2026.ics')
    for (const [name, value] of Object.entries(HEADERS)) expect(headers.get(name), name).toBe(value)
    source.close()
  })

  it('not again to whoever has them', async () => {
    const { get, source } = open()
    const known = await get('/events.ics', { 'If-None-Match': 'W/"0", "1"' })
    expect([known.status, await known.text()]).toEqual([304, ''])
    expect((await get('/events.ics', { 'If-None-Match': '"0"' })).status).toBe(200)
    source.close()
  })

  it('while the CMS is away too, where they were asked for before', async () => {
    const { get, goAway, source } = open()
    await get('/events.ics')
    goAway()
    const kept = await get('/events.ics')
    expect([kept.status, await kept.text()]).toEqual([200, CALENDAR])
    const unknown = await get('/events/forum-2026.ics')
    expect([unknown.status, unknown.headers.get('retry-after')]).toEqual([503, '5'])
    source.close()
  })
})

test('what is not there gets the page of the site, and an event keeps its own', async () => {
  const { get, source } = open()
  const missing = await get('/events/nothing.ics')
  expect([missing.status, await missing.text()]).toEqual([404, 'the page for what is not there'])
  expect(await (await get('/events/forum-2026')).text()).toBe('page forum-2026')
  source.close()
})

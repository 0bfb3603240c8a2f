import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { openSite, type OpenSite } from './open-site.ts'

const CALENDAR = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'
const ICS = {
  headers: {
    'content-type': 'text/calendar; charset=utf-8',
    'content-language': 'ru',
    'content-disposition': 'inline; filename="event.ics"',
    etag: '"1"',
  },
  body: CALENDAR,
}

let site: OpenSite

beforeEach(async () => {
  site = await openSite()
  site.api.reply('/api/v1/events.ics', ICS)
  site.api.reply('/api/v1/events/forum-2026.ics', ICS)
})
afterEach(() => site.close())

describe('calendars are handed on', () => {
  test.each([
    ['/events.ics', '/api/v1/events.ics'],
    [
      '/events.ics?locale=ru&tag=water&city=Khujand&limit=9&fields=a',
      '/api/v1/events.ics?locale=ru&tag=water&city=Khujand',
    ],
    ['/events.ics?locale=en&city=', '/api/v1/events.ics?locale=en'],
    ['/events/forum-2026.ics?locale=tg&tag=water', '/api/v1/events/forum-2026.ics?locale=tg'],
  ])('%s is asked for as %s', async (path, wanted) => {
    const answer = await site.get(path)
    expect(await answer.text()).toBe(CALENDAR)
    expect(site.api.asked.at(-1)!.path).toBe(wanted)
  })

  test('with their type, their language and their name, and not again to whoever has them', async () => {
    const { headers } = await site.get('/events/forum-2026.ics')
    for (const name of ['content-type', 'content-language', 'content-disposition'] as const)
      expect(headers.get(name)).toBe(ICS.headers[name])
    const known = await site.get('/events/forum-2026.ics', { 'If-None-Match': headers.get('etag')! })
    expect([known.status, await known.text()]).toEqual([304, ''])
  })

  test('while the CMS is away too, where they were asked for before', async () => {
    await site.get('/events.ics')
    await site.api.close()
    site.ground.source.expire()
    expect(await (await site.get('/events.ics')).text()).toBe(CALENDAR)
    const unknown = await site.get('/events/forum-2026.ics')
    expect([unknown.status, unknown.headers.get('retry-after')]).toEqual([503, '5'])
  })

  test('from below a language to where they are, in that language unless another is named', async () => {
    const tajik = await site.get('/tg/events.ics?city=Khorog&x=1')
    expect([tajik.status, tajik.headers.get('location')]).toEqual([301, '/events.ics?locale=tg&city=Khorog'])
    const named = await site.get('/tg/events/forum-2026.ics?locale=ru')
    expect(named.headers.get('location')).toBe('/events/forum-2026.ics?locale=ru')
  })
})

test.each(['/events/nothing.ics', '/events/Forum.ics', '/events/a.b.ics', '/ru/events/a.b.ics'])(
  '%s gets the page for what is not there',
  async (path) => {
    const answer = await site.get(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  },
)

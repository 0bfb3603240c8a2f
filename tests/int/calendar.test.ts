import { beforeAll, describe, expect, it } from 'vitest'

import { bodyOf, paragraph, text } from '../support/article.ts'
import { faultOf, readCalendar } from '../support/calendar.ts'
import { engine, useOvoz } from '../support/ovoz.ts'

const DAY = 86_400_000
const daysFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString()

describe(`calendar (${engine})`, () => {
  const ovoz = useOvoz()
  const system = { depth: 0, overrideAccess: true } as const
  let forum: string

  const make = (title: string, start: string, more: object = {}) =>
    ovoz.payload.create({
      collection: 'events',
      data: { title, start, timeZone: 'Asia/Dushanbe', status: 'planned', _status: 'published', ...more },
      ...system,
    })
  const change = (data: object, more: object = {}) =>
    ovoz.payload.update({ collection: 'events', id: forum, data, ...more, ...system })

  async function read(path: string) {
    const { status, headers, body } = await ovoz.api(path)
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(faultOf(body)).toBeNull()
    return { ...readCalendar(body), text: body as string }
  }
  const titles = async (path: string) => (await read(path)).events.map((event) => event.get('summary'))
  const sequence = async () => Number((await read('/events/forum.ics')).events[0]!.get('sequence'))

  beforeAll(async () => {
    const tag = await ovoz.payload.create({ collection: 'tags', data: { name: 'Peace' }, ...system })
    const kept = await make('Форум, «занон»; \\ 😀', '2998-11-27T04:00:00.000Z', {
      slug: 'forum',
      end: '2998-11-27T12:00:00.000Z',
      venue: 'Толор',
      city: 'Душанбе',
      country: 'Тоҷикистон',
      tags: [tag.id],
      body: bodyOf(paragraph(text('First, words.')), paragraph(text('Second; words.'))),
    })
    forum = String(kept.id)
    await ovoz.payload.update({
      collection: 'events',
      id: forum,
      locale: 'ru',
      data: { title: 'По-русски' },
      ...system,
    })
    await make('A week ago', daysFromNow(-7), { allDay: true, city: 'Khujand' })
    await make('Long ago, until now', daysFromNow(-800), { end: daysFromNow(1) })
    await make('Two years ago', daysFromNow(-730))
    await make('Called off', daysFromNow(5), { status: 'cancelled', onlineUrl: 'https://meet.example' })
    await make('Draft', daysFromNow(5), { _status: 'draft' })
    await make('Not yet', daysFromNow(5), { publishedAt: '2999-01-01T00:00:00.000Z' })
  })

  it('says all of an event, to a parser that is not its writer', async () => {
    const { events, calendar, zones } = await read('/events/forum.ics')
    expect([events.length, zones]).toEqual([1, ['Asia/Dushanbe']])
    const [event] = events
    expect(event).toMatchObject({
      start: '2998-11-27T04:00:00.000Z',
      end: '2998-11-27T12:00:00.000Z',
      zone: 'Asia/Dushanbe',
    })
    const said = ['uid', 'summary', 'location', 'description', 'url', 'status', 'organizer']
    expect(said.map(event!.get)).toEqual([
      `${forum}@site.example`,
      'Форум, «занон»; \\ 😀',
      'Толор, Душанбе, Тоҷикистон',
      'First, words.\n\nSecond; words.',
      'https://site.example/events/forum',
      'CONFIRMED',
      null,
    ])
    expect(calendar.getFirstPropertyValue('source')).toBe('http://localhost:3000/api/v1/events/forum.ics')
  })

  it('speaks the language asked for, of the same event', async () => {
    const [en] = (await read('/events/forum.ics')).events
    const { events, calendar } = await read('/events/forum.ics?locale=ru')
    expect(events[0]!.get('summary')).toBe('По-русски')
    expect(events[0]!.get('url')).toBe('https://site.example/ru/events/forum')
    expect(events[0]!.get('uid')).toBe(en!.get('uid'))
    expect(calendar.getFirstPropertyValue('source')).toMatch(/\?locale=ru$/)
  })

  it('has what is to come and what was within a year, the cancelled too, and nothing that is not public', async () => {
    const { events, calendar } = await read('/events.ics')
    expect(events.map((event) => [event.get('summary'), event.get('status')])).toEqual([
      ['Long ago, until now', 'CONFIRMED'],
      ['A week ago', 'CONFIRMED'],
      ['Called off', 'CANCELLED'],
      ['Форум, «занон»; \\ 😀', 'CONFIRMED'],
    ])
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Ovoz — Events')
    expect(calendar.getFirstPropertyValue('x-published-ttl')?.toString()).toBe('PT1H')
    expect(events[1]!.start).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(events[2]!.get('location')).toBe('https://meet.example')
  })

  it.each([
    ['tag=peace', ['Форум, «занон»; \\ 😀']],
    ['tag=none', []],
    ['city=Khujand', ['A week ago']],
    ['city=Nowhere', []],
  ])('keeps to %s', async (query, expected) => {
    expect(await titles(`/events.ics?${query}`)).toEqual(expected)
  })

  it.each([
    '/events/none.ics',
    '/events/draft.ics',
    '/events/not-yet.ics',
    '/events/.ics',
    '/events/forum.ics.ics',
  ])('answers %s with not found', async (path) => {
    const { status, body } = await ovoz.api(path)
    expect([status, body.code]).toEqual([404, 'not-found'])
  })

  it('refuses what does not fit, with the field named', async () => {
    for (const path of ['/events.ics?locale=fr', '/events/forum.ics?locale=fr']) {
      const { status, body } = await ovoz.api(path)
      expect([status, body.errors[0].field]).toEqual([422, 'locale'])
    }
  })

  it('leaves the event itself and the list where they are, and describes both calendars', async () => {
    expect((await ovoz.api('/events/forum')).body).toMatchObject({ type: 'events', slug: 'forum' })
    expect((await ovoz.api('/events')).body.total).toBe(5)
    const { paths } = (await ovoz.api('/openapi.json')).body
    for (const path of ['/events.ics', '/events/{slug}.ics'])
      expect(Object.keys(paths[`/api/v1${path}`].get.responses[200].content)).toEqual(['text/calendar'])
    expect(Object.keys(paths['/api/v1/events/{slug}'].get.responses[200].content)).toEqual([
      'application/json',
    ])
    expect((await ovoz.api('/events.ics', { method: 'DELETE' })).status).toBe(405)
  })

  it('is the same bytes for the same event', async () => {
    expect((await read('/events.ics')).text).toBe((await read('/events.ics')).text)
  })

  it('keeps its name when its address changes', async () => {
    const before = (await read('/events/forum.ics')).events[0]!.get('uid')
    await change({ slug: 'moved' })
    expect((await read('/events/moved.ics')).events[0]!.get('uid')).toBe(before)
    await change({ slug: 'forum' })
  })

  it('counts the changes that readers must know of, and no others', async () => {
    let expected = await sequence()
    const grows = async (data: object, more: object = {}) => {
      await change(data, more)
      expect(await sequence()).toBe(++expected)
    }
    const stays = async (data: object, more: object = {}) => {
      await change(data, more)
      expect(await sequence()).toBe(expected)
    }
    await grows({ start: '2998-11-27T05:00:00.000Z' })
    await stays({ start: '2998-11-27T05:00:00.000Z', attendance: 'Many' })
    await stays({ sequence: 99 })
    await grows({ status: 'cancelled' })
    await grows({ title: 'Другое' }, { locale: 'ru' })
    await grows({ venue: 'Other' })
    // Beside what is published, a draft changes nothing, however often it is saved; once it goes out, it counts once.
    await stays({ start: '2998-11-27T06:00:00.000Z' }, { draft: true })
    await stays({ title: 'Ҷаласа', _status: 'draft' }, { draft: true, locale: 'tg' })
    await grows({ _status: 'published' })
    expect((await read('/events/forum.ics')).events[0]!.start).toBe('2998-11-27T06:00:00.000Z')
    expect(await titles('/events/forum.ics?locale=tg')).toEqual(['Ҷаласа'])
    await stays({ _status: 'published' })
    await change({ _status: 'draft' })
    await grows({ _status: 'published', status: 'planned' })
    // An older version that is put back is a change like any other; the number it had then is not put back.
    const { docs } = await ovoz.payload.findVersions({
      collection: 'events',
      where: {
        and: [{ parent: { equals: forum } }, { 'version.start': { equals: '2998-11-27T05:00:00.000Z' } }],
      },
      ...system,
    })
    await ovoz.payload.restoreVersion({ collection: 'events', id: docs[0]!.id, ...system })
    expect((await read('/events/forum.ics')).events[0]!.start).toBe('2998-11-27T05:00:00.000Z')
    expect(await sequence()).toBe(++expected)
  })

  it('lets nobody set the count by the other door', async () => {
    await ovoz.signUp('editor')
    const before = await sequence()
    const answer = await ovoz.rest(`/events/${forum}`, {
      as: 'editor',
      method: 'PATCH',
      body: { sequence: 99 },
    })
    expect([answer.status, await sequence()]).toEqual([200, before])
  })

  it('begins to count when an event is out', async () => {
    const draft = await make('Moving', daysFromNow(9), { _status: 'draft', slug: 'moving' })
    const update = (data: object) =>
      ovoz.payload.update({ collection: 'events', id: draft.id, data, ...system })
    await update({ start: daysFromNow(10) })
    await update({ _status: 'published', start: daysFromNow(11) })
    expect((await read('/events/moving.ics')).events[0]!.get('sequence')).toBe('0')
  })
})

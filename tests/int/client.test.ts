import { join } from 'node:path'

import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ClientProject } from '../support/client-project.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, publish } from '../support/posts.ts'

const system = { depth: 0, overrideAccess: true } as const

describe(`a front end of somebody else’s, with the typed client (${engine})`, () => {
  const ovoz = useOvoz()
  const project = new ClientProject()
  let place: Record<string, unknown>

  beforeAll(async () => {
    const { payload } = ovoz
    const make = (collection: 'people' | 'tags' | 'organizations' | 'events' | 'quotes', data: object) =>
      payload.create({ collection, data: data as never, ...system })
    const tag = await make('tags', { name: 'Water' })
    const organization = await make('organizations', { name: 'Chashma' })
    const person = await make('people', { name: 'Oisha', organization: organization.id })
    const quote = await make('quotes', { text: 'A turn in daylight.', speaker: person.id, consent: 'given' })
    const start = '2998-01-01T00:00:00.000Z'
    await make('events', {
      title: 'A forum',
      start,
      timeZone: 'UTC',
      status: 'planned',
      _status: 'published',
    })
    const data = await sharp({ create: { width: 9, height: 4, channels: 3, background: '#3a7' } })
      .png()
      .toBuffer()
    const image = await payload.create({
      collection: 'media',
      data: { alt: 'A canal' } as never,
      file: { data, mimetype: 'image/png', name: 'canal.png', size: data.byteLength },
      ...system,
    })
    await publish(ovoz, {
      title: 'Water by day',
      tags: [tag.id],
      image: image.id,
      lead: 'A list on a board.',
    })
    await publish(ovoz, { title: 'Another' })
    await comment(ovoz, 'posts/water-by-day', { body: 'One' })
    await comment(ovoz, 'posts/water-by-day', { body: 'Two' })
    place = {
      url: 'http://localhost:3000',
      fetch: ovoz.fetch,
      post: 'water-by-day',
      event: 'a-forum',
      quote: String(quote.id),
      person: 'oisha',
      organization: 'chashma',
      tag: 'water',
      image: String(image.id),
    }
    await project.install('product')
    expect(project.compile()).toBe('')
  })
  afterAll(() => project.remove())

  it('gets from every method what its types say', async () => {
    const { run } = (await import(join(project.folder, 'out/main.js'))) as {
      run: (place: Record<string, unknown>) => Promise<unknown>
    }
    expect(await run(place)).toEqual({
      site: expect.any(String),
      locales: ['en', 'ru', 'tg'],
      first: 'another',
      total: 2,
      post: ['Water by day', 'en', 'A canal', 'A list on a board.'],
      titles: ['Another', 'Water by day'],
      single: ['A forum', 'A turn in daylight.', 'Oisha', 'Chashma', 'Water', 9],
      lists: [1, 1, 1, 1, 1],
      receipt: ['pending', true],
      own: ['pending', 'Спасибо!', 'Большое спасибо!'],
      thread: [2, 1, 2, 'One'],
      count: 2,
      byPath: 'en',
      document: '3.1.0',
      docs: true,
      refusals: [
        ['not-found', 404, []],
        ['invalid', 422, ['limit']],
        ['invalid', 422, expect.arrayContaining(['body'])],
        ['not-found', 404, []],
      ],
      ended: 'no more',
    })
  })
})

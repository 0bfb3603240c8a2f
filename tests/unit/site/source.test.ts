import { createClient } from 'ovoz/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { createSource, type Source, SourceAway } from '../../../site/src/source.ts'
import { openSmallApi, type SmallApi } from './small-api.ts'

const POST = '/api/v1/posts/water'
const OTHER = '/api/v1/posts/bread'
const MEGABYTE = 1024 * 1024

let api: SmallApi
let source: Source
let time = 0

const post = (title: string, etag = `"${title}"`) => ({ headers: { etag }, body: { title } })
const titleOf = async (path: string) => ((await source.look(path)).entry.body as { title: string }).title
const open = (more: Partial<Parameters<typeof createSource>[0]> = {}) =>
  createSource({ url: api.url, bytes: MEGABYTE, pause: 20, now: () => time, ...more })
const until = (check: () => boolean) =>
  vi.waitFor(() => expect(check()).toBe(true), { interval: 5, timeout: 20_000 })

beforeEach(async () => {
  time = 1_000_000
  api = await openSmallApi({ [POST]: post('Water'), [OTHER]: post('Bread') })
  source = open()
})
afterEach(async () => {
  source.close()
  await api.close()
})

describe('while the API answers', () => {
  test('an answer is not asked for again within a second', async () => {
    const first = await source.look(POST)
    time += 999
    expect((await source.look(POST)).entry).toBe(first.entry)
    expect(api.timesAsked(POST)).toBe(1)
  })

  test('after a second it is asked for by its ETag, and is the same answer where that holds', async () => {
    const { entry } = await source.look(POST)
    const { version } = entry
    time += 1000
    const again = await source.look(POST)
    expect(api.asked.at(-1)!.headers['if-none-match']).toBe('"Water"')
    expect(again).toEqual({ entry, isCertain: true })
    expect(again.entry.version).toBe(version)
    expect(again.entry.seenAt).toBe(time)
  })

  test('where the ETag is another, it is another answer', async () => {
    const before = await source.look(POST)
    api.reply(POST, post('Water again'))
    time += 1000
    const after = await source.look(POST)
    expect(after.entry.body).toEqual({ title: 'Water again' })
    expect(after.entry.version).not.toBe(before.entry.version)
  })

  test('all who ask at the same time wait for one question', async () => {
    const looks = await Promise.all(Array.from({ length: 20 }, () => source.look(POST)))
    expect(new Set(looks.map(({ entry }) => entry)).size).toBe(1)
    expect(api.timesAsked(POST)).toBe(1)
  })

  test('after it is expired, everything is asked for again, whatever the time', async () => {
    await source.look(POST)
    api.reply(POST, post('Mended'))
    source.expire()
    expect(await titleOf(POST)).toBe('Mended')
  })

  test('who asks after a change does not get the answer to a question from before it', async () => {
    const held: (() => void)[] = []
    api.reply(POST, (_asked, response) => {
      held.push(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{"title":"Old"}'))
      return 'silence'
    })
    const asked = api.whenAsked(POST)
    const before = titleOf(POST)
    await asked
    api.reply(POST, post('New'))
    source.expire()
    expect(await titleOf(POST)).toBe('New')
    held[0]!()
    expect(await before).toBe('Old')
    // And the late answer does not take the place of the newer one.
    expect(await titleOf(POST)).toBe('New')
    expect(api.timesAsked(POST)).toBe(2)
  })

  test('listeners hear of it', () => {
    const heard = vi.fn()
    source.whenExpired(heard)
    source.expire()
    expect(heard).toHaveBeenCalledOnce()
  })

  test('the client reads from it, and what it has read is listed', async () => {
    api.reply('/api/v1/posts/water?locale=ru', post('Вода', '"1"'))
    const { fetch, used } = source.open()
    const client = createClient({ url: api.url, locale: 'ru', fetch })
    expect((await client.posts.get('water')).title).toBe('Вода')
    await expect(client.posts.get('nothing')).rejects.toMatchObject({ status: 404, code: 'not-found' })
    expect([...used.keys()]).toEqual(['/api/v1/posts/water?locale=ru', '/api/v1/posts/nothing?locale=ru'])
  })
})

describe('while the API is away', () => {
  test('the last good answer is given and called uncertain; what was never asked for is not there', async () => {
    const known = await source.look(POST)
    await api.close()
    time += 5000
    expect(await source.look(POST)).toEqual({ entry: known.entry, isCertain: false })
    expect(source.isAway()).toBe(true)
    await expect(source.look(OTHER)).rejects.toBeInstanceOf(SourceAway)
    // It is seen to be so when it was last asked for, not now.
    expect(known.entry.seenAt).toBe(time - 5000)
    await api.open()
  })

  test('when it is back, everything is asked for again, and what was taken down meanwhile is gone', async () => {
    await source.look(POST)
    await source.look(OTHER)
    await api.close()
    time += 5000
    await source.look(POST)
    api.reply(POST, { status: 410, body: { code: 'gone', status: 410 } })
    api.reply(OTHER, post('Bread again'))
    await api.open()
    await until(() => !source.isAway())
    expect(await source.look(POST)).toMatchObject({ entry: { status: 410 }, isCertain: true })
    expect(await titleOf(OTHER)).toBe('Bread again')
  })

  test('it is not back before it says that it is ready', async () => {
    await source.look(POST)
    api.reply('/readyz', { status: 503, body: {} })
    api.reply(POST, { status: 503, body: { code: 'unavailable', status: 503 } })
    time += 1000
    expect((await source.look(POST)).isCertain).toBe(false)
    await api.whenAsked('/readyz')
    await api.whenAsked('/readyz')
    expect(source.isAway()).toBe(true)
    api.reply('/readyz', {})
    await until(() => !source.isAway())
  })

  test('redirects and farewells are kept like articles', async () => {
    api.reply(POST, {
      status: 301,
      headers: { location: '/api/v1/posts/new' },
      body: { type: 'posts', slug: 'new' },
    })
    api.reply(OTHER, { status: 410, body: { code: 'gone', status: 410 } })
    await source.look(POST)
    await source.look(OTHER)
    await api.close()
    time += 5000
    expect(await source.look(POST)).toMatchObject({ entry: { status: 301, body: { slug: 'new' } } })
    expect(await source.look(OTHER)).toMatchObject({ entry: { status: 410 }, isCertain: false })
    await api.open()
  })
})

describe('while the API is slow', () => {
  test('who could have the last good answer waits for the grace alone, and the next ones not at all', async () => {
    source.close()
    source = open({ grace: 30, patience: 60_000 })
    await source.look(POST)
    api.reply(POST, () => 'silence')
    time += 1000
    expect((await source.look(POST)).isCertain).toBe(false)
    // The question is still under way; nobody asks it a second time, and nobody waits for it.
    expect((await Promise.all([source.look(POST), source.look(POST)])).map((one) => one.isCertain)).toEqual([
      false,
      false,
    ])
    expect(api.timesAsked(POST)).toBe(2)
    expect(source.isAway()).toBe(false)
  })

  test('where all of it is slow, it is away', async () => {
    source.close()
    source = open({ grace: 10, patience: 60 })
    await source.look(POST)
    api.reply(POST, () => 'silence')
    api.reply('/readyz', () => 'silence')
    time += 1000
    await source.look(POST)
    await until(source.isAway)
    await expect(source.look(OTHER)).rejects.toBeInstanceOf(SourceAway)
    expect(api.timesAsked(OTHER)).toBe(0)
  })
})

describe('while one address is in trouble', () => {
  test.each([
    ['a fault of the server', { status: 500, body: { code: 'internal', status: 500 } }],
    ['too many questions', { status: 429, body: { code: 'throttled', status: 429 } }],
    ['a page of a proxy', { status: 200, headers: { 'content-type': 'text/html' }, body: '<p>Back soon' }],
    [
      'a proxy that knows no such host',
      { status: 404, headers: { 'content-type': 'text/plain' }, body: '404 page not found' },
    ],
    ['JSON that is cut off', { status: 200, body: '{"title":"Wa' }],
  ])('%s does not touch what is known there, nor the others', async (_name, trouble) => {
    await source.look(POST)
    api.reply(POST, trouble)
    time += 1000
    expect(await source.look(POST)).toMatchObject({ entry: { body: { title: 'Water' } }, isCertain: false })
    expect(await source.look(OTHER)).toMatchObject({ isCertain: true })
    expect(source.isAway()).toBe(false)
  })

  test('it is left alone for a while, and then asked for again', async () => {
    api.reply(POST, { status: 500, body: {} })
    await expect(source.look(POST)).rejects.toBeInstanceOf(SourceAway)
    await expect(source.look(POST)).rejects.toBeInstanceOf(SourceAway)
    expect(api.timesAsked(POST)).toBe(1)
    api.reply(POST, post('Water'))
    time += 20
    expect(await titleOf(POST)).toBe('Water')
  })
})

describe('memory', () => {
  const text = 'x'.repeat(10_000)

  test('is bounded, by what is asked for least', async () => {
    source.close()
    source = open({ bytes: 300_000 })
    for (let at = 0; at < 50; at += 1) {
      api.reply(`/api/v1/posts/${at}`, { body: { text } })
      await source.look(`/api/v1/posts/${at}`)
      expect(source.size()).toBeLessThan(340_000)
    }
  })

  test('addresses that strangers make up push out no article', async () => {
    source.close()
    source = open({ bytes: 100_000 })
    await source.look(POST)
    for (let at = 0; at < 300; at += 1) await source.look(`/api/v1/posts/${'wrong'.repeat(20)}-${at}`)
    api.reply('/api/v1/search', { body: { items: [text.slice(0, 300)] } })
    for (let at = 0; at < 200; at += 1) await source.look(`/api/v1/search?q=${at}`)
    await source.look(POST)
    expect(api.timesAsked(POST)).toBe(1)
    expect(source.size()).toBeLessThan(113_000)
  })

  test('without memory everything is asked for each time', async () => {
    source.close()
    source = open({ bytes: 0 })
    await source.look(POST)
    expect(await titleOf(POST)).toBe('Water')
    expect(api.timesAsked(POST)).toBe(2)
  })
})

import { createLocalReq, initTransaction, killTransaction } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { createApi } from '../../src/api.ts'
import { Moved } from '../../src/contract/index.ts'
import { tag } from '../../src/platform/tags.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, move, publish, written } from '../support/posts.ts'

describe(`former addresses (${engine})`, () => {
  const ovoz = useOvoz()
  const system = { depth: 0, overrideAccess: true } as const
  type Slug = 'posts' | 'events' | 'people' | 'organizations' | 'tags'

  const make = async (collection: Slug, data: object) =>
    String((await ovoz.payload.create({ collection, data: data as never, ...system })).id)
  const change = (id: string, data: object, { collection = 'posts' as Slug, draft = false } = {}) =>
    ovoz.payload.update({ collection, id, data: data as never, draft, ...system })
  const post = async (slug: string, more: object = {}) =>
    String((await publish(ovoz, { title: slug, slug, ...more })).id)
  const remove = (id: string) => ovoz.payload.delete({ collection: 'posts', id, ...system })
  const entries = async () =>
    (await ovoz.payload.find({ collection: 'former-slugs', limit: 0, ...system })).docs.map(({ key }) => key)
  /** `200 new`, `301 new`, `404` or `410`: what the public gets under a slug. */
  const told = async (path: string) => {
    const { status, body, headers } = await ovoz.api(path)
    if (status === 301) expect(headers.get('location')).toBe(body.location)
    return status === 404 || status === 410 ? String(status) : `${status} ${body.slug}`
  }

  beforeAll(() => ovoz.signUp('editor'))

  it('answer with 301, the language kept, and with where readers find it', async () => {
    const id = await post('old', { sourceLanguage: 'en' })
    await ovoz.payload.update({
      collection: 'posts',
      id,
      locale: 'ru',
      data: { title: 'Новое', slug: 'new' },
      ...system,
    })
    const { status, headers, body } = await ovoz.api('/posts/old?locale=ru&made=up')
    expect([status, headers.get('location')]).toEqual([301, '/api/v1/posts/new?locale=ru'])
    expect(Moved.strict().parse(body)).toEqual({
      type: 'posts',
      slug: 'new',
      location: '/api/v1/posts/new?locale=ru',
      url: 'https://site.example/ru/posts/new',
    })
    expect((await ovoz.api('/posts/old?locale=tg')).body.url).toBe('https://site.example/posts/new')
    expect((await ovoz.api('/posts/new?locale=ru')).body.title).toBe('Новое')
  })

  it('say what they are made of: the document, and whoever may take its old address', async () => {
    const id = await post('made-of')
    await change(id, { slug: 'made-of-this' })
    for (const path of ['/posts/made-of', '/comments?on=posts/made-of']) {
      const uses = new Set<string>()
      const { status } = await createApi(ovoz.payload).request(`/api/v1${path}`, {}, { uses })
      expect(status).toBe(301)
      expect([...uses]).toEqual(expect.arrayContaining([tag.card('posts', id), tag.list('posts')]))
    }
  })

  it.each([
    [
      'events',
      { title: 'E', start: '2030-01-01T04:00:00.000Z', timeZone: 'Asia/Dushanbe', _status: 'published' },
    ],
    ['people', { name: 'P' }],
    ['organizations', { name: 'O' }],
    ['tags', { name: 'T' }],
  ] as const)('lead on for %s as well', async (collection, data) => {
    const id = await make(collection, { ...data, slug: 'first' })
    await change(id, { slug: 'second' }, { collection })
    expect(await told(`/${collection}/first`)).toBe('301 second')
    const page = collection === 'events' ? 'https://site.example/events/second' : null
    expect((await ovoz.api(`/${collection}/first`)).body.url).toBe(page)
    await ovoz.payload.delete({ collection, id, ...system })
    expect(await told(`/${collection}/first`)).toBe('410')
  })

  it('lead on to the calendar of one event, and say when it is gone', async () => {
    const id = await make('events', {
      title: 'E',
      slug: 'planned',
      start: '2030-01-01T04:00:00.000Z',
      timeZone: 'Asia/Dushanbe',
      _status: 'published',
    })
    await change(id, { slug: 'planned-anew' }, { collection: 'events' })
    const { status, headers, body } = await ovoz.api('/events/planned.ics?locale=ru&made=up')
    expect([status, headers.get('location')]).toEqual([301, '/api/v1/events/planned-anew.ics?locale=ru'])
    expect(body).toMatchObject({ type: 'events', slug: 'planned-anew' })
    expect((await ovoz.api(headers.get('location')!.slice('/api/v1'.length))).status).toBe(200)
    await ovoz.payload.delete({ collection: 'events', id, ...system })
    for (const slug of ['planned', 'planned-anew'])
      expect((await ovoz.api(`/events/${slug}.ics`)).body.code).toBe('gone')
    expect((await ovoz.api('/events/never-there.ics')).status).toBe(404)
  })

  it.each(['rss', 'atom', 'json'])('lead on to feeds as %s, and say when they are gone', async (format) => {
    const of = { posts: await post('fed'), tags: await make('tags', { name: 'Fed', slug: 'fed' }) }
    await change(of.posts, { slug: 'fed-on' })
    await change(of.tags, { slug: 'fed-on' }, { collection: 'tags' })
    const feeds = (slug: string) => [
      `/feeds/comments.${format}?on=posts/${slug}`,
      `/feeds/posts.${format}?tag=${slug}`,
    ]
    for (const [i, path] of feeds('fed').entries()) {
      const { status, headers } = await ovoz.api(path)
      expect([status, headers.get('location')]).toEqual([301, `/api/v1${feeds('fed-on')[i]}`])
    }
    for (const [collection, id] of Object.entries(of))
      await ovoz.payload.delete({ collection: collection as Slug, id, ...system })
    for (const path of [...feeds('fed'), ...feeds('fed-on')])
      expect((await ovoz.api(path)).body.code).toBe('gone')
  })

  it('lead from each of several to the last, in one step', async () => {
    const id = await post('chain-a')
    await change(id, { slug: 'chain-b' })
    await change(id, { slug: 'chain-c' })
    expect(await Promise.all(['a', 'b', 'c'].map((one) => told(`/posts/chain-${one}`)))).toEqual([
      '301 chain-c',
      '301 chain-c',
      '200 chain-c',
    ])
  })

  it('make no circle when an address comes back', async () => {
    const id = await post('there')
    await change(id, { slug: 'elsewhere' })
    await change(id, { slug: 'there' })
    expect(await told('/posts/there')).toBe('200 there')
    expect(await told('/posts/elsewhere')).toBe('301 there')
    expect(await entries()).not.toContain('posts/there')
    await change(id, { _status: 'draft' })
    expect([await told('/posts/there'), await told('/posts/elsewhere')]).toEqual(['404', '404'])
  })

  it('belong to whoever has them now, and to whoever had them last', async () => {
    const first = await post('contested')
    await change(first, { slug: 'first-again' })
    const second = await post('contested')
    expect((await ovoz.api('/posts/contested')).body.id).toBe(second)
    await change(second, { slug: 'second-again' })
    expect(await told('/posts/contested')).toBe('301 second-again')
    await remove(second)
    expect(await told('/posts/contested')).toBe('410')
    expect(await told('/posts/first-again')).toBe('200 first-again')
  })

  it('still lead on while another has them in a draft only', async () => {
    await change(await post('taken'), { slug: 'taken-from' })
    const draft = await post('taken', { _status: 'draft' })
    expect(await told('/posts/taken')).toBe('301 taken-from')
    await change(draft, { _status: 'published' })
    expect((await ovoz.api('/posts/taken')).body.id).toBe(draft)
  })

  it('are not made by a draft beside what is published, until it goes out', async () => {
    const id = await post('stays')
    await change(id, { slug: 'goes', _status: 'draft' }, { draft: true })
    expect([await told('/posts/stays'), await told('/posts/goes')]).toEqual(['200 stays', '404'])
    await change(id, { slug: 'goes', _status: 'published' })
    expect([await told('/posts/stays'), await told('/posts/goes')]).toEqual(['301 goes', '200 goes'])
  })

  it('come with an old version that is brought back', async () => {
    const id = await post('as-before')
    await change(id, { slug: 'as-after' })
    const { docs } = await ovoz.payload.findVersions({
      collection: 'posts',
      where: { and: [{ parent: { equals: id } }, { 'version.slug': { equals: 'as-before' } }] },
      ...system,
    })
    await ovoz.payload.restoreVersion({ collection: 'posts', id: docs[0]!.id, ...system })
    expect([await told('/posts/as-before'), await told('/posts/as-after')]).toEqual([
      '200 as-before',
      '301 as-before',
    ])
  })

  it('are not made of what nobody saw: drafts, and what is to come out later', async () => {
    const draft = await post('unseen', { _status: 'draft' })
    await change(draft, { slug: 'unseen-2', _status: 'published' })
    const later = await post('later', { publishedAt: '2999-01-01T00:00:00.000Z' })
    await change(later, { slug: 'later-2', publishedAt: '2020-01-01T00:00:00.000Z' })
    expect([await told('/posts/unseen'), await told('/posts/later')]).toEqual(['404', '404'])
    expect([await told('/posts/unseen-2'), await told('/posts/later-2')]).toEqual([
      '200 unseen-2',
      '200 later-2',
    ])
  })

  it('tell nothing while the document is taken down, also where it gets a new one meanwhile', async () => {
    const id = await post('down-1')
    await change(id, { slug: 'down-2', _status: 'draft' })
    const hidden = await ovoz.api('/posts/down-1')
    const missing = await ovoz.api('/posts/never-there')
    expect({ ...hidden.body, traceId: '' }).toEqual({ ...missing.body, traceId: '' })
    expect([hidden.status, hidden.headers.get('location')]).toEqual([404, null])
    await change(id, { slug: 'down-3', _status: 'published' })
    expect(await told('/posts/down-1')).toBe('301 down-3')
  })

  it('say that the document is gone once it was deleted, and are free for another', async () => {
    const id = await post('gone-1')
    await change(id, { slug: 'gone-2' })
    expect(await told('/posts/gone-1')).toBe('301 gone-2')
    await comment(ovoz, 'posts/gone-2')
    await remove(id)
    for (const path of ['/posts/gone-1', '/posts/gone-2', '/comments?on=posts/gone-2']) {
      const { status, body } = await ovoz.api(path)
      expect([status, body.code]).toEqual([410, 'gone'])
    }
    expect((await ovoz.api('/comments', { body: written('posts/gone-2') })).status).toBe(404)
    expect((await publish(ovoz, { title: 'Gone 2' })).slug).toBe('gone-2')
    expect([await told('/posts/gone-1'), await told('/posts/gone-2')]).toEqual(['410', '200 gone-2'])
  })

  it('of what nobody has seen are forgotten with it', async () => {
    const { body } = await ovoz.rest('/posts', { as: 'editor', body: { title: 'Never', _status: 'draft' } })
    await remove(body.doc.id)
    expect(await told('/posts/never')).toBe('404')
  })

  it('are passed over by a title, and taken by hand', async () => {
    await change(await post('the-forum'), { slug: 'the-forum-of-2025' })
    expect(await told(`/posts/${(await publish(ovoz, { title: 'The forum' })).slug}`)).toBe('200 the-forum-2')
    const { body } = await ovoz.rest('/posts', {
      as: 'editor',
      body: { title: 'By hand', slug: 'the-forum', _status: 'draft' },
    })
    expect(body.doc.slug).toBe('the-forum')
  })

  it('are kept or not together with the change', async () => {
    const id = await post('whole')
    const req = await createLocalReq({}, ovoz.payload)
    await initTransaction(req)
    await ovoz.payload.update({ collection: 'posts', id, data: { slug: 'whole-2' }, req, ...system })
    await killTransaction(req)
    expect([await told('/posts/whole'), await told('/posts/whole-2')]).toEqual(['200 whole', '404'])
    expect(await entries()).not.toContain('posts/whole')
  })

  describe('of a thread', () => {
    it('lead to it, take comments, and are counted under the name that was asked for', async () => {
      const id = await post('talk')
      await comment(ovoz, 'posts/talk')
      await change(id, { slug: 'talk-on' })

      const { status, headers, body } = await ovoz.api('/comments?on=posts/talk&order=newest&made=up&limit=5')
      expect(status).toBe(301)
      expect(headers.get('location')).toBe('/api/v1/comments?on=posts/talk-on&limit=5&order=newest')
      expect(body).toMatchObject({
        type: 'posts',
        slug: 'talk-on',
        url: 'https://site.example/posts/talk-on',
      })
      const path = headers.get('location')!.replace('/api/v1', '')
      expect((await ovoz.api(path)).body).toMatchObject({ on: 'posts/talk-on', total: 1 })

      const sent = await ovoz.api('/comments', {
        body: written('posts/talk', { body: 'By the old address' }),
      })
      expect(sent.status).toBe(202)
      await move(ovoz, sent.body.id, 'approved')
      expect((await ovoz.api(`/comments/${sent.body.id}`)).body.on).toBe('posts/talk-on')
      const counts = await ovoz.api('/comments/counts?on=posts/talk,posts/talk-on,posts/never-there')
      expect(counts.body.counts).toEqual({ 'posts/talk': 2, 'posts/talk-on': 2, 'posts/never-there': 0 })

      await change(id, { _status: 'draft' })
      expect((await ovoz.api('/comments?on=posts/talk')).status).toBe(404)
      expect((await ovoz.api('/comments', { body: written('posts/talk') })).status).toBe(404)
    })

    it('bring a form back to the present page', async () => {
      await change(await post('form'), { slug: 'form-new' })
      const body = new URLSearchParams(written('posts/form') as Record<string, string>)
      const { status, headers } = await ovoz.api('/comments', { body })
      expect(status).toBe(303)
      expect(headers.get('location')).toMatch(/^https:\/\/site\.example\/posts\/form-new#comment-/)
    })
  })
})

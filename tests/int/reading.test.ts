import { beforeAll, describe, expect, it } from 'vitest'

import { EventPage, Post, PostPage, Site } from '../../src/contract/index.ts'
import { bodyOf, paragraph, text } from '../support/article.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, publish } from '../support/posts.ts'

const day = (n: number) => `2024-03-${String(n).padStart(2, '0')}T10:00:00.000Z`

describe(`reading (${engine})`, () => {
  const ovoz = useOvoz()
  const system = { depth: 0, overrideAccess: true } as const
  const slugs = async (path: string) =>
    (await ovoz.api(path)).body.items.map(({ slug }: { slug: string }) => slug)

  beforeAll(async () => {
    const tag = await ovoz.payload.create({ collection: 'tags', data: { name: 'Ҳуқуқ' }, ...system })
    const author = await ovoz.payload.create({ collection: 'people', data: { name: 'Farida' }, ...system })
    // Two of them at the very same moment: the order is stable all the same.
    for (const n of [1, 2, 3, 3, 5]) {
      await publish(ovoz, {
        title: `Post ${n}`,
        publishedAt: day(n),
        ...(n === 3 && { tags: [tag.id], authors: [author.id] }),
      })
    }
    const event = (title: string, start: string, end: string | null, more: object = {}) =>
      ovoz.payload.create({
        collection: 'events',
        data: {
          title,
          start,
          end,
          timeZone: 'Asia/Dushanbe',
          status: 'planned',
          _status: 'published',
          ...more,
        },
        ...system,
      })
    await event('Over', day(1), day(2), { city: 'Dushanbe' })
    await event('Running', day(1), '2999-01-01T00:00:00.000Z', { city: 'Khujand' })
    await event('To come', '2998-01-01T00:00:00.000Z', null, { city: 'Dushanbe' })
  })

  it('lists articles latest first, page by page, each once', async () => {
    const seen: string[] = []
    let cursor = ''
    do {
      const { body } = await ovoz.api(`/posts?limit=2${cursor && `&cursor=${cursor}`}`)
      expect(PostPage.parse(body)).toEqual(body)
      expect(body.total).toBe(5)
      seen.push(...body.items.map(({ slug }: { slug: string }) => slug))
      cursor = body.nextCursor
    } while (cursor)
    expect(seen).toHaveLength(5)
    expect(new Set(seen)).toEqual(new Set(['post-1', 'post-2', 'post-3', 'post-3-2', 'post-5']))
    expect([seen[0], seen[3], seen[4]]).toEqual(['post-5', 'post-2', 'post-1'])
  })

  it.each([
    ['tag=hukuk', ['post-3', 'post-3-2']],
    ['author=farida', ['post-3', 'post-3-2']],
    ['tag=nothing', []],
    ['from=2024-03-03&to=2024-03-03', ['post-3', 'post-3-2']],
    ['from=2024-03-05T10:00:00Z', ['post-5']],
    ['to=2024-03-01', ['post-1']],
  ])('filters articles by %s', async (query, expected) => {
    expect((await slugs(`/posts?${query}`)).sort()).toEqual(expected)
  })

  it('lists events by when and where they are', async () => {
    expect(await slugs('/events?when=upcoming')).toEqual(['running', 'to-come'])
    expect(await slugs('/events?when=past')).toEqual(['over'])
    expect(await slugs('/events?city=Dushanbe')).toEqual(['to-come', 'over'])
    expect(await slugs('/events?to=2024-03-31&from=2024-03-01')).toEqual(
      expect.arrayContaining(['over', 'running']),
    )
    const { body } = await ovoz.api('/events')
    expect(EventPage.parse(body)).toEqual(body)
  })

  it.each(['limit=0', 'limit=101', 'limit=2.5', 'locale=fr', 'cursor=none', 'from=yesterday'])(
    'refuses %s with the field named',
    async (query) => {
      const { status, body, headers } = await ovoz.api(`/posts?${query}`)
      expect([status, body.code, body.errors[0].field]).toEqual([422, 'invalid', query.split('=')[0]])
      expect(headers.get('content-type')).toBe('application/problem+json')
    },
  )

  it('serves the language asked for, else the one it was written in, and says which', async () => {
    const ru = { title: 'По-русски', body: bodyOf(paragraph(text('Текст.'))) }
    const post = await ovoz.payload.create({
      collection: 'posts',
      locale: 'ru',
      data: { ...ru, slug: 'languages', sourceLanguage: 'ru', _status: 'published' } as never,
      ...system,
    })
    const read = async (locale: string) => (await ovoz.api(`/posts/languages?locale=${locale}`)).body
    for (const asked of ['en', 'tg', 'ru'])
      expect(await read(asked)).toMatchObject({ locale: 'ru', title: 'По-русски', body: { text: 'Текст.' } })
    await ovoz.payload.update({
      collection: 'posts',
      id: post.id,
      locale: 'tg',
      data: { title: 'Ба тоҷикӣ' },
      ...system,
    })
    expect(await read('tg')).toMatchObject({
      locale: 'tg',
      title: 'Ба тоҷикӣ',
      url: 'https://site.example/tg/posts/languages',
      alternates: [{ locale: 'ru' }, { locale: 'tg' }],
    })
    expect(await read('en')).toMatchObject({ locale: 'ru' })
    const accepted = await ovoz.api('/posts/languages', {
      headers: { 'accept-language': 'de, tg;q=0.8, ru;q=0.5' },
    })
    expect(accepted.body.locale).toBe('tg')
    const written = async (language: string) => slugs(`/posts?language=${language}&limit=100`)
    expect([await written('tg'), await written('ru')]).toEqual([['languages'], ['languages']])
    expect(await written('en')).not.toContain('languages')
  })

  it('answers an article to the letter of its contract, with its neighbours and its count', async () => {
    await comment(ovoz, 'posts/post-2')
    const { body } = await ovoz.api('/posts/post-2')
    expect(Post.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      commentCount: 1,
      readingMinutes: 1,
      previous: { slug: 'post-1' },
      next: { slug: expect.stringMatching(/^post-3/) },
    })
  })

  it('keeps back drafts, and what is published for later', async () => {
    await publish(ovoz, { title: 'Draft', _status: 'draft' })
    await publish(ovoz, { title: 'Later', publishedAt: '2999-01-01T00:00:00.000Z' })
    for (const slug of ['draft', 'later', 'none']) {
      const { status, body } = await ovoz.api(`/posts/${slug}`)
      expect([status, body.code]).toEqual([404, 'not-found'])
    }
    expect(await slugs('/posts?limit=100')).not.toEqual(expect.arrayContaining(['draft']))
  })

  it('goes on showing what is published while a draft of it is written', async () => {
    const post = await publish(ovoz, { title: 'Stable' })
    await ovoz.payload.update({
      collection: 'posts',
      id: post.id,
      data: { title: 'Secret draft' },
      draft: true,
      ...system,
    })
    expect((await ovoz.api('/posts/stable')).body.title).toBe('Stable')
    expect(JSON.stringify((await ovoz.api('/posts?limit=100')).body)).not.toContain('Secret draft')
  })

  it('settles slugs: transliterated, numbered on a clash, steady after publication', async () => {
    const first = await publish(ovoz, { title: 'Форуми занони Тоҷикистон' })
    const second = await publish(ovoz, { title: 'Форуми занони Тоҷикистон' })
    expect([first.slug, second.slug]).toEqual(['forumi-zanoni-tojikiston', 'forumi-zanoni-tojikiston-2'])
    const renamed = await ovoz.payload.update({
      collection: 'posts',
      id: first.id,
      data: { title: 'Renamed' },
      ...system,
    })
    expect(renamed.slug).toBe('forumi-zanoni-tojikiston')
    const nameless = await publish(ovoz, { title: '💬' })
    expect(nameless.slug).toBe('post')
  })

  it('describes itself, and answers what is not there or not offered as a problem', async () => {
    const { body: site } = await ovoz.api('/site?locale=tg')
    expect(Site.parse(site)).toEqual(site)
    expect((await ovoz.api('/openapi.json')).body).toMatchObject({ openapi: '3.1.0' })
    expect((await ovoz.api('/nothing')).body.code).toBe('not-found')
  })

  it.each([
    ['DELETE', '/posts', 405, 'GET'],
    ['POST', '/posts', 405, 'GET'],
    ['PUT', '/site', 405, 'GET'],
    ['PATCH', '/comments', 405, 'GET, POST'],
    ['PUT', '/comments/form-token', 405, 'GET, PATCH, DELETE'],
    ['POST', '/nothing', 404, null],
    ['PATCH', '/nothing', 404, null],
  ])('answers %s %s with %i, whatever is sent', async (method, path, status, allow) => {
    for (const init of [{}, { body: 'hello', headers: { 'content-type': 'text/plain' } }]) {
      const { status: answered, body, headers } = await ovoz.api(path, { method, ...init })
      const code = status === 405 ? 'method-not-allowed' : 'not-found'
      expect([answered, body.code, headers.get('allow')]).toEqual([status, code, allow])
    }
  })

  it('lets pages of allowed origins in, and no others', async () => {
    const allow = async (origin: string) =>
      (await ovoz.api('/site', { headers: { origin } })).headers.get('access-control-allow-origin')
    expect(await allow('https://site.example')).toBe('https://site.example')
    expect(await allow('https://partner.example')).toBe('https://partner.example')
    expect(await allow('https://evil.example')).toBeNull()
    const preflight = await ovoz.api('/comments', {
      method: 'OPTIONS',
      headers: { origin: 'https://partner.example' },
    })
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'GET, POST, PATCH, DELETE',
    ])
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
  })
})

import { beforeAll, describe, expect, it } from 'vitest'

import { Event, Post } from '../../src/contract/index.ts'
import type { Role } from '../../src/platform/access.ts'
import { makePreviewToken, type Sight } from '../../src/preview/token.ts'
import { bodyOf, paragraph, quoteRef, text } from '../support/article.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'

const MINUTE = 60_000
const EVENT = { title: 'Forum', start: '2030-01-01T04:00:00.000Z', timeZone: 'Asia/Dushanbe' }

describe(`preview (${engine})`, () => {
  const ovoz = useOvoz()
  const system = { depth: 0, overrideAccess: true } as const

  const tokenFor = (id: string, { type = 'posts', locale = 'en' }: Partial<Sight> = {}, ago = 0) =>
    makePreviewToken({ type, id, locale }, new Date(Date.now() - ago))
  const look = (token: string, query = '') => ovoz.api(`/preview?token=${token}${query}`)
  const make = async (collection: 'posts' | 'events' | 'quotes' | 'people', data: object, draft = false) =>
    String((await ovoz.payload.create({ collection, data: data as never, draft, ...system })).id)
  const saveDraft = (id: string, data: object, locale: 'en' | 'ru' | 'tg' = 'en') =>
    ovoz.payload.update({
      collection: 'posts',
      id,
      data: { ...data, _status: 'draft' } as never,
      draft: true,
      locale,
      ...system,
    })

  let id = ''
  let speaker = ''
  beforeAll(async () => {
    for (const role of ['admin', 'editor', 'author', 'translator', 'moderator', 'frontend'] as const)
      await ovoz.signUp(role)
    speaker = await make('people', { name: 'Gulchehra' })
    await publish(ovoz, { title: 'Before', publishedAt: '2024-01-01T00:00:00.000Z' })
    id = String((await publish(ovoz, { title: 'As published', slug: 'one', sourceLanguage: 'en' })).id)
    await saveDraft(id, { title: 'As it will be', body: bodyOf(paragraph(text('New words.'))) })
  })

  it('shows the newest draft in the shape of the public answer, and the public sees what it saw', async () => {
    const { status, body } = await look(tokenFor(id))
    expect(status).toBe(200)
    expect(Post.strict().parse(body)).toMatchObject({
      id,
      slug: 'one',
      title: 'As it will be',
      body: { html: '<p>New words.</p>', text: 'New words.' },
      previous: { slug: 'before' },
      url: 'https://site.example/posts/one',
    })
    const shown = (await ovoz.api('/posts/one')).body
    expect([shown.title, shown.body.text]).toEqual(['As published', 'A few words.'])
    expect((await ovoz.api('/posts')).body.items[0].title).toBe('As published')
  })

  it('is the public answer to the letter once the draft is published', async () => {
    const done = String((await publish(ovoz, { title: 'Done' })).id)
    expect((await look(tokenFor(done))).body).toEqual((await ovoz.api('/posts/done')).body)
    const event = await make('events', { ...EVENT, _status: 'published' })
    expect((await look(tokenFor(event, { type: 'events' }))).body).toEqual(
      (await ovoz.api('/events/forum')).body,
    )
  })

  it('is kept nowhere and found by no search engine', async () => {
    const { headers } = await look(tokenFor(id))
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    expect(headers.get('etag')).toBeNull()
  })

  it('shows drafts that nobody has finished, in the same shape', async () => {
    const post = await make('posts', { title: '', _status: 'draft' }, true)
    expect(Post.strict().parse((await look(tokenFor(post))).body)).toMatchObject({
      id: post,
      title: '',
      quotes: [],
    })
    const event = await make(
      'events',
      { title: 'Some day', timeZone: null, status: null, _status: 'draft' },
      true,
    )
    const answer = await look(tokenFor(event, { type: 'events' }))
    expect(Event.strict().parse(answer.body)).toMatchObject({
      id: event,
      title: 'Some day',
      status: 'planned',
    })
    expect((await ovoz.api('/events/some-day')).status).toBe(404)
  })

  it('speaks the language of the token, or the one asked for', async () => {
    await saveDraft(id, { title: 'Как будет' }, 'ru')
    expect((await look(tokenFor(id, { locale: 'ru' }))).body).toMatchObject({
      locale: 'ru',
      title: 'Как будет',
    })
    expect((await look(tokenFor(id), '&locale=ru')).body).toMatchObject({ locale: 'ru', title: 'Как будет' })
    expect((await look(tokenFor(id, { locale: 'tg' }))).body).toMatchObject({ locale: 'en' })
    expect((await ovoz.api('/posts/one?locale=ru')).body).toMatchObject({
      locale: 'en',
      title: 'As published',
    })
  })

  it('is refused alike where the token is forged, has expired, or is for another document', async () => {
    const token = tokenFor(id)
    const other = String((await publish(ovoz, { title: 'Another' })).id)
    const forged = [...tokenFor(other).split('.').slice(0, -1), token.split('.').at(-1)].join('.')
    const answers = await Promise.all([
      look(`${token.slice(0, -3)}AAA`),
      look(forged),
      look(token.replace('posts.', 'events.')),
      look(''),
      look('anything'),
      look(tokenFor(id, {}, 10 * MINUTE)),
      look(tokenFor(id, {}, -MINUTE)),
      look(token, '&on=posts/another'),
      look(token, `&on=posts/${other}`),
      look(token, '&on=events/one'),
      look(token, `&on=events/${id}`),
      look(token, '&on='),
    ])
    for (const { status, body, headers } of answers) {
      expect({ ...body, traceId: '' }).toEqual({ ...answers[0]!.body, traceId: '' })
      expect([status, body.code, headers.get('cache-control')]).toEqual([403, 'forbidden', 'no-store'])
    }
    expect((await look(tokenFor(id, {}, 10 * MINUTE - 5_000))).status).toBe(200)
    for (const on of ['posts/one', `posts/${id}`]) expect((await look(token, `&on=${on}`)).status).toBe(200)
    expect((await ovoz.api('/preview')).status).toBe(422)
  })

  it('is not found where the document is gone', async () => {
    const gone = await make('posts', { title: 'Gone', _status: 'draft' }, true)
    await ovoz.payload.delete({ collection: 'posts', id: gone, ...system })
    expect((await look(tokenFor(gone))).status).toBe(404)
    expect((await look(tokenFor(id, { type: 'events' }))).status).toBe(404)
  })

  it('shows what goes out with a draft, and nothing that would not', async () => {
    const draft = await make('posts', { title: 'With quotes', _status: 'draft' }, true)
    const elsewhere = await make('posts', { title: 'Elsewhere', _status: 'draft' }, true)
    const quote = (words: string, source: string, consent = 'given') =>
      make('quotes', { text: words, speaker, consent, source: { relationTo: 'posts', value: source } })
    const own = await quote('Goes out with it', draft)
    const asked = await quote('Was not allowed yet', draft, 'asked')
    const foreign = await quote('Waits for another', elsewhere)
    const event = await make('events', { ...EVENT, title: 'A draft', _status: 'draft' }, true)
    await saveDraft(draft, { body: bodyOf(quoteRef(own), quoteRef(asked), quoteRef(foreign)), event })

    const { body } = await look(tokenFor(draft))
    expect(body.quotes).toMatchObject([
      { id: own, speaker: { slug: 'gulchehra' }, source: { type: 'posts', title: 'With quotes' } },
    ])
    expect(body.body.html).toContain('Goes out with it')
    expect(JSON.stringify(body)).not.toMatch(/Was not allowed yet|Waits for another|A draft/)
    expect(body.event).toBeNull()
    expect((await ovoz.api(`/quotes/${own}`)).status).toBe(404)

    await ovoz.payload.update({ collection: 'events', id: event, data: { _status: 'published' }, ...system })
    await ovoz.payload.update({ collection: 'posts', id: draft, data: { _status: 'published' }, ...system })
    expect((await look(tokenFor(draft))).body).toEqual((await ovoz.api('/posts/with-quotes')).body)
  })

  describe('is opened from the panel', () => {
    const open = (as: string | undefined, path = `/posts/${id}/preview?locale=ru`) => ovoz.rest(path, { as })

    it.each(['admin', 'editor', 'author', 'translator'])(
      'by %s, at the front end, with a token',
      async (as) => {
        const { status, headers } = await open(as)
        expect([status, headers.get('cache-control'), headers.get('referrer-policy')]).toEqual([
          302,
          'no-store',
          'no-referrer',
        ])
        const address = new URL(headers.get('location')!)
        expect(address.origin + address.pathname).toBe('https://site.example/preview')
        expect((await look(address.searchParams.get('token')!)).body).toMatchObject({ id, locale: 'ru' })
      },
    )

    it.each(['moderator', 'frontend', undefined])('not by %s', async (as) => {
      const { status, headers, body } = await open(as)
      expect([status, headers.get('location')]).toEqual([403, null])
      expect(JSON.stringify(body)).not.toContain('token')
    })

    it('says that there is no such document', async () => {
      expect((await open('editor', '/posts/nothing/preview')).status).toBe(404)
      expect((await open('editor', `/events/${id}/preview`)).status).toBe(404)
    })

    it('for those who read drafts only', async () => {
      const { preview, livePreview } = ovoz.payload.collections.posts.config.admin
      const shownTo = async (role: Role) => {
        const req = { user: { collection: 'users', id: '1', role } } as never
        const locale = { code: 'tg', label: '' }
        const pane = livePreview!.url as (args: object) => string | null
        return [
          await preview!({ id }, { locale: 'tg', req, token: null }),
          pane({ data: { id }, locale, req })?.replace(/\.[^.]+\.[^.]+$/, '') ?? null,
        ]
      }
      for (const role of ['admin', 'editor', 'author', 'translator'] as const)
        expect(await shownTo(role), role).toEqual([
          `/api/posts/${id}/preview?locale=tg`,
          `https://site.example/preview?token=posts.${id}.tg`,
        ])
      for (const role of ['moderator', 'frontend'] as const) expect(await shownTo(role)).toEqual([null, null])
    })
  })
})

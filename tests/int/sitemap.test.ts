import { beforeAll, describe, expect, it } from 'vitest'

import { LOCALES, Sitemap } from '../../src/contract/index.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'

describe(`sitemap (${engine})`, () => {
  const ovoz = useOvoz()
  const system = { depth: 0, overrideAccess: true } as const
  let post: string
  let quote: string

  const make = async (collection: string, data: object) =>
    String(
      (await ovoz.payload.create({ collection: collection as 'tags', data: data as never, ...system })).id,
    )

  beforeAll(async () => {
    const kept = await publish(ovoz, { title: 'First' })
    post = String(kept.id)
    await ovoz.payload.update({
      collection: 'posts',
      id: post,
      locale: 'ru',
      data: { title: 'Первая' },
      ...system,
    })
    for (let n = 0; n < 3; n++) await publish(ovoz, { title: `More ${n}` })
    await publish(ovoz, { title: 'Draft', _status: 'draft' })
    await publish(ovoz, { title: 'Later', publishedAt: '2999-01-01T00:00:00.000Z' })
    const event = { title: 'Forum', start: '2026-01-01T00:00:00.000Z', timeZone: 'UTC', status: 'planned' }
    await make('events', { ...event, _status: 'published' })
    await make('events', { ...event, _status: 'draft' })
    const speaker = await make('people', { name: 'Farida' })
    quote = await make('quotes', { text: 'Words.', speaker, consent: 'given' })
    await make('quotes', { text: 'Asked.', speaker, consent: 'asked' })
    await make('organizations', { name: 'Office' })
    const peace = await make('tags', { name: 'Peace' })
    const named = { collection: 'tags', id: peace, locale: 'tg', data: { name: 'Сулҳ' } } as const
    await ovoz.payload.update({ ...named, ...system })
  })

  const EVERY = ['events/forum', 'organizations/office', 'people/farida', 'posts/first', 'posts/more-0', 'posts/more-1', 'posts/more-2', 'tags/peace'] // prettier-ignore
  const nameOf = ({ type, slug }: { type: string; slug: string }) => `${type}/${slug}`

  it('has every public address with its languages and its last change, and no other', async () => {
    const { body } = await ovoz.api('/sitemap.json')
    expect(Sitemap.parse(body)).toEqual(body)
    expect(body.items.map(nameOf).sort()).toEqual([...EVERY, `quotes/${quote}`].sort())
    expect([body.total, body.nextCursor]).toEqual([9, null])
    const { updatedAt } = (await ovoz.api('/posts/first')).body
    expect(body.items.find(({ slug }: { slug: string }) => slug === 'first')).toEqual({
      type: 'posts',
      slug: 'first',
      updatedAt,
      alternates: [
        { locale: 'en', url: 'https://site.example/posts/first' },
        { locale: 'ru', url: 'https://site.example/ru/posts/first' },
      ],
    })
  })

  it('leads to what is there, and names the languages in which it is served', async () => {
    const { body } = await ovoz.api('/sitemap.json')
    for (const item of body.items) {
      const served = new Set<string>()
      for (const locale of LOCALES) {
        const answer = await ovoz.api(`/${nameOf(item)}?locale=${locale}`)
        expect(answer.status).toBe(200)
        served.add(answer.body.locale)
      }
      expect(item.alternates.map(({ locale }: { locale: string }) => locale).sort()).toEqual(
        [...served].sort(),
      )
    }
  })

  it.each([1, 2, 4, 9])(
    'gives all of it in pages of %i, each once, also when something changes in between',
    async (limit) => {
      const seen: string[] = []
      let cursor = ''
      do {
        const { body } = await ovoz.api(`/sitemap.json?limit=${limit}${cursor && `&cursor=${cursor}`}`)
        expect(body.items.length).toBeLessThanOrEqual(limit)
        expect(body.total).toBe(9)
        seen.push(...body.items.map(nameOf))
        cursor = body.nextCursor
        await ovoz.payload.update({
          collection: 'posts',
          id: post,
          data: { lead: `After ${seen.length}` },
          ...system,
        })
      } while (cursor)
      expect(seen.sort()).toEqual([...EVERY, `quotes/${quote}`].sort())
    },
  )

  it.each(['limit=0', 'limit=1001', 'cursor=none'])('refuses %s with the field named', async (query) => {
    const { status, body } = await ovoz.api(`/sitemap.json?${query}`)
    expect([status, body.errors[0].field]).toEqual([422, query.split('=')[0]])
  })
})

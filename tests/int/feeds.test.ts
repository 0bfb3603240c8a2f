import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { v7 as uuid } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'

import { bodyOf, paragraph, text } from '../support/article.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, move, publish } from '../support/posts.ts'
import { faultOf } from '../support/xml.ts'

const day = (n: number) => `2024-03-${String(n).padStart(2, '0')}T10:00:00.000Z`
const NASTY = 'Ҷамъият <b>& ]]> "а" ]]> \u0001\uFFFE'
const TYPES = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}
const FORMATS = ['rss', 'atom', 'json'] as const

describe(`feeds (${engine})`, () => {
  const ovoz = useOvoz()
  const system = { depth: 0, overrideAccess: true } as const
  let water: string
  let event: string
  let tagSlug: string

  /** Reads a feed with a parser that is not its writer, and holds it to its kind and to XML. */
  async function read(format: (typeof FORMATS)[number], path: string) {
    const answer = await ovoz.api(path.replace('*', format))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, TYPES[format]])
    if (format !== 'json') expect(faultOf(answer.body)).toBeNull()
    const feed: any =
      format === 'json'
        ? parseJsonFeed(answer.body)
        : format === 'rss'
          ? parseRssFeed(answer.body)
          : parseAtomFeed(answer.body)
    const entries = (feed.items ?? feed.entries ?? []) as any[]
    const titles = entries.map(({ title }) => (format === 'atom' ? title.value : title) as string)
    return { answer, feed, entries, titles }
  }

  beforeAll(async () => {
    const tag = await ovoz.payload.create({ collection: 'tags', data: { name: 'Об & ҳаво' }, ...system })
    tagSlug = tag.slug!
    const author = await ovoz.payload.create({
      collection: 'people',
      data: { name: 'Farida <F>' },
      ...system,
    })
    const body = bodyOf(
      paragraph(text('Read ]]> '), {
        type: 'link',
        fields: { linkType: 'custom', url: '/about?a=1&b=2', newTab: false },
        children: [text('on')],
        version: 3,
        direction: null,
        format: '',
        indent: 0,
      }),
    )
    const first = await publish(ovoz, {
      title: NASTY,
      slug: 'water',
      lead: 'A <lead> & more',
      body,
      tags: [tag.id],
      authors: [author.id],
      publishedAt: day(1),
    })
    water = String(first.id)
    await ovoz.payload.update({
      collection: 'posts',
      id: water,
      locale: 'tg',
      data: { title: 'Об' },
      ...system,
    })
    await publish(ovoz, { title: 'Second', publishedAt: day(2) })
    await publish(ovoz, { title: 'Draft', _status: 'draft' })
    await publish(ovoz, { title: 'Later', publishedAt: '2999-01-01T00:00:00.000Z' })
    event = String(
      (
        await ovoz.payload.create({
          collection: 'events',
          data: {
            title: 'Forum',
            start: day(1),
            timeZone: 'Asia/Dushanbe',
            status: 'planned',
            _status: 'published',
          },
          ...system,
        })
      ).id,
    )
  })

  it.each(FORMATS)(
    'gives the latest articles as %s: whole, safe, with names and absolute addresses',
    async (format) => {
      const { answer, feed, entries, titles } = await read(format, '/feeds/posts.*')
      expect(titles).toEqual(['Second', format === 'json' ? NASTY : NASTY.replace(/ \u0001\uFFFE/, '')])
      const [, entry] = entries
      const html = { rss: entry.content?.encoded, atom: entry.content?.value, json: entry.content_html }[
        format
      ]
      expect(html).toBe(
        '<p>Read ]]> <a href="https://site.example/about?a=1&#x26;b=2" rel="noopener noreferrer">on</a></p>'.replace(
          / rel="[^"]*"/,
          / rel="[^"]*"/.exec(html)?.[0] ?? '',
        ),
      )
      const names = { rss: entry.dc?.creators, atom: entry.authors?.map((a: any) => a.name), json: entry.authors?.map((a: any) => a.name) } // prettier-ignore
      expect(names[format]).toEqual(['Farida <F>'])
      const tags = { rss: entry.categories?.map((c: any) => c.name), atom: entry.categories?.map((c: any) => c.term), json: entry.tags } // prettier-ignore
      expect(tags[format]).toEqual(['Об & ҳаво'])
      const address = { rss: entry.link, atom: entry.links?.[0].href, json: entry.url }
      expect(address[format]).toBe('https://site.example/posts/water')
      const self = { rss: feed.atom?.links[0].href, atom: feed.links?.[0].href, json: feed.feed_url }
      expect(self[format]).toBe(`http://localhost:3000/api/v1/feeds/posts.${format}`)
      expect({ rss: feed.language, atom: feed.xml?.lang, json: feed.language }[format]).toBe('en')
      expect(answer.headers.get('content-language')).toBe('en')
    },
  )

  it.each(FORMATS)('keeps to a tag and to a language, as %s', async (format) => {
    expect((await read(format, `/feeds/posts.*?tag=${tagSlug}`)).titles).toHaveLength(1)
    const { titles, feed, entries } = await read(format, '/feeds/posts.*?locale=tg')
    expect(titles).toEqual(['Об'])
    expect({ rss: feed.language, atom: feed.xml?.lang, json: feed.language }[format]).toBe('tg')
    const address = { rss: entries[0].link, atom: entries[0].links?.[0].href, json: entries[0].url }
    expect(address[format]).toBe('https://site.example/tg/posts/water')
    expect((await read(format, '/feeds/posts.*?locale=ru')).titles).toEqual([])
  })

  it('keeps the name of an article when its address changes, and its bytes while nothing does', async () => {
    const before = await read('atom', `/feeds/posts.*?tag=${tagSlug}`)
    expect((await read('atom', `/feeds/posts.*?tag=${tagSlug}`)).answer.body).toBe(before.answer.body)
    await ovoz.payload.update({ collection: 'posts', id: water, data: { slug: 'moved' }, ...system })
    const after = await read('atom', `/feeds/posts.*?tag=${tagSlug}`)
    expect(after.entries[0].id).toBe(before.entries[0].id)
    expect(after.entries[0].links[0].href).toBe('https://site.example/posts/moved')
    await ovoz.payload.update({ collection: 'posts', id: water, data: { slug: 'water' }, ...system })
  })

  it.each([
    '/feeds/posts.rss?tag=none',
    '/feeds/comments.atom?on=posts/none',
    '/feeds/comments.json?on=posts/draft',
    '/feeds/comments.json?on=posts/later',
    '/feeds/other.rss',
    '/feeds/posts.xml',
  ])('answers %s with not found', async (path) => {
    const { status, body } = await ovoz.api(path)
    expect([status, body.code]).toEqual([404, 'not-found'])
  })

  it.each([
    ['/feeds/posts.rss?locale=fr', 'locale'],
    ['/feeds/comments.rss?on=pages/a', 'on'],
  ])('refuses %s with the field named', async (path, field) => {
    const { status, body } = await ovoz.api(path)
    expect([status, body.errors[0].field]).toEqual([422, field])
  })

  it.each(FORMATS)(
    'gives the public comments as %s, and nothing of their writers but the name',
    async (format) => {
      const shown = await comment(ovoz, 'posts/second', {
        name: `N <${format}>`,
        body: `Say & <${format}> ]]>`,
      })
      await comment(ovoz, 'events/forum', { name: 'Someone' })
      await comment(ovoz, 'posts/second', { status: 'pending', body: `Waits ${format}` })
      const { entries, titles, answer } = await read(format, '/feeds/comments.*?on=posts/second')
      expect(titles[0]).toBe(`N <${format}>: Second`)
      const html = {
        rss: entries[0].content?.encoded,
        atom: entries[0].content?.value,
        json: entries[0].content_html,
      }
      expect(html[format]).toBe(`<p>Say &#x26; &#x3C;${format}> ]]></p>`)
      const address = { rss: entries[0].link, atom: entries[0].links?.[0].href, json: entries[0].url }
      expect(address[format]).toBe(`https://site.example/posts/second#comment-${shown.id}`)
      const bytes = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
      for (const never of ['reader.example', 'nigora@', `Waits ${format}`]) expect(bytes).not.toContain(never)

      const all = await read(format, '/feeds/comments.*')
      expect(all.titles).toEqual(expect.arrayContaining([`N <${format}>: Second`, 'Someone: Forum']))
      await move(ovoz, shown.id, 'trash')
      for (const path of ['/feeds/comments.*', '/feeds/comments.*?on=posts/second'])
        expect((await read(format, path)).titles).not.toContain(`N <${format}>: Second`)
    },
  )

  it('shows what the thread shows of answers: below a removed comment, not below one that is nowhere public', async () => {
    const names = async () =>
      (await read('json', '/feeds/comments.*?on=posts/water')).entries.map((e) => e.authors[0].name)
    const top = await comment(ovoz, 'posts/water', { name: 'Top' })
    const middle = await comment(ovoz, 'posts/water', { name: 'Middle', parent: top.id })
    await comment(ovoz, 'posts/water', { name: 'Deep', parent: middle.id })
    expect(await names()).toEqual(['Deep', 'Middle', 'Top'])
    await move(ovoz, top.id, 'trash')
    expect(await names()).toEqual(['Deep', 'Middle'])

    const make = async (data: { name: string; parent?: string; status: string }) => {
      const on = { relationTo: 'posts', value: water }
      const made = { id: uuid(), body: 'Words.', on, ...data } as never
      return (await ovoz.payload.create({ collection: 'comments', data: made, ...system })).id
    }
    const waiting = await make({ name: 'Waiting', status: 'pending' })
    const below = await make({ name: 'Below', parent: waiting, status: 'approved' })
    await make({ name: 'Far below', parent: below, status: 'approved' })
    expect(await names()).toEqual(['Deep', 'Middle'])
    expect(JSON.stringify((await ovoz.api('/comments?on=posts/water')).body)).not.toContain('elow')
  })

  it('has no comment of an article that is not public any more', async () => {
    await comment(ovoz, 'events/forum', { name: 'Visitor' })
    const names = async () => (await read('json', '/feeds/comments.*')).titles
    expect(await names()).toContain('Visitor: Forum')
    const set = (_status: 'draft' | 'published') =>
      ovoz.payload.update({ collection: 'events', id: event, data: { _status }, ...system })
    await set('draft')
    expect(await names()).not.toContain('Visitor: Forum')
    expect((await ovoz.api('/feeds/comments.rss?on=events/forum')).status).toBe(404)
    await set('published')
    expect(await names()).toContain('Visitor: Forum')
  })

  it('describes each feed with its own media type', async () => {
    const { body } = await ovoz.api('/openapi.json')
    for (const name of ['posts', 'comments'])
      for (const format of FORMATS) {
        const { content } = body.paths[`/api/v1/feeds/${name}.${format}`].get.responses[200]
        expect(Object.keys(content)).toEqual([TYPES[format].split(';')[0]])
      }
  })

  it('stops at the fifty latest', async () => {
    for (let n = 0; n < 51; n++) await publish(ovoz, { title: `Many ${n}`, publishedAt: day(3) })
    expect((await read('json', '/feeds/posts.*')).entries).toHaveLength(50)
  })
})

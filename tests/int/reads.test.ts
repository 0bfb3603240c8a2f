import { beforeAll, describe, expect, it } from 'vitest'

import { createApi } from '../../src/api.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, move, publish } from '../support/posts.ts'
import { makeSmallSite, type SmallSite } from '../support/small-site.ts'

const system = { depth: 0, overrideAccess: true } as const

describe(`a public read (${engine})`, () => {
  const ovoz = useOvoz()
  let site: SmallSite
  const statusOf = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await ovoz.api(path, { headers })
    return [answer.status, answer.headers.get('cache-status')]
  }

  beforeAll(async () => void (site = await makeSmallSite(ovoz)))

  describe('that asks for some fields', () => {
    it.each<[path: string, fields: string, shown: unknown]>([
      ['/posts/a', 'slug,body.text', { slug: 'a', body: { text: expect.stringContaining('Words of a.') } }],
      ['/posts/a', 'authors.name,event.tags.slug', { authors: [{ name: 'Author' }], event: { tags: [{ slug: 'water' }] } }], // prettier-ignore
      ['/posts/b', 'image.url,title', { image: null, title: 'Article b' }],
      ['/people/speaker', 'organization.slug', { organization: { slug: 'kukhsor' } }],
      ['/tags/water', 'name', { name: 'Water' }],
    ])('gets these of one thing: %s %s', async (path, fields, shown) => {
      const answer = await createApi(ovoz.payload).request(`/api/v1${path}?fields=${fields}`)
      expect([answer.status, await answer.json()]).toEqual([200, shown])
      const front = await ovoz.door.fetch(`/api/v1${path}?fields=${fields}`)
      expect(await front.json()).toEqual(shown)
    })

    it.each([
      ['/posts', 'slug,tags.slug', { slug: 'a', tags: [{ slug: 'water' }] }],
      ['/events', 'slug', { slug: 'ahead' }],
      ['/quotes', 'speaker.name', { speaker: { name: 'Speaker' } }],
      ['/comments?on=posts/a', 'text,author.name', { text: expect.any(String), author: { name: 'Nigora' } }],
      ['/sitemap.json', 'type,slug', { type: 'posts', slug: expect.any(String) }],
    ])('gets these of each entry, and the rest of the page whole: %s %s', async (path, fields, first) => {
      const address = `/api/v1${path}${path.includes('?') ? '&' : '?'}fields=${fields}`
      const body: any = await (await ovoz.door.fetch(address)).json()
      expect(body.items[0]).toEqual(first)
      expect(body).toMatchObject({ nextCursor: null, total: expect.any(Number) })
    })

    it.each(['nope', 'title,nope.x', '__proto__', 'constructor', 'title,', 'body.__proto__'])(
      'that are not there is refused, and told which: %s',
      async (fields) => {
        for (const path of ['/posts/a', '/posts', '/comments?on=posts/a']) {
          const { status, body } = await ovoz.api(`${path}${path.includes('?') ? '&' : '?'}fields=${fields}`)
          expect([status, body.errors[0].field]).toEqual([422, 'fields'])
        }
        const { body } = await ovoz.api('/posts/a?fields=title,nope,body.not')
        expect(body.errors[0].message).toMatch(/nope.*body\.not/)
      },
    )
  })

  it.each([
    ['/posts', 'slug'],
    ['/tags', 'slug'],
    ['/people', 'slug'],
    ['/sitemap.json', 'slug'],
    ['/comments?on=posts/c&order=newest', 'id'],
  ])('of a list leads on by its Link to every entry once: %s', async (path, by) => {
    if (path.startsWith('/comments')) for (let i = 0; i < 4; i++) await comment(ovoz, 'posts/c')
    const sign = path.includes('?') ? '&' : '?'
    const whole = (await ovoz.api(`${path}${sign}limit=100`)).body.items.map((one: any) => one[by])
    expect(whole.length).toBeGreaterThan(1)
    const seen: string[] = []
    let next: string | undefined = `/api/v1${path}${sign}limit=1&made=up&fields=${by}`
    for (let pages = 0; next && pages < 60; pages++) {
      const answer = await ovoz.door.fetch(next)
      const body: any = await answer.json()
      seen.push(...body.items.map((one: any) => one[by]))
      const link = /^<http:\/\/localhost:3000([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')
      expect(link !== null).toBe(body.nextCursor !== null)
      next = link?.[1]
      expect(next ?? '').not.toContain('made')
    }
    expect(seen).toEqual(whole)
  })

  it('is kept for whoever asks next, and only if it is an answer for everybody', async () => {
    await publish(ovoz, { title: 'Moved', slug: 'moved' })
    const { docs } = await ovoz.payload.find({ collection: 'posts', where: { slug: { equals: 'moved' } }, ...system }) // prettier-ignore
    await ovoz.payload.update({ collection: 'posts', id: docs[0]!.id, data: { slug: 'moved-on' }, ...system })
    for (const [path, status] of [
      ['/posts/never-there', 404],
      ['/posts/moved', 301],
      ['/posts?limit=0', 422],
      ['/posts?cursor=x', 422],
      ['/search?q=', 422],
      ['/comments?on=posts/never-there', 404],
    ] as const) {
      const before = ovoz.door.size.entries
      expect(await statusOf(path)).toEqual([status, 'ovoz; fwd=miss'])
      expect(await statusOf(path)).toEqual([status, 'ovoz; fwd=miss'])
      expect(ovoz.door.size.entries).toBe(before)
    }
  })

  it('of one’s own comment is nobody else’s, before and after', async () => {
    const { id, manageToken } = await comment(ovoz, 'posts/a')
    const own = { authorization: `Bearer ${manageToken}` }
    await move(ovoz, id, 'approved')
    for (let round = 0; round < 2; round++) {
      const mine = await ovoz.api(`/comments/${id}`, { headers: own })
      expect([mine.body.status, mine.headers.get('cache-status')]).toEqual(['approved', null])
      expect(mine.headers.get('cache-control')).toBe('private, no-store')
      expect((await ovoz.api(`/comments/${id}`)).body.status).toBeUndefined()
    }
    await move(ovoz, id, 'spam')
    expect((await ovoz.api(`/comments/${id}`, { headers: own })).status).toBe(200)
    expect(await statusOf(`/comments/${id}`)).toEqual([410, 'ovoz; fwd=miss'])
  })

  it('may be kept by proxies as long as the settings say, and is asked for anew by browsers', async () => {
    const { headers } = await ovoz.api(site.addresses.posts!)
    expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1')
    expect(headers.get('etag')).toMatch(/^"[\w-]{22}"$|^"[\w-]{22}-[bg]"$/)
    const again = await ovoz.door.fetch('/api/v1/posts', {
      headers: { 'if-none-match': headers.get('etag')! },
    })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'

import { bodyOf, paragraph, quoteRef, text } from '../support/article.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, move } from '../support/posts.ts'
import { rememberedBy } from '../support/remembered.ts'
import { makeSmallSite, type SmallSite } from '../support/small-site.ts'

const system = { depth: 0, overrideAccess: true } as const

describe(`what is remembered of the public door (${engine})`, () => {
  const ovoz = useOvoz()
  let site: SmallSite
  let memory: ReturnType<typeof rememberedBy>
  let late: { id: string; manageToken: string }
  let fresh = ''

  const change = (collection: string, id: string, data: object, how: object = {}) =>
    ovoz.payload.update({ collection: collection as 'posts', id, data: data as never, ...system, ...how })
  const own = (method: string, body?: object) =>
    ovoz.api(`/comments/${late.id}`, {
      method,
      headers: { authorization: `Bearer ${late.manageToken}` },
      ...(body && { body }),
    })

  beforeAll(async () => {
    site = await makeSmallSite(ovoz)
    memory = rememberedBy(ovoz, site.addresses)
  })

  /**
   * A write, and the answers that are computed anew after it. Of those in brackets the memory cannot tell that they
   * say what they said: a search depends on every word of the site, a list on whatever moves in it.
   */
  type Write = [name: string, dropped: string, write: () => Promise<unknown>]
  const WRITES: Write[] = [
    [
      'a pending comment comes in',
      '',
      async () => (late = await comment(ovoz, 'posts/a', { status: 'pending' })),
    ],
    ['its writer edits it while it waits', '', () => own('PATCH', { body: 'Other words' })],
    [
      'a comment is approved',
      'posts, first post, posts of water, posts of author, posts on ahead, post a, ahead, thread a, count a, (comment on a), comment feed, comment feed of a',
      () => move(ovoz, late.id, 'approved'),
    ],
    [
      'its writer edits an approved comment',
      'posts, first post, posts of water, posts of author, posts on ahead, post a, ahead, thread a, count a, (comment on a), comment feed, comment feed of a',
      () => own('PATCH', { body: 'Better words' }),
    ],
    ['its writer edits it once more', '', () => own('PATCH', { body: 'Best words' })],
    ['its writer takes back what waits', '', () => own('DELETE')],
    [
      'an approved comment becomes spam',
      'posts, posts of school, posts of other, post b, thread b, count b, comment on b, comment feed, comment feed of b',
      () => move(ovoz, site.onB.id, 'spam'),
    ],
    [
      'spam is approved',
      'posts, posts of school, posts of other, post b, thread b, count b, comment feed, comment feed of b',
      () => move(ovoz, site.onB.id, 'approved'),
    ],
    [
      'a comment on an event is removed',
      'ahead, thread ahead, comment feed',
      () => move(ovoz, site.onEvent.id, 'trash'),
    ],
    [
      'a comment is deleted for good',
      'posts, posts of school, posts of other, post b, thread b, count b, comment on b, comment feed, comment feed of b',
      () => ovoz.payload.delete({ collection: 'comments', id: site.onB.id, ...system }),
    ],
    [
      'the body of an article changes',
      'posts, first post, posts of water, posts of author, posts on ahead, post a, ahead, post feed, post feed of water, search, sitemap',
      () =>
        change('posts', site.a, { body: bodyOf(paragraph(text('New words of a.')), quoteRef(site.quote)) }),
    ],
    [
      'the title of an article changes',
      'posts, first post, posts of water, posts of author, posts on ahead, post a, post b, ahead, quotes, quotes on a, quote, comment feed, comment feed of a, post feed, post feed of water, search, sitemap',
      () => change('posts', site.a, { title: 'Article A' }),
    ],
    [
      'a draft is saved beside an article',
      '',
      () => change('posts', site.a, { title: 'Not yet', _status: 'draft' }, { draft: true }),
    ],
    [
      'a draft is saved by itself while somebody types',
      '',
      () => change('posts', site.a, { title: 'Not y' }, { draft: true, autosave: true }),
    ],
    [
      'an article with a tag comes out',
      'posts, first post, posts of school, post a, post feed, post feed of school, (search), sitemap',
      async () =>
        (fresh = (
          await ovoz.payload.create({
            collection: 'posts',
            data: {
              title: 'New',
              slug: 'new',
              publishedAt: '2024-04-01T00:00:00.000Z',
              tags: [site.school],
              body: bodyOf(paragraph(text('New.'))),
              _status: 'published',
            } as never,
            ...system,
          })
        ).id),
    ],
    [
      'an article that is to come out later is saved',
      '',
      () =>
        ovoz.payload.create({
          collection: 'posts',
          data: {
            title: 'Later',
            slug: 'later',
            publishedAt: '2999-04-01T00:00:00.000Z',
            tags: [site.school],
            body: bodyOf(paragraph(text('New.'))),
            _status: 'published',
          } as never,
          ...system,
        }),
    ],
    [
      'an article gets a tag',
      'posts, first post, posts of water, posts of school, post feed, post feed of water, post feed of school, (search), sitemap',
      () => change('posts', fresh, { tags: [site.school, site.water] }),
    ],
    [
      'an article is dated anew',
      'posts, first post, posts of water, posts of school, post a, post b, post c, post feed, post feed of water, post feed of school, (search), sitemap',
      () => change('posts', fresh, { publishedAt: '2024-01-15T00:00:00.000Z' }),
    ],
    [
      'an article gets another slug',
      'posts, (first post), posts of water, posts of school, post b, post c, post feed, post feed of water, post feed of school, (search), sitemap',
      () => change('posts', fresh, { slug: 'newer' }),
    ],
    [
      'an article is taken down',
      'posts, first post, posts of water, posts of school, post b, post c, post feed, post feed of water, post feed of school, (search), sitemap',
      () => change('posts', fresh, { _status: 'draft' }),
    ],
    [
      'an article that nobody sees is deleted',
      '',
      () => ovoz.payload.delete({ collection: 'posts', id: fresh, ...system }),
    ],
    [
      'an event is edited',
      'post a, events, upcoming, ahead, all.ics, ahead.ics, (post feed), (post feed of water), (search), sitemap',
      () => change('events', site.ahead, { venue: 'The hall' }),
    ],
    [
      'an event is moved in time',
      'events, (upcoming), past, over, (all.ics), over.ics, (search), sitemap',
      () =>
        change('events', site.over, { start: '2024-01-02T04:00:00.000Z', end: '2024-01-02T08:00:00.000Z' }),
    ],
    [
      'a person is renamed',
      'posts, first post, posts of water, posts of author, posts on ahead, post a, ahead, people, author, post feed, post feed of water, (search), sitemap',
      () => change('people', site.author, { name: 'Renamed' }),
    ],
    [
      'the biography of a person changes',
      'author, (search), sitemap',
      () => change('people', site.author, { bio: 'Born somewhere.' }),
    ],
    ['a person is saved as it is', '(search), sitemap', () => change('people', site.author, {})],
    [
      'a speaker is renamed',
      'post a, ahead, quotes, quotes on a, quote, people, speaker, post feed, post feed of water, (search), sitemap',
      () => change('people', site.speaker, { name: 'Orator' }),
    ],
    [
      'a tag is renamed',
      'posts, posts of school, posts of other, post b, post c, tags, school, post feed, post feed of school, sitemap',
      () => change('tags', site.school, { name: 'Schools' }),
    ],
    [
      'an organization is renamed',
      'post a, ahead, quotes, quotes on a, quote, people, speaker, organizations, kukhsor, post feed, post feed of water, sitemap',
      () => change('organizations', site.organization, { name: 'Kuhsor' }),
    ],
    [
      'an organization is described',
      'kukhsor, sitemap',
      () => change('organizations', site.organization, { description: 'Of hills.' }),
    ],
    [
      'a picture is described',
      'posts, first post, posts of water, posts of author, posts on ahead, post a, ahead, picture, (post feed), (post feed of water)',
      () => change('media', site.picture, { alt: 'Another picture' }),
    ],
    [
      'consent to a quote is withdrawn',
      'post a, quotes, quotes on a, quote, post feed, post feed of water, (search), sitemap',
      () => change('quotes', site.quote, { consent: 'withdrawn' }),
    ],
    [
      'consent to a quote is given',
      'post a, quotes, quotes on a, post feed, post feed of water, (search), sitemap',
      () => change('quotes', site.quote, { consent: 'given' }),
    ],
    [
      'one page takes no more comments',
      'posts, posts of school, posts of other, post b, thread b, (count b), (comment feed of b), post feed, post feed of school, (search), sitemap',
      () => change('posts', site.b, { comments: { state: 'closed' } }),
    ],
    [
      'the discussion is closed',
      'site, posts, first post, posts of water, posts of school, posts of author, posts of other, posts on ahead, post a, (post b), post c, ahead, over, thread a, thread b, thread ahead',
      () => ovoz.payload.updateGlobal({ slug: 'discussion', data: { state: 'closed' } as never, ...system }),
    ],
    [
      'the site is renamed',
      'site, post a, post b, post c, all.ics, comment feed, comment feed of a, comment feed of b, post feed, post feed of water, post feed of school',
      () => ovoz.payload.updateGlobal({ slug: 'site', data: { name: 'Another name' } as never, ...system }),
    ],
    [
      'an article is deleted',
      'posts, first post, posts of school, posts of other, post b, post c, post feed, post feed of school, search, sitemap',
      () => ovoz.payload.delete({ collection: 'posts', id: site.c, ...system }),
    ],
  ]

  it.each(WRITES)('%s', async (_, expected, write) => {
    const before = await memory.warm()
    await write()
    const { dropped, forNothing, untrue } = await memory.compare(before)
    const told = dropped.map((name) => (forNothing.includes(name) ? `(${name})` : name)).join(', ')
    expect(untrue).toEqual([])
    expect(told).toBe(expected)
  })
})

import sharp from 'sharp'

import { bodyOf, paragraph, quoteRef, text } from './article.ts'
import type { Ovoz } from './ovoz.ts'
import { comment } from './posts.ts'
import type { Addresses } from './remembered.ts'

const system = { depth: 0, overrideAccess: true } as const

/**
 * A site of three articles (`a` the latest, beside `b`; `c` before that), two events (`ahead`, `over`) and all they
 * name. Article `a` has its own author, tag, picture, event and quote; `b` and `c` have others.
 */
export async function makeSmallSite(ovoz: Ovoz) {
  const { payload } = ovoz
  const make = async (collection: string, data: object) =>
    (await payload.create({ collection: collection as 'posts', data: data as never, ...system })).id
  const png = await sharp({ create: { width: 9, height: 4, channels: 3, background: '#3a7' } })
    .png()
    .toBuffer()
  const picture = (
    await payload.create({
      collection: 'media',
      data: { alt: 'A picture' } as never,
      file: { data: png, mimetype: 'image/png', name: 'a.png', size: png.length },
      ...system,
    })
  ).id
  const organization = await make('organizations', { name: 'Kukhsor', slug: 'kukhsor' })
  const [author, other, speaker] = [
    await make('people', { name: 'Author', slug: 'author' }),
    await make('people', { name: 'Other', slug: 'other' }),
    await make('people', { name: 'Speaker', slug: 'speaker', organization }),
  ]
  const [water, school] = [
    await make('tags', { name: 'Water', slug: 'water' }),
    await make('tags', { name: 'School', slug: 'school' }),
  ]
  const event = (data: object) =>
    make('events', { timeZone: 'Asia/Dushanbe', _status: 'published', publishedAt: '2023-06-01T00:00:00.000Z', ...data }) // prettier-ignore
  const ahead = await event({
    title: 'Ahead',
    slug: 'ahead',
    start: '2999-01-01T04:00:00.000Z',
    end: '2999-01-01T08:00:00.000Z',
    organizers: [organization],
    speakers: [{ person: speaker }],
    tags: [water],
  })
  const over = await event({
    title: 'Over',
    slug: 'over',
    start: '2024-01-01T04:00:00.000Z',
    end: '2024-01-01T08:00:00.000Z',
  })
  const post = (slug: string, month: string, data: object) =>
    make('posts', {
      title: `Article ${slug}`,
      slug,
      publishedAt: `2024-${month}-01T00:00:00.000Z`,
      sourceLanguage: 'en',
      body: bodyOf(paragraph(text(`Words of ${slug}.`))),
      _status: 'published',
      ...data,
    })
  const c = await post('c', '01', { authors: [other], tags: [school] })
  const b = await post('b', '02', { authors: [other], tags: [school] })
  const a = await post('a', '03', { authors: [author], tags: [water], image: picture, event: ahead })
  const quote = await make('quotes', {
    text: 'Said once.',
    speaker,
    organization,
    source: { relationTo: 'posts', value: a },
    consent: 'given',
  })
  await payload.update({
    collection: 'posts',
    id: a,
    data: { body: bodyOf(paragraph(text('Words of a.')), quoteRef(String(quote))) } as never,
    ...system,
  })
  const onA = await comment(ovoz, 'posts/a')
  const onB = await comment(ovoz, 'posts/b')
  const onEvent = await comment(ovoz, 'events/ahead')

  const addresses: Addresses = {
    site: '/site',
    posts: '/posts',
    'first post': '/posts?limit=1',
    'posts of water': '/posts?tag=water',
    'posts of school': '/posts?tag=school',
    'posts of author': '/posts?author=author',
    'posts of other': '/posts?author=other',
    'posts on ahead': '/posts?event=ahead',
    'post a': '/posts/a',
    'post b': '/posts/b',
    'post c': '/posts/c',
    events: '/events',
    upcoming: '/events?when=upcoming',
    past: '/events?when=past',
    ahead: '/events/ahead',
    over: '/events/over',
    'all.ics': '/events.ics',
    'ahead.ics': '/events/ahead.ics',
    'over.ics': '/events/over.ics',
    quotes: '/quotes',
    'quotes on a': '/quotes?on=posts/a',
    quote: `/quotes/${quote}`,
    people: '/people',
    author: '/people/author',
    other: '/people/other',
    speaker: '/people/speaker',
    organizations: '/organizations',
    kukhsor: '/organizations/kukhsor',
    tags: '/tags',
    water: '/tags/water',
    school: '/tags/school',
    picture: `/media/${picture}`,
    'thread a': '/comments?on=posts/a',
    'thread b': '/comments?on=posts/b',
    'thread ahead': '/comments?on=events/ahead',
    'count a': '/comments/counts?on=posts/a',
    'count b': '/comments/counts?on=posts/b',
    'comment on a': `/comments/${onA.id}`,
    'comment on b': `/comments/${onB.id}`,
    'comment feed': '/feeds/comments.json',
    'comment feed of a': '/feeds/comments.rss?on=posts/a',
    'comment feed of b': '/feeds/comments.atom?on=posts/b',
    'post feed': '/feeds/posts.json',
    'post feed of water': '/feeds/posts.rss?tag=water',
    'post feed of school': '/feeds/posts.atom?tag=school',
    search: '/search?q=words',
    sitemap: '/sitemap.json',
  }
  return { a, b, c, ahead, over, quote, author, other, speaker, organization, water, school, picture, onA, onB, onEvent, addresses } // prettier-ignore
}

export type SmallSite = Awaited<ReturnType<typeof makeSmallSite>>

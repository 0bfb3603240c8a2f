import { bodyOf, paragraph, text } from './article.ts'
import { type Newsroom, whole } from './newsroom.ts'

/** Everything there is to make a page of. */
export async function makeContent(newsroom: Newsroom) {
  const made = await newsroom.publishWhole()
  const [person] = made.persons.values()
  const { doc: personDoc } = await newsroom.rest(`/people/${person}`, {
    method: 'PATCH',
    body: { image: made.image },
  })
  const { docs: organizations } = await newsroom.rest('/organizations?limit=1')
  const { docs: tags } = await newsroom.rest('/tags?limit=1')
  const inDays = (days: number, hour: string) =>
    `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${hour}:00:00.000Z`
  const { doc: ahead } = await newsroom.rest('/events', {
    body: {
      title: 'An open day of free legal advice',
      slug: 'open-day',
      start: inDays(20, '04'),
      end: inDays(21, '12'),
      timeZone: 'Asia/Dushanbe',
      venue: 'The library',
      city: 'Khujand',
      country: 'Tajikistan',
      registrationUrl: 'https://paymon.example/come',
      body: bodyOf(paragraph(text('Bring the papers you have.'))),
      image: made.image,
      organizers: [organizations[0].id],
      speakers: [{ person }],
      agenda: [{ title: 'Whose land', start: inDays(20, '05') }],
      tags: [tags[0].id],
      _status: 'published',
    },
  })
  // Enough for a second page of every list.
  for (let n = 1; n <= 24; n++)
    await newsroom.publish({ slug: `short-${n}`, title: `Short news, number ${n}` })

  await newsroom.publish({ slug: 'taken-away' })
  const { docs: gone } = await newsroom.rest('/posts?limit=1&where[slug][equals]=taken-away')
  await newsroom.rest(`/posts/${gone[0].id}`, { method: 'DELETE' })

  const on = `posts/${made.post.slug}`
  const comments = await newsroom.fill(on, 30)
  const answer = await newsroom.comment(on, {
    body: 'An answer.\n\nhttps://example.org/',
    parent: comments[0]!,
  })
  await newsroom.approve(answer.id)
  const deeper = await newsroom.comment(on, { body: 'And one below.', parent: answer.id })
  await newsroom.approve(deeper.id)
  const waiting = await newsroom.comment(on, { body: 'It waits.' })
  const approved = await newsroom.comment(on, { body: 'It is seen.' })
  await newsroom.approve(approved.id)
  const quiet = await newsroom.publish({ slug: 'quiet', comments: { state: 'closed' } })
  const { doc: draft } = await newsroom.rest('/posts', {
    body: { title: 'Not yet', body: bodyOf(paragraph(text('Written, not published.'))), _status: 'draft' },
  })
  return {
    post: made.post.slug,
    event: made.event.slug,
    ahead: ahead.slug as string,
    quote: made.quotes[0]!.id,
    person: personDoc.slug as string,
    organization: organizations[0].slug as string,
    tag: tags[0].slug as string,
    comment: comments[0]!,
    waiting: `${waiting.id}.${waiting.manageToken}`,
    approved: `${approved.id}.${approved.manageToken}`,
    quiet: quiet.slug,
    draft: new URL(await newsroom.previewOf(draft.id as string)),
  }
}

export type Content = Awaited<ReturnType<typeof makeContent>>

type Kind = {
  name: string
  path: (content: Content) => string
  /** What it is answered with, where that is not 200. */
  status?: number
  /** Of one person alone: nothing of it is kept, and nobody else is led there. */
  isPrivate?: boolean
}

/** One of every kind of page that the site has. */
export const KINDS: Kind[] = [
  { name: 'the front page', path: () => '/' },
  { name: 'the front page in Russian', path: () => '/ru' },
  { name: 'the front page in Tajik', path: () => '/tg' },
  { name: 'all articles', path: () => '/posts' },
  { name: 'an article', path: ({ post }) => `/posts/${post}` },
  { name: 'an article in Russian', path: ({ post }) => `/ru/posts/${post}` },
  { name: 'an article in Tajik', path: ({ post }) => `/tg/posts/${post}` },
  { name: 'an article, newest comments first', path: ({ post }) => `/posts/${post}?order=newest` },
  { name: 'one conversation', path: ({ post, comment }) => `/posts/${post}?comment=${comment}` },
  { name: 'an answer begun', path: ({ post, comment }) => `/posts/${post}?reply=${comment}` },
  { name: 'an article where comments are closed', path: ({ quiet }) => `/posts/${quiet}` },
  {
    name: 'an own comment that waits',
    path: ({ post, waiting }) => `/posts/${post}?own=${waiting}`,
    isPrivate: true,
  },
  {
    name: 'an own comment that is seen',
    path: ({ post, approved }) => `/posts/${post}?own=${approved}`,
    isPrivate: true,
  },
  { name: 'an own comment being changed', path: ({ post, waiting }) => `/posts/${post}?own=${waiting}&mode=edit`, isPrivate: true }, // prettier-ignore
  { name: 'an own comment being withdrawn', path: ({ post, waiting }) => `/ru/posts/${post}?own=${waiting}&mode=withdraw`, isPrivate: true }, // prettier-ignore
  { name: 'an event', path: ({ event }) => `/events/${event}` },
  { name: 'an event ahead, in Tajik', path: ({ ahead }) => `/tg/events/${ahead}` },
  { name: 'events ahead', path: () => '/events' },
  { name: 'events of the past', path: () => '/ru/events?when=past' },
  { name: 'a month', path: () => `/events?month=${whole.event.date.slice(0, 7)}` },
  { name: 'a month in Tajik', path: () => `/tg/events?month=${whole.event.date.slice(0, 7)}` },
  { name: 'all quotes', path: () => '/quotes' },
  { name: 'a quote', path: ({ quote }) => `/quotes/${quote}` },
  { name: 'all people', path: () => '/people' },
  { name: 'a person', path: ({ person }) => `/people/${person}` },
  { name: 'all organizations', path: () => '/ru/organizations' },
  { name: 'an organization', path: ({ organization }) => `/organizations/${organization}` },
  { name: 'all topics', path: () => '/tags' },
  { name: 'a topic', path: ({ tag }) => `/tags/${tag}` },
  { name: 'the search', path: () => '/search' },
  { name: 'a search that finds', path: () => '/search?q=short+news' },
  { name: 'a search that finds nothing', path: () => '/tg/search?q=qqqqqq' },
  { name: 'no such address', path: () => '/nothing/here', status: 404 },
  { name: 'an article that was deleted', path: () => '/tg/posts/taken-away', status: 410 },
  { name: 'no such article', path: () => '/ru/posts/nothing', status: 404 },
  { name: 'a draft', path: ({ draft }) => draft.pathname + draft.search, isPrivate: true },
  { name: 'a draft with a wrong token', path: () => '/preview?token=wrong', status: 403, isPrivate: true },
]

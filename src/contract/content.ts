import { z } from 'zod'

import { JsonLd } from './json-ld.ts'
import { ListQuery, Locale, pageOf, Slug, Time, When } from './basics.ts'
import { MOST_FILTERED, SearchText } from './search.ts'

const id = z.string().meta({ description: 'Opaque.' })
const address = z.string().meta({ description: 'The absolute address on the site, where readers see it.' })

export const Image = z
  .object({
    url: z.string(),
    alt: z.string(),
    width: z.int(),
    height: z.int(),
    credit: z.string().nullable(),
    variants: z.array(z.object({ url: z.string(), width: z.int(), height: z.int(), type: z.string() })),
  })
  .meta({
    id: 'Image',
    description: 'A picture and its smaller copies, the smallest first. Sizes in pixels.',
  })
export type Image = z.infer<typeof Image>

export const Tag = z.object({ slug: Slug, name: z.string() }).meta({ id: 'Tag' })
export type Tag = z.infer<typeof Tag>

/** A tag by itself. Beside other things, it is in their language. */
export const SingleTag = Tag.extend({
  locale: Locale.meta({ description: 'The language really served.' }),
}).meta({ id: 'SingleTag' })
export type SingleTag = z.infer<typeof SingleTag>

export const OrganizationCard = z
  .object({ slug: Slug, name: z.string(), url: z.string().nullable() })
  .meta({ id: 'OrganizationCard' })
export type OrganizationCard = z.infer<typeof OrganizationCard>

export const Organization = OrganizationCard.extend({
  id,
  locale: Locale,
  description: z.string().nullable(),
  logo: Image.nullable(),
}).meta({ id: 'Organization' })
export type Organization = z.infer<typeof Organization>

export const PersonCard = z
  .object({
    slug: Slug,
    name: z.string(),
    role: z.string().nullable(),
    organization: OrganizationCard.nullable(),
    image: Image.nullable(),
  })
  .meta({ id: 'PersonCard' })
export type PersonCard = z.infer<typeof PersonCard>

export const Person = PersonCard.extend({ id, locale: Locale, bio: z.string().nullable() }).meta({
  id: 'Person',
})
export type Person = z.infer<typeof Person>

export const Quote = z
  .object({
    id,
    locale: Locale,
    text: z.string(),
    speaker: PersonCard,
    role: z.string().nullable().meta({ description: "The speaker's role when it was said." }),
    organization: OrganizationCard.nullable().meta({
      description: "The speaker's organization when it was said.",
    }),
    source: z.object({ type: z.enum(['posts', 'events']), slug: Slug, title: z.string() }).nullable(),
    saidOn: z.iso.date().nullable(),
    spokenLanguage: z.string().nullable(),
    tags: z.array(Tag),
  })
  .meta({ id: 'Quote', description: 'Words of a named person who has consented to their use.' })
export type Quote = z.infer<typeof Quote>

/** A quote by itself. Where many stand together, this would only be said twice. */
export const SingleQuote = Quote.extend({ jsonLd: JsonLd }).meta({ id: 'SingleQuote' })
export type SingleQuote = z.infer<typeof SingleQuote>

/** Rich text in three forms that say the same. `html` is safe to put into a page as it is. */
export const Body = z
  .object({
    html: z.string(),
    text: z.string(),
    lexical: z
      .record(z.string(), z.unknown())
      .meta({ description: 'Lexical editor state: `{root: {children: […]}}`.' }),
  })
  .meta({ id: 'Body' })
export type Body = z.infer<typeof Body>

export const EventCard = z
  .object({
    type: z.literal('events'),
    id,
    slug: Slug,
    locale: Locale,
    title: z.string(),
    url: address,
    start: Time,
    end: Time.nullable(),
    timeZone: z.string().meta({ description: 'IANA name.', example: 'Asia/Dushanbe' }),
    allDay: z.boolean(),
    status: z.enum(['planned', 'cancelled']),
    venue: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string().nullable(),
    onlineUrl: z.string().nullable(),
    image: Image.nullable(),
    tags: z.array(Tag),
  })
  .meta({ id: 'EventCard' })
export type EventCard = z.infer<typeof EventCard>

export const PostCard = z
  .object({
    type: z.literal('posts'),
    id,
    slug: Slug,
    locale: Locale.meta({ description: 'The language really served.' }),
    title: z.string(),
    lead: z.string().nullable(),
    url: address,
    publishedAt: Time,
    updatedAt: Time,
    authors: z.array(PersonCard),
    tags: z.array(Tag),
    image: Image.nullable(),
    commentCount: z.int().min(0),
    commentsOpen: z.boolean(),
  })
  .meta({ id: 'PostCard' })
export type PostCard = z.infer<typeof PostCard>

export const Alternate = z.object({ locale: Locale, url: address }).meta({ id: 'Alternate' })
const Neighbour = z.object({ slug: Slug, title: z.string(), url: address }).meta({ id: 'Neighbour' })
export type Neighbour = z.infer<typeof Neighbour>

export const Post = PostCard.extend({
  body: Body,
  quotes: z.array(Quote).meta({ description: 'The quotes placed in the body, in order, each once.' }),
  event: EventCard.nullable(),
  alternates: z
    .array(Alternate)
    .meta({ description: 'The languages this article is written in, with addresses.' }),
  readingMinutes: z.int().min(1),
  seo: z.object({ title: z.string(), description: z.string().nullable(), image: Image.nullable() }),
  previous: Neighbour.nullable().meta({ description: 'The article published just before.' }),
  next: Neighbour.nullable().meta({ description: 'The article published just after.' }),
  jsonLd: JsonLd,
}).meta({ id: 'Post' })
export type Post = z.infer<typeof Post>

export const Event = EventCard.extend({
  body: Body,
  organizers: z.array(OrganizationCard),
  partners: z.array(OrganizationCard),
  speakers: z.array(
    z.object({ person: PersonCard, role: z.string().nullable(), organization: OrganizationCard.nullable() }),
  ),
  attendance: z.string().nullable(),
  agenda: z.array(z.object({ start: Time.nullable(), title: z.string(), speakers: z.array(PersonCard) })),
  quotes: z.array(Quote),
  posts: z.array(PostCard).meta({ description: 'Articles about this event, the newest first, 20 at most.' }),
  registrationUrl: z.string().nullable(),
  alternates: z.array(Alternate),
  commentCount: z.int().min(0),
  commentsOpen: z.boolean(),
  jsonLd: JsonLd,
}).meta({ id: 'Event' })
export type Event = z.infer<typeof Event>

export const Site = z
  .object({
    name: z.string(),
    description: z.string().nullable(),
    url: z.string(),
    locales: z.array(z.object({ code: Locale, name: z.string() })),
    defaultLocale: Locale,
    comments: z.object({ state: z.enum(['open', 'held', 'closed']), message: z.string().optional() }),
  })
  .meta({ id: 'Site' })
export type Site = z.infer<typeof Site>

export const PostPage = pageOf({ id: 'PostPage', items: PostCard })
export const EventPage = pageOf({ id: 'EventPage', items: EventCard })
export const QuotePage = pageOf({ id: 'QuotePage', items: Quote })
export const PersonPage = pageOf({ id: 'PersonPage', items: PersonCard })
export const OrganizationPage = pageOf({ id: 'OrganizationPage', items: OrganizationCard })
export const TagPage = pageOf({ id: 'TagPage', items: Tag })

const slugFilter = (description: string) => z.string().max(200).optional().meta({ description })
export const TagFilter = slugFilter('Only what has the tag of this slug.')
const from = When.optional().meta({ description: 'Only what is of this day or moment, or later.' })
const to = When.optional().meta({ description: 'Only what is of this day or moment, or earlier.' })

export const PostQuery = ListQuery.extend({
  q: SearchText.optional().meta({
    description: `Only those that \`/search\` finds by these words: the ${MOST_FILTERED} best of them.`,
  }),
  tag: TagFilter,
  author: slugFilter('Only articles by the person of this slug.'),
  event: slugFilter('Only articles about the event of this slug.'),
  language: Locale.optional().meta({ description: 'Only articles that are written in this language.' }),
  from,
  to,
})
export const EventQuery = ListQuery.extend({
  when: z.enum(['upcoming', 'past']).optional().meta({
    description:
      'An event is upcoming until it ends. Upcoming ones come soonest first, all others latest first.',
  }),
  from,
  to,
  tag: TagFilter,
  city: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Only events in this city, as it is written in one of the languages.' }),
})
export const QuoteQuery = ListQuery.extend({
  person: slugFilter('Only quotes of the person of this slug.'),
  organization: slugFilter('Only quotes of people who spoke for the organization of this slug.'),
  tag: TagFilter,
  on: z
    .string()
    .regex(/^(posts|events)\/[^/]{1,200}$/)
    .optional()
    .meta({ description: 'Where it was said: `posts/{slug}` or `events/{slug}`.' }),
})

export const MOVED_KINDS = ['posts', 'events', 'people', 'organizations', 'tags'] as const
export type MovedKind = (typeof MOVED_KINDS)[number]

export const Moved = z
  .object({
    type: z.enum(MOVED_KINDS),
    slug: Slug.meta({ description: 'The present slug.' }),
    location: z.string().meta({
      description: 'The address that asks the same of this API under the present slug, as in `Location`.',
      example: '/api/v1/posts/new-slug?locale=ru',
    }),
    url: z
      .string()
      .nullable()
      .meta({ description: 'The address on the site to send readers to; null for what has no page there.' }),
  })
  .meta({ id: 'Moved', description: 'What was asked for by a slug it had before.' })
export type Moved = z.infer<typeof Moved>

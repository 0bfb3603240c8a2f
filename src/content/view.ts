import type { Event, EventCard, Locale, Neighbour, Post, PostCard } from '../contract/index.ts'
import { countWords } from '../platform/text.ts'
import { type BodyState, referencesIn } from './body.ts'
import { decideOpenness } from './discussion.ts'
import { type Shown, toPublicBody } from './html.ts'
import type { Doc } from './kinds.ts'
import { chooseServed, localesOf, pick } from './locales.ts'
import { threadKey } from './subject-store.ts'
import {
  type Setting,
  siteAddress,
  refer,
  referAll,
  toImage,
  toTag,
  toOrganizationCard,
  toOrganizationOrNull,
  toPersonCard,
  toQuote,
} from './pieces.ts'

export * from './pieces.ts'

const WORDS_A_MINUTE = 200
const servedOf = (doc: Doc<'posts'> | Doc<'events'>, asked: Locale) =>
  chooseServed({ title: doc.title, asked, source: doc.sourceLanguage })

const alternatesOf = (type: 'posts' | 'events', doc: Doc<'posts'> | Doc<'events'>) =>
  localesOf(doc.title).map((locale) => ({ locale, url: siteAddress({ type, slug: doc.slug ?? '', locale }) }))

const commentsOf = (
  type: 'posts' | 'events',
  doc: Doc<'posts'> | Doc<'events'>,
  { commentCounts, site, now }: Setting,
) => ({
  commentCount: commentCounts.get(threadKey({ type, id: String(doc.id) })) ?? 0,
  commentsOpen: decideOpenness({
    site,
    page: { state: doc.comments?.state === 'closed' ? 'closed' : 'open', until: doc.comments?.until ?? null },
    now,
  }).isOpen,
})

/** The body of a document in one language, with the quotes that stand in it. */
function bodyAndQuotes(body: unknown, { references, locale }: Setting) {
  const state = pick<BodyState>(body, locale)
  const shown: Shown = { quotes: new Map(), media: new Map() }
  for (const id of state ? referencesIn({ body: state, collection: 'quotes' }) : []) {
    const kept = refer(references, 'quotes', id)
    const quote = kept && toQuote(kept, { references, locale })
    if (quote) shown.quotes.set(id, quote)
  }
  for (const id of state ? referencesIn({ body: state, collection: 'media' }) : []) {
    const image = toImage(refer(references, 'media', id), locale)
    if (image) shown.media.set(id, image)
  }
  return { body: toPublicBody({ body: state, shown }), quotes: [...shown.quotes.values()] }
}

export function toEventCard(
  event: Doc<'events'>,
  { references, locale: asked }: Pick<Setting, 'references' | 'locale'>,
): EventCard {
  const locale = servedOf(event, asked)
  return {
    type: 'events',
    id: String(event.id),
    slug: event.slug ?? '',
    locale,
    title: pick(event.title, locale) ?? '',
    url: siteAddress({ type: 'events', slug: event.slug ?? '', locale }),
    start: event.start,
    end: event.end ?? null,
    timeZone: event.timeZone,
    allDay: event.allDay === true,
    status: event.status,
    venue: pick(event.venue, locale),
    city: pick(event.city, locale),
    country: pick(event.country, locale),
    onlineUrl: event.onlineUrl || null,
    image: toImage(refer(references, 'media', event.image), locale),
    tags: referAll(references, 'tags', event.tags).map((tag) => toTag(tag, locale)),
  }
}

export function toEvent(
  event: Doc<'events'>,
  posts: Doc<'posts'>[],
  setting: Setting,
): Omit<Event, 'jsonLd'> {
  const card = toEventCard(event, setting)
  const { locale } = card
  const { references } = setting
  const organizations = (values: unknown[] | null | undefined) =>
    referAll(references, 'organizations', values).map((one) => toOrganizationCard(one, locale))
  return {
    ...card,
    ...bodyAndQuotes(event.body, { ...setting, locale }),
    ...commentsOf('events', event, setting),
    organizers: organizations(event.organizers),
    partners: organizations(event.partners),
    speakers: (event.speakers ?? []).flatMap(({ person: value, role, organization }) => {
      const person = refer(references, 'people', value)
      if (!person) return []
      return {
        person: toPersonCard(person, references, locale),
        role: pick(role, locale),
        organization: toOrganizationOrNull(references, organization, locale),
      }
    }),
    attendance: pick(event.attendance, locale),
    agenda: (event.agenda ?? []).map(({ start, title, speakers }) => ({
      start: start ?? null,
      title: pick(title, locale) ?? '',
      speakers: referAll(references, 'people', speakers).map((person) =>
        toPersonCard(person, references, locale),
      ),
    })),
    posts: posts.map((post) => toPostCard(post, setting)),
    registrationUrl: event.registrationUrl || null,
    alternates: alternatesOf('events', event),
  }
}

export function toPostCard(post: Doc<'posts'>, setting: Setting): PostCard {
  const { references } = setting
  const locale = servedOf(post, setting.locale)
  return {
    type: 'posts',
    id: String(post.id),
    slug: post.slug ?? '',
    locale,
    title: pick(post.title, locale) ?? '',
    lead: pick(post.lead, locale),
    url: siteAddress({ type: 'posts', slug: post.slug ?? '', locale }),
    publishedAt: post.publishedAt!,
    updatedAt: post.updatedAt,
    authors: referAll(references, 'people', post.authors).map((person) =>
      toPersonCard(person, references, locale),
    ),
    tags: referAll(references, 'tags', post.tags).map((tag) => toTag(tag, locale)),
    image: toImage(refer(references, 'media', post.image), locale),
    ...commentsOf('posts', post, setting),
  }
}

type Neighbours = { previous: Doc<'posts'> | null; next: Doc<'posts'> | null }

export function toPost(
  post: Doc<'posts'>,
  { previous, next }: Neighbours,
  setting: Setting,
): Omit<Post, 'jsonLd'> {
  const card = toPostCard(post, setting)
  const { locale } = card
  const { references } = setting
  const { body, quotes } = bodyAndQuotes(post.body, { ...setting, locale })
  const event = refer(references, 'events', post.event)
  return {
    ...card,
    body,
    quotes,
    event: event && toEventCard(event, { references, locale }),
    alternates: alternatesOf('posts', post),
    readingMinutes: Math.max(1, Math.round(countWords(body.text) / WORDS_A_MINUTE)),
    seo: {
      title: pick(post.seo?.title, locale) ?? card.title,
      description: pick(post.seo?.description, locale) ?? card.lead,
      image: toImage(refer(references, 'media', post.seo?.image), locale) ?? card.image,
    },
    previous: previous && toNeighbour(previous, locale),
    next: next && toNeighbour(next, locale),
  }
}

function toNeighbour(post: Doc<'posts'>, asked: Locale): Neighbour {
  const locale = servedOf(post, asked)
  const slug = post.slug ?? ''
  return { slug, title: pick(post.title, locale) ?? '', url: siteAddress({ type: 'posts', slug, locale }) }
}

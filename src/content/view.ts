import type {
  Event,
  EventCard,
  Image,
  Locale,
  Neighbour,
  Organization,
  OrganizationCard,
  Person,
  PersonCard,
  Post,
  PostCard,
  Quote,
  Tag,
} from '../contract/index.ts'
import { DEFAULT_LOCALE } from '../contract/index.ts'
import { settings } from '../platform/settings.ts'
import { countWords } from '../platform/text.ts'
import { type BodyState, idOf, referencesIn } from './body.ts'
import { decideOpenness, type SiteRules } from './discussion.ts'
import { type Shown, toPublicBody } from './html.ts'
import type { Doc, Kind } from './kinds.ts'
import { chooseServed, localesOf, pick } from './locales.ts'
import type { References } from './references.ts'
import { threadKey } from './subject-store.ts'

/** What the views of one answer share: what is referred to, the languages, and the state of the discussion. */
export type Setting = {
  references: References
  locale: Locale
  site: SiteRules
  commentCounts: Map<string, number>
  now: Date
}

/** For answers that say neither how many comments there are nor whether they are open: they do not depend on them. */
export const WITHOUT_COMMENTS: Pick<Setting, 'commentCounts' | 'site'> = {
  commentCounts: new Map(),
  site: {
    state: 'closed',
    message: null,
    waits: 'everyone',
    trustedAfter: null,
    requireName: true,
    requireEmail: true,
  },
}

const WORDS_A_MINUTE = 200

/** The address of a public thing on the site, in a language. */
export const siteAddress = ({ type, slug, locale }: { type: string; slug: string; locale: Locale }) =>
  `${settings.SITE_URL}${locale === DEFAULT_LOCALE ? '' : `/${locale}`}/${type}/${slug}`

/** The address of a picture's file. */
export const fileAddress = (filename: string) =>
  `${settings.PUBLIC_URL}/files/${encodeURIComponent(filename)}`

function refer<K extends Kind>(references: References, kind: K, value: unknown): Doc<K> | null {
  return references[kind].get(idOf(value) ?? '') ?? null
}

const referAll = <K extends Kind>(
  references: References,
  kind: K,
  values: unknown[] | null | undefined,
): Doc<K>[] => (values ?? []).flatMap((value) => refer(references, kind, value) ?? [])

export function toImage(media: Doc<'media'> | null, locale: Locale): Image | null {
  if (!media?.filename || !media.width || !media.height) return null
  const sizes = Object.values(media.sizes ?? {}).filter((size) => size?.filename && size.width && size.height)
  return {
    url: fileAddress(media.filename),
    alt: pick(media.alt, locale) ?? '',
    width: media.width,
    height: media.height,
    credit: media.credit ?? null,
    variants: sizes
      .map((size) => ({
        url: fileAddress(size.filename!),
        width: size.width!,
        height: size.height!,
        type: size.mimeType ?? media.mimeType ?? '',
      }))
      .sort((a, b) => a.width - b.width),
  }
}

export const toTag = (tag: Doc<'tags'>, locale: Locale): Tag => ({
  slug: tag.slug ?? '',
  name: pick(tag.name, locale) ?? '',
})

export const toOrganizationCard = (organization: Doc<'organizations'>, locale: Locale): OrganizationCard => ({
  slug: organization.slug ?? '',
  name: pick(organization.name, locale) ?? '',
  url: organization.url || null,
})

const toOrganizationOrNull = (references: References, value: unknown, locale: Locale) => {
  const organization = refer(references, 'organizations', value)
  return organization && toOrganizationCard(organization, locale)
}

export function toOrganization(
  organization: Doc<'organizations'>,
  { references, locale }: Setting,
): Organization {
  const served = chooseServed({ title: organization.name, asked: locale })
  return {
    ...toOrganizationCard(organization, served),
    id: String(organization.id),
    locale: served,
    description: pick(organization.description, served),
    logo: toImage(refer(references, 'media', organization.logo), served),
  }
}

export function toPersonCard(person: Doc<'people'>, references: References, locale: Locale): PersonCard {
  return {
    slug: person.slug ?? '',
    name: pick(person.name, locale) ?? '',
    role: pick(person.role, locale),
    organization: toOrganizationOrNull(references, person.organization, locale),
    image: toImage(refer(references, 'media', person.image), locale),
  }
}

export function toPerson(person: Doc<'people'>, { references, locale }: Setting): Person {
  const served = chooseServed({ title: person.name, asked: locale })
  return {
    ...toPersonCard(person, references, served),
    id: String(person.id),
    locale: served,
    bio: pick(person.bio, served),
  }
}

/** A quote as everybody may see it, or null where its speaker is gone: words of nobody are nobody's quote. */
export function toQuote(
  quote: Doc<'quotes'>,
  { references, locale }: Pick<Setting, 'references' | 'locale'>,
): Quote | null {
  const speaker = refer(references, 'people', quote.speaker)
  if (!speaker) return null
  const served = chooseServed({ title: quote.text, asked: locale })
  const source = quote.source && refer(references, quote.source.relationTo, quote.source.value)
  return {
    id: String(quote.id),
    locale: served,
    text: pick(quote.text, served) ?? '',
    speaker: toPersonCard(speaker, references, served),
    role: pick(quote.role, served),
    organization: toOrganizationOrNull(references, quote.organization, served),
    source:
      quote.source && source
        ? { type: quote.source.relationTo, slug: source.slug ?? '', title: pick(source.title, served) ?? '' }
        : null,
    saidOn: quote.saidOn ? quote.saidOn.slice(0, 10) : null,
    spokenLanguage: quote.spokenLanguage || null,
    tags: referAll(references, 'tags', quote.tags).map((tag) => toTag(tag, served)),
  }
}

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

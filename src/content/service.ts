import type { Where } from 'payload'

import type {
  Event,
  Locale,
  EventCard,
  Image,
  Organization,
  OrganizationCard,
  Page,
  Person,
  PersonCard,
  Post,
  PostCard,
  Quote,
  SingleQuote,
  SingleTag,
  Site,
  Tag,
} from '../contract/index.ts'
import { DEFAULT_LOCALE, LOCALE_NAMES, LOCALES, MOST_FILTERED } from '../contract/index.ts'
import { readCursor, writeCursor } from '../platform/cursor.ts'
import { fullText } from '../platform/full-text.ts'
import { Refusal } from '../platform/problem.ts'
import { readSearch } from '../platform/search-text.ts'
import { settings } from '../platform/settings.ts'
import { tag as tagOf } from '../platform/tags.ts'
import type { Asking } from '../platform/asking.ts'
import type { Doc, Kind } from './kinds.ts'
import { endOf, startOf } from './range.ts'
import { toQuotationLd } from './json-ld.ts'
import { LATEST, settingFor, showEvent, showPost } from './pages.ts'
import * as store from './store.ts'
import type { Order } from './store.ts'
import { readRules } from './subject-store.ts'
import * as view from './view.ts'
import type { Setting } from './view.ts'

type Paging = { limit: number; cursor?: string | undefined }

/** One page of a list of any kind. */
async function list<K extends Kind, T>({
  asking,
  kind,
  filters = [],
  where = [],
  order,
  paging,
  show,
}: {
  asking: Asking
  kind: K
  filters?: Filter[]
  where?: Where[]
  order: Order
  paging: Paging
  show: (doc: Doc<K>, setting: Setting) => T | null
}): Promise<Page<T>> {
  const { limit, cursor } = paging
  const name = `${kind} ${order.by} ${order.isDescending}`
  const after = readCursor({ cursor, list: name, length: 2, locale: asking.locale })
  // What is in the list has the value of each filter, so a change of the list is a change of what has one of them.
  const [first] = filters
  asking.uses.add(first ? tagOf.list(kind, first.path, first.id) : tagOf.list(kind))
  const all = [...filters.map(({ path, id }): Where => ({ [path]: { equals: id } })), ...where]
  const { docs, total } = await store.findPage({ ...asking, kind, where: all, order, after, limit })
  const page = docs.slice(0, limit)
  const setting = await settingFor({ ...asking, docs: { [kind]: page } })
  const last = page.at(-1) as Record<string, unknown> | undefined
  return {
    items: page.flatMap((doc) => show(doc, setting) ?? []),
    nextCursor:
      docs.length > limit && last
        ? writeCursor({ list: name, values: [String(last[order.by]), String(last.id)] })
        : null,
    total,
  }
}

const nothing = <T>(): Page<T> => ({ items: [], nextCursor: null, total: 0 })

/** A filter by a column that holds the id of something else. */
type Filter = { path: string; id: string }

/** A filter by the slug of something else: no slug, no filter; an unknown slug, nothing is found. */
async function bySlug({
  asking,
  kind,
  slug,
  path,
}: {
  asking: Asking
  kind: Kind
  slug: string | undefined
  path: string
}): Promise<Filter[] | null> {
  if (slug === undefined) return []
  const id = await store.findId({ ...asking, kind, slug })
  return id === null ? null : [{ path, id }]
}

/** A filter by words, as the search understands them. */
async function byWords({
  asking: { payload, locale, now, uses },
  kind,
  q,
}: {
  asking: Asking
  kind: Kind
  q: string
}): Promise<Where> {
  const query = readSearch({ q, locale })
  uses.add(tagOf.any(kind))
  const { found } = await fullText(payload).find({ query, now, kind, offset: 0, limit: MOST_FILTERED })
  return { id: { in: found.map(({ id }) => id) } }
}

const BY_SLUG: Order = { by: 'slug', isDescending: false }

export async function listPosts(
  asking: Asking,
  {
    q,
    tag,
    author,
    event,
    language,
    from,
    to,
    ...paging
  }: Paging & { language?: Locale | undefined } & {
    [K in 'q' | 'tag' | 'author' | 'event' | 'from' | 'to']?: string | undefined
  },
): Promise<Page<PostCard>> {
  const filters = await Promise.all([
    bySlug({ asking, kind: 'tags', slug: tag, path: 'tags' }),
    bySlug({ asking, kind: 'people', slug: author, path: 'authors' }),
    bySlug({ asking, kind: 'events', slug: event, path: 'event' }),
  ])
  if (filters.includes(null)) return nothing()
  const where: Where[] = q === undefined ? [] : [await byWords({ asking, kind: 'posts', q })]
  if (language) where.push({ [`title.${language}`]: { exists: true } })
  if (from) where.push({ publishedAt: { greater_than_equal: startOf(from) } })
  if (to) where.push({ publishedAt: { less_than_equal: endOf(to) } })
  return list({
    asking,
    kind: 'posts',
    filters: filters.flatMap((filter) => filter!),
    where,
    order: LATEST,
    paging,
    show: view.toPostCard,
  })
}

export async function readPost(asking: Asking, slug: string): Promise<Post> {
  const post = await store.findOne({ ...asking, kind: 'posts', where: { slug: { equals: slug } } })
  if (!post) throw new Refusal('not-found')
  return showPost(asking, post)
}

/** Not over yet: it ends later, or has no end and starts later. */
const upcoming = (now: string): Where => ({
  or: [
    { end: { greater_than_equal: now } },
    { and: [{ end: { exists: false } }, { start: { greater_than_equal: now } }] },
  ],
})
const past = (now: string): Where => ({
  or: [{ end: { less_than: now } }, { and: [{ end: { exists: false } }, { start: { less_than: now } }] }],
})

export async function listEvents(
  asking: Asking,
  {
    when,
    from,
    to,
    tag,
    city,
    ...paging
  }: Paging & { when?: 'upcoming' | 'past' | undefined } & {
    [K in 'from' | 'to' | 'tag' | 'city']?: string | undefined
  },
): Promise<Page<EventCard>> {
  const filters = await bySlug({ asking, kind: 'tags', slug: tag, path: 'tags' })
  if (!filters) return nothing()
  const where: Where[] = []
  const now = asking.now.toISOString()
  if (when) where.push(when === 'upcoming' ? upcoming(now) : past(now))
  if (from) where.push(upcoming(startOf(from)))
  if (to) where.push({ start: { less_than_equal: endOf(to) } })
  if (city) where.push({ or: LOCALES.map((locale) => ({ [`city.${locale}`]: { equals: city } })) })
  const order = { by: 'start', isDescending: when !== 'upcoming' }
  return list({ asking, kind: 'events', filters, where, order, paging, show: view.toEventCard })
}

export async function readEvent(asking: Asking, slug: string): Promise<Event> {
  const event = await store.findOne({ ...asking, kind: 'events', where: { slug: { equals: slug } } })
  if (!event) throw new Refusal('not-found')
  return showEvent(asking, event)
}

export async function listQuotes(
  asking: Asking,
  {
    person,
    organization,
    tag,
    on,
    ...paging
  }: Paging & { [K in 'person' | 'organization' | 'tag' | 'on']?: string | undefined },
): Promise<Page<Quote>> {
  const [kind, slug] = (on?.split('/') ?? []) as ['posts' | 'events' | undefined, string | undefined]
  const filters = await Promise.all([
    bySlug({ asking, kind: 'people', slug: person, path: 'speaker' }),
    bySlug({ asking, kind: 'organizations', slug: organization, path: 'organization' }),
    bySlug({ asking, kind: 'tags', slug: tag, path: 'tags' }),
    kind ? bySlug({ asking, kind, slug, path: 'source.value' }) : [],
  ])
  if (filters.includes(null)) return nothing()
  return list({
    asking,
    kind: 'quotes',
    filters: filters.flatMap((filter) => filter!),
    where: kind ? [{ 'source.relationTo': { equals: kind } }] : [],
    order: { by: 'createdAt', isDescending: true },
    paging,
    show: view.toQuote,
  })
}

/** One document by one of its columns, as its view shows it. */
async function readOne<K extends Kind, T>({
  asking,
  kind,
  where,
  show,
}: {
  asking: Asking
  kind: K
  where: Where
  show: (doc: Doc<K>, setting: Setting) => T | null
}): Promise<T> {
  const doc = await store.findOne({ ...asking, kind, where })
  const shown = doc && show(doc, await settingFor({ ...asking, docs: { [kind]: [doc] } }))
  if (!shown) throw new Refusal('not-found')
  return shown
}

const bySlugOf = (slug: string): Where => ({ slug: { equals: slug } })
const byId = (id: string): Where => ({ id: { equals: id } })

export async function readQuote(asking: Asking, id: string): Promise<SingleQuote> {
  const quote = await readOne({ asking, kind: 'quotes', where: byId(id), show: view.toQuote })
  const source = quote.source && view.siteAddress({ ...quote.source, locale: quote.locale })
  return { ...quote, jsonLd: toQuotationLd(quote, source) }
}

export const listPeople = (asking: Asking, paging: Paging): Promise<Page<PersonCard>> =>
  list({
    asking,
    kind: 'people',
    order: BY_SLUG,
    paging,
    show: (doc, { references, locale }) => view.toPersonCard(doc, references, locale),
  })
export const readPerson = (asking: Asking, slug: string): Promise<Person> =>
  readOne({ asking, kind: 'people', where: bySlugOf(slug), show: view.toPerson })

export const listOrganizations = (asking: Asking, paging: Paging): Promise<Page<OrganizationCard>> =>
  list({
    asking,
    kind: 'organizations',
    order: BY_SLUG,
    paging,
    show: (doc, { locale }) => view.toOrganizationCard(doc, locale),
  })
export const readOrganization = (asking: Asking, slug: string): Promise<Organization> =>
  readOne({ asking, kind: 'organizations', where: bySlugOf(slug), show: view.toOrganization })

export const listTags = (asking: Asking, paging: Paging): Promise<Page<Tag>> =>
  list({ asking, kind: 'tags', order: BY_SLUG, paging, show: (doc, { locale }) => view.toTag(doc, locale) })
export const readTag = (asking: Asking, slug: string): Promise<SingleTag> =>
  readOne({
    asking,
    kind: 'tags',
    where: bySlugOf(slug),
    show: (doc, { locale }) => view.toSingleTag(doc, locale),
  })

export const readImage = (asking: Asking, id: string): Promise<Image> =>
  readOne({ asking, kind: 'media', where: byId(id), show: (doc, { locale }) => view.toImage(doc, locale) })

export async function readSite(asking: Asking): Promise<Site> {
  const [site, rules] = await Promise.all([store.readSite(asking), readRules(asking)])
  return {
    name: site.name ?? 'Ovoz',
    description: site.description || null,
    url: settings.SITE_URL,
    locales: LOCALES.map((code) => ({ code, name: LOCALE_NAMES[code] })),
    defaultLocale: DEFAULT_LOCALE,
    comments: { state: rules.state, ...(rules.message !== null && { message: rules.message }) },
  }
}

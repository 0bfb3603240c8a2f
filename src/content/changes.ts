import { tag } from '../platform/tags.ts'
import { idOf } from './body.ts'
import { CARD, type Doc, type Kind } from './kinds.ts'
import { localesOf } from './locales.ts'

/**
 * What a write did to a document: the row as it was and as it is (null where there was none, or is none), and each
 * of them as the public sees it (null where it does not). A draft saved beside a row changes neither.
 */
export type Change<K extends Kind = Kind> = {
  kind: K
  id: string
  rows: { before: Doc<K> | null; after: Doc<K> | null }
  before: Doc<K> | null
  after: Doc<K> | null
  /** When it was done, ISO 8601. */
  now: string
}

type Listed<K extends Kind> = {
  /** What lists of the kind can be filtered by, by the path of the filter. */
  filters: (doc: Doc<K>) => Record<string, unknown[]>
  /** What else decides whether and where a document stands in a list. */
  place: (doc: Doc<K>) => unknown
}

const many = (values: unknown): unknown[] => (Array.isArray(values) ? values : [values])

const LISTED: { [K in Kind]: Listed<K> } = {
  posts: {
    filters: ({ tags, authors, event }: Doc<'posts'>) => ({
      tags: many(tags),
      authors: many(authors),
      event: many(event),
    }),
    place: ({ publishedAt, slug, title }: Doc<'posts'>) => [publishedAt, slug, localesOf(title)],
  },
  events: {
    filters: ({ tags }: Doc<'events'>) => ({ tags: many(tags) }),
    place: ({ start, end, slug, city, title }: Doc<'events'>) => [start, end, slug, city, localesOf(title)],
  },
  quotes: {
    filters: ({ speaker, organization, tags, source }: Doc<'quotes'>) => ({
      speaker: many(speaker),
      organization: many(organization),
      tags: many(tags),
      'source.value': many(source?.value),
    }),
    place: ({ createdAt }: Doc<'quotes'>) => createdAt,
  },
  people: { filters: () => ({}), place: ({ slug }: Doc<'people'>) => slug },
  organizations: { filters: () => ({}), place: ({ slug }: Doc<'organizations'>) => slug },
  tags: { filters: () => ({}), place: ({ slug }: Doc<'tags'>) => slug },
  media: { filters: () => ({}), place: () => null },
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const listedOf = <K extends Kind>(kind: K) => LISTED[kind] as Listed<Kind>

const filterIds = (kind: Kind, doc: Doc<Kind>) =>
  Object.entries(listedOf(kind).filters(doc)).flatMap(([path, values]) =>
    values.flatMap((value) => {
      const id = idOf(value)
      return id === null ? [] : [{ path, id }]
    }),
  )

/** The names of the fields in which two states of a document differ. */
export function changedFields(before: object | null, after: object | null): Set<string> {
  const [a, b] = [before ?? {}, after ?? {}] as Record<string, unknown>[]
  return new Set([...Object.keys(a!), ...Object.keys(b!)].filter((name) => !isSame(a![name], b![name])))
}

const WHETHER_OPEN = ['slug', 'comments']
const NAME = ['title', 'name', 'slug', 'sourceLanguage']
/** Of these the public sees when they were changed last in the map of the site alone. */
const UNDATED = new Set<Kind>(['quotes', 'people', 'organizations', 'tags', 'media'])

/** The lists of its kind that a change moves a document in: in, out, or to another place or another filter. */
function listsOf({ kind, before, after }: Pick<Change, 'kind' | 'before' | 'after'>): string[] {
  const { filters, place } = listedOf(kind)
  const hasMoved = !before || !after || !isSame(place(before), place(after))
  if (!hasMoved && isSame(filters(before), filters(after))) return []
  // Also those of filters that stay: a list by two of them carries the tag of one.
  const filtered = [before, after].flatMap((doc) => (doc ? filterIds(kind, doc) : []))
  return [
    ...(hasMoved ? [tag.list(kind)] : []),
    ...filtered.map(({ path, id: value }) => tag.list(kind, path, value)),
  ]
}

/** The answers a change touches, by their tags. */
export function tagsOf({
  kind,
  id,
  before,
  after,
}: Pick<Change, 'kind' | 'id' | 'before' | 'after'>): string[] {
  const changed = changedFields(before, after)
  if (!changed.size) return []
  const isNew = !before || !after
  const isOn = (names: readonly string[]) => isNew || names.some((name) => changed.has(name))
  const card = CARD[kind]
  const tags = [tag.any(kind)]
  if (UNDATED.has(kind) && changed.size === 1 && changed.has('updatedAt')) return tags
  tags.push(tag.doc(kind, id))
  if (!card || isOn(Object.keys(card))) tags.push(tag.card(kind, id))
  if (isOn(NAME)) tags.push(tag.name(kind, id))
  if ((kind === 'posts' || kind === 'events') && isOn(WHETHER_OPEN)) tags.push(tag.subject(kind, id))
  return [...new Set([...tags, ...listsOf({ kind, before, after })])]
}

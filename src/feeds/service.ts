import { textToHtml } from '../comments/html.ts'
import { nameOf, requireSubject } from '../comments/subject.ts'
import { chooseServed, pick } from '../content/locales.ts'
import type { Doc } from '../content/kinds.ts'
import { findNamed, findReferences } from '../content/references.ts'
import { findOne, readSite } from '../content/store.ts'
import { threadKey } from '../content/subject-store.ts'
import { siteAddress, toPost, WITHOUT_COMMENTS } from '../content/view.ts'
import { API_PATH, type Locale } from '../contract/index.ts'
import type { Asking } from '../platform/asking.ts'
import { word } from '../platform/messages.ts'
import { Refusal } from '../platform/problem.ts'
import { settings } from '../platform/settings.ts'
import { siteHome } from '../platform/site.ts'
import { tag as tagOf } from '../platform/tags.ts'
import type { Channel, Entry, Format } from './formats.ts'
import { toAbsolute } from './links.ts'
import * as store from './store.ts'

/** The most entries of a feed. */
export const MOST_ENTRIES = 50

const BATCH = 100
const MOST_BATCHES = 10

/** A name in the world for something of ours, whatever its address becomes. */
const identify = (...parts: string[]) => ['urn:ovoz', new URL(settings.SITE_URL).host, ...parts].join(':')

/** The address of a feed: what it depends on and nothing else. */
const selfOf =
  (name: 'posts' | 'comments', query: Record<string, string | undefined>) =>
  (format: Format): string => {
    const url = new URL(`${settings.PUBLIC_URL}${API_PATH}/feeds/${name}.${format}`)
    for (const [key, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(key, value)
    return url.href
  }

/**
 * The latest articles. With a language, those that are written in it; without, all of them, each in the language
 * asked for or its own.
 * @throws Refusal `not-found` for a tag that is not there.
 */
export async function readPostFeed(
  asking: Asking,
  { tag, locale: named }: { tag?: string | undefined; locale?: Locale | undefined },
): Promise<Channel> {
  const { payload, locale, now, uses } = asking
  const tagged =
    tag === undefined ? null : await findOne({ ...asking, kind: 'tags', where: { slug: { equals: tag } } })
  if (tag !== undefined && !tagged) {
    uses.add(tagOf.list('tags'))
    throw new Refusal('not-found')
  }
  const [site, posts] = await Promise.all([
    readSite(asking),
    store.findLatestPosts({
      ...asking,
      tagId: tagged && String(tagged.id),
      locale: named ?? null,
      limit: MOST_ENTRIES,
    }),
  ])
  const references = await findReferences({ payload, docs: { posts: posts as Doc<'posts'>[] }, now, uses })
  const name = site.name ?? 'Ovoz'
  return {
    id: identify('feeds', 'posts', ...(tagged ? [String(tagged.id)] : []), locale),
    title: tagged ? `${name} — ${pick(tagged.name, locale) ?? tag}` : name,
    description: site.description || null,
    home: tagged ? siteAddress({ type: 'tags', slug: tagged.slug ?? '', locale }) : siteHome(locale),
    self: selfOf('posts', { locale: named, tag: tagged?.slug ?? undefined }),
    locale,
    entries: posts.map((post) => {
      const shown = toPost(
        post as Doc<'posts'>,
        { previous: null, next: null },
        { ...WITHOUT_COMMENTS, references, locale, now },
      )
      return {
        id: identify('posts', shown.id, shown.locale),
        url: shown.url,
        title: shown.title,
        summary: shown.lead,
        html: toAbsolute({ html: shown.body.html, base: shown.url }),
        locale: shown.locale,
        published: shown.publishedAt,
        // What was written beforehand came out later.
        updated: shown.updatedAt > shown.publishedAt ? shown.updatedAt : shown.publishedAt,
        authors: shown.authors.map((author) => author.name),
        tags: shown.tags.map((one) => one.name),
        image: shown.image && { url: shown.image.url, width: shown.image.width, height: shown.image.height },
      }
    }),
  }
}

type Standing = { comment: store.Latest; title: string; url: string }

/** The latest comments that everybody can see where they stand, with the page each stands on. */
async function findStanding(asking: Asking, thread: string | null): Promise<Standing[]> {
  const { payload, locale } = asking
  const found: Standing[] = []
  let before: string | null = null
  for (let batch = 0; batch < MOST_BATCHES && found.length < MOST_ENTRIES; batch++) {
    const comments = await store.findLatestComments({ payload, thread, before, limit: BATCH })
    if (!comments.length) break
    before = comments.at(-1)!.id
    const idsOf = (kind: string) => [
      ...new Set(
        comments.map((one) => String(one.thread).split('/')).flatMap(([k, id]) => (k === kind ? id! : [])),
      ),
    ]
    const findPages = <K extends 'posts' | 'events'>(kind: K) => {
      const ids = idsOf(kind)
      return ids.length ? findNamed({ ...asking, kind, ids }) : []
    }
    const [inView, posts, events] = await Promise.all([
      store.findInView({ payload, comments }),
      findPages('posts'),
      findPages('events'),
    ])
    const pages = new Map<string, { title: string; url: string }>()
    for (const [type, docs] of [
      ['posts', posts],
      ['events', events],
    ] as const) {
      for (const doc of docs) {
        const served = chooseServed({ title: doc.title, asked: locale, source: doc.sourceLanguage })
        pages.set(threadKey({ type, id: String(doc.id) }), {
          title: pick(doc.title, served) ?? '',
          url: siteAddress({ type, slug: doc.slug ?? '', locale: served }),
        })
      }
    }
    for (const comment of comments) {
      const page = pages.get(String(comment.thread))
      if (page && inView.has(comment.id)) found.push({ comment, ...page })
    }
    if (comments.length < BATCH) break
  }
  return found.slice(0, MOST_ENTRIES)
}

/**
 * The latest public comments, everywhere or on one page.
 * @throws Refusal `not-found` where there is no such page.
 */
export async function readCommentFeed(
  asking: Asking,
  { on, locale: named }: { on?: string | undefined; locale?: Locale | undefined },
): Promise<Channel> {
  const { locale, uses } = asking
  const subject = on === undefined ? null : await requireSubject({ ...asking, on })
  const thread = subject && threadKey(subject)
  uses.add(thread === null ? tagOf.list('comments') : tagOf.thread(thread))
  const [site, standing, [page]] = await Promise.all([
    readSite(asking),
    findStanding(asking, thread),
    subject ? findNamed({ ...asking, kind: subject.type, ids: [subject.id] }) : [],
  ])
  const served = page && chooseServed({ title: page.title, asked: locale, source: page.sourceLanguage })
  const heading = [
    site.name ?? 'Ovoz',
    word('comments', locale),
    ...(served ? [pick(page.title, served) ?? ''] : []),
  ]
  return {
    id: identify('feeds', 'comments', ...(subject ? [subject.type, subject.id] : []), locale),
    title: heading.join(' — '),
    description: null,
    home:
      subject && served
        ? siteAddress({ type: subject.type, slug: subject.slug, locale: served })
        : siteHome(locale),
    self: selfOf('comments', { locale: named, on: subject ? nameOf(subject) : undefined }),
    locale,
    entries: standing.map((one) => toEntry(one, locale)),
  }
}

/** A comment as an entry: its words, its public name, and nothing else of its writer. */
function toEntry({ comment, title, url }: Standing, locale: Locale): Entry {
  const name = comment.name || word('anonymous', locale)
  return {
    id: identify('comments', comment.id),
    url: `${url}#comment-${comment.id}`,
    title: `${name}: ${title}`,
    summary: null,
    html: textToHtml(comment.body),
    locale: comment.locale ?? null,
    published: comment.createdAt,
    updated: comment.editedAt ?? comment.createdAt,
    authors: [name],
    tags: [],
    image: null,
  }
}

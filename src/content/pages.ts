import type { Event, Post } from '../contract/index.ts'
import type { Asking } from '../platform/asking.ts'
import { settings } from '../platform/settings.ts'
import { tag } from '../platform/tags.ts'
import { toEvent as toEventLd, toNewsArticle } from './json-ld.ts'
import type { Doc, Kind } from './kinds.ts'
import { findReferences } from './references.ts'
import * as store from './store.ts'
import * as subjects from './subject-store.ts'
import * as view from './view.ts'
import type { Setting } from './view.ts'

/** Articles, the latest first. */
export const LATEST: store.Order = { by: 'publishedAt', isDescending: true }

/** Everything the views need beside the documents themselves. */
export async function settingFor({
  payload,
  locale,
  now,
  uses,
  docs,
  discussed = ['posts'],
}: Asking & {
  docs: { [K in Kind]?: Doc<K>[] }
  /** What is shown with the state of its discussion: articles always are, events on their own page. */
  discussed?: ('posts' | 'events')[]
}): Promise<Setting> {
  const threads = discussed.flatMap((type) =>
    (docs[type] ?? []).map(({ id }) => subjects.threadKey({ type, id: String(id) })),
  )
  const discussion = async () => {
    if (!threads.length) return view.WITHOUT_COMMENTS
    const [commentCounts, site] = await Promise.all([
      subjects.countComments({ payload, threads, uses }),
      subjects.readRules({ payload, locale, uses }),
    ])
    return { commentCounts, site }
  }
  const [references, found] = await Promise.all([findReferences({ payload, docs, now, uses }), discussion()])
  return { references, ...found, locale, now }
}

/** An article with everything its page needs; `quotes` stand in it as well, public or not. */
export async function showPost(
  asking: Asking,
  post: Doc<'posts'>,
  quotes: Doc<'quotes'>[] = [],
): Promise<Post> {
  asking.uses.add(tag.beside('posts', String(post.id)))
  const beside = async (isDescending: boolean) => {
    const found = await store.findNeighbour({
      ...asking,
      // It is named, and nothing else of it is shown.
      uses: new Set(),
      kind: 'posts',
      order: { by: 'publishedAt', isDescending },
      after: [post.publishedAt!, String(post.id)],
    })
    if (found) asking.uses.add(tag.name('posts', String(found.id)))
    return found
  }
  const [previous, next, site, setting] = await Promise.all([
    beside(true),
    beside(false),
    store.readSite(asking),
    settingFor({ ...asking, docs: { posts: [post], quotes } }),
  ])
  const shown = view.toPost(post, { previous, next }, setting)
  const publisher = { name: site.name ?? 'Ovoz', url: settings.SITE_URL }
  return { ...shown, jsonLd: toNewsArticle(shown, publisher) }
}

export async function showEvent(
  asking: Asking,
  event: Doc<'events'>,
  quotes: Doc<'quotes'>[] = [],
): Promise<Event> {
  asking.uses.add(tag.list('posts', 'event', String(event.id)))
  const { docs: posts } = await store.findPage({
    ...asking,
    kind: 'posts',
    where: [{ event: { equals: event.id } }],
    order: LATEST,
    after: [],
    limit: 20,
  })
  const docs = { events: [event], posts: posts.slice(0, 20), quotes }
  const setting = await settingFor({ ...asking, docs, discussed: ['posts', 'events'] })
  const shown = view.toEvent(event, docs.posts, setting)
  return { ...shown, jsonLd: toEventLd(shown) }
}

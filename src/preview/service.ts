import { showEvent, showPost } from '../content/pages.ts'
import type { Doc } from '../content/kinds.ts'
import type { Event, Locale, Post } from '../contract/index.ts'
import type { Asking } from '../platform/asking.ts'
import { Refusal } from '../platform/problem.ts'
import * as store from './store.ts'
import { readPreviewToken } from './token.ts'

/**
 * The newest draft of a document as the public would see it, were it published at this moment: quotes that wait for
 * it are in it; an event that is itself a draft, and a quote without consent, are not, as they would not be then.
 * @throws Refusal `forbidden` for a token that is forged, expired or of another document than `on` names,
 *   `not-found` where the document is gone.
 */
export async function readPreview({
  token,
  on,
  locale,
  ...asking
}: Omit<Asking, 'locale' | 'uses'> & {
  token: string
  /** `posts/{slug}` or `posts/{id}`: what the asker takes the token to be for. */
  on: string | undefined
  locale: Locale | undefined
}): Promise<Post | Event> {
  const sight = readPreviewToken(token, asking.now)
  if (!sight) throw new Refusal('forbidden')
  const { type, id } = sight
  const draft = await store.findDraft({ ...asking, ...sight })
  if (on !== undefined && ![id, draft?.slug].some((name) => on === `${type}/${name}`))
    throw new Refusal('forbidden')
  if (!draft) throw new Refusal('not-found')
  const quotes = await store.findOwnQuotes({ ...asking, type, id })
  const setting = { ...asking, locale: locale ?? sight.locale, uses: new Set<string>() }
  return type === 'posts'
    ? showPost(setting, wholePost(draft as Doc<'posts'>, asking.now), quotes)
    : showEvent(setting, wholeEvent(draft as Doc<'events'>, asking.now), quotes)
}

/** A draft may lack what every published document has; the shape of the answer does not. */
const wholePost = (draft: Doc<'posts'>, now: Date): Doc<'posts'> => ({
  ...draft,
  publishedAt: draft.publishedAt ?? now.toISOString(),
})
const wholeEvent = (draft: Doc<'events'>, now: Date): Doc<'events'> => ({
  ...draft,
  start: draft.start ?? now.toISOString(),
  timeZone: draft.timeZone ?? 'UTC',
  status: draft.status ?? 'planned',
})

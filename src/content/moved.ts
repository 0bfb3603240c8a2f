import type { Context } from 'hono'

import { type Locale, Moved, type MovedKind } from '../contract/index.ts'
import { answers, API_PATH, type Corridor } from '../platform/api.ts'
import { type Asking, askingOf } from '../platform/asking.ts'
import { findFormer } from '../platform/former.ts'
import { header } from '../platform/openapi.ts'
import { Refusal } from '../platform/problem.ts'
import { tag } from '../platform/tags.ts'
import { chooseServed } from './locales.ts'
import type { Doc, Kind } from './kinds.ts'
import { findByIds } from './store.ts'
import { siteAddress } from './view.ts'

/** The public document that had this slug before, and has another one now; null where there is none, or no more. */
async function findMoved({ payload, now, uses, kind, slug }: Omit<Asking, 'locale'> & Named) {
  const former = await findFormer({ payload, kind, slug })
  if (former === null || former === 'gone') return former
  const [doc] = await findByIds({ payload, kind, ids: [former.id], now, uses })
  // Whoever takes the slug goes before the one that had it.
  uses.add(tag.list(kind))
  return doc?.slug && doc.slug !== slug ? doc : null
}

type Named = { kind: MovedKind; slug: string }

/** The id behind a slug that a public document had before; null where there is none. */
export async function findMovedId(asking: Omit<Asking, 'locale'> & Named): Promise<string | null> {
  const doc = await findMoved(asking)
  return doc === null || doc === 'gone' ? null : String(doc.id)
}

/** What readers see of it, in the language it is served in. People and the like have no page of their own. */
function pageOf({ kind, doc, locale }: { kind: MovedKind; doc: Doc<MovedKind>; locale: Locale }) {
  if (kind !== 'posts' && kind !== 'events') return null
  const { title, sourceLanguage, slug } = doc as Doc<'posts'>
  const served = chooseServed({ title, asked: locale, source: sourceLanguage })
  return siteAddress({ type: kind, slug: slug!, locale: served })
}

/** The address of the same question about another slug. Only parameters that the route knows come along. */
function locate(c: Context<Corridor>, address: string): string {
  const known = c.req.valid('query' as never) as object | undefined
  const url = new URL(API_PATH + address, 'http://here')
  for (const [name, value] of new URL(c.req.url).searchParams) {
    if (known && name in known && !url.searchParams.has(name)) url.searchParams.append(name, value)
  }
  return url.pathname + url.search.replaceAll('%2F', '/')
}

const isMissing = (error: unknown) => error instanceof Refusal && error.code === 'not-found'

/**
 * Answers with what is read or, where only a former slug leads to it, with 301 and where it is now. What was there and
 * was deleted is refused as gone.
 * @param address gives the address below the API that asks the same about another slug, such as `/posts/${slug}`.
 */
export async function answerOrMoved<T>(
  c: Context<Corridor>,
  { kind, slug, address }: Named & { address: (slug: string) => string },
  answer: (asking: Asking) => Promise<T>,
) {
  const asking = askingOf(c)
  try {
    return await answer(asking)
  } catch (error) {
    if (!isMissing(error)) throw error
    const doc = await findMoved({ ...asking, kind, slug })
    if (!doc) throw error
    if (doc === 'gone') throw new Refusal('gone')
    const location = locate(c, address(doc.slug!))
    const moved: Moved = {
      type: kind,
      slug: doc.slug!,
      location,
      url: pageOf({ kind, doc, locale: asking.locale }),
    }
    return c.json(moved, 301, { Location: location })
  }
}

/** Answers with what is read by its id. What was public until it was deleted is refused as gone. */
export async function answerOrGone<T>(
  c: Context<Corridor>,
  { kind, id }: { kind: Kind; id: string },
  answer: (asking: Asking) => Promise<T>,
) {
  const asking = askingOf(c)
  try {
    return await answer(asking)
  } catch (error) {
    const isGone =
      isMissing(error) && (await findFormer({ payload: asking.payload, kind, slug: id })) === 'gone'
    throw isGone ? new Refusal('gone') : error
  }
}

/** What `answerOrMoved` adds, for the document. */
export const movedAnswer = {
  301: {
    ...answers.json('It has another slug now; `Location` asks the same there.', Moved),
    headers: { Location: header('Location') },
  },
}

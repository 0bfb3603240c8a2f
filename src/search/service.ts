import type { Page, SearchHit } from '../contract/index.ts'
import { MOST_FOUND } from '../contract/index.ts'
import type { Asking } from '../platform/asking.ts'
import { readCursor, writeCursor } from '../platform/cursor.ts'
import { fullText } from '../platform/full-text.ts'
import type { Hit } from '../platform/full-text-engine.ts'
import { Refusal } from '../platform/problem.ts'
import { readSearch } from '../platform/search-text.ts'
import { word } from '../platform/messages.ts'
import { tag } from '../platform/tags.ts'
import type { Query } from '../platform/words.ts'
import { type Kept, SEARCHED, type Searched } from './document.ts'
import { findPublic } from './store.ts'
import { toSearchHit } from './view.ts'

const LIST = 'search'

/**
 * Where a page begins. A cursor by rank would not hold: the weight of a word follows from all documents, so any
 * write moves every rank. So a cursor counts, and pages end at {@link MOST_FOUND}.
 */
function readOffset({ cursor, locale }: { cursor: string | undefined; locale: Asking['locale'] }): number {
  const [written] = readCursor({ cursor, list: LIST, length: 1, locale })
  if (written === undefined) return 0
  const offset = /^\d{1,3}$/.test(written) ? Number(written) : 0
  if (offset >= 1 && offset < MOST_FOUND) return offset
  throw new Refusal('invalid', {
    errors: [{ field: 'cursor', code: 'invalid', message: word('bad-cursor', locale) }],
  })
}

export async function search(
  asking: Asking,
  { q, limit, cursor }: { q: string; limit: number; cursor?: string | undefined },
): Promise<Page<SearchHit>> {
  const { payload, locale, now, uses } = asking
  const query = readSearch({ q, locale })
  const offset = readOffset({ cursor, locale })
  for (const kind of SEARCHED) uses.add(tag.any(kind))
  uses.add(tag.any('people'))
  const page = Math.min(limit, MOST_FOUND - offset)
  const { found, total } = await fullText(payload).find({ query, now, offset, limit: page })
  const end = offset + page
  return {
    items: await toHits({ asking, query, found }),
    nextCursor: end < Math.min(total, MOST_FOUND) ? writeCursor({ list: LIST, values: [String(end)] }) : null,
    total,
  }
}

/** What was found, as readers see it. The documents are asked once more whether they are public. */
async function toHits({
  asking: { payload, locale, now },
  query,
  found,
}: {
  asking: Asking
  query: Query
  found: Hit[]
}): Promise<SearchHit[]> {
  const idsOf = (kind: Searched) => found.filter((one) => one.kind === kind).map(({ id }) => id)
  const [kept, ...ids] = await Promise.all([
    fullText(payload).read(found),
    ...SEARCHED.map((kind) => findPublic({ payload, kind, ids: idsOf(kind), now })),
  ])
  const shown = new Map(SEARCHED.map((kind, i) => [kind as string, new Set(ids[i])]))
  return found.flatMap(({ kind, id, publicFrom }, i) => {
    const text = kept[i]
    if (!text || !shown.get(kind)?.has(id)) return []
    return (
      toSearchHit({
        type: kind as Searched,
        kept: JSON.parse(text) as Kept,
        publishedAt: publicFrom,
        query,
        asked: locale,
      }) ?? []
    )
  })
}

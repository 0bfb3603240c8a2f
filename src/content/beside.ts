import type { Payload, PayloadRequest } from 'payload'

import { tag } from '../platform/tags.ts'
import type { Change } from './changes.ts'
import type { Doc } from './kinds.ts'
import { findNeighbour } from './store.ts'

/** The articles before and after one that moves, where it leaves and where it arrives: their answers name it. */
export async function besidesOf(
  { kind, id, before, after }: Change,
  { payload, req }: { payload: Payload; req?: PayloadRequest },
): Promise<string[]> {
  if (kind !== 'posts') return []
  const [left, arrived] = ([before, after] as (Doc<'posts'> | null)[]).map((doc) => doc?.publishedAt)
  if (left === arrived) return []
  const places = [left, arrived].flatMap((place) => place ?? [])
  const found = await Promise.all(
    [...new Set(places)].flatMap((publishedAt) =>
      [true, false].map((isDescending) =>
        findNeighbour({
          payload,
          kind,
          order: { by: 'publishedAt', isDescending },
          after: [publishedAt, id],
          now: new Date(),
          req,
        }),
      ),
    ),
  )
  return found.flatMap((post) => (post ? [tag.beside(kind, String(post.id))] : []))
}

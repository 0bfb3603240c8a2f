import type { Payload } from 'payload'

import { createCache } from './cache.ts'
import type { Uses } from './tags.ts'

/** How much memory the parts may take, in bytes. They are small, and asked for by nearly every answer. */
const MOST_BYTES = 4 * 1024 * 1024

const createParts = () =>
  createCache<object>({
    bytes: MOST_BYTES,
    milliseconds: 10 * 60_000,
    sizeOf: (value) => JSON.stringify(value).length * 2,
  })

export type Parts = ReturnType<typeof createParts>

const partsOf = new WeakMap<Payload, Parts>()

/** Lets parts of answers be remembered for a database. Whoever does so drops them when they change. */
export function rememberParts(payload: Payload): Parts {
  const parts = createParts()
  partsOf.set(payload, parts)
  return parts
}

export const forgetParts = (payload: Payload) => partsOf.delete(payload)

/** A part that many answers share, such as the rules of the discussion: found once, until a write touches it. */
export async function part<T>(
  { payload, key, uses }: { payload: Payload; key: string; uses?: Uses | undefined },
  find: (uses: Uses) => Promise<T>,
): Promise<T> {
  const parts = partsOf.get(payload)
  if (!parts) return find(uses ?? new Set())
  const found: { value: T; uses: Uses } = (
    await parts.take(key, async (own) => ({ value: { value: await find(own), uses: own }, isKept: true }))
  ).value as { value: T; uses: Uses }
  for (const tag of found.uses) uses?.add(tag)
  return found.value
}

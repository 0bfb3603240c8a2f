import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'

/** A document before and after a change. */
export type Pair<T> = { previousDoc: T; doc: T }
type Many<T> = (pairs: Pair<T>[], req: PayloadRequest) => Promise<void>

/**
 * A hook that can also be told of many changes of one transaction at once, for what would cost too much one by one. It
 * has to come to the same; a hook without it is called for each change.
 */
export function alsoForMany<T extends { id: string }>(
  hook: CollectionAfterChangeHook<T>,
  many: Many<T>,
): CollectionAfterChangeHook<T> {
  return Object.assign(hook, { many })
}

/** What a hook does with many changes at once, where it can. */
export const manyOf = <T extends { id: string }>(hook: CollectionAfterChangeHook<T>): Many<T> | null =>
  (hook as { many?: Many<T> }).many ?? null

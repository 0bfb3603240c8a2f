import type { Queue } from '../../desk/shapes.ts'
import type { State } from '../moves/moves.ts'

/** How long a move can be taken back by one key, in milliseconds. */
export const UNDO_LASTS = 10_000

/**
 * What was moved, with those of its cards that stood here, so that they can stand there again: in the same list.
 * `reply` is the answer that was written with it.
 */
export type Done<Card> = {
  number: number
  list: number
  ids: readonly string[]
  cards: Card[]
  reply?: string
  from: Queue
  to: State
  /** Milliseconds. */
  at: number
}

/** The move that `u` takes back: the last one, while its time lasts. */
export function undoable<Card>(done: readonly Done<Card>[], now: number): Done<Card> | null {
  const last = done.at(-1)
  return last && now - last.at < UNDO_LASTS ? last : null
}

/** The list without what can no longer be taken back. */
export const remembered = <Card>(done: readonly Done<Card>[], now: number): Done<Card>[] =>
  done.filter(({ at }) => now - at < UNDO_LASTS)

/** The list without what was not moved after all. */
export const without = <Card extends { id: string }>(
  done: readonly Done<Card>[],
  refused: ReadonlySet<string>,
): Done<Card>[] =>
  done
    .map((one) => ({
      ...one,
      ids: one.ids.filter((id) => !refused.has(id)),
      cards: one.cards.filter(({ id }) => !refused.has(id)),
    }))
    .filter(({ ids, reply }) => ids.length > 0 || reply !== undefined)

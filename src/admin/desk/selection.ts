/** What is ticked, and from where a range begins: the card ticked last. */
export type Selection = { ids: ReadonlySet<string>; anchor: string | null }

export const NOTHING: Selection = { ids: new Set(), anchor: null }

/** Most cards one request may move; no more can be ticked. */
export const MOST = 500

const capped = (ids: Iterable<string>) => new Set([...new Set(ids)].slice(0, MOST))

/** Ticks a card, or takes its tick away. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: capped(next), anchor: id }
}

/** Ticks everything from the card ticked last to this one; without such a card, this one. */
export function reached(
  { ids, anchor }: Selection,
  { order, id }: { order: string[]; id: string },
): Selection {
  const to = order.indexOf(id)
  if (to < 0) return { ids, anchor }
  const from = anchor === null ? -1 : order.indexOf(anchor)
  const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)]
  return { ids: capped([...ids, ...order.slice(first, last + 1)]), anchor: id }
}

/** Ticks all that are shown; where all are, none. */
export function all({ ids }: Selection, order: string[]): Selection {
  const shown = order.slice(0, MOST)
  return shown.every((id) => ids.has(id)) ? NOTHING : { ids: new Set(shown), anchor: null }
}

/** What stays ticked when only these cards are left. */
export function kept({ ids, anchor }: Selection, order: Iterable<string>): Selection {
  const left = new Set(order)
  const still = new Set([...ids].filter((id) => left.has(id)))
  return { ids: still, anchor: anchor !== null && left.has(anchor) ? anchor : null }
}

import type { Calm, Card, Counts, Move, MoveResult, Queue, QueueAnswer } from '../../desk/shapes.ts'
import type { State } from '../moves/moves.ts'
import { all, kept, NOTHING, reached, type Selection, toggled } from './selection.ts'

/** What has become of a card that somebody else moved first; `because`: or what it is kept from moving by. */
export type Told = {
  state: State
  lastMove: Move | null
  because?: (MoveResult & { outcome: 'illegal' })['because']
}

export type Order = 'oldest' | 'newest'

export type Desk = {
  phase: 'loading' | 'ready' | 'failed'
  /** The last question was not answered: what is shown may be old. */
  isAway: boolean
  order: Order
  /** The list stands in the order of the newest report of each, not of writing. */
  isByReport: boolean
  cards: Card[]
  /** Where the next page begins; null when all is here. */
  next: string | null
  counts: Counts | null
  calm: Calm | null
  /** The card the keyboard acts on. */
  current: string | null
  selection: Selection
  unfolded: ReadonlySet<string>
  /** How many have come in that are not in the list yet. */
  arrived: number
  told: ReadonlyMap<string, Told>
  /** Goes up with everything done here, so that an answer asked for before it is known to be old. */
  version: number
}

export type Event =
  | { kind: 'asked'; order: Order; isByReport?: boolean }
  | { kind: 'answered'; page: QueueAnswer }
  | { kind: 'more'; page: QueueAnswer }
  | { kind: 'polled'; page: QueueAnswer; version: number }
  | { kind: 'failed' }
  | { kind: 'step'; by: 1 | -1 }
  | { kind: 'at'; id: string }
  | { kind: 'tick' | 'reach' | 'unfold'; id: string }
  | { kind: 'tickAll' | 'untick' }
  | { kind: 'left'; ids: readonly string[]; from: Queue; to: State | null }
  | {
      kind: 'back'
      cards: readonly Card[]
      from: Queue
      to: State | null
      /** With those not shown. */ many?: number
    }
  | { kind: 'counted'; counts: Counts }
  | { kind: 'calm'; calm: Calm }
  | { kind: 'conflict'; cards: readonly { card: Card; told: Told }[] }
  | { kind: 'dismissed'; id: string }
  | { kind: 'kept'; ids: ReadonlySet<string> }

export const EMPTY: Desk = {
  phase: 'loading',
  isAway: false,
  order: 'oldest',
  isByReport: false,
  cards: [],
  next: null,
  counts: null,
  calm: null,
  current: null,
  selection: NOTHING,
  unfolded: new Set(),
  arrived: 0,
  told: new Map(),
  version: 0,
}

const here = { phase: 'ready', isAway: false } as const

const idsOf = (cards: readonly Card[]) => cards.map(({ id }) => id)

type Sorting = Pick<Desk, 'order' | 'isByReport'>

/** Ids are UUIDs of version 7: they decide between comments of one moment. */
const compare =
  ({ order, isByReport }: Sorting) =>
  (a: Card, b: Card) => {
    const at = ({ createdAt, reports }: Card) => (isByReport ? (reports?.seen ?? '') : createdAt)
    const older = at(a) === at(b) ? a.id < b.id : at(a) < at(b)
    return (older ? -1 : 1) * (order === 'oldest' ? 1 : -1)
  }

function inOrder(cards: readonly Card[], sorting: Sorting): Card[] {
  return [...new Map(cards.map((card) => [card.id, card])).values()].sort(compare(sorting))
}

/** Where the keyboard goes when cards leave: to the next that stays, else to the one before. */
function currentAfter({ cards, current }: Desk, left: ReadonlySet<string>): string | null {
  if (current === null || !left.has(current)) return current
  const at = cards.findIndex(({ id }) => id === current)
  const stays = ({ id }: Card) => !left.has(id)
  return (cards.slice(at).find(stays) ?? cards.slice(0, at).findLast(stays))?.id ?? null
}

function withCards(desk: Desk, cards: Card[]): Desk {
  const ids = new Set(idsOf(cards))
  const left = new Set(idsOf(desk.cards).filter((id) => !ids.has(id)))
  return {
    ...desk,
    cards,
    current: currentAfter(desk, left) ?? cards[0]?.id ?? null,
    selection: kept(desk.selection, ids),
    told: new Map([...desk.told].filter(([id]) => ids.has(id))),
  }
}

const queueOf = (state: State): Queue => (state === 'pending' ? 'waiting' : state)

/** The counts after so many left a queue for a state, or came back (a negative number), until the server says them. */
function counted({ counts }: Desk, { from, to, many }: { from: Queue; to: State | null; many: number }) {
  if (!counts || to === null) return counts
  const next = { ...counts }
  next[from] -= many
  // What a rule held is counted among what waits as well.
  if (from === 'held') next.waiting -= many
  next[queueOf(to)] += many
  return next
}

/**
 * The list as the server has it now, without moving anything under the reader's hands: what others took away goes,
 * what changed is shown anew, what came in is counted, and added only where it belongs at the end.
 */
function polled(desk: Desk, page: QueueAnswer): Desk {
  const fresh = new Map(page.cards.map((card) => [card.id, card]))
  const last = page.cards.at(-1)
  const isCovered = (card: Card) =>
    page.nextCursor === null || (last !== undefined && compare(desk)(card, last) <= 0)
  const cards = desk.cards
    .filter((card) => fresh.has(card.id) || desk.told.has(card.id) || !isCovered(card))
    .map((card) => fresh.get(card.id) ?? card)
  const known = new Set(idsOf(desk.cards))
  const unknown = page.cards.filter(({ id }) => !known.has(id))
  // Newer ones stand below what is here, so they move nothing.
  const isAtEnd = desk.order === 'oldest' && desk.next === null
  const told = new Map([...desk.told].filter(([id]) => !fresh.has(id)))
  const next = { ...desk, told, ...here, counts: page.counts, calm: page.discussion }
  if (isAtEnd || desk.cards.length === 0)
    return {
      ...withCards(next, inOrder([...cards, ...unknown], desk)),
      next: page.nextCursor,
      arrived: 0,
    }
  const newest = desk.cards[0]
  const arrived =
    desk.order === 'newest' && newest
      ? unknown.filter((card) => compare(desk)(card, newest) < 0).length
      : desk.arrived
  return { ...withCards(next, cards), arrived }
}

function moved(desk: Desk, by: 1 | -1): Desk {
  const at = desk.cards.findIndex(({ id }) => id === desk.current)
  const to = at < 0 ? 0 : Math.min(desk.cards.length - 1, Math.max(0, at + by))
  return { ...desk, current: desk.cards[to]?.id ?? null }
}

function toggledSet(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}

function conflicted(desk: Desk, found: readonly { card: Card; told: Told }[]): Desk {
  const cards = inOrder([...desk.cards, ...found.map(({ card }) => card)], desk)
  const told = new Map(desk.told)
  for (const { card, told: what } of found) told.set(card.id, what)
  return { ...desk, cards, told, current: desk.current ?? cards[0]?.id ?? null }
}

/** What the desk shows after something happened. */
export function reduce(desk: Desk, event: Event): Desk {
  switch (event.kind) {
    case 'asked':
      return {
        ...EMPTY,
        order: event.order,
        isByReport: event.isByReport ?? false,
        counts: desk.counts,
        calm: desk.calm,
        version: desk.version + 1,
      }
    case 'answered': {
      const { cards, nextCursor: next, counts, discussion: calm } = event.page
      return { ...withCards({ ...desk, cards: [] }, cards), ...here, next, counts, calm, arrived: 0 }
    }
    case 'more': {
      const { cards, nextCursor: next, counts } = event.page
      return { ...withCards(desk, inOrder([...desk.cards, ...cards], desk)), next, counts }
    }
    case 'polled':
      return event.version === desk.version ? polled(desk, event.page) : desk
    case 'failed':
      return { ...desk, phase: desk.cards.length ? 'ready' : 'failed', isAway: true }
    case 'step':
      return moved(desk, event.by)
    case 'at':
      return { ...desk, current: event.id }
    case 'tick':
      return { ...desk, selection: toggled(desk.selection, event.id), current: event.id }
    case 'reach': {
      const order = idsOf(desk.cards)
      return { ...desk, selection: reached(desk.selection, { order, id: event.id }), current: event.id }
    }
    case 'tickAll':
      return { ...desk, selection: all(desk.selection, idsOf(desk.cards)) }
    case 'untick':
      return { ...desk, selection: NOTHING }
    case 'unfold':
      return { ...desk, unfolded: toggledSet(desk.unfolded, event.id) }
    case 'left': {
      const left = new Set(event.ids)
      const cards = desk.cards.filter(({ id }) => !left.has(id))
      const counts = counted(desk, { ...event, many: event.ids.length })
      return { ...withCards(desk, cards), counts, version: desk.version + 1 }
    }
    case 'back': {
      const cards = inOrder([...desk.cards, ...event.cards], desk)
      const counts = counted(desk, { ...event, many: -(event.many ?? event.cards.length) })
      const current = event.cards[0]?.id ?? desk.current
      return { ...desk, cards, counts, current, version: desk.version + 1 }
    }
    case 'counted':
      return { ...desk, counts: event.counts }
    case 'calm':
      return { ...desk, calm: event.calm, version: desk.version + 1 }
    case 'conflict':
      return { ...conflicted(desk, event.cards), version: desk.version + 1 }
    case 'kept': {
      const cards = desk.cards.map((card) => (event.ids.has(card.id) ? { ...card, reports: null } : card))
      return { ...desk, cards, version: desk.version + 1 }
    }
    case 'dismissed':
      return withCards(
        { ...desk, version: desk.version + 1 },
        desk.cards.filter(({ id }) => id !== event.id),
      )
  }
}

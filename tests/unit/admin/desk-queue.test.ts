import { describe, expect, it } from 'vitest'

import { type Desk, EMPTY, type Event, reduce } from '../../../src/admin/desk/queue.ts'
import { card, page } from './desk-cards.ts'

const cards = [1, 2, 3, 4].map((n) => card(n))
const [first, second, third, fourth] = cards as [any, any, any, any]
const after = (...events: Event[]) => events.reduce<Desk>(reduce, EMPTY)
const opened: Event[] = [
  { kind: 'asked', order: 'oldest' },
  { kind: 'answered', page: page(cards) },
]
const numbers = ({ cards }: Desk) => cards.map(({ id }) => Number(id.slice(1)))
const left = (...ids: string[]): Event => ({ kind: 'left', ids, from: 'waiting', to: 'approved' })
const at = (id: string): Event => ({ kind: 'at', id })

describe('the queue', () => {
  it('begins at its first card', () => {
    expect(after(...opened)).toMatchObject({ phase: 'ready', current: first.id, next: null })
  })

  it('steps no further than its ends', () => {
    const up: Event = { kind: 'step', by: -1 }
    const down: Event = { kind: 'step', by: 1 }
    expect(after(...opened, up).current).toBe(first.id)
    expect(after(...opened, down, down).current).toBe(third.id)
    expect(after(...opened, down, down, down, down, down).current).toBe(fourth.id)
  })

  it.each([
    ['the next one', [second.id], second.id, third.id],
    ['the next that stays', [second.id, third.id], second.id, fourth.id],
    ['the one before, at the end', [fourth.id], fourth.id, third.id],
    ['nothing, when all have left', cards.map(({ id }) => id), second.id, null],
    ['where it is, when others leave', [first.id], third.id, third.id],
  ])('goes on to %s', (_, ids, current, expected) => {
    expect(after(...opened, at(current), left(...ids)).current).toBe(expected)
  })

  it('counts what leaves, and what comes back', () => {
    const gone = after(...opened, left(first.id, second.id))
    expect(gone.counts).toMatchObject({ waiting: 2, approved: 2 })
    const back = reduce(gone, { kind: 'back', cards: [second], from: 'waiting', to: 'approved' })
    expect(back.counts).toMatchObject({ waiting: 3, approved: 1 })
    expect(numbers(back)).toEqual([2, 3, 4])
    expect(back.current).toBe(second.id)
  })

  it('counts what a rule held among what waits', () => {
    const counts = { waiting: 5, held: 4, reported: 0, approved: 0, spam: 0, trash: 0 }
    const desk = after(opened[0]!, { kind: 'answered', page: page(cards, { counts }) })
    const event: Event = { kind: 'left', ids: [first.id], from: 'held', to: 'spam' }
    expect(reduce(desk, event).counts).toEqual({
      waiting: 4,
      held: 3,
      reported: 0,
      approved: 0,
      spam: 1,
      trash: 0,
    })
  })

  it('loses ticks of what leaves', () => {
    const desk = after(...opened, { kind: 'tickAll' }, left(first.id))
    expect([...desk.selection.ids]).toEqual([second.id, third.id, fourth.id])
  })

  it('shows a page more once, in order', () => {
    const more = page([fourth, card(5)], { nextCursor: 'on' })
    const desk = after(...opened, { kind: 'more', page: more })
    expect(numbers(desk)).toEqual([1, 2, 3, 4, 5])
    expect(desk.next).toBe('on')
  })
})

describe('what the server says every few seconds', () => {
  const said = (desk: Desk, asked: Partial<Parameters<typeof page>[1]> & { cards: typeof cards }) =>
    reduce(desk, { kind: 'polled', page: page(asked.cards, asked), version: desk.version })

  it('takes away what others moved, and leaves the rest where it is', () => {
    const desk = said(after(...opened, at(third.id)), { cards: [first, third, fourth] })
    expect(numbers(desk)).toEqual([1, 3, 4])
    expect(desk.current).toBe(third.id)
  })

  it('is not heard when something was done since it was asked', () => {
    const before = after(...opened)
    const desk = reduce(before, left(first.id))
    const polled = reduce(desk, { kind: 'polled', page: page(cards), version: before.version })
    expect(numbers(polled)).toEqual([2, 3, 4])
  })

  it('says nothing about what lies beyond its page', () => {
    const desk = said(after(...opened), { cards: [first, third], nextCursor: 'more' })
    expect(numbers(desk)).toEqual([1, 3, 4])
  })

  it('adds what came in at the end', () => {
    expect(numbers(said(after(...opened), { cards: [...cards, card(5)] }))).toEqual([1, 2, 3, 4, 5])
  })

  it('counts what came in before the first, and moves nothing', () => {
    const newest: Event[] = [
      { kind: 'asked', order: 'newest' },
      { kind: 'answered', page: page([fourth, third]) },
    ]
    const desk = said(after(...newest), { cards: [card(6), card(5), fourth, third] })
    expect(numbers(desk)).toEqual([4, 3])
    expect(desk.arrived).toBe(2)
  })

  it('shows what changed, and keeps ticks', () => {
    const edited = { ...second, text: 'Other words', revision: 1 }
    const ticked = after(...opened, { kind: 'tick', id: second.id })
    const desk = said(ticked, { cards: [first, edited, third, fourth] })
    expect(desk.cards[1]).toEqual(edited)
    expect(desk.selection.ids.has(second.id)).toBe(true)
  })
})

describe('a card that somebody else moved first', () => {
  const told = { state: 'spam' as const, lastMove: null }
  const changed = { ...second, state: 'spam' as const, revision: 1 }
  const conflict: Event = { kind: 'conflict', cards: [{ card: changed, told }] }

  it('comes back to its place, with what has become of it', () => {
    const desk = after(...opened, left(second.id), conflict)
    expect(numbers(desk)).toEqual([1, 2, 3, 4])
    expect(desk.told.get(second.id)).toEqual(told)
    expect(desk.cards[1]).toEqual(changed)
  })

  it('stays until it is seen, though it is not in the queue', () => {
    const desk = after(...opened, left(second.id), conflict)
    const polled = reduce(desk, { kind: 'polled', page: page([first, third, fourth]), version: desk.version })
    expect(numbers(polled)).toEqual([1, 2, 3, 4])
    expect(numbers(reduce(polled, { kind: 'dismissed', id: second.id }))).toEqual([1, 3, 4])
  })

  it('is an ordinary one again when it is back in the queue', () => {
    const desk = after(...opened, left(second.id), conflict)
    const polled = reduce(desk, { kind: 'polled', page: page(cards), version: desk.version })
    expect(polled.told.size).toBe(0)
  })
})

describe('a server that is away', () => {
  it('leaves what is shown', () => {
    expect(after(...opened, { kind: 'failed' })).toMatchObject({ phase: 'ready', isAway: true })
  })
  it('is told where nothing is shown', () => {
    expect(after(opened[0]!, { kind: 'failed' })).toMatchObject({ phase: 'failed' })
  })
})

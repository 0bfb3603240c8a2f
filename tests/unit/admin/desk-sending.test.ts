import { describe, expect, it } from 'vitest'

import { nextRequest, type Task, wayBack, withdraw } from '../../../src/admin/desk/outgoing.ts'
import {
  EVERYTHING,
  isNarrowed,
  readQuestion,
  toQuery,
  writeQuestion,
} from '../../../src/admin/desk/question.ts'
import { remembered, UNDO_LASTS, undoable, without } from '../../../src/admin/desk/undo.ts'
import { card } from './desk-cards.ts'

const task = (number: number, to: Task['to'], ...ids: string[]): Task => ({ number, to, ids })
const numbers = (tasks: Task[]) => tasks.map(({ number }) => number)

describe('what goes out next', () => {
  it.each([
    ['everything alike in one', [task(1, 'spam', 'a'), task(2, 'spam', 'b')], [1, 2]],
    ['up to what says something else', [task(1, 'spam', 'a'), task(2, 'trash', 'b')], [1]],
    ['no comment twice', [task(1, 'back', 'a'), task(2, 'back', 'a')], [1]],
    ['nothing of nothing', [], []],
  ])('is %s', (_, tasks, expected) => {
    const { request, rest } = nextRequest(tasks)
    expect(numbers(request)).toEqual(expected)
    expect([...request, ...rest]).toEqual(tasks)
  })

  it('is at most 500 comments', () => {
    const many = Array.from({ length: 300 }, (_, i) => String(i))
    const more = many.map((id) => `x${id}`)
    expect(numbers(nextRequest([task(1, 'spam', ...many), task(2, 'spam', ...more)]).request)).toEqual([1])
  })

  it('takes an answer back by a request of its own', () => {
    const back = { number: 2, ids: ['b'], to: 'back', reply: 'r' } as const
    const tasks = [task(1, 'back', 'a'), { ...back, ids: ['b'] }, task(3, 'back', 'c')]
    expect(numbers(nextRequest(tasks).request)).toEqual([1])
    expect(numbers(nextRequest(tasks.slice(1)).request)).toEqual([2])
  })

  it('takes many back in as many requests as it needs', () => {
    const ids = Array.from({ length: 1_001 }, (_, i) => String(i))
    const back = wayBack(7, ids)
    expect(back.map((one) => one.ids.length)).toEqual([500, 500, 1])
    expect(back.flatMap((one) => one.ids)).toEqual(ids)
    expect(nextRequest(back).request).toHaveLength(1)
  })

  it('is without what was taken back before it went', () => {
    const tasks = [task(1, 'spam', 'a'), task(2, 'trash', 'b')]
    expect(numbers(withdraw(tasks, 2)!)).toEqual([1])
    expect(withdraw(tasks, 3)).toBeNull()
  })
})

describe('undo', () => {
  const done = (number: number, at: number) =>
    ({
      number,
      list: 1,
      ids: [card(number).id],
      cards: [card(number)],
      from: 'waiting',
      to: 'spam',
      at,
    }) as const

  it('takes back the last move, for ten seconds', () => {
    const list = [done(1, 0), done(2, 1_000)].map((one) => ({ ...one, cards: [...one.cards] }))
    expect(undoable(list, 1_000 + UNDO_LASTS - 1)?.number).toBe(2)
    expect(undoable(list, 1_000 + UNDO_LASTS)).toBeNull()
    expect(UNDO_LASTS).toBe(10_000)
    expect(remembered(list, UNDO_LASTS).map(({ number }) => number)).toEqual([2])
  })

  it('knows nothing of what was refused', () => {
    const list = [done(1, 0), done(2, 0)].map((one) => ({ ...one, cards: [...one.cards] }))
    expect(without(list, new Set([card(2).id])).map(({ number }) => number)).toEqual([1])
    // An answer that was written can be taken back, whatever became of what it approved.
    const replied = [{ ...list[1]!, reply: 'r' }]
    expect(without(replied, new Set([card(2).id]))).toMatchObject([{ ids: [], reply: 'r' }])
  })
})

describe('the question', () => {
  const asked = { ...EVERYTHING, queue: 'spam', locale: 'tg', age: 'day', search: ' об ' } as const

  it('stands in the address and is read from there', () => {
    expect(writeQuestion(EVERYTHING)).toBe('')
    expect(readQuestion(new URLSearchParams(writeQuestion(asked)))).toEqual(asked)
  })

  it('is the usual one where the address says nonsense', () => {
    expect(readQuestion(new URLSearchParams('queue=all&order=up&age=x&reason=%3Cb%3E'))).toEqual(EVERYTHING)
  })

  it('is narrowed by filters, not by queue and order', () => {
    expect(isNarrowed({ ...EVERYTHING, queue: 'spam', order: 'newest' })).toBe(false)
    expect(isNarrowed(asked)).toBe(true)
  })

  it('asks the server only what is asked', () => {
    const now = Date.UTC(2026, 0, 2)
    expect(toQuery(asked, { now, cursor: 'on', limit: 100 })).toBe(
      new URLSearchParams({
        queue: 'spam',
        order: 'oldest',
        locale: 'tg',
        search: 'об',
        since: '2026-01-01T00:00:00.000Z',
        cursor: 'on',
        limit: '100',
      }).toString(),
    )
    expect(toQuery({ ...EVERYTHING, age: 'older' }, { now })).toContain('before=2026-01-01')
  })
})

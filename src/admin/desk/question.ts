import { CARDS, QUEUES, type Queue, type QueueQuery, REASONS } from '../../desk/shapes.ts'
import type { Order } from './queue.ts'

export const AGES = ['any', 'hour', 'day', 'week', 'older'] as const
export type Age = (typeof AGES)[number]

/** What the desk shows: a queue, in an order, through filters; empty words filter nothing. */
export type Question = {
  queue: Queue
  order: Order
  on: string
  author: string
  locale: string
  reason: string
  age: Age
  search: string
  sameWriterAs: string
}

export const EVERYTHING: Question = {
  queue: 'waiting',
  order: 'oldest',
  on: '',
  author: '',
  locale: '',
  reason: '',
  age: 'any',
  search: '',
  sameWriterAs: '',
}

const DAY = 86_400_000
const LENGTHS = { hour: 3_600_000, day: DAY, week: 7 * DAY }
const WORDS = ['on', 'author', 'locale', 'search', 'sameWriterAs'] as const

const oneOf = <T extends string>(values: readonly T[], value: string | null, otherwise: T): T =>
  values.find((one) => one === value) ?? otherwise

/** The question that stands in the address of the page. What is not understood filters nothing. */
export function readQuestion(address: URLSearchParams): Question {
  const words = Object.fromEntries(WORDS.map((name) => [name, (address.get(name) ?? '').slice(0, 100)]))
  return {
    ...EVERYTHING,
    ...words,
    queue: oneOf(QUEUES, address.get('queue'), 'waiting'),
    order: oneOf(['oldest', 'newest'], address.get('order'), 'oldest'),
    reason: oneOf(['', ...REASONS], address.get('reason'), ''),
    age: oneOf(AGES, address.get('age'), 'any'),
  }
}

/** The question as an address keeps it: only what is not as usual. */
export function writeQuestion(question: Question): string {
  const unusual = Object.entries(question).filter(
    ([name, value]) => value !== EVERYTHING[name as keyof Question],
  )
  return new URLSearchParams(unusual).toString()
}

/** Whether anything but queue and order narrows what is shown. */
export const isNarrowed = ({ queue, order, ...filters }: Question) =>
  writeQuestion({ ...filters, queue: EVERYTHING.queue, order: EVERYTHING.order }) !== ''

/** The question as the server is asked it. `now` in milliseconds. */
export function toQuery(
  question: Question,
  { now, cursor, limit = CARDS }: { now: number; cursor?: string | null; limit?: number },
): string {
  const { age, on, author, locale, reason, search, sameWriterAs, queue, order } = question
  const asked: Partial<Record<keyof QueueQuery, string>> = {
    queue,
    order,
    on,
    author,
    locale,
    reason,
    sameWriterAs,
    search: search.trim(),
    since: age in LENGTHS ? new Date(now - LENGTHS[age as keyof typeof LENGTHS]).toISOString() : '',
    before: age === 'older' ? new Date(now - DAY).toISOString() : '',
    cursor: cursor ?? '',
    limit: String(limit),
  }
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value)).toString()
}

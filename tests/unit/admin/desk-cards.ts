import type { Card, QueueAnswer } from '../../../src/desk/shapes.ts'

/** A comment that waits: `n` says when it was written. */
export const card = (n: number, more: Partial<Card> = {}): Card => ({
  id: `c${String(n).padStart(3, '0')}`,
  revision: 0,
  state: 'pending',
  name: `Reader ${n}`,
  email: 'r•••@reader.example',
  url: null,
  text: `Comment ${n}`,
  locale: 'en',
  createdAt: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString(),
  editedAt: null,
  isStaff: false,
  isWithdrawn: false,
  on: { key: 'posts/p', type: 'posts', id: 'p', title: 'Here', url: null, isClosed: false },
  answers: null,
  reasons: [{ reason: 'everyone', detail: null, href: null }],
  writer: null,
  lastMove: null,
  ...more,
})

export const page = (cards: Card[], more: Partial<QueueAnswer> = {}): QueueAnswer => ({
  cards,
  nextCursor: null,
  counts: { waiting: cards.length, held: 0, approved: 0, spam: 0, trash: 0 },
  discussion: { state: 'open', message: { en: null, ru: null, tg: null } },
  ...more,
})

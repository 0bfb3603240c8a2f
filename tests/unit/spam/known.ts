import type { Known, Written } from '../../../src/spam/check.ts'

/** Nothing is known against anybody. */
export const known = (change: Partial<Known> = {}): Known => ({
  now: new Date('2026-01-01T12:00:00Z'),
  staffNames: [],
  holdWords: [],
  spamWords: [],
  expected: ['en', 'ru', 'tg'],
  sameText: 0,
  lately: { writer: 0, network: 0, article: 0, site: 0 },
  form: { token: 'good', work: 'off', isHoneypotFilled: false },
  isClosed: false,
  model: null,
  ...change,
})

export const written = (body: string, change: Partial<Written> = {}): Written => ({
  name: 'Зебо',
  email: 'zebo@example.org',
  url: null,
  body,
  locale: 'tg',
  ...change,
})

import { describe, expect, it } from 'vitest'

import { CountsQuery, ListQuery, On, Submission, ThreadPageQuery, When } from '../../../src/contract/index.ts'

const isGood = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success

describe('what is commented on', () => {
  it.each(['posts/first-forum', 'events/2026', `posts/${'a'.repeat(200)}`])('may be %s', (on) => {
    expect(isGood(On, on)).toBe(true)
  })

  it.each([
    'first-forum',
    'users/u1',
    'posts/',
    'posts/A',
    'posts/a/b',
    'posts/../users',
    'posts/a\n',
    `posts/${'a'.repeat(201)}`,
  ])('may not be %j', (on) => {
    expect(isGood(On, on)).toBe(false)
  })
})

describe('pages of lists', () => {
  it('hold 20 entries, and 50 of a thread, unless the request says otherwise', () => {
    expect(ListQuery.parse({})).toEqual({ limit: 20 })
    expect(ThreadPageQuery.parse({})).toEqual({ limit: 50 })
  })

  it.each([
    ['1', true],
    ['100', true],
    ['0', false],
    ['-1', false],
    ['101', false],
    ['1.5', false],
    ['ten', false],
    ['Infinity', false],
  ])('may hold %s entries: %s', (limit, is) => {
    expect(isGood(ListQuery, { limit })).toBe(is)
  })

  it.each([
    ['2026-11-27', true],
    ['2026-11-27T09:00:00Z', true],
    ['2026-11-27T14:00:00+05:00', true],
    ['2026-02-30', false],
    ['27.11.2026', false],
    ['yesterday', false],
  ])('may begin at %s: %s', (when, is) => {
    expect(isGood(When, when)).toBe(is)
  })
})

describe('counts', () => {
  it('are asked for once each, with or without spaces', () => {
    expect(CountsQuery.parse({ on: 'posts/a, posts/b,posts/a' })).toEqual({ on: ['posts/a', 'posts/b'] })
  })

  it('are asked for 100 at most', () => {
    const on = (n: number) => Array.from({ length: n }, (_, i) => `posts/a${i}`).join(',')
    expect(isGood(CountsQuery, { on: on(100) })).toBe(true)
    expect(isGood(CountsQuery, { on: on(101) })).toBe(false)
  })
})

describe('a submission', () => {
  it('keeps what it names and passes over everything else', () => {
    const sent = { on: 'posts/a', body: 'x', status: 'approved', isStaff: true, id: 'c1', ip: '192.0.2.1' }
    expect(Submission.parse(sent)).toEqual({ on: 'posts/a', body: 'x' })
  })

  it.each([
    { body: { $ne: null } },
    { name: ['a'] },
    { email: 7 },
    { locale: 'de' },
    { parent: 'x'.repeat(65) },
  ])('is refused with %j', (field) => {
    expect(isGood(Submission, { on: 'posts/a', body: 'x', ...field })).toBe(false)
  })
})

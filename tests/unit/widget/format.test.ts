import { describe, expect, it } from 'vitest'

import {
  fill,
  formatDate,
  formatDateTime,
  formatNumber,
  formatRelative,
  formatWait,
  plural,
} from '../../../widget/src/format.ts'

const now = new Date('2026-11-24T12:00:00.000Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('plural', () => {
  it.each([
    ['en', { one: [1], other: [0, 2, 5, 11, 21] }],
    ['ru', { one: [1, 21, 101], few: [2, 4, 22], many: [0, 5, 11, 12, 14, 111] }],
    ['tg', { one: [1], other: [0, 2, 5, 11, 21, 101] }],
  ] as const)('%s', (locale, forms) => {
    for (const [form, numbers] of Object.entries(forms))
      for (const n of numbers) expect([n, plural(locale, n)]).toEqual([n, form])
  })
})

describe('times', () => {
  it.each([
    [0, 'just now', 'только что', 'ҳозир'],
    [-30, 'just now', 'только что', 'ҳозир'],
    [59, 'just now', 'только что', 'ҳозир'],
    [60, '1 minute ago', '1 минуту назад', '1 дақиқа пеш'],
    [3 * 60 + 59, '3 minutes ago', '3 минуты назад', '3 дақиқа пеш'],
    [3600, '1 hour ago', '1 час назад', '1 соат пеш'],
    [23 * 3600, '23 hours ago', '23 часа назад', '23 соат пеш'],
    [86_400, '1 day ago', '1 день назад', '1 рӯз пеш'],
    [6.9 * 86_400, '6 days ago', '6 дней назад', '6 рӯз пеш'],
    [7 * 86_400, '17 November 2026', '17 ноября 2026 г.', '17 ноябри соли 2026'],
    [-3600, '24 November 2026', '24 ноября 2026 г.', '24 ноябри соли 2026'],
  ])('%d seconds ago', (seconds, ...told) => {
    const said = (['en', 'ru', 'tg'] as const).map((locale) =>
      plain(formatRelative(ago(seconds), now, locale, 'UTC')),
    )
    expect(said).toEqual(told)
  })

  it('a day is that of the time zone, with every Tajik month by its name', () => {
    const late = new Date('2026-12-31T20:30:00.000Z')
    expect(formatDate(late, 'tg', 'Asia/Dushanbe')).toBe('1 январи соли 2027')
    expect(formatDate(late, 'tg', 'UTC')).toBe('31 декабри соли 2026')
    const months = Array.from({ length: 12 }, (_, i) =>
      formatDate(new Date(Date.UTC(2026, i, 15)), 'tg', 'UTC'),
    )
    expect(new Set(months).size).toBe(12)
  })

  it('a named time zone is named, the reader’s own is not', () => {
    expect(formatDateTime(now, 'en', 'UTC')).toBe('24 November 2026, 12:00 UTC')
    expect(plain(formatDateTime(now, 'ru', 'Asia/Dushanbe'))).toBe('24 ноября 2026 г., 17:00 GMT+5')
    expect(formatDateTime(now, 'tg', 'UTC')).toBe('24 ноябри соли 2026, соати 12:00 UTC')
    expect(formatDateTime(now, 'en')).toMatch(/^2[345] November 2026, \d\d:\d\d$/)
  })

  it('a wait is told in seconds, a long one in minutes', () => {
    const said = (seconds: number) =>
      (['en', 'ru', 'tg'] as const).map((locale) => plain(formatWait(seconds, locale)))
    expect(said(5)).toEqual(['in 5 seconds', 'через 5 секунд', 'пас аз 5 сония'])
    expect(said(91)).toEqual(['in 2 minutes', 'через 2 минуты', 'пас аз 2 дақиқа'])
  })
})

describe('numbers and places', () => {
  it('writes numbers as the language does', () => {
    expect((['en', 'ru', 'tg'] as const).map((locale) => plain(formatNumber(12345.5, locale)))).toEqual([
      '12,345.5',
      '12 345,5',
      '12 345,5',
    ])
  })

  it('fills places, and leaves those it has nothing for', () => {
    expect(fill('{a} of {b}, {c}', { a: 1, b: '$&' })).toBe('1 of $&, {c}')
  })
})

import { describe, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'

import { LOCALES } from '../../../src/contract/index.ts'
import { firstIdAt } from '../../../src/platform/time-id.ts'
import { decideGoing, decideRemoved } from '../../../src/retention/going.ts'
import { daysOf, TERM_NAMES, TERMS } from '../../../src/retention/rules.ts'
import { RULES } from '../../../src/retention/table.ts'
import { daysIn, toPublicRules } from '../../../src/retention/view.ts'

const DAY = 24 * 60 * 60_000
const at = (day: number) => new Date(Date.UTC(2026, 0, 1) + day * DAY)
const iso = (day: number) => at(day).toISOString()

const asksAll = { akismet: { key: 'k' }, siteCheck: { url: 'https://check.example', secret: 's' } }

describe('the table of what is kept', () => {
  it('has each rule once, in words of every language', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
    for (const locale of LOCALES)
      for (const { what, why, kept } of toPublicRules({ locale, days: daysOf({}), spam: asksAll }).items)
        for (const text of [what, why, kept]) expect(text.trim().length).toBeGreaterThan(3)
  })

  it('names those who are asked about comments while they are', () => {
    const ids = (spam: Parameters<typeof toPublicRules>[0]['spam']) =>
      toPublicRules({ locale: 'en', days: daysOf({}), spam }).items.map(({ id }) => id)
    const kept = RULES.map(({ id }) => id)
    expect(ids({ akismet: null, siteCheck: null })).toEqual(kept)
    expect(ids(asksAll)).toEqual([...kept, 'akismet', 'site-check'])
  })

  it('has a rule for every setting, and a setting for every rule that names one', () => {
    expect(TERMS.map(({ setting }) => setting)).toEqual([...TERM_NAMES])
  })

  it.each([undefined, null, 'many', 0, 366, 1.5, -3, Number.NaN])(
    'takes %s for what is preset',
    (removedDays) => {
      expect(daysOf({ removedDays }).removedDays).toBe(15)
    },
  )

  it.each([
    ['en', 1, '1 day'],
    ['en', 15, '15 days'],
    ['ru', 1, '1 день'],
    ['ru', 2, '2 дня'],
    ['ru', 15, '15 дней'],
    ['ru', 21, '21 день'],
    ['tg', 15, '15 рӯз'],
  ] as const)('says in %s for %i days: %s', (locale, days, words) => {
    expect(daysIn(locale, days)).toBe(words)
  })
})

describe('decideRemoved', () => {
  const moves = (...all: [day: number, to: string][]) => all.map(([day, to]) => ({ at: iso(day), to }))
  const created = { createdAt: iso(0), before: at(10) }

  it.each([
    ['never moved, as spam that came in as such', 'spam', moves(), { kind: 'due' }],
    ['thrown away long ago', 'trash', moves([1, 'approved'], [9, 'trash']), { kind: 'due' }],
    ['thrown away at that very time', 'trash', moves([10, 'trash']), { kind: 'due' }],
    ['thrown away since', 'trash', moves([11, 'trash']), { kind: 'later', since: iso(11) }],
    [
      'put back and thrown away again',
      'trash',
      moves([1, 'trash'], [2, 'approved'], [12, 'spam']),
      { kind: 'later', since: iso(12) },
    ],
    ['from spam to trash, which is one stay', 'trash', moves([2, 'spam'], [12, 'trash']), { kind: 'due' }],
    ['put back', 'approved', moves([1, 'trash'], [2, 'approved']), { kind: 'back' }],
  ])('%s', (_, status, moves, expected) => {
    expect(decideRemoved({ ...created, status, moves })).toEqual(expected)
  })
})

describe('decideGoing', () => {
  it('lets what nothing answers go, and answers before what they answer', () => {
    const answers = [
      { id: 'b', parent: 'a' },
      { id: 'c', parent: 'b' },
      { id: 'y', parent: 'x' },
    ]
    expect(decideGoing({ due: ['a', 'b', 'c', 'x'], answers })).toEqual({
      gone: expect.arrayContaining(['a', 'b', 'c']),
      emptied: ['x'],
    })
  })
})

it('firstIdAt is the least id of its time', () => {
  const time = Date.UTC(2026, 5, 1)
  expect(firstIdAt(new Date(time)) <= uuid({ msecs: time })).toBe(true)
  expect(firstIdAt(new Date(time)) > uuid({ msecs: time - 1 })).toBe(true)
})

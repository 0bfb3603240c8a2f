import { describe, expect, it } from 'vitest'

import { decideOpenness, firstStatus, type SiteRules } from '../../../src/content/discussion.ts'

const site = (rest: Partial<SiteRules> = {}): SiteRules => ({
  state: 'open',
  message: null,
  waits: 'everyone',
  trustedAfter: null,
  requireName: true,
  requireEmail: true,
  ...rest,
})
const now = new Date('2026-11-27T09:00:00.000Z')
const OPEN = { state: 'open', until: null } as const
const here = (state: 'open' | 'closed', until: string | null = null) => ({ state, until })

describe('decideOpenness', () => {
  it.each([
    ['is open where nothing closes it', site(), OPEN, { isOpen: true }],
    ['is open where all comments are held', site({ state: 'held' }), OPEN, { isOpen: true }],
    [
      'is closed with the whole site',
      site({ state: 'closed' }),
      OPEN,
      { isOpen: false, because: 'closed-everywhere' },
    ],
    [
      'names the site before the page',
      site({ state: 'closed' }),
      here('closed'),
      { isOpen: false, because: 'closed-everywhere' },
    ],
    ['is closed by itself', site(), here('closed'), { isOpen: false, because: 'closed-here' }],
    [
      'is open a millisecond before its time ends',
      site(),
      here('open', '2026-11-27T09:00:00.001Z'),
      { isOpen: true },
    ],
    [
      'is closed the moment its time ends',
      site(),
      here('open', '2026-11-27T09:00:00.000Z'),
      { isOpen: false, because: 'closed-since', since: now },
    ],
    [
      'stays closed afterwards',
      site(),
      here('open', '2025-01-31T00:00:00.000Z'),
      { isOpen: false, because: 'closed-since', since: new Date('2025-01-31T00:00:00.000Z') },
    ],
    [
      'is not opened by a time to come',
      site(),
      here('closed', '2027-01-01T00:00:00.000Z'),
      { isOpen: false, because: 'closed-here' },
    ],
  ] as const)('a page %s', (_, rules, page, openness) => {
    expect(decideOpenness({ site: rules, page, now })).toEqual(openness)
  })
})

describe('firstStatus', () => {
  it.each([
    ['open', 'nobody', 'approved'],
    ['open', 'everyone', 'pending'],
    ['held', 'nobody', 'pending'],
    ['held', 'everyone', 'pending'],
    ['closed', 'nobody', 'pending'],
    ['closed', 'everyone', 'pending'],
    ['open', undefined, 'pending'],
    [undefined, 'nobody', 'pending'],
  ])('of a site that is %s and lets %s wait is %s', (state, waits, status) => {
    expect(firstStatus({ site: site({ state, waits } as Partial<SiteRules>), approved: null })).toBe(status)
  })

  it.each([
    ['open', 3, 3, 'approved'],
    ['open', 3, 4, 'approved'],
    ['open', 3, 2, 'pending'],
    ['open', 3, null, 'pending'],
    ['open', null, 100, 'pending'],
    ['open', 0, 100, 'pending'],
    ['held', 3, 3, 'pending'],
    ['closed', 3, 3, 'pending'],
  ] as const)(
    'of a site that is %s and trusts after %s, for a writer with %s approved ones, is %s',
    (state, trustedAfter, approved, status) => {
      expect(firstStatus({ site: site({ state, trustedAfter }), approved })).toBe(status)
    },
  )
})

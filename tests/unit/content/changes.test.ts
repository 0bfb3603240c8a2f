import { describe, expect, it } from 'vitest'

import { tagsOf } from '../../../src/content/changes.ts'
import { scheduledSince } from '../../../src/content/drops.ts'
import type { Doc, Kind } from '../../../src/content/kinds.ts'
import { isTurnAhead } from '../../../src/content/turns.ts'

const POST = {
  id: '1',
  slug: 'a',
  title: { en: 'A' },
  body: 'x',
  publishedAt: '2024-01-01T00:00:00.000Z',
  updatedAt: '2024-01-01T00:00:00.000Z',
  tags: ['t'],
  authors: ['p'],
  _status: 'published',
}
const SAVED = { updatedAt: '2025-01-01T00:00:00.000Z' }
const PERSON = { id: '1', slug: 'p', name: { en: 'P' }, bio: null, updatedAt: '2024-01-01T00:00:00.000Z' }

const tags = (kind: Kind, before: object | null, after: object | null) =>
  tagsOf({ kind, id: '1', before: before as Doc<Kind> | null, after: after as Doc<Kind> | null }).sort()

describe('what a change touches', () => {
  it.each<[what: string, kind: Kind, before: object | null, after: object | null, touched: string[]]>([
    ['nothing that the public sees', 'posts', null, null, []],
    ['a document that is saved as it was', 'posts', POST, { ...POST }, []],
    [
      'the body of an article',
      'posts',
      POST,
      { ...POST, ...SAVED, body: 'y' },
      ['any:posts', 'card:posts/1', 'doc:posts/1'],
    ],
    [
      'its title',
      'posts',
      POST,
      { ...POST, ...SAVED, title: { en: 'B' } },
      ['any:posts', 'card:posts/1', 'doc:posts/1', 'name:posts/1'],
    ],
    [
      'a language it gets',
      'posts',
      POST,
      { ...POST, ...SAVED, title: { en: 'A', ru: 'Б' } },
      [
        'any:posts',
        'card:posts/1',
        'doc:posts/1',
        'list:posts',
        'list:posts?authors=p',
        'list:posts?tags=t',
        'name:posts/1',
      ],
    ],
    [
      'its tags',
      'posts',
      POST,
      { ...POST, ...SAVED, tags: ['u'] },
      [
        'any:posts',
        'card:posts/1',
        'doc:posts/1',
        'list:posts?authors=p',
        'list:posts?tags=t',
        'list:posts?tags=u',
      ],
    ],
    [
      'whether it takes comments',
      'posts',
      POST,
      { ...POST, ...SAVED, comments: { state: 'closed' } },
      ['any:posts', 'card:posts/1', 'doc:posts/1', 'subject:posts/1'],
    ],
    [
      'that it is there',
      'posts',
      null,
      POST,
      [
        'any:posts',
        'card:posts/1',
        'doc:posts/1',
        'list:posts',
        'list:posts?authors=p',
        'list:posts?tags=t',
        'name:posts/1',
        'subject:posts/1',
      ],
    ],
    ['a person who is saved as they were', 'people', PERSON, { ...PERSON, ...SAVED }, ['any:people']],
    [
      'the biography of a person',
      'people',
      PERSON,
      { ...PERSON, ...SAVED, bio: 'B' },
      ['any:people', 'doc:people/1'],
    ],
    [
      'the name of a person',
      'people',
      PERSON,
      { ...PERSON, ...SAVED, name: { en: 'Q' } },
      ['any:people', 'card:people/1', 'doc:people/1', 'name:people/1'],
    ],
  ])('%s', (_, kind, before, after, touched) => {
    expect(tags(kind, before, after)).toEqual(touched)
  })
})

describe('what time will change', () => {
  const now = '2025-01-01T00:00:00.000Z'
  const [past, ahead] = ['2024-06-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z']
  it.each<[kind: Kind, row: object, isAhead: boolean]>([
    ['posts', { _status: 'published', publishedAt: past }, false],
    ['posts', { _status: 'published', publishedAt: ahead }, true],
    ['posts', { _status: 'draft', publishedAt: ahead }, false],
    ['posts', { _status: 'published', publishedAt: past, comments: { until: ahead } }, true],
    ['posts', { _status: 'published', publishedAt: past, comments: { until: null } }, false],
    ['events', { _status: 'published', publishedAt: past, start: past, end: ahead }, true],
    ['events', { _status: 'published', publishedAt: past, start: past, end: past }, false],
    ['quotes', { consent: 'given', publicFrom: ahead }, true],
    ['quotes', { consent: 'asked', publicFrom: ahead }, false],
    ['people', { name: 'P' }, false],
  ])('of %s %o: %s', (kind, row, isAhead) => {
    expect(isTurnAhead({ kind, row: row as Doc<Kind>, now })).toBe(isAhead)
  })

  it('is announced with the moment since when it may have come', () => {
    expect(scheduledSince(['any:posts', `schedule:${now}`])).toBe(Date.parse(now))
    expect(scheduledSince(['any:posts'])).toBeNull()
  })
})

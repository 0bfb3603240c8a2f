import { describe, expect, it } from 'vitest'

import { tagsOfComment } from '../../../src/comments/drops.ts'

const shown = {
  thread: 'posts/1',
  status: 'approved',
  visibility: 'shown',
  body: 'Words',
  name: 'N',
  locale: 'en',
  createdAt: '2024-01-01T00:00:00.000Z',
} as const
const hidden = { ...shown, status: 'pending', visibility: 'hidden' } as const
const removed = { ...shown, status: 'spam', visibility: 'tombstone' } as const

const thread = ['thread:posts/1', 'list:comments']
const all = [...thread, 'count:posts/1']

describe('what a change of a comment touches', () => {
  it.each<[what: string, before: object | null, after: object | null, touched: string[]]>([
    ['one that waits comes in', null, hidden, []],
    ['one that is public comes in', null, shown, all],
    ['one that waits is edited', hidden, { ...hidden, body: 'Other' }, []],
    ['one that waits becomes spam', hidden, { ...hidden, status: 'spam' }, []],
    ['one that waits is approved', hidden, shown, all],
    ['a public one is removed', shown, removed, all],
    ['a public one is edited in place', shown, { ...shown, body: 'Other' }, thread],
    ['a public one is saved as it was', shown, { ...shown }, []],
    ['a removed one comes back', removed, shown, all],
    [
      'of a removed one the words change',
      removed,
      { ...removed, body: 'Other', name: 'M', status: 'pending' },
      [],
    ],
    ['a removed one stands elsewhere', removed, { ...removed, parent: 'x' }, thread],
    ['a hidden one is deleted', hidden, null, []],
    ['a public one is deleted', shown, null, all],
    ['a removed one is deleted', removed, null, thread],
  ])('%s', (_, before, after, touched) => {
    expect(tagsOfComment({ before, after })).toEqual(touched)
  })
})

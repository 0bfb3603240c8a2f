import { describe, expect, it } from 'vitest'

import { messageOf } from '../../../src/admin/desk/messages.ts'
import { deskWords } from '../../../src/admin/desk/words.ts'

const now = { state: 'trash' as const, revision: 2, lastMove: null }
type Because = 'sealed' | 'erased' | 'own' | 'withdrawn' | 'illegal' | 'nothing-to-undo'
const illegal = (because: Because, id = '1') => ({ id, outcome: 'illegal' as const, because, now })

describe('what the desk says of a move that was not made', () => {
  it.each(['en', 'ru', 'tg'])('names what a comment is kept from moving by, in %s', (language) => {
    const words = deskWords(language)
    const said = (because: Because) =>
      messageOf({ kind: 'conflict', results: [illegal(because)] }, words).text
    for (const because of ['sealed', 'erased', 'own', 'withdrawn'] as const)
      expect(said(because)).toBe(words.locked[because])
    expect(said('illegal')).toBe(words.refused)
    expect(said('nothing-to-undo')).toBe(words.nothingToUndo)
  })

  it('says of many that somebody was first only where that is so of all', () => {
    const words = deskWords('en')
    const first = { id: '2', outcome: 'conflict' as const, now }
    const text = (results: Parameters<typeof messageOf>[0] & { kind: 'conflict' }) => messageOf(results, words).text // prettier-ignore
    expect(text({ kind: 'conflict', results: [first, { ...first, id: '3' }] })).toBe(words.conflicts(2))
    expect(text({ kind: 'conflict', results: [first, illegal('own')] })).toBe(words.notMoved(2))
  })
})

import { describe, expect, it } from 'vitest'

import { type Shown, toOwnComment, toPublicComment } from '../../../src/comments/view.ts'
import { Comment, OwnComment } from '../../../src/contract/index.ts'

const on = 'posts/first-forum'
const kept = (rest: Partial<Shown> = {}): Shown => ({
  id: 'c1',
  parent: null,
  name: 'Nigora',
  url: 'https://nigora.example',
  body: 'Рӯзи хуб!',
  locale: 'tg',
  isStaff: false,
  editedAt: null,
  createdAt: '2026-11-27T09:00:00.000Z',
  status: 'approved',
  visibility: 'shown',
  ...rest,
})
const alone = (comment: Shown) => ({ comment, replies: [], replyCount: 0 })

describe('toPublicComment', () => {
  it('shows what the contract promises', () => {
    const shown = toPublicComment({ on, branch: alone(kept()) })
    expect(Comment.parse(shown)).toEqual(shown)
    expect(shown).toMatchObject({
      id: 'c1',
      on,
      author: { name: 'Nigora', url: 'https://nigora.example', isStaff: false },
      html: '<p>Рӯзи хуб!</p>',
      text: 'Рӯзи хуб!',
      isRemoved: false,
    })
  })

  it('shows nothing more than that, whatever else is kept', () => {
    const more = { ...kept(), email: 'nigora@example.org', ip: '192.0.2.1', waits: ['link'] }
    const shown = toPublicComment({ on, branch: alone(more) })
    expect(JSON.stringify(shown)).not.toMatch(/example\.org|192\.0|waits|status/)
  })

  it('shows of a removed comment nothing but its place', () => {
    const gone = kept({ visibility: 'tombstone', status: 'trash', isStaff: true, editedAt: kept().createdAt })
    expect(toPublicComment({ on, branch: alone(gone) })).toMatchObject({
      id: 'c1',
      author: { name: '', url: null, isStaff: false },
      html: '',
      text: '',
      editedAt: null,
      isRemoved: true,
    })
  })

  it('gives all removed comments the same picture', () => {
    const seeds = ['Nigora', 'Rustam'].map(
      (name) =>
        toPublicComment({ on, branch: alone(kept({ name, visibility: 'tombstone' })) }).author.avatarSeed,
    )
    expect(new Set(seeds).size).toBe(1)
  })

  it('draws the same picture for the same name, in whatever case', () => {
    const seed = (name: string) => toPublicComment({ on, branch: alone(kept({ name })) }).author.avatarSeed
    expect(seed('NIGORA')).toBe(seed('Nigora'))
    expect(seed('Rustam')).not.toBe(seed('Nigora'))
  })

  it('shows answers below what they answer', () => {
    const reply = alone(kept({ id: 'c2', parent: 'c1' }))
    const shown = toPublicComment({ on, branch: { comment: kept(), replies: [reply], replyCount: 1 } })
    expect(shown).toMatchObject({ replyCount: 1, replies: [{ id: 'c2', parent: 'c1' }] })
  })
})

describe('toOwnComment', () => {
  it.each(['pending', 'approved', 'spam', 'trash'] as const)(
    'shows a writer their comment while it is %s',
    (status) => {
      const own = toOwnComment({
        on,
        branch: alone(kept({ status, visibility: 'tombstone' })),
        isJudgedSpam: false,
      })
      expect(OwnComment.parse(own)).toEqual(own)
      expect(own).toMatchObject({ status, text: 'Рӯзи хуб!', isRemoved: false })
    },
  )

  it('shows a writer what only a check took for spam as waiting', () => {
    const branch = alone(kept({ status: 'spam', visibility: 'hidden' }))
    expect(toOwnComment({ on, branch, isJudgedSpam: true })).toMatchObject({ status: 'pending' })
  })
})

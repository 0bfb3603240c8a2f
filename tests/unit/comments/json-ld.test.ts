import { expect, it } from 'vitest'

import { toCommentLd } from '../../../src/comments/json-ld.ts'
import type { Comment } from '../../../src/contract/index.ts'
import { faultsOf } from '../../support/json-ld.ts'

const comment: Comment = {
  id: '1',
  on: 'posts/a',
  parent: '0',
  author: { name: 'Nigora', url: 'https://nigora.example', isStaff: false, avatarSeed: '1' },
  html: '<p>Words.</p>',
  text: 'Words. </script>',
  locale: 'tg',
  createdAt: '2026-11-27T04:00:00.000Z',
  editedAt: '2026-11-27T05:00:00.000Z',
  isRemoved: false,
  replyCount: 2,
  replies: [],
}
const read = (more: Partial<Comment> = {}) =>
  toCommentLd({ comment: { ...comment, ...more }, page: 'https://site.example/posts/a', anonymous: 'Беном' })

it('says whose words they are, when and on what', async () => {
  expect(await faultsOf(read())).toEqual([])
  expect(read()).toMatchObject({
    '@type': 'Comment',
    '@id': 'https://site.example/posts/a#comment-1',
    text: 'Words. </script>',
    inLanguage: 'tg',
    author: { '@type': 'Person', name: 'Nigora', url: 'https://nigora.example' },
    dateCreated: '2026-11-27T04:00:00.000Z',
    dateModified: '2026-11-27T05:00:00.000Z',
    parentItem: { '@type': 'Comment', '@id': 'https://site.example/posts/a#comment-0' },
    about: { url: 'https://site.example/posts/a' },
    commentCount: 2,
  })
})

it('does without what nobody gave', async () => {
  const bare = read({
    parent: null,
    locale: null,
    editedAt: null,
    author: { ...comment.author, name: '', url: null },
  })
  expect(await faultsOf(bare)).toEqual([])
  expect(bare).toMatchObject({ author: { name: 'Беном' }, parentItem: undefined })
})

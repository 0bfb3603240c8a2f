import type { Comment, Locale, OwnComment, Thread } from 'ovoz/client'

import { type DiscussionView, EMPTY_FORM } from '../../../widget/src/markup.ts'

export const NOW = new Date('2026-11-24T12:00:00.000Z')

export function aComment(id: string, changes: Partial<Comment> = {}): Comment {
  return {
    id,
    on: 'posts/water',
    parent: null,
    author: { name: 'Дилбар Н.', url: null, isStaff: false, avatarSeed: '4f1c0a77be21' },
    html: '<p>Оббо.</p>',
    text: 'Оббо.',
    locale: 'tg',
    createdAt: '2026-11-22T10:12:00.000Z',
    editedAt: null,
    isRemoved: false,
    replyCount: 0,
    replies: [],
    ...changes,
  }
}

export const anOwn = (id: string, changes: Partial<OwnComment> = {}): OwnComment => ({
  ...aComment(id),
  status: 'pending',
  ...changes,
})

export function aThread(changes: Partial<Thread> = {}): Thread {
  const items = changes.items ?? [aComment('a', { replies: [aComment('b', { parent: 'a' })] }), aComment('c')]
  return {
    on: 'posts/water',
    total: 3,
    open: true,
    closedReason: null,
    notice: null,
    requires: { name: true, email: true },
    limits: { name: 80, email: 254, url: 2000, body: 5000 },
    items,
    nextCursor: null,
    ...changes,
  }
}

export const aView = (changes: Partial<DiscussionView> = {}, locale: Locale = 'en'): DiscussionView => ({
  thread: aThread(),
  locale,
  now: NOW,
  timeZone: 'UTC',
  order: 'oldest',
  links: {
    action: '/posts/water/comments',
    reply: (id) => `/posts/water?reply=${id}#respond`,
    cancelReply: '/posts/water#respond',
    order: (order) => `/posts/water?order=${order}#comments`,
    page: (cursor) => `/posts/water?page=${cursor}#comments`,
    first: null,
    all: '/posts/water#comments',
    permalink: (id) => `/posts/water#comment-${id}`,
    report: (id) => `/report/${id}`,
    own: (id, mode) => `/own/${id}?mode=${mode}`,
  },
  answering: null,
  form: EMPTY_FORM,
  own: [],
  only: null,
  notice: null,
  ...changes,
})

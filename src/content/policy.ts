import type { Where } from 'payload'

import type { Doc, Kind } from './kinds.ts'
import { type Grant, grants, own } from '../platform/access.ts'

/** What the public sees of articles and events: published, and not before its time. */
export const isPublic = (now: Date): Where => ({
  and: [{ _status: { equals: 'published' } }, { publishedAt: { less_than_equal: now.toISOString() } }],
})

/** What the public sees of quotes: with consent, and not before what they stand in. */
export const isQuotable = (now: Date): Where => ({
  and: [{ consent: { equals: 'given' } }, { publicFrom: { less_than_equal: now.toISOString() } }],
})

/** What the public may see of a kind. People, organizations, tags and pictures are shown where they are named. */
export const publicWhere = (kind: Kind, now: Date): Where[] =>
  kind === 'posts' || kind === 'events' ? [isPublic(now)] : kind === 'quotes' ? [isQuotable(now)] : []

/** From when a row is public, ISO 8601, by the same rules; null where it is not, whatever the time. */
export function publicFrom(kind: Kind, row: Partial<Doc<'posts'> & Doc<'quotes'>>): string | null {
  if (kind === 'posts' || kind === 'events')
    return row._status === 'published' ? (row.publishedAt ?? null) : null
  if (kind === 'quotes') return row.consent === 'given' ? (row.publicFrom ?? null) : null
  return ''
}

const published: Grant = ({ now }) => isPublic(now)
const quotable: Grant = ({ now }) => isQuotable(now)

/** Articles and events: authors keep to their own, translators translate all, everyone else reads what is public. */
export const articleAccess = grants({
  create: { admin: true, editor: true, author: true },
  read: {
    admin: true,
    editor: true,
    author: true,
    translator: true,
    moderator: published,
    frontend: published,
  },
  update: { admin: true, editor: true, author: own, translator: true },
  delete: {
    admin: true,
    editor: true,
    author: ({ id }): Where => ({ and: [{ owner: { equals: id } }, { _status: { equals: 'draft' } }] }),
  },
})

export const quoteAccess = grants({
  create: { admin: true, editor: true, author: true },
  read: {
    admin: true,
    editor: true,
    author: true,
    translator: true,
    moderator: quotable,
    frontend: quotable,
  },
  update: { admin: true, editor: true, author: own, translator: true },
  delete: { admin: true, editor: true, author: own },
})

/** People, organizations, tags and pictures: shared by all articles, so kept by all who write. */
export const sharedAccess = grants({
  create: { admin: true, editor: true, author: true },
  read: { admin: true, editor: true, author: true, moderator: true, translator: true, frontend: true },
  update: { admin: true, editor: true, author: true, translator: true },
  delete: { admin: true, editor: true },
})

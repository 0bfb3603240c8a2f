import type { SanitizedCollectionConfig } from 'payload'
import { describe, expect, it } from 'vitest'

import { guardCollection, guardGlobal, OTHER_DOOR } from '../../../src/platform/guard.ts'
import { thrownBy } from '../any.ts'

const collection = {
  slug: 'posts',
  fields: [
    { name: 'title', type: 'text' },
    { name: 'secret', type: 'text', access: { read: () => false } },
    { name: 'unseen', type: 'text', hidden: true },
    { name: 'author', type: 'relationship', relationTo: 'users' },
    { name: 'counted', type: 'number', virtual: true },
    { type: 'row', fields: [{ name: 'city', type: 'text' }] },
    { name: 'seo', type: 'group', fields: [{ name: 'description', type: 'text' }] },
    { name: 'agenda', type: 'array', fields: [{ name: 'start', type: 'date' }] },
    { type: 'tabs', tabs: [{ name: 'place', fields: [{ name: 'venue', type: 'text' }] }] },
  ],
} as unknown as SanitizedCollectionConfig

/** Asks the guard, as somebody, to let an operation with some arguments pass. */
function ask(role: string | null, args: object = {}, { operation = 'read', overrideAccess = false } = {}) {
  const req = { user: role && { id: 'u1', collection: 'users', role } }
  return guardCollection({ args, collection, context: {}, operation, overrideAccess, req } as never) as object
}
const refusal = (...asked: Parameters<typeof ask>) => thrownBy(() => ask(...asked))

describe('strangers', () => {
  it.each(['create', 'read', 'update', 'delete', 'count', 'readDistinct', 'countVersions', 'restoreVersion'])(
    'are refused to %s, and told of the other door',
    (operation) => {
      expect(refusal(null, {}, { operation })).toMatchObject({ status: 403, message: OTHER_DOOR })
    },
  )

  it.each(['login', 'forgotPassword', 'resetPassword', 'refresh'])('may %s', (operation) => {
    expect(ask(null, {}, { operation })).toEqual({})
  })

  it('are refused settings', () => {
    const args = { args: {}, req: { user: null }, overrideAccess: false }
    expect(thrownBy(() => guardGlobal(args as never))).toMatchObject({ status: 403 })
  })
})

describe('our own code', () => {
  it('passes where it states that it overrides access, on either side', () => {
    expect(ask(null, { limit: 0 }, { overrideAccess: true })).toEqual({ limit: 0 })
    const args = { overrideAccess: true }
    const asked = { args, collection, context: {}, operation: 'read', req: { user: null } }
    expect(guardCollection(asked as never)).toBe(args)
  })
})

describe('API keys of front ends', () => {
  it.each(['create', 'update', 'delete', 'count', 'restoreVersion', 'unlock'])(
    'are refused to %s',
    (operation) => {
      expect(refusal('frontend', {}, { operation })).toMatchObject({ status: 403 })
    },
  )

  it.each([
    ['all documents by no pages', { pagination: false }],
    ['all documents by no limit', { limit: 0 }],
    ['101 documents', { limit: 101 }],
    ['a limit below nothing', { limit: -1 }],
    ['joins of their own', { joins: { posts: { limit: 0 } } }],
  ])('are refused %s', (_, args) => {
    expect(refusal('frontend', args)).toMatchObject({ status: 400 })
  })

  it('get up to 100 documents, two levels deep, never drafts nor trash', () => {
    expect(ask('frontend', { limit: 100, depth: 10, draft: true, trash: true })).toEqual({
      limit: 100,
      depth: 2,
      draft: false,
      trash: false,
    })
    expect(ask('frontend', { depth: 0 })).toMatchObject({ depth: 0 })
    expect(ask('frontend')).toMatchObject({ depth: 2 })
  })
})

describe('moderators', () => {
  it('never get a draft in the place of what is published', () => {
    expect(ask('moderator', { draft: true })).toEqual({ draft: false })
    expect(ask('editor', { draft: true })).toEqual({ draft: true })
  })
})

describe('sorting', () => {
  it.each(['title', '-title', 'id', '-createdAt', 'city', 'seo.description', 'place.venue', 'agenda.start'])(
    'by %s is let through',
    (sort) => {
      expect(ask('editor', { sort })).toEqual({ sort })
    },
  )

  it.each([
    'secret',
    '-secret',
    'version.secret',
    'unseen',
    'author.email',
    'counted',
    'title,secret',
    ['title', '-secret'],
    'nowhere',
    '__proto__',
  ])('by %j is refused', (sort) => {
    expect(refusal('editor', { sort })).toMatchObject({ status: 400 })
  })

  it('by what is hidden is for administrators, by what is elsewhere for nobody', () => {
    expect(ask('admin', { sort: 'secret' })).toEqual({ sort: 'secret' })
    expect(refusal('admin', { sort: 'author.email' })).toMatchObject({ status: 400 })
  })
})

describe('filtering', () => {
  const like = { like: 'a' }
  it.each([
    { title: like },
    { 'title.tg': like },
    { author: { equals: 'u1' } },
    { 'author.value': { equals: 'u1' } },
    { seo__description: like },
    { and: [{ title: like }, { or: [{ city: like }] }] },
    { 'version.title': like, parent: { equals: 'p1' } },
  ])('by %j is let through', (where) => {
    expect(ask('editor', { where })).toEqual({ where })
  })

  it.each([
    { secret: like },
    { 'author.email': like },
    { author__email: like },
    { 'author.value.email': like },
    { 'version.secret': like },
    { 'version.author.email': like },
    { and: [{ title: like }, { secret: like }] },
    { AND: [{ secret: like }] },
    { or: { 0: { secret: like } } },
    { or: [{ and: [{ or: [{ secret: like }] }] }] },
  ])('by %j is refused', (where) => {
    expect(refusal('editor', { where })).toMatchObject({ status: 400 })
    expect(refusal('frontend', { where })).toMatchObject({ status: 400 })
  })

  it('is refused where it is nested too deeply to be looked through', () => {
    let where: object = { title: like }
    for (let depth = 0; depth < 10; depth++) where = { and: [where] }
    expect(refusal('editor', { where })).toMatchObject({ status: 400 })
  })

  it.each([{ and: null }, { or: 'x' }, { and: [null] }])(
    'by %j, which is no filter, breaks nothing',
    (where) => {
      const fault = refusal('editor', { where })
      expect(fault === undefined || (fault as { status?: number }).status === 400).toBe(true)
    },
  )
})

import { describe, expect, it } from 'vitest'

import { grants, hasRole, isStaff, own, type Role, roleOf, ROLES } from '../../../src/platform/access.ts'
import { articleAccess } from '../../../src/content/policy.ts'

type Requester = Parameters<typeof roleOf>[0]
const as = (role: unknown, collection = 'users'): Requester =>
  ({ user: { id: 'u1', collection, role } }) as unknown as Requester
const stranger: Requester = { user: null }
const ask = (access: unknown, req: Requester) => (access as (args: { req: Requester }) => unknown)({ req })

describe('roleOf', () => {
  it.each(ROLES)('knows %s', (role) => {
    expect(roleOf(as(role))).toBe(role)
  })

  it.each([
    ['a stranger', stranger],
    ['somebody of another collection', as('admin', 'readers')],
    ['somebody with a role there is not', as('owner')],
    ['somebody without a role', as(undefined)],
    ['somebody with a list for a role', as(['admin'])],
  ])('knows no role of %s', (_, req) => {
    expect(roleOf(req)).toBeNull()
    expect(isStaff(req)).toBe(false)
    expect(hasRole(req, ...ROLES)).toBe(false)
  })

  it('does not count the keys of front ends as staff', () => {
    expect(ROLES.filter((role) => !isStaff(as(role)))).toEqual(['frontend'])
  })
})

describe('grants', () => {
  const access = grants({ read: { editor: true, author: own, moderator: false }, update: { author: own } })

  it.each<[Role | null, unknown]>([
    ['editor', true],
    ['author', { owner: { equals: 'u1' } }],
    ['moderator', false],
    ['admin', false],
    ['frontend', false],
    [null, false],
  ])('gives %s what the table says, and nothing it leaves out', (role, granted) => {
    expect(ask(access.read, role ? as(role) : stranger)).toEqual(granted)
  })

  it.each(['create', 'delete'] as const)(
    'refuses everyone to %s where the table does not name it',
    (operation) => {
      for (const role of ROLES) expect(ask(access[operation], as(role))).toBe(false)
    },
  )

  it('shows versions, which hold drafts, to those who may change the document', () => {
    expect(ask(access.readVersions, as('author'))).toEqual({ 'version.owner': { equals: 'u1' } })
    expect(ask(access.readVersions, as('editor'))).toBe(false)
    for (const role of ['frontend', 'moderator'] as const) {
      expect(ask(articleAccess.readVersions, as(role))).toBe(false)
    }
  })
})

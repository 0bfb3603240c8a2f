import { beforeAll, describe, expect, it } from 'vitest'

import { ROLES, type Role } from '../../src/platform/access.ts'
import { authorizationOf, stored } from '../support/grid.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'

const NO_ADMINS = ROLES.filter((role) => role !== 'admin')
const STAFF = NO_ADMINS.filter((role) => role !== 'frontend')

describe(`users (${engine})`, () => {
  const ovoz = useOvoz()
  const ids = {} as Record<Role, string>
  const patch = (id: string, body: object, as?: string) =>
    ovoz.rest(`/users/${id}`, { as, method: 'PATCH', body })
  const kept = async (id: string) => (await stored(ovoz, 'users', id)).kept
  const admins = async () => {
    const where = { role: { equals: 'admin' } } as const
    return (await ovoz.payload.count({ collection: 'users', where, overrideAccess: true })).totalDocs
  }

  beforeAll(async () => {
    for (const role of ROLES) ids[role] = String((await ovoz.signUp(role)).id)
  })

  it.each(STAFF)('refuses %s another role, however it is asked for', async (role) => {
    for (const path of [`/users/${ids[role]}`, `/users?where[id][equals]=${ids[role]}`]) {
      const { status } = await ovoz.rest(path, {
        as: role,
        method: 'PATCH',
        body: { name: role, role: 'admin' },
      })
      expect(status).toBe(200)
      expect((await kept(ids[role])).role).toBe(role)
    }
  })

  it.each(STAFF)('refuses %s an API key of their own making', async (role) => {
    const own = { enableAPIKey: true, apiKey: `made-by-${role}`, apiKeyIndex: 'x', hasAPIKey: true }
    await patch(ids[role], own, role)
    const user = await kept(ids[role])
    expect(user.enableAPIKey ?? null).toBeNull()
    expect(user.hasAPIKey).toBe(false)
    const headers = { authorization: `users API-Key made-by-${role}` }
    expect((await ovoz.rest('/users/me', { headers })).body.user).toBeNull()
  })

  it.each(STAFF)('keeps what signing in rests on from %s', async (role) => {
    const before = await kept(ids[role])
    await patch(
      ids[role],
      {
        hash: 'x',
        salt: 'x',
        resetPasswordToken: 'mine',
        resetPasswordExpiration: '2099-01-01T00:00:00.000Z',
        loginAttempts: -1000,
        lockUntil: '2000-01-01T00:00:00.000Z',
        sessions: [],
      },
      role,
    )
    const { updatedAt: _, ...after } = await kept(ids[role])
    expect(before).toMatchObject(after)
    const { status } = await ovoz.rest('/users/reset-password', {
      body: { token: 'mine', password: 'another-long-password' },
    })
    expect(status).toBe(403)
  })

  it.each(NO_ADMINS)('shows %s no address, role or session of anybody else', async (role) => {
    const post = await ovoz.payload.create({
      collection: 'posts',
      data: { title: `Of the admin, for ${role}`, owner: ids.admin, _status: 'published' } as never,
      overrideAccess: true,
    })
    const answers = [
      await ovoz.rest('/users?limit=100', { as: role }),
      await ovoz.rest(`/users/${ids.admin}`, { as: role }),
      await ovoz.rest(`/posts/${post.id}?depth=2`, { as: role }),
      await ovoz.rest(`/posts?depth=2&where[id][equals]=${post.id}`, { as: role }),
    ]
    expect(answers[2]!.status).toBe(200)
    expect(JSON.stringify(answers)).not.toContain('admin@newsroom.example')
    expect(answers[0]!.body.docs?.map(({ id }: { id: string }) => id) ?? [ids[role]]).toEqual([ids[role]])
    expect(answers[1]!.status).toBeGreaterThanOrEqual(403)
  })

  it('shows nobody a hash, a salt, a token or a key, not even administrators', async () => {
    const { body } = await ovoz.rest('/users?limit=100&showHiddenFields=true', { as: 'admin' })
    expect(body.docs).toHaveLength(ROLES.length)
    for (const user of body.docs) {
      for (const name of ['hash', 'salt', 'resetPasswordToken', 'apiKey', 'apiKeyIndex'])
        expect(user).not.toHaveProperty(name)
    }
  })

  it('lets administrators set a role and hand out an API key that then works', async () => {
    const user = await ovoz.signUp('author', 'promoted')
    const body = { role: 'frontend', enableAPIKey: true, apiKey: 'handed-out' }
    expect((await patch(String(user.id), body, 'admin')).status).toBe(200)
    const headers = { authorization: 'users API-Key handed-out' }
    expect((await ovoz.rest('/posts?limit=1', { headers })).status).toBe(200)
  })

  it('lets an account go that a page of a person and an article name, and keeps both', async () => {
    const { id } = await ovoz.signUp('author', 'leaving')
    const system = { depth: 0, overrideAccess: true } as const
    const person = await ovoz.payload.create({
      collection: 'people',
      data: { name: 'Leaving', bio: 'Has a page', user: id },
      ...system,
    })
    const other = await ovoz.payload.create({
      collection: 'people',
      data: { name: 'Staying', user: ids.editor },
      ...system,
    })
    const post = await publish(ovoz, { title: 'Left', authors: [person.id], owner: id })
    expect((await ovoz.rest(`/users/${id}`, { as: 'admin', method: 'DELETE' })).status).toBe(200)
    expect((await ovoz.api(`/people/${person.slug}`)).body).toMatchObject({
      name: 'Leaving',
      bio: 'Has a page',
    })
    expect((await ovoz.api(`/posts/${post.slug}`)).body.authors).toMatchObject([{ name: 'Leaving' }])
    const userOf = async (one: string | number) =>
      (await ovoz.payload.findByID({ collection: 'people', id: one as string, ...system })).user ?? null
    expect([await userOf(person.id), await userOf(other.id)]).toEqual([null, ids.editor])
  })

  it('takes away the rights of a session with the role, at once', async () => {
    const user = await ovoz.signUp('editor', 'demoted')
    expect((await ovoz.rest('/globals/site', { as: 'demoted', body: { name: 'A' } })).status).toBe(200)
    await patch(String(user.id), { role: 'translator' }, 'admin')
    expect((await ovoz.rest('/globals/site', { as: 'demoted', body: { name: 'B' } })).status).toBe(403)
  })

  it('keeps the last administrator, asked one by one', async () => {
    expect(await admins()).toBe(1)
    expect((await patch(ids.admin, { role: 'author' }, 'admin')).status).toBe(409)
    expect((await ovoz.rest(`/users/${ids.admin}`, { as: 'admin', method: 'DELETE' })).status).toBe(409)
    expect(await admins()).toBe(1)
  })

  it('keeps an administrator where all step down, or are deleted, in one request', async () => {
    const where = 'where[role][equals]=admin'
    await ovoz.signUp('admin', 'second-admin')
    const headers = await authorizationOf(ovoz, 'admin')
    await ovoz.rest(`/users?${where}`, { headers, method: 'PATCH', body: { role: 'author' } })
    expect(await admins()).toBeGreaterThanOrEqual(1)
    await ovoz.signUp('admin', 'third-admin')
    await ovoz.rest(`/users?${where}`, { as: 'third-admin', method: 'DELETE' })
    expect(await admins()).toBeGreaterThanOrEqual(1)
  })

  it('keeps one administrator where two delete each other at once', async () => {
    const first = await ovoz.signUp('admin', 'left')
    const second = await ovoz.signUp('admin', 'right')
    const where = { and: [{ role: { equals: 'admin' } }, { id: { not_in: [first.id, second.id] } }] }
    await ovoz.payload.delete({ collection: 'users', where: where as never, overrideAccess: true })
    expect(await admins()).toBe(2)
    await Promise.all([
      ovoz.rest(`/users/${second.id}`, { as: 'left', method: 'DELETE' }),
      ovoz.rest(`/users/${first.id}`, { as: 'right', method: 'DELETE' }),
    ])
    expect(await admins()).toBe(1)
  })
})

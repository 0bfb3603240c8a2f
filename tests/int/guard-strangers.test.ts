import { beforeAll, describe, expect, it } from 'vitest'

import type { User } from '../../src/payload-types.ts'
import { OTHER_DOOR } from '../../src/platform/guard.ts'
import { countOf, graphql } from '../support/grid.ts'
import { engine, PASSWORD, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'

/** Nobody at all, and those who only look like somebody. */
const STRANGERS: Record<string, Record<string, string>> = {
  'no sign of anybody': {},
  'a made-up token': { authorization: 'JWT eyJhbGciOiJIUzI1NiJ9.eyJpZCI6IjEifQ.c2lnbmF0dXJl' },
  'a token signed by nobody': { authorization: 'JWT eyJhbGciOiJub25lIn0.eyJpZCI6IjEifQ.' },
  'a made-up API key': { authorization: 'users API-Key none' },
  'an API key of another collection': { authorization: 'posts API-Key key-of-frontend' },
  'a made-up cookie': { cookie: 'payload-token=eyJhbGciOiJIUzI1NiJ9.eyJpZCI6IjEifQ.c2lnbmF0dXJl' },
}

/** Told of the other door, or of nothing. */
const ASKED: [method: string, path: string, status: number][] = [
  ['GET', '/posts', 403],
  ['GET', '/posts/:id', 403],
  ['GET', '/posts/none', 403],
  ['GET', '/posts/count', 403],
  ['GET', '/posts/versions', 403],
  ['GET', '/posts/versions/none', 403],
  ['POST', '/posts/versions/none', 403],
  ['GET', '/comments/versions', 404],
  ['POST', '/posts', 403],
  ['PATCH', '/posts', 403],
  ['PATCH', '/posts/:id', 403],
  ['DELETE', '/posts', 403],
  ['DELETE', '/posts/:id', 403],
  ['POST', '/posts/:id/duplicate', 404],
  ['POST', '/posts/access/:id', 404],
  ['POST', '/posts/access/none', 404],
  ['POST', '/posts/access', 404],
  ['GET', '/comments?sort=email.', 403],
  ['GET', '/users', 403],
  ['POST', '/users', 403],
  ['POST', '/users/first-register', 404],
  ['POST', '/users/unlock', 404],
  ['POST', '/users/verify/x', 404],
  ['GET', '/globals/site', 403],
  ['GET', '/globals/discussion', 403],
  ['POST', '/globals/site', 403],
  ['POST', '/globals/site/access', 404],
  ['GET', '/globals/site/versions', 404],
  ['GET', '/access', 404],
  ['GET', '/payload-jobs', 403],
  ['GET', '/payload-jobs/run', 403],
  ['GET', '/payload-jobs/handle-schedules', 403],
  ['POST', '/payload-jobs', 403],
  ['GET', '/payload-preferences', 403],
  ['GET', '/payload-preferences/nav', 403],
  ['POST', '/payload-preferences/nav', 403],
  ['DELETE', '/payload-preferences/nav', 403],
  ['GET', '/payload-locked-documents', 403],
  ['POST', '/payload-locked-documents', 403],
  ['POST', '/payload-locked-documents/access/none', 403],
  ['POST', '/payload-locked-documents/none/duplicate', 403],
  ['GET', '/payload-kv', 403],
  ['GET', '/payload-migrations', 501],
]

describe(`strangers at the staff door (${engine})`, () => {
  const ovoz = useOvoz()
  let id: string

  beforeAll(async () => {
    await ovoz.signUp('admin')
    await ovoz.signUp('frontend')
    id = String((await publish(ovoz, { title: 'A headline' })).id)
  })

  it.each(Object.keys(STRANGERS))('learn nothing with %s', async (kind) => {
    const headers = STRANGERS[kind]!
    for (const [method, path, wanted] of ASKED) {
      const { status, body } = await ovoz.rest(path.replace(':id', id), {
        method,
        headers,
        ...(method !== 'GET' && { body: { title: 'Forged', email: 'x@y.example', password: PASSWORD } }),
      })
      expect(status, `${method} ${path}: ${JSON.stringify(body)}`).toBe(wanted)
      const text = JSON.stringify(body)
      expect(text, path).not.toContain('headline')
      if (wanted === 403)
        expect(body, path).toEqual({ errors: [expect.objectContaining({ message: OTHER_DOOR })] })
    }
    expect(OTHER_DOOR).toContain('/api/v1')
    expect(await countOf(ovoz, 'posts')).toBe(1)
    expect(await countOf(ovoz, 'users')).toBe(2)
    expect(await countOf(ovoz, 'payload-preferences')).toBe(0)
  })

  it('are told the same of what is there and what is not', async () => {
    for (const path of ['/posts/', '/posts/access/', '/comments/', '/users/']) {
      const method = path.includes('access') ? 'POST' : 'GET'
      const there = await ovoz.rest(path + id, { method })
      const missing = await ovoz.rest(`${path}00000000-0000-4000-8000-000000000000`, { method })
      expect([missing.status, missing.body]).toEqual([there.status, there.body])
    }
  })

  it.each([
    '{ Posts { docs { id title } } }',
    '{ Posts(draft: true, limit: 100, sort: "owner.email") { docs { id } } }',
    '{ countPosts { totalDocs } }',
    '{ versionsPosts { docs { id } } }',
    '{ Users { docs { email } } }',
    '{ Site { name } }',
    '{ Access { canAccessAdmin } }',
    '{ docAccessPost(id: "ID") { read { permission } } }',
    '{ docAccessSite { read { permission } } }',
    '{ initializedUser }',
    '{ PayloadJobs { docs { id } } }',
    '{ PayloadPreferences { docs { id } } }',
    '{ PayloadLockedDocuments { docs { id } } }',
    'mutation { createPost(data: { title: "Forged" }) { id } }',
    'mutation { deletePost(id: "ID") { id } }',
    'mutation { forgotPasswordUser(email: "admin@newsroom.example") }',
  ])('are told of the other door by GraphQL: %s', async (query) => {
    const { data, errors } = await graphql(ovoz, query.replace('ID', id))
    expect(errors).toMatchObject([{ message: OTHER_DOOR }])
    for (const value of Object.values(data ?? {})) expect(value).toBeNull()
    expect(await countOf(ovoz, 'posts')).toBe(1)
  })

  it('nor does a key, nor anybody else, send mail to an account by GraphQL', async () => {
    const link = async () => {
      const user = await ovoz.payload.db.findOne<User>({
        collection: 'users',
        where: { email: { equals: 'admin@newsroom.example' } },
      })
      expect(user).not.toBeNull()
      return [user?.resetPasswordToken ?? null, user?.resetPasswordExpiration ?? null]
    }
    for (const as of ['frontend', 'admin'] as const) {
      const { data, errors } = await graphql(
        ovoz,
        'mutation { forgotPasswordUser(email: "admin@newsroom.example") }',
        as,
      )
      expect([as, data?.forgotPasswordUser ?? null, errors?.length]).toEqual([as, null, 1])
    }
    expect(await link()).toEqual([null, null])
    expect(await countOf(ovoz, 'mails')).toBe(0)
  })

  it('find no lock of an account by GraphQL', async () => {
    const { errors } = await graphql(ovoz, 'mutation { unlockUser(email: "admin@newsroom.example") }')
    expect(errors).toMatchObject([{ message: expect.stringContaining('Cannot query field "unlockUser"') }])
  })

  it('sign in and out, and are somebody in between', async () => {
    const body = { email: 'admin@newsroom.example', password: PASSWORD }
    const { status, body: session } = await ovoz.rest('/users/login', { body })
    expect(status).toBe(200)
    for (const name of ['hash', 'salt', 'apiKey', 'apiKeyIndex', 'resetPasswordToken'])
      expect(session.user).not.toHaveProperty(name)
    const headers = { authorization: `JWT ${session.token}` }
    expect((await ovoz.rest('/users/me', { headers })).body.user).toMatchObject({ role: 'admin' })
    expect((await ovoz.rest('/users/refresh-token', { headers, method: 'POST' })).status).toBe(200)
    expect((await ovoz.rest('/users/logout', { headers, method: 'POST' })).status).toBe(200)
    expect((await ovoz.rest('/users/me', { headers })).body.user).toBeNull()
    expect((await ovoz.rest('/posts', { headers })).status).toBe(403)
  })

  it('are nobody to themselves, and learn nothing by it', async () => {
    for (const headers of Object.values(STRANGERS)) {
      const { status, body } = await ovoz.rest('/users/me', { headers })
      expect([status, body.user]).toEqual([200, null])
      expect((await ovoz.rest('/users/logout', { headers, method: 'POST' })).status).toBe(400)
      const refresh = await ovoz.rest('/users/refresh-token', { headers, method: 'POST' })
      expect(refresh.status).toBe(403)
    }
  })

  it('are told the same at a wrong password and at an unknown address', async () => {
    const login = (email: string) =>
      ovoz.rest('/users/login', { body: { email, password: 'not-the-password' } })
    const known = await login('admin@newsroom.example')
    const unknown = await login('nobody@newsroom.example')
    expect(known.status).toBe(401)
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
  })

  it('are told the same where a password was forgotten, by known and unknown addresses', async () => {
    const forgot = (email: unknown) => ovoz.rest('/users/forgot-password', { body: { email } })
    const known = await forgot('admin@newsroom.example')
    expect(known.status).toBe(200)
    for (const email of ['nobody@newsroom.example', 'admin@newsroom.example', '', 7, { like: 'a' }]) {
      const other = await forgot(email)
      expect([other.status, other.body]).toEqual([known.status, known.body])
    }
    const reset = await ovoz.rest('/users/reset-password', { body: { token: 'x', password: PASSWORD } })
    expect(reset.status).toBe(403)
  })
})

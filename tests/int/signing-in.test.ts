import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { settings } from '../../src/platform/settings.ts'
import { inTransaction } from '../../src/platform/transaction.ts'
import { admitStaff, admitToPanel, setStaffHeaders } from '../../src/staff/door.ts'
import { makeFirstAdmin } from '../../src/staff/first-admin.ts'
import { changeSessions } from '../../src/staff/sessions-store.ts'
import { logIn } from '../support/authenticator.ts'
import { graphql, stored } from '../support/grid.ts'
import { engine, PASSWORD, useOvoz } from '../support/ovoz.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const GOOD = 'seven-quiet-mulberries'

describe(`signing in (${engine})`, () => {
  const ovoz = useOvoz()
  const ids: Record<string, string> = {}
  const email = 'author@newsroom.example'
  const enter = async (headers: Record<string, string> = {}) =>
    `JWT ${(await logIn(ovoz, { email, headers })).body.token}`

  beforeAll(async () => {
    for (const name of ['admin', 'author', 'editor'] as const)
      ids[name] = String((await ovoz.signUp(name)).id)
  })

  describe('sessions', () => {
    it('are shown to their owner: since when, and by which family of browsers, and nothing more', async () => {
      const as = await enter({ 'user-agent': FIREFOX })
      const { status, body } = await ovoz.rest('/users/sessions', { as })
      expect(status).toBe(200)
      expect(body.sessions).toHaveLength(2)
      const [own, other] = body.sessions
      expect(Object.keys(own).sort()).toEqual(['browser', 'id', 'isThis', 'lastRenewed', 'since'])
      expect([own.browser, own.isThis, other.browser, other.isThis]).toEqual(['Firefox', true, null, false])
      expect(Math.abs(Date.parse(own.since) - Date.now())).toBeLessThan(60_000)
    })

    it('end one by one, or all but that of the one who asks, at once', async () => {
      const [first, second, third] = [await enter(), await enter(), await enter()]
      const own = (await ovoz.rest('/users/sessions', { as: first })).body.sessions.find(
        ({ isThis }: { isThis: boolean }) => isThis,
      )
      const end = (path: string, as: string, body = {}) => ovoz.rest(`/users/sessions${path}`, { as, body })
      expect((await end('/end', second, { id: own.id })).body).toEqual({ ended: 1 })
      expect((await end('/end', second, { id: own.id })).status).toBe(404)
      expect((await ovoz.rest('/posts', { as: first })).status).toBe(403)
      expect((await ovoz.rest('/posts', { as: third })).status).toBe(200)
      expect((await end('/end-others', second)).status).toBe(200)
      expect((await ovoz.rest('/posts', { as: third })).status).toBe(403)
      expect((await ovoz.rest('/users/sessions', { as: second })).body.sessions).toHaveLength(1)
    })

    it('of another are ended by administrators alone, and that is written down', async () => {
      const as = await enter()
      expect((await ovoz.rest(`/users/${ids.author}/sessions`, { as: 'editor' })).status).toBe(403)
      expect((await ovoz.rest(`/users/${ids.author}/sessions/end`, { as: 'editor', body: {} })).status).toBe(
        403,
      )
      const { body } = await ovoz.rest(`/users/${ids.author}/sessions`, { as: 'admin' })
      expect(body.sessions.length).toBeGreaterThan(0)
      expect((await ovoz.rest(`/users/${ids.author}/sessions/end`, { as: 'admin', body: {} })).status).toBe(
        200,
      )
      expect((await ovoz.rest('/posts', { as })).status).toBe(403)
      const { body: told } = await ovoz.rest('/audit?where[act][equals]=sessions-ended', { as: 'admin' })
      expect(told.docs).toMatchObject([{ by: 'admin', to: 'author' }])
    })

    it('change the password of their owner only a short while after it was given', async () => {
      const as = await enter()
      const change = () =>
        ovoz.rest(`/users/${ids.author}`, { as, method: 'PATCH', body: { password: GOOD } })
      const begunAt = (createdAt: Date) =>
        inTransaction(ovoz.payload, (req) =>
          changeSessions({
            payload: ovoz.payload,
            user: ids.author!,
            change: (sessions) => sessions.map((one) => ({ ...one, createdAt: createdAt.toISOString() })),
            req,
          }),
        )
      await begunAt(new Date(Date.now() - 11 * 60_000))
      const { status, body } = await change()
      expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('in again')])
      // An administrator may, for one who has forgotten it.
      const byAdmin = { as: 'admin', method: 'PATCH', body: { password: PASSWORD } }
      expect((await ovoz.rest(`/users/${ids.author}`, byAdmin)).status).toBe(200)
      expect(await ovoz.rest('/posts', { as })).toMatchObject({ status: 403 })
    })

    it('others than one’s own end with a new password, and all with a link for one', async () => {
      const [first, second] = [await enter(), await enter()]
      const change = { method: 'PATCH', body: { password: GOOD } }
      expect((await ovoz.rest(`/users/${ids.author}`, { as: first, ...change })).status).toBe(200)
      expect((await ovoz.rest('/posts', { as: first })).status).toBe(200)
      expect((await ovoz.rest('/posts', { as: second })).status).toBe(403)
      const token = await ovoz.payload.forgotPassword({
        collection: 'users',
        data: { email },
        disableEmail: true,
      })
      // Whoever reads the database cannot use what is there.
      const { kept } = await stored(ovoz, 'users', ids.author!)
      expect(JSON.stringify(kept)).not.toContain(token)
      expect(kept.resetPasswordToken).toEqual(expect.any(String))
      const read = { token: kept.resetPasswordToken, password: PASSWORD }
      expect((await ovoz.rest('/users/reset-password', { body: read })).status).toBe(403)
      const { status, body } = await ovoz.rest('/users/reset-password', {
        body: { token, password: PASSWORD },
      })
      expect(status).toBe(200)
      expect((await ovoz.rest('/posts', { as: first })).status).toBe(403)
      expect((await ovoz.rest('/posts', { as: `JWT ${body.token}` })).status).toBe(200)
    })
  })

  describe('passwords', () => {
    const BAD = ['short-one', 'пароль123456', 'qwertyuiop12', 'newsroom1234', 'x'.repeat(129)]
    const isRefused = (body: { errors?: { data?: { errors?: { path: string }[] } }[] }) =>
      body.errors?.[0]?.data?.errors?.[0]?.path === 'password'

    it.each(BAD)('that are easily guessed are refused by every door: %s', async (password) => {
      const before = (await stored(ovoz, 'users', ids.author!)).kept.hash
      const data = { name: 'New', email: 'new@newsroom.example', role: 'author', password }
      const token = await ovoz.payload.forgotPassword({
        collection: 'users',
        data: { email },
        disableEmail: true,
      })
      const answers = [
        await ovoz.rest('/users', { as: 'admin', body: data }),
        await ovoz.rest(`/users/${ids.author}`, { as: 'admin', method: 'PATCH', body: { password } }),
        await ovoz.rest('/users/reset-password', { body: { token, password } }),
      ]
      for (const { status, body } of answers) expect([status, isRefused(body)]).toEqual([400, true])
      const mutation = `mutation { updateUser(id: "${ids.author}", data: { password: "${password}" }) { id } }`
      expect((await graphql(ovoz, mutation, 'admin')).errors).toHaveLength(1)
      expect((await stored(ovoz, 'users', ids.author!)).kept.hash).toBe(before)
    })

    it('are not set for many at once', async () => {
      const path = `/users?where[id][equals]=${ids.author}`
      const { status } = await ovoz.rest(path, { as: 'admin', method: 'PATCH', body: { password: GOOD } })
      expect(status).toBe(400)
      expect((await logIn(ovoz, { email })).status).toBe(200)
    })

    it.each([
      ['ru', 'В пароле не меньше 12 знаков.'],
      ['tg', 'Рамз на кам аз 12 аломат дорад.'],
      ['en', 'A password has at least 12 characters.'],
    ])('are refused in the language of the panel: %s', async (language, words) => {
      const { body } = await ovoz.rest(`/users/${ids.author}`, {
        as: 'admin',
        method: 'PATCH',
        headers: { 'accept-language': language },
        body: { password: 'short' },
      })
      expect(body.errors[0].data.errors[0].message).toContain(words)
    })
  })

  describe('the door', () => {
    const origin = 'http://localhost:3000'
    const server = createServer((request, response) => {
      void (async () => {
        const { payload } = ovoz
        const path = request.url!.split('?', 1)[0]!
        setStaffHeaders({ request, response, path })
        const admit = path.startsWith('/api/') ? admitStaff : admitToPanel
        if (!(await admit({ payload, request, response, path }))) return
        const headers = new Headers(request.headers as Record<string, string>)
        const url = `${origin}${request.url}`
        const answer = await handleEndpoints({
          config: payload.config,
          request: new Request(url, { method: request.method!, headers }),
        })
        response.writeHead(answer.status, Object.fromEntries(answer.headers))
        response.end(await answer.text())
      })()
    })
    const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
        method,
        headers,
        redirect: 'manual',
      })
    let cookie = ''

    beforeAll(async () => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const { headers } = await logIn(ovoz, { email })
      const set = headers.get('set-cookie')!
      expect(set).toMatch(/^payload-token=[^;]+; Expires=[^;]+; Path=\/; HttpOnly=true; SameSite=Strict$/)
      cookie = set.split(';')[0]!
    })
    afterAll(() => void server.close())

    it('takes the cookie from pages of its own, and from no other origin', async () => {
      for (const headers of [{ origin }, { 'sec-fetch-site': 'same-origin' }] as Record<string, string>[])
        expect((await ask('/api/posts', { cookie, ...headers })).status).toBe(200)
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: 'http://localhost:3000.evil.example' },
        { 'sec-fetch-site': 'cross-site' },
        {},
      ] as Record<string, string>[])
        expect((await ask('/api/posts', { cookie, ...headers })).status, JSON.stringify(headers)).toBe(403)
      expect((await ask('/api/users/me', { cookie, origin: 'https://evil.example' })).status).toBe(200)
      const me = await ask('/api/users/me', { cookie, origin: 'https://evil.example' })
      expect(await me.json()).toMatchObject({ user: null })
    })

    it('lets no page of another origin read an answer', async () => {
      for (const from of ['https://evil.example', 'https://partner.example', origin]) {
        const answer = await ask('/api/users/me', { origin: from })
        expect(answer.headers.get('access-control-allow-origin')).toBeNull()
        expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
      }
    })

    it('says of every answer that nobody keeps it, frames it or takes it for something else', async () => {
      for (const path of ['/api/posts', '/api/users/me', '/api/nothing', '/admin-api']) {
        const { headers } = await ask(path)
        expect(headers.get('x-content-type-options')).toBe('nosniff')
        expect(headers.get('x-frame-options')).toBe('DENY')
        expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
        expect(headers.get('referrer-policy')).toBe('same-origin')
        expect(headers.get('permissions-policy')).toContain('geolocation=()')
        expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
        if (path.startsWith('/api')) expect(headers.get('cache-control')).toBe('no-store')
      }
    })

    it('takes no policy from a request: the nonce is of this answer alone', async () => {
      const nonces = new Set<string>()
      for (let n = 0; n < 3; n++) {
        const { headers } = await ask('/nothing', { 'content-security-policy': "script-src 'nonce-evil'" })
        const policy = headers.get('content-security-policy')!
        expect(policy).not.toContain('evil')
        nonces.add(/'nonce-([^']+)'/.exec(policy)![1]!)
      }
      expect(nonces.size).toBe(3)
    })

    it.each([
      ['POST', '/api/users/first-register'],
      ['POST', '/api/users/unlock'],
      ['POST', '/api/users/verify/x'],
      ['GET', '/api/access'],
      ['GET', '/api/users/init'],
      ['GET', '/api/users/sessions'],
      ['GET', '/api/users/second-factor'],
      ['POST', '/api/users/second-factor/start'],
      ['POST', '/api/payload-jobs/run'],
      ['GET', '/api/payload-preferences/nav'],
      ['POST', '/api/graphql'],
    ])('is shut to strangers: %s %s', async (method, path) => {
      const answer = await ask(path, {}, method)
      expect(answer.status).toBe(403)
      expect(((await answer.json()) as any).errors[0].message).toContain('/api/v1')
    })

    it('sends who must set up a second factor to where that is done, and lets them do nothing else', async () => {
      settings.SECOND_FACTOR.push('author')
      try {
        const own = { cookie, 'sec-fetch-site': 'same-origin' }
        for (const path of ['/admin', '/admin/account', '/admin/collections/posts']) {
          const { status, headers } = await ask(path, own)
          expect([status, headers.get('location')], path).toEqual([302, '/admin/second-factor'])
        }
        const refused = await ask('/api/posts', own)
        expect([refused.status, ((await refused.json()) as any).errors[0].code]).toEqual([
          403,
          'second-factor-needed',
        ])
        expect((await ask('/api/users/second-factor', own)).status).toBe(200)
      } finally {
        settings.SECOND_FACTOR.splice(0)
      }
    })
  })

  it('nobody registers by themselves, even where there is no user at all', async () => {
    const body = { email: 'first@evil.example', password: GOOD, name: 'First', role: 'admin' }
    const register = async () => (await ovoz.rest('/users/first-register', { body })).status
    expect(await register()).toBe(404)
    const all = await ovoz.payload.find({ collection: 'users', limit: 100, overrideAccess: true })
    await ovoz.payload.db.deleteMany({ collection: 'users', where: { id: { exists: true } } })
    expect(await register()).toBe(404)
    expect((await ovoz.payload.count({ collection: 'users', overrideAccess: true })).totalDocs).toBe(0)
    expect(all.totalDocs).toBeGreaterThan(0)
    // The password of the settings may be shorter: whoever runs the server answers for it.
    Object.assign(settings, { ADMIN_EMAIL: 'a@newsroom.example', ADMIN_PASSWORD: 'eight-88' })
    await makeFirstAdmin(ovoz.payload)
    const first = { email: 'a@newsroom.example', password: 'eight-88' }
    expect((await logIn(ovoz, first)).status).toBe(200)
  })
})

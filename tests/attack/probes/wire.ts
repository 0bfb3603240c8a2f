import { expect } from 'vitest'

import { type Probe, tries } from '../probe.ts'
import { INSIDE } from '../secrets.ts'

const host = 'Host: localhost'
const head = (lines: string[]) => `${lines.join('\r\n')}\r\n\r\n`

/** Bytes that two readers could read in two ways: refused, and never a second answer. */
const refused = (name: string, bytes: string): Probe => ({
  name,
  run: async ({ target }) => {
    const said = await target.raw(bytes)
    const answers = said.match(/^HTTP\/1\.1 (\d{3})/gm) ?? []
    expect(answers.length, said.slice(0, 200)).toBeLessThanOrEqual(1)
    if (answers[0]) expect(answers[0], said.slice(0, 300)).toMatch(/HTTP\/1\.1 4\d\d/)
  },
})

export const wire: Probe[] = [
  refused(
    'two lengths',
    head(['POST /api/v1/comments HTTP/1.1', host, 'Content-Length: 5', 'Content-Length: 6']) + 'helloX',
  ),
  refused(
    'a length and pieces',
    head(['POST /api/v1/comments HTTP/1.1', host, 'Content-Length: 4', 'Transfer-Encoding: chunked']) +
      '5c\r\nGET /admin HTTP/1.1\r\n\r\n0\r\n\r\n',
  ),
  refused(
    'pieces of two kinds',
    head(['POST /api/v1/comments HTTP/1.1', host, 'Transfer-Encoding: chunked, identity']) + '0\r\n\r\n',
  ),
  refused('a space before the colon', head(['GET /healthz HTTP/1.1', host, 'Transfer-Encoding : chunked'])),
  refused('a folded header', head(['GET /healthz HTTP/1.1', host, 'X-A: b\r\n c: d'])),
  refused('no host', head(['GET /healthz HTTP/1.1'])),
  refused('two hosts', head(['GET /healthz HTTP/1.1', host, 'Host: evil.example'])),
  refused(
    'a size of a piece that is none',
    head([
      'POST /api/v1/comments HTTP/1.1',
      host,
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
    ]) + 'zz\r\n',
  ),
  refused('a header of 100 kB', head(['GET /healthz HTTP/1.1', host, `X-A: ${'a'.repeat(100_000)}`])),
  refused('NUL in a header', head(['GET /healthz HTTP/1.1', host, 'X-A: a\0b'])),
  refused('a line feed alone in a header', head(['GET /healthz HTTP/1.1', host, 'X-A: a\nX-B: b\n'])),
  refused('a method that is none', head(['G@T /healthz HTTP/1.1', host])),
  ...['TRACE', 'TRACK', 'PROPFIND', 'DEBUG', 'PURGE'].map((method) =>
    tries(`the method ${method}`, '/api/v1/posts', [400, 403, 404, 405, 501], { method }, ({ text }) =>
      expect(text).not.toMatch(/x-secret/i),
    ),
  ),
  ...[
    '//api/users',
    '/api//users',
    '/api/v1/../users',
    '/api/v1/%2e%2e/users',
    '/api/v1/..%2fusers',
    '/api/%75sers',
    '/API/users',
    '/api/users/',
    '/api/users;x=1',
    '/api/users%00',
    '/api/v1/posts/%2e%2e%2f%2e%2e%2fsecrets.json',
    '/files/../secrets.json',
    '/files/%2e%2e/secrets.json',
    '/files/..%2f..%2fsecrets.json',
    '/files/....//secrets.json',
    '/embed/../server.js',
    '/embed/%2e%2e%2fserver.js',
    '/.env',
    '/.git/config',
    '/package.json',
    '/_next/../.env',
    '/_next/image?url=http://127.0.0.1:1/x&w=64&q=75',
    '/_next/static/%2e%2e/%2e%2e/BUILD_ID',
    '/data/ovoz.sqlite',
    '/server.js.map',
    '/%c0%ae%c0%ae/x',
    '/%',
    '/moderate/x',
    '/mail/unsubscribe/x',
    '/mail/confirm/../../api/users',
  ].map((path) =>
    tries(
      `the path ${path}`,
      path,
      [301, 302, 307, 308, 400, 401, 403, 404, 405, 410, 422],
      {},
      ({ text, headers }) => {
        expect(text).not.toMatch(/PAYLOAD_SECRET|SEAL_KEY|SQLite format|"dependencies"|\[core\]/)
        if (headers.location) expect(String(headers.location)).toMatch(/^\/(?!\/)|^http:\/\/localhost/)
      },
    ),
  ),
  ...[
    'X-Forwarded-Host: evil.example',
    'X-Forwarded-Proto: javascript',
    'X-Original-URL: /admin',
    'X-Rewrite-URL: /admin',
    'Forwarded: host=evil.example',
    'X-HTTP-Method-Override: DELETE',
    'X-Middleware-Subrequest: middleware',
    'Accept-Language: ../../x',
    'Accept-Encoding: x, *;q=0',
    'Range: bytes=0-1,2-3',
    'If-None-Match: *',
  ].map((line) =>
    tries(
      `a header ${line.slice(0, 34)}`,
      '/api/v1/posts',
      [200, 206, 304, 406, 416],
      () => {
        const [name, value] = line.split(': ')
        return { headers: { [name!]: value! } }
      },
      ({ text, headers }) => {
        expect(text + JSON.stringify(headers)).not.toContain('evil.example')
      },
    ),
  ),
  {
    name: 'a path that says where to go next never leaves the house',
    run: async ({ target }) => {
      for (const path of [
        '//evil.example/%2e%2e',
        '/\\evil.example',
        '/admin//evil.example',
        '/%2f%2fevil.example',
      ]) {
        const { headers } = await target.ask(path)
        if (headers.location) expect(String(headers.location)).not.toMatch(/^(https?:)?\/\/(?!localhost)/)
      }
    },
  },
]

const pick = (headers: Record<string, string | string[] | undefined>, name: string) =>
  String(headers[name] ?? '')

/** What a browser is told of each kind of page. */
export const browser: Probe[] = [
  ...['/admin', '/admin/login', '/admin/moderation'].map((path) =>
    tries(`the panel at ${path}`, path, [200, 302, 307], {}, ({ headers }) => {
      const policy = pick(headers, 'content-security-policy')
      expect(policy).toMatch(/frame-ancestors 'none'|frame-ancestors 'self'/)
      expect(policy).toMatch(/object-src 'none'/)
      expect(policy).toMatch(/base-uri 'self'|base-uri 'none'/)
      expect(policy).not.toMatch(/'unsafe-eval'|script-src[^;]*\*/)
      expect(pick(headers, 'x-content-type-options')).toBe('nosniff')
      expect(pick(headers, 'referrer-policy')).not.toBe('')
      expect(pick(headers, 'x-powered-by')).toBe('')
    }),
  ),
  ...[
    '/api/v1/posts',
    '/api/v1/comments?on=posts/water-by-day',
    '/api/v1/openapi.json',
    '/embed/comments.js',
    '/healthz',
    '/api/users/me',
  ].map((path) =>
    tries(`the headers of ${path}`, path, [200, 401, 403], {}, ({ headers }) => {
      expect(pick(headers, 'x-powered-by')).toBe('')
      expect(pick(headers, 'server')).toBe('')
      expect(pick(headers, 'set-cookie')).toBe('')
      expect(pick(headers, 'access-control-allow-credentials')).toBe('')
    }),
  ),
  ...['https://evil.example', 'null', 'http://localhost.evil.example', 'http://localhost:1'].map((origin) =>
    tries(
      `a page of ${origin} asks the public door`,
      '/api/v1/posts',
      200,
      { headers: { origin } },
      ({ headers }) => {
        expect(pick(headers, 'access-control-allow-origin')).not.toBe(origin)
        expect(pick(headers, 'access-control-allow-credentials')).toBe('')
      },
    ),
  ),
  {
    name: 'a page elsewhere acts with the session of somebody here',
    run: async ({ target, admin, ids }) => {
      for (const origin of ['https://evil.example', 'null', 'http://localhost:1']) {
        const headers = { origin, cookie: `payload-token=${admin.token}` }
        const sent = await target.ask(`/api/comments/${ids.pending}`, {
          method: 'PATCH',
          headers,
          body: { status: 'approved' },
        })
        expect([401, 403]).toContain(sent.status)
        const form = { ...headers, 'content-type': 'text/plain' }
        const plain = await target.ask('/api/comments/move', {
          headers: form,
          body: `{"comments":[{"id":"${ids.pending}"}],"status":"approved"}`,
        })
        expect([400, 401, 403, 415]).toContain(plain.status)
      }
    },
  },
  {
    name: 'a session is in a cookie that scripts and other sites do not get',
    run: async ({ target }) => {
      const { headers } = await target.ask('/api/users/login', {
        who: 'owner',
        body: { email: INSIDE.author, password: 'a field of wild rhubarb' },
      })
      const cookie = String(headers['set-cookie'])
      expect(cookie).toMatch(/HttpOnly/i)
      expect(cookie).toMatch(/SameSite=(Strict|Lax)/i)
      expect(pick(headers, 'cache-control')).toMatch(/no-store/)
    },
  },
]

/** Whether somebody has an account is told to nobody. */
export const accounts: Probe[] = [
  {
    name: 'a wrong password and a person who is not there are one answer',
    run: async ({ target }) => {
      const answers = []
      for (const email of [INSIDE.editor, 'nobody@newsroom.example']) {
        const { status, text } = await target.ask('/api/users/login', {
          body: { email, password: 'wrong wrong wrong' },
        })
        answers.push({ status, text })
      }
      expect(answers[0]).toEqual(answers[1])
      expect(answers[0]!.status).toBe(401)
    },
  },
  {
    name: 'a password forgotten by somebody and by nobody is one answer',
    run: async ({ target }) => {
      const answers = []
      for (const email of [INSIDE.author, 'nobody@newsroom.example']) {
        const { status, text } = await target.ask('/api/users/forgot-password', { body: { email } })
        answers.push({ status, text })
      }
      expect(answers[0]).toEqual(answers[1])
    },
  },
  {
    name: 'a password alone lets nobody in who has a second factor',
    run: async ({ target, guarded: { email, password } }) => {
      for (const code of [undefined, '000000', '', 'aaaa-aaaa-aaaa-aaaa']) {
        const { status, text } = await target.ask('/api/users/login', { body: { email, password, code } })
        expect(status, text).toBe(401)
        expect(text).not.toContain('"token"')
      }
    },
  },
  tries('a password set by a made-up token', '/api/users/reset-password', [400, 401, 403, 422], {
    body: { token: 'x', password: 'x'.repeat(20) },
  }),
  tries('a password set by an operator', '/api/users/reset-password', [400, 401, 403, 422], {
    body: { token: { $ne: null }, password: 'x'.repeat(20) },
  }),
  tries('a login by operators', '/api/users/login', [400, 401, 403, 422, 429], {
    body: { email: { $gt: '' }, password: { $gt: '' } },
  }),
]

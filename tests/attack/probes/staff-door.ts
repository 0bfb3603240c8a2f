import { expect } from 'vitest'

import { closed, CLOSED, type Probe, tries } from '../probe.ts'

/** Everyone who is nobody, at Payload's own doors. */
export const strangers: Probe[] = [
  tries('a stranger lists all there is', '/api/posts?limit=0&depth=10&pagination=false', CLOSED),
  ...['POST', 'GET', 'PATCH', 'DELETE'].map((method) =>
    tries(`${method} of all comments`, '/api/comments?where[id][exists]=true', CLOSED, {
      method,
      ...(/^P/.test(method) && { body: { status: 'approved' } }),
    }),
  ),
  tries('a stranger approves', ({ ids }) => `/api/comments/${ids.pending}`, CLOSED, {
    method: 'PATCH',
    body: { status: 'approved' },
  }),
  tries(
    'a stranger copies an approved comment',
    ({ ids }) => `/api/comments/${ids.approved}/duplicate`,
    CLOSED,
    {
      body: { body: 'spam' },
    },
  ),
  tries('a stranger becomes the first user', '/api/users/first-register', CLOSED, {
    body: { email: 'a@b.example', password: 'a field of wild tulips', role: 'admin', name: 'x' },
  }),
  tries('a stranger verifies', '/api/users/verify/x', CLOSED, { method: 'POST' }),
  ...closed('runs jobs', { path: '/api/payload-jobs/run' }),
  tries('a method in disguise', '/api/comments', CLOSED, {
    method: 'POST',
    headers: { 'x-payload-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' },
    body: 'limit=0&overrideAccess=true',
  }),
  ...[
    'JWT eyJhbGciOiJub25lIn0.eyJpZCI6IjEiLCJjb2xsZWN0aW9uIjoidXNlcnMifQ.',
    'JWT null',
    'Bearer undefined',
    'users API-Key ',
    'posts API-Key x',
    'Basic YWRtaW46YWRtaW4=',
  ].map((authorization) =>
    tries(`a stranger with “${authorization.slice(0, 24)}”`, '/api/users', CLOSED, {
      headers: { authorization },
    }),
  ),
  {
    name: 'a stranger who is told who he is learns nothing',
    run: async ({ target }) => {
      const { status, text } = await target.ask('/api/users/me')
      expect([200, 401, 403]).toContain(status)
      if (status === 200) expect(JSON.parse(text).user).toBeNull()
    },
  },
]

import { expect } from 'vitest'

import { type House, INSIDE, type Probe, read, tries } from '../house.ts'

const COLLECTIONS = [
  'posts',
  'events',
  'quotes',
  'people',
  'organizations',
  'tags',
  'media',
  'comments',
  'users',
  'comment-private',
  'consents',
  'notices',
  'reader-links',
  'former-slugs',
  'ledger',
  'webhooks',
  'deliveries',
  'upcoming',
  'mails',
  'awaiting',
  'moderator-mail',
  'audit',
  'payload-preferences',
  'payload-locked-documents',
  'payload-jobs',
  'payload-kv',
  'payload-migrations',
]
const CLOSED = [401, 403, 404, 405, 501]

/** Everyone who is nobody, at Payload's own doors. */
export const strangers: Probe[] = [
  ...COLLECTIONS.flatMap((slug) => [
    tries(`a stranger lists ${slug}`, `/api/${slug}?limit=0&depth=10`, CLOSED),
    tries(`a stranger counts ${slug}`, `/api/${slug}/count`, CLOSED),
    tries(`a stranger makes one of ${slug}`, `/api/${slug}`, CLOSED, { body: { name: 'x', title: 'x' } }),
    tries(`a stranger lists versions of ${slug}`, `/api/${slug}/versions?limit=0`, CLOSED),
  ]),
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
  tries('a stranger unlocks an account', '/api/users/unlock', CLOSED, { body: { email: INSIDE.editor } }),
  tries('a stranger asks what one may do', '/api/access', CLOSED),
  tries('a stranger asks whether a draft is there', ({ draft }) => `/api/posts/access/${draft}`, CLOSED, {
    body: {},
  }),
  tries('a stranger verifies', '/api/users/verify/x', CLOSED, { method: 'POST' }),
  tries('a stranger runs jobs', '/api/payload-jobs/run', CLOSED),
  tries('a stranger asks the desk', '/api/desk/queue', CLOSED),
  tries('a stranger moves on the desk', '/api/desk/move', CLOSED, ({ ids }) => ({
    body: { comments: [{ id: ids.pending, revision: 0 }], to: 'approved' },
  })),
  tries('a stranger sends a mail again', '/api/mails/x/send', CLOSED, { method: 'POST' }),
  tries('a stranger previews', ({ draft }) => `/api/posts/${draft}/preview`, CLOSED),
  tries('a stranger reads a global', '/api/globals/discussion', CLOSED),
  tries('a stranger writes a global', '/api/globals/discussion', CLOSED, { body: { waits: 'nobody' } }),
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

const graphql = (query: string, more: object = {}) => ({ body: { query, ...more } })

export const throughGraphql: Probe[] = [
  '{ Comments(limit: 0) { docs { id body email } } }',
  '{ Users { docs { email sessions { id } } } }',
  '{ __schema { types { name fields { name } } } }',
  '{ Posts(draft: true) { docs { title } } }',
  `{ ${Array.from({ length: 500 }, (_, i) => `a${i}: Posts { totalDocs }`).join(' ')} }`,
  `{ Posts ${'{ docs { authors '.repeat(40)} { id } ${'} }'.repeat(40)} }`,
  'mutation { createUser(data: {email: "a@b.example", password: "xxxxxxxxxxxxxxxx", name: "x", role: admin}) { id } }',
  'mutation { forgotPasswordUser(email: "x@y.example") }',
  '{ Access { canAccessAdmin } }',
  '{ meUser { user { id email } } }',
  '{',
].map((query) => tries(`GraphQL: ${query.slice(0, 50)}`, '/api/graphql', CLOSED, graphql(query)))

/** People of the house who reach for more than is theirs. Their own answers are searched as well. */
export const insiders: Probe[] = [
  ...[
    'comment-private',
    'consents',
    'notices',
    'reader-links',
    'ledger',
    'mails',
    'awaiting',
    'moderator-mail',
  ].flatMap((slug) =>
    (['author', 'moderator', 'editor'] as const).map((role) => ({
      name: `one who is ${role} lists ${slug}`,
      run: async (house: House) => {
        const { status } = await house.as(house[role], `/api/${slug}?limit=0`)
        expect(CLOSED).toContain(status)
      },
    })),
  ),
  ...[
    'comments?sort=email.',
    'comments?sort=-email.x',
    'comments?where[email][like]=survivor',
    'comments?where[email][exists]=true',
    'comments?where[moves.why][like]=brother',
    'posts?sort=owner.email',
    'posts?sort=owner.hash',
    'posts?draft=true&where[owner.email][like]=a',
    'users?sort=resetPasswordToken',
    'users?where[hash][like]=a',
    'comments?joins[x][sort]=email.&overrideAccess=true&showHiddenFields=true',
  ].map((path) => ({
    name: `an author and a key ask /api/${path}`,
    run: async (house: House) => {
      for (const who of [house.author, house.apiKey]) {
        const { status, text } = await house.as(who, `/api/${path}`)
        expect(status, text.slice(0, 200)).toBeLessThan(500)
        if (status === 200) expect(text).not.toMatch(/"hash"|"salt"|resetPasswordToken|survivor\.example/)
      }
    },
  })),
  {
    name: 'an author makes an administrator of himself',
    run: async (house) => {
      await house.as(house.author, `/api/users/${house.author.id}`, {
        method: 'PATCH',
        body: { role: 'admin' },
      })
      const { text } = await house.as(house.author, '/api/users/me')
      expect(JSON.parse(text).user.role).toBe('author')
    },
  },
  {
    name: 'an author hires an administrator',
    run: async (house) => {
      const body = {
        name: 'x',
        email: 'mine@newsroom.example',
        password: 'a field of wild tulips',
        role: 'admin',
      }
      expect(CLOSED).toContain((await house.as(house.author, '/api/users', { body })).status)
    },
  },
  {
    name: 'an author changes the password of the administrator',
    run: async (house) => {
      const path = `/api/users/${house.admin.id}`
      const { status } = await house.as(house.author, path, {
        method: 'PATCH',
        body: { password: 'a field of wild tulips' },
      })
      expect(CLOSED).toContain(status)
    },
  },
  {
    name: 'a moderator changes what a reader wrote, and whose it is',
    run: async (house) => {
      const path = `/api/comments/${house.ids.approved}`
      const body = {
        body: 'Put into her mouth',
        name: 'Somebody',
        createdAt: '2001-01-01T00:00:00.000Z',
        isStaff: true,
      }
      await house.as(house.moderator, path, { method: 'PATCH', body: { ...body, status: 'approved' } })
      const kept = read(await house.target.ask(`/api/v1/comments/${house.ids.approved}`))
      expect(kept).toMatchObject({
        text: 'Thank you for writing about the canal.',
        author: { isStaff: false },
      })
      expect(kept.createdAt).not.toMatch(/^2001/)
    },
  },
  {
    name: 'an author moves comments',
    run: async (house) => {
      const path = `/api/comments/${house.ids.pending}`
      const { status } = await house.as(house.author, path, { method: 'PATCH', body: { status: 'approved' } })
      expect(CLOSED).toContain(status)
    },
  },
  {
    name: 'a key of a front end reads what is published and nothing else',
    run: async (house) => {
      const { text } = await house.as(house.apiKey, '/api/posts?limit=100&depth=2&draft=true')
      expect(text).not.toContain(INSIDE.draftTitle)
      expect(text).not.toContain(INSIDE.editor)
      const comments = await house.as(house.apiKey, '/api/comments?limit=100&depth=2&trash=true')
      expect(comments.text).not.toContain(INSIDE.pendingText)
    },
  },
]

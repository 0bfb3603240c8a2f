import { expect } from 'vitest'

import { CLOSED, type Probe } from '../probe.ts'
import { INSIDE } from '../secrets.ts'
import { read } from '../target.ts'

/** Orders and filters by what may not be read: whether they answer with rows or not would tell it sign by sign. */
const ORACLES = [
  'comments?sort=email',
  'comments?sort=email.',
  'comments?sort=-email.x',
  'comments?where[email][like]=survivor',
  'comments?where[email][exists]=true',
  'comments?where[moves.why][like]=brother',
  'comments?where[writer][exists]=true',
  'comments?where[or][0][and][0][email][like]=survivor',
  'posts?sort=owner.email',
  'posts?sort=owner.hash',
  'posts?sort=title,-owner.hash',
  'posts?draft=true&where[owner.email][like]=a',
  'posts?where[owner.role][equals]=admin',
  'posts?where[owner][email][like]=a',
  'people?where[owner.hash][like]=a',
  'users?sort=resetPasswordToken',
  'users?sort=hash',
  'users?where[hash][like]=a',
  'users?where[salt][exists]=true',
  'users?where[apiKeyIndex][exists]=true',
  'users?where[sessions.id][exists]=true',
]

/** People of the house who reach for more than is theirs. Their own answers are searched as well. */
export const insiders: Probe[] = [
  ...ORACLES.flatMap((path) =>
    (['author', 'apiKey'] as const).map((who): Probe => ({
      name: `${who} asks /api/${path}`,
      run: async (house) => {
        const { status, text } = await house.as(house[who], `/api/${path}`)
        expect([400, 403], `${status} ${text.slice(0, 300)}`).toContain(status)
      },
    })),
  ),
  {
    name: 'an author and a key ask for what is hidden, by every switch there is',
    run: async (house) => {
      const path = '/api/comments?joins[x][sort]=email.&overrideAccess=true&showHiddenFields=true'
      for (const who of [house.author, house.apiKey]) {
        const { status, text } = await house.as(who, path)
        expect([200, 400, 403]).toContain(status)
        expect(text).not.toMatch(/"hash"|"salt"|resetPasswordToken|survivor\.example/)
      }
    },
  },
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

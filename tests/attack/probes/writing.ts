import { expect } from 'vitest'

import type { House } from '../house.ts'
import { type Probe, tries } from '../probe.ts'
import { INSIDE } from '../secrets.ts'
import { read } from '../target.ts'
import { nextNumber, submission } from './submission.ts'

const isHidden = [404, 410]
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const submits = (
  name: string,
  more: object,
  wanted: number | number[],
  check?: Parameters<typeof tries>[4],
) =>
  tries(
    name,
    '/api/v1/comments',
    wanted,
    () => ({ body: { ...submission, body: `Words ${nextNumber()} of a stranger`, ...more } }),
    check,
  )

/** What was written by a submission, as a moderator sees it. */
const keptOf = async (house: House, id: string) => {
  return read(await house.as(house.admin, `/api/comments/${id}?depth=0`))
}

export const writing: Probe[] = [
  {
    name: 'a stranger says more than one may say',
    run: async (house) => {
      const { status, text } = await house.target.ask('/api/v1/comments', {
        body: {
          ...submission,
          body: 'Look how much I say',
          id: 'mine',
          status: 'approved',
          createdAt: '2001-01-01T00:00:00.000Z',
          isStaff: true,
          visibility: 'shown',
          revision: 40,
          thread: 'posts/other',
          moves: [{ to: 'approved' }],
          author: { isStaff: true },
          __proto__: { isAdmin: true },
          constructor: { prototype: { x: 1 } },
        },
      })
      expect(status).toBe(202)
      const { id, status: state } = JSON.parse(text)
      expect(state).toBe('pending')
      const kept = await keptOf(house, id)
      expect(kept).toMatchObject({ status: 'pending', isStaff: false, revision: 0 })
      expect(kept.createdAt).not.toMatch(/^2001/)
    },
  },
  submits('an answer to what is not public', { parent: 'none' }, 422),
  tries('an answer to a comment that waits', '/api/v1/comments', 422, ({ ids }) => ({
    body: { ...submission, parent: ids.pending },
  })),
  submits('a comment on a draft', { on: 'posts/not-yet' }, 404),
  submits('a comment on a collection that is none', { on: 'users/1' }, 422),
  submits('a comment on a path', { on: 'posts/../users' }, 422),
  submits('an operator for a name', { name: { $ne: null } }, 422),
  submits('a list for an address', { email: ['a@b.example', 'c@d.example'] }, 422),
  submits('two addresses in one', { email: 'a@b.example, c@d.example' }, 422),
  submits('an address with a line break', { email: 'a@b.example\r\nBcc: c@d.example' }, 422),
  submits('a script for a link', { url: 'javascript:alert(1)' }, 422),
  submits('data for a link', { url: 'data:text/html,<script>1</script>' }, 422),
  submits('a text of a megabyte', { body: 'x'.repeat(1_000_000) }, 413),
  submits('a text over the limit', { body: 'x'.repeat(5001) }, 422),
  submits('nothing but spaces that are none', { body: '\u200b\u2060\u00ad' }, 422),
  submits('a name with a line break', { name: 'a\r\nSet-Cookie: x=1' }, [202, 422]),
  submits('one’s own address in the text', { body: 'Write to nobody@stranger.example' }, 422),
  tries('a body that is no JSON', '/api/v1/comments', 400, {
    headers: { 'content-type': 'application/json' },
    body: '{"on":',
  }),
  tries('a body that is null', '/api/v1/comments', [400, 422], {
    headers: { 'content-type': 'application/json' },
    body: 'null',
  }),
  tries('a body of brackets', '/api/v1/comments', [400, 422], {
    headers: { 'content-type': 'application/json' },
    body: '['.repeat(30_000),
  }),
  tries('a body of another kind', '/api/v1/comments', 415, {
    headers: { 'content-type': 'text/xml' },
    body: '<x/>',
  }),
  tries('a file', '/api/v1/comments', 415, {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x--',
  }),
  ...[
    'https://evil.example/',
    '//evil.example',
    'javascript:alert(1)',
    'https://localhost@evil.example',
    'http://localhost:1\r\nX: y',
    '\\\\evil.example',
  ].map((redirect) =>
    tries(
      `a form that leads to ${redirect.slice(0, 30)}`,
      '/api/v1/comments',
      [303, 422],
      () => ({
        headers: form,
        body: new URLSearchParams({
          ...submission,
          body: `Words ${nextNumber()} of a form`,
          redirect,
        }).toString(),
      }),
      ({ headers }) => {
        if (headers.location) expect(new URL(String(headers.location)).hostname).toBe('localhost')
      },
    ),
  ),
  tries(
    'an edit with the token of another',
    ({ ids }) => `/api/v1/comments/${ids.approved}`,
    isHidden,
    ({ tokens }) => ({
      method: 'PATCH',
      headers: { authorization: `Bearer ${tokens.pending}` },
      body: { body: 'Not mine' },
    }),
  ),
  tries('an edit with no token', ({ ids }) => `/api/v1/comments/${ids.approved}`, 401, {
    method: 'PATCH',
    body: { body: 'Not mine' },
  }),
  tries(
    'a withdrawal with a session of staff',
    ({ ids }) => `/api/v1/comments/${ids.approved}`,
    [401, 404],
    ({ admin }) => ({
      method: 'DELETE',
      headers: { authorization: `JWT ${admin.token}`, cookie: `payload-token=${admin.token}` },
    }),
  ),
  tries(
    'an edit that brings a state along',
    ({ ids }) => `/api/v1/comments/${ids.pending}`,
    200,
    ({ tokens }) => ({
      who: 'owner',
      method: 'PATCH',
      headers: { authorization: `Bearer ${tokens.pending}` },
      body: { body: INSIDE.pendingText, status: 'approved', isStaff: true },
    }),
    (reply) => expect(read(reply).status).toBe('pending'),
  ),
]

import { expect } from 'vitest'

import { STAFF_WORDS } from '../../../src/platform/staff-words.ts'
import type { House } from '../house.ts'
import { closed, type Outsider, type Probe } from '../probe.ts'
import { READERS } from '../secrets.ts'

type Method = 'GET' | 'POST'
type Way = [method: Method, path: string | ((house: House) => string), body?: (house: House) => object]

const DESK: Way[] = [
  ['GET', '/api/desk/queue'],
  ['GET', '/api/desk/counts'],
  ['GET', ({ ids }) => `/api/desk/comments/${ids.pending}`],
  ['POST', '/api/desk/move', ({ ids }) => ({ comments: [{ id: ids.pending, revision: 0 }], to: 'approved' })],
  ['POST', '/api/desk/keep', ({ ids }) => ({ comments: [{ id: ids.approved, seen: '' }] })],
  ['POST', '/api/desk/reply', ({ ids }) => ({ id: ids.pending, revision: 0, text: 'x' })],
  ['POST', '/api/desk/reply/undo', ({ ids }) => ({ reply: ids.answering, comment: null })],
  ['POST', '/api/desk/approve-writer', ({ ids }) => ({ id: ids.pending })],
  ['POST', '/api/desk/close', () => ({ on: 'posts/water-by-day' })],
  ['GET', '/api/desk/calm'],
  ['POST', '/api/desk/calm', () => ({ state: 'closed' })],
  [
    'POST',
    '/api/comments/move',
    ({ ids }) => ({ comments: [{ id: ids.pending, revision: 0 }], status: 'approved' }),
  ],
  ['POST', '/api/threats/seal', ({ ids }) => ({ id: ids.approved, revision: 1 })],
  ['GET', '/api/threats/people'],
]

/** For administrators alone, so that those who moderate and edit are turned away as well. */
const ADMINISTRATION: Way[] = [
  ['GET', '/api/threats/chain'],
  ['POST', ({ threat }) => `/api/threats/${threat}/release`, () => ({ why: 'x' })],
  ['POST', '/api/privacy/look', () => ({ email: READERS.approved })],
  ['POST', '/api/privacy/copy', ({ ids }) => ({ comment: ids.approved, note: 'x', format: 'json' })],
  [
    'POST',
    '/api/privacy/erase',
    () => ({ email: READERS.approved, note: 'x', choice: 'removed', sure: true }),
  ],
  ['POST', '/api/users/unlock', () => ({ email: READERS.approved })],
]

/** A person's own sign-in: a session of that person is needed, so a key has none of it. */
const SIGNING_IN: Way[] = [
  ['GET', '/api/users/second-factor'],
  ['POST', '/api/users/second-factor/start', () => ({ password: 'x' })],
  ['POST', '/api/users/second-factor/confirm', () => ({ code: '000000' })],
  ['POST', '/api/users/second-factor/recovery', () => ({ password: 'x', code: '000000' })],
  ['POST', '/api/users/second-factor/off', () => ({ password: 'x', code: '000000' })],
  ['GET', '/api/users/sessions'],
  ['POST', '/api/users/sessions/end-others', () => ({})],
]

const STAFF: Way[] = [
  ['GET', '/api/access'],
  ['POST', ({ draft }) => `/api/posts/access/${draft}`, () => ({})],
  ['POST', '/api/globals/privacy/access', () => ({})],
  ['GET', ({ draft }) => `/api/posts/${draft}/preview`],
]

const all = (ways: Way[], to: readonly Outsider[]): Probe[] =>
  ways.flatMap(([method, path, body]) =>
    closed(`${method} ${typeof path === 'string' ? path : wayOf(path)}`, {
      path,
      attempt: (house) => ({ method, ...(body && { body: body(house) }) }),
      to,
    }),
  )

/** How a way is called whose ids are not known yet. */
const wayOf = (path: (house: House) => string) =>
  path(new Proxy({}, { get: (_, name) => (name === 'ids' ? { pending: ':id' } : ':id') }) as never)

const EDITORS = ['stranger', 'key', 'author', 'moderator', 'editor'] as const

/** Ways that answer a right question with 404, in words of ours. */
const saysNotHere = (name: string, path: (house: House) => string): Probe => ({
  name: `administrator: ${name}, and the way is there`,
  run: async (house) => {
    const { status, text } = await house.as(house.admin, path(house), { body: {} })
    expect([status, text]).toEqual([404, expect.stringContaining(STAFF_WORDS['not-here'].en)])
  },
})

/** What an administrator may do to another person: asked here of users to whom it does nothing. */
const OTHERS: Probe[] = [
  ...closed("GET another's sessions", {
    path: ({ editor }) => `/api/users/${editor.id}/sessions`,
    to: EDITORS,
  }),
  ...closed("POST the end of another's sessions", {
    path: ({ guarded }) => `/api/users/${guarded.id}/sessions/end`,
    attempt: { body: {} },
    to: EDITORS,
    admin: { path: ({ frontEnd }) => `/api/users/${frontEnd}/sessions/end` },
  }),
  ...closed("POST the end of another's second factor", {
    path: ({ guarded }) => `/api/users/${guarded.id}/second-factor/reset`,
    attempt: { body: {} },
    to: EDITORS,
    admin: 'shut',
  }),
  // She has none.
  saysNotHere(
    "POST the end of another's second factor",
    ({ editor }) => `/api/users/${editor.id}/second-factor/reset`,
  ),
  ...closed('POST the end of a session', {
    path: '/api/users/sessions/end',
    attempt: { body: { id: 'x' } },
    to: ['stranger', 'key'],
    admin: 'shut',
  }),
  saysNotHere('POST the end of a session', () => '/api/users/sessions/end'),
  ...['json', 'html'].flatMap((format) =>
    closed(`GET the evidence of a threat as ${format}`, {
      path: ({ threat }) => `/api/threats/${threat}/export?format=${format}`,
      to: EDITORS,
    }),
  ),
  ...closed('POST a mail once more', {
    path: ({ mail }) => `/api/mails/${mail}/again`,
    attempt: { body: {} },
    to: EDITORS,
  }),
]

export const ownWays: Probe[] = [
  ...all(DESK, ['stranger', 'key', 'author']),
  ...all(ADMINISTRATION, EDITORS),
  ...all(SIGNING_IN, ['stranger', 'key']),
  ...all(STAFF, ['stranger', 'key']),
  ...OTHERS,
]

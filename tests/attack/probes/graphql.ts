import { expect } from 'vitest'

import type { House } from '../house.ts'
import { CLOSED, type Probe, tries } from '../probe.ts'
import { INSIDE } from '../secrets.ts'
import { read, type Reply } from '../target.ts'

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => `a${i}: Posts { totalDocs }`).join(' ')

/** Wrong, or more than anybody may ask: refused before anything is asked of the database. */
const REFUSED = [
  '{',
  '{ Comments(limit: 0) { docs { id body } } }',
  '{ Posts(limit: 5, pagination: false) { docs { title } } }',
  '{ __schema { types { name fields { name } } } }',
  `{ ${many(500)} }`,
  `{ ${many(11)} }`,
  `{ Posts ${'{ docs { authors '.repeat(40)} { id } ${'} }'.repeat(40)} }`,
]

/** What GraphQL does not know at all. */
const UNKNOWN = [
  'mutation { unlockUser(email: "x@y.example") }',
  'mutation { duplicatePost(id: "x") { id } }',
  '{ Threats(limit: 5) { docs { id } } }',
  '{ Reports(limit: 5) { docs { note } } }',
  '{ SecondFactors(limit: 5) { docs { secret } } }',
  '{ Posts(where: { owner__email: { like: "a" } }) { docs { title } } }',
]

/** Ways in that lead nowhere without what one does not have. */
const NO_WAY_IN = [
  'mutation { loginUser(email: "nobody@newsroom.example", password: "wrong wrong wrong") { token } }',
  'mutation { resetPasswordUser(token: "x", password: "a field of wild tulips") { token } }',
  'mutation { verifyEmailUser(token: "x") }',
  'mutation { forgotPasswordUser(email: "nobody@newsroom.example") }',
  '{ PayloadJobs(limit: 5) { docs { id } } }',
]

/** Right as queries, and for somebody else: an error for each, and no value. */
const DENIED: Record<'author' | 'apiKey', (string | ((house: House) => string))[]> = {
  author: [
    '{ Posts(sort: "owner.hash") { docs { title } } }',
    '{ Users(sort: "hash") { docs { name } } }',
    ({ ids }) => `{ Comment(id: "${ids.pending}") { body } }`,
    ({ ids }) => `mutation { updateComment(id: "${ids.pending}", data: {status: approved}) { id } }`,
    ({ ids }) => `mutation { deleteComment(id: "${ids.approved}") { id } }`,
    'mutation { createUser(data: {email: "a@b.example", password: "a field of wild tulips", name: "x", role: admin}) { id } }',
    'mutation { updateDiscussion(data: {}) { id } }',
  ],
  apiKey: [
    '{ Comments(limit: 5) { docs { body } } }',
    '{ countComments { totalDocs } }',
    '{ Users(limit: 5) { docs { email } } }',
    '{ Posts(sort: "owner.hash") { docs { title } } }',
    '{ versionsPosts(limit: 5) { docs { id } } }',
    '{ Discussion { message } }',
    '{ Access { canAccessAdmin } }',
    '{ meUser { user { id email } token } }',
    'mutation { refreshTokenUser { refreshedToken } }',
    ({ ids }) => `mutation { updateComment(id: "${ids.pending}", data: {status: approved}) { id } }`,
    'mutation { createTag(data: {name: "x"}) { id } }',
    'mutation { createUser(data: {email: "a@b.example", password: "a field of wild tulips", name: "x", role: admin}) { id } }',
  ],
}

/** Whether an answer has any value in it. */
const hasValue = (data: unknown): boolean =>
  typeof data === 'object' && data !== null
    ? Object.values(data).some(hasValue)
    : data !== null && data !== undefined

const asks = (
  who: 'author' | 'apiKey',
  query: string | ((house: House) => string),
  check: (reply: Reply) => void,
): Probe => ({
  name: `GraphQL by ${who}: ${typeof query === 'string' ? query.slice(0, 60) : String(query).slice(13, 70)}`,
  run: async (house) => {
    const text = typeof query === 'string' ? query : query(house)
    check(await house.as(house[who], '/api/graphql', { body: { query: text } }))
  },
})

const says = ({ status, text }: Reply) => `${status} ${text.slice(0, 400)}`

export const throughGraphql: Probe[] = [
  // Turned away at the door, whatever is asked.
  tries('GraphQL by a stranger', '/api/graphql', CLOSED, {
    body: { query: '{ Access { canAccessAdmin } }' },
  }),
  ...(['author', 'apiKey'] as const).flatMap((who) => [
    ...REFUSED.map((query) =>
      asks(who, query, (reply) => {
        expect(reply.status, says(reply)).toBe(400)
        expect(hasValue(read(reply).data), says(reply)).toBe(false)
      }),
    ),
    asks(who, `{ Posts { docs { title } } } #${'x'.repeat(17 * 1024)}`, ({ status }) =>
      expect(status).toBe(413),
    ),
    ...[...UNKNOWN, ...NO_WAY_IN, ...DENIED[who]].map((query) =>
      asks(who, query, (reply) => {
        const { data, errors } = read(reply)
        expect(errors?.length, says(reply)).toBeGreaterThan(0)
        expect(hasValue(data), says(reply)).toBe(false)
      }),
    ),
  ]),
  ...(['Users(limit: 5) { docs { hash salt } }', 'Comments(limit: 5) { docs { email } }'] as const).map(
    (query) =>
      asks('author', `{ ${query} }`, (reply) => {
        const { data, errors } = read(reply)
        expect([errors, hasValue(data)], says(reply)).toEqual([undefined, false])
      }),
  ),
  asks('apiKey', '{ Users(limit: 5) { docs { hash salt } } }', (reply) =>
    expect(read(reply).data, says(reply)).toEqual({ Users: null }),
  ),
  asks('author', '{ Users(limit: 5) { docs { email apiKey } } }', (reply) => {
    expect(read(reply).data.Users.docs, says(reply)).toEqual([{ email: INSIDE.author, apiKey: null }])
  }),
  asks('apiKey', '{ Posts(limit: 50, draft: true) { docs { title } } }', (reply) => {
    expect(read(reply).data.Posts.docs, says(reply)).toEqual([{ title: 'Water by day' }])
  }),
  {
    name: 'GraphQL has hired nobody',
    run: async (house) => {
      const { text } = await house.as(house.admin, '/api/users?limit=100')
      expect(text).toContain(INSIDE.editor)
      expect(text).not.toContain('a@b.example')
    },
  },
]

import { createHash } from 'node:crypto'

import { beforeAll, describe, expect, it } from 'vitest'

import { vault } from '../../src/platform/crypto.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, publish, written } from '../support/posts.ts'

const ADDRESS = 'survivor.with.a.rare.name@shelter-reader.example'
const LOCAL_PART = 'survivor.with.a.rare.name'

/** An address and everything one could make of it without a key. */
const shapes = [ADDRESS, ADDRESS.toUpperCase()].flatMap((address) => [
  address,
  Buffer.from(address).toString('base64').replace(/=+$/, ''),
  Buffer.from(address).toString('hex'),
  ...['md5', 'sha1', 'sha256'].flatMap((kind) => {
    const digest = createHash(kind).update(address.toLowerCase()).digest()
    return [digest.toString('hex'), digest.toString('base64').replace(/=+$/, '')]
  }),
])

function expectNothingOf(haystack: string) {
  const low = haystack.toLowerCase()
  expect(low).not.toContain(LOCAL_PART)
  for (const shape of shapes) expect(low).not.toContain(shape.toLowerCase())
}

describe(`an address left with a comment (${engine})`, () => {
  const ovoz = useOvoz()
  const on = 'posts/sealed'
  let id = ''
  let manageToken = ''

  beforeAll(async () => {
    await publish(ovoz, { title: 'Sealed' })
    for (const role of ['admin', 'moderator', 'author', 'frontend'] as const) await ovoz.signUp(role)
    ;({ id, manageToken } = await comment(ovoz, on, { email: ADDRESS, name: 'R.' }))
    await comment(ovoz, on, { email: ADDRESS, name: 'R.', status: 'pending' })
  })

  it('is in the clear nowhere in the database', async () => {
    const bytes = await ovoz.dump()
    // It is the right database: the comment itself is in it.
    expect(bytes).toContain(id)
    expectNothingOf(bytes)
  })

  it('opens with the key, and for its own comment only', async () => {
    const { docs } = await ovoz.payload.find({
      collection: 'comment-private',
      where: { comment: { equals: id } },
      overrideAccess: true,
    })
    const value = docs[0]!.email as never
    expect(vault.open({ value, place: `comment ${id}` })).toBe(ADDRESS)
    expect(() => vault.open({ value, place: 'comment another' })).toThrow()
  })

  it('stands in no answer of the public door, its own included', async () => {
    const own = { headers: { authorization: `Bearer ${manageToken}` } }
    const answers = await Promise.all([
      ovoz.api(`/comments?on=${on}`),
      ovoz.api(`/comments/${id}`),
      ovoz.api(`/comments/${id}`, own),
      ovoz.api(on.replace('posts', '/posts')),
      ovoz.api('/posts'),
      ovoz.api('/comments', { body: written(on, { email: ADDRESS, parent: 'nowhere' }) }),
      ovoz.api('/comments', { body: written(on, { email: `${ADDRESS},x@y.example` }) }),
    ])
    for (const { body, headers } of answers) expectNothingOf(JSON.stringify([body, [...headers]]))
  })

  it('is whole for administrators, masked for moderators, and not there for anybody else', async () => {
    const path = `/comments/${id}?depth=2`
    expect((await ovoz.rest(path, { as: 'admin' })).body.email).toBe(ADDRESS)
    expect((await ovoz.rest(path, { as: 'moderator' })).body.email).toBe('s•••@shelter-reader.example')
    expectNothingOf(JSON.stringify((await ovoz.rest(path, { as: 'author' })).body))
    expectNothingOf(JSON.stringify((await ovoz.rest(path, { as: 'frontend' })).body))
    expectNothingOf(JSON.stringify((await ovoz.rest('/comments?depth=3', { as: 'moderator' })).body))
  })

  it.each([
    '/comments?where[email][like]=survivor',
    '/comments?where[email][equals]=survivor',
    '/comments?sort=email',
    '/comments?sort=-email.',
    '/comments?sort=email.x',
    '/comments?where[or][0][email][exists]=true',
    '/comment-private',
    '/comment-private?sort=email',
    '/comment-private/count',
  ])('cannot be asked after by staff: %s', async (path) => {
    for (const as of ['admin', 'moderator']) {
      const { status, body } = await ovoz.rest(path, { as })
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status === 501 || status < 500).toBe(true)
      expectNothingOf(JSON.stringify(body))
    }
  })

  it('is refused where its writer put it into what would be published', async () => {
    for (const slip of [
      { name: ADDRESS },
      { body: `Write to me: ${ADDRESS.toUpperCase()}` },
      { url: `https://x.example/?${ADDRESS}` },
    ]) {
      const answer = await ovoz.api('/comments', { body: written(on, { email: ADDRESS, ...slip }) })
      expect([answer.status, answer.body.errors[0].field]).toEqual([422, Object.keys(slip)[0]])
      expectNothingOf(JSON.stringify(answer.body))
    }
  })
})

import { beforeAll, describe, expect, it } from 'vitest'

import { ROLES, type Role } from '../../src/platform/access.ts'
import { graphql, stored } from '../support/grid.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, publish } from '../support/posts.ts'

const WHOLE = 'nigora@reader.example'
const MASKED = 'n•••@reader.example'

describe(`comments and their private side (${engine})`, () => {
  const ovoz = useOvoz()
  const on = 'posts/an-article'
  const ids = {} as Record<Role, string>
  let approved: string
  let pending: string
  let answer: string

  beforeAll(async () => {
    for (const role of ROLES) ids[role] = String((await ovoz.signUp(role)).id)
    await publish(ovoz, { title: 'An article' })
    approved = (await comment(ovoz, on)).id
    pending = (await comment(ovoz, on, { status: 'pending' })).id
    answer = (await comment(ovoz, on, { parent: approved })).id
  })

  it('refuses everybody to make one by REST, GraphQL or as a copy', async () => {
    const { kept } = await stored(ovoz, 'comments', approved)
    const body = { ...kept, id: 'mine', body: 'Forged', status: 'approved' }
    for (const as of [undefined, ...ROLES]) {
      expect((await ovoz.rest('/comments', { as, body })).status).toBe(403)
      expect([403, 404]).toContain((await ovoz.rest(`/comments/${approved}/duplicate`, { as, body })).status)
    }
    const made = await graphql(
      ovoz,
      `
        mutation {
          createComment(data: { id: "mine", body: "Forged", status: approved }) {
            id
          }
        }
      `,
      'admin',
    )
    expect(made.errors).toHaveLength(1)
    const where = { body: { equals: 'Forged' } }
    expect(
      (await ovoz.payload.count({ collection: 'comments', where, overrideAccess: true })).totalDocs,
    ).toBe(0)
  })

  it('keeps all but the state from moderators and administrators', async () => {
    for (const as of ['moderator', 'editor', 'admin'] as const) {
      const { id } = await comment(ovoz, on, { status: 'pending', parent: approved })
      const before = (await stored(ovoz, 'comments', id)).kept
      const forged = {
        id: 'forged',
        body: 'Forged',
        name: 'Forged',
        email: 'forged@reader.example',
        url: 'https://forged.example',
        on: { relationTo: 'events', value: 'forged' },
        parent: null,
        locale: 'ru',
        isStaff: true,
        createdAt: '2000-01-01T00:00:00.000Z',
        editedAt: '2000-01-01T00:00:00.000Z',
        withdrawnAt: '2000-01-01T00:00:00.000Z',
        moves: [],
        thread: 'forged',
        root: 'forged',
        visibility: 'shown',
        queue: 99,
      }
      const { status } = await ovoz.rest(`/comments/${id}`, {
        as,
        method: 'PATCH',
        body: { ...forged, status: 'spam' },
      })
      expect(status).toBe(200)
      const after = (await stored(ovoz, 'comments', id)).kept
      expect(after).toEqual({
        ...before,
        status: 'spam',
        queue: 2,
        revision: 1,
        updatedAt: after.updatedAt,
        moves: [expect.objectContaining({ from: 'pending', to: 'spam', by: as })],
      })
    }
  })

  it('keeps all but the state from them by GraphQL too, and refuses changes in bulk', async () => {
    const before = (await stored(ovoz, 'comments', pending)).kept
    const data = '{ body: "Forged", name: "Forged", isStaff: true, queue: 9, visibility: shown }'
    await graphql(ovoz, `mutation { updateComment(id: "${pending}", data: ${data}) { id } }`, 'moderator')
    const { updatedAt: _, ...after } = (await stored(ovoz, 'comments', pending)).kept
    expect(before).toMatchObject(after)
    const path = `/comments?where[id][equals]=${pending}`
    const bulk = await ovoz.rest(path, { as: 'admin', method: 'PATCH', body: { status: 'spam' } })
    expect(bulk.status).toBe(403)
    expect((await stored(ovoz, 'comments', pending)).kept).toMatchObject(after)
  })

  it('refuses a revision that was made up, and keeps the comment as it is', async () => {
    const before = await stored(ovoz, 'comments', pending)
    const body = { status: 'approved', revision: 40 }
    const answer = await ovoz.rest(`/comments/${pending}`, { as: 'moderator', method: 'PATCH', body })
    expect(answer.status).toBe(409)
    expect(await stored(ovoz, 'comments', pending)).toEqual(before)
  })

  it.each(['author', 'translator'] as const)('shows %s what is approved only', async (as) => {
    const { body } = await ovoz.rest('/comments?limit=100', { as })
    const states = body.docs.map(({ status }: { status: string }) => status)
    expect(new Set(states)).toEqual(new Set(['approved']))
    expect([403, 404]).toContain((await ovoz.rest(`/comments/${pending}`, { as })).status)
    for (const { moves } of body.docs) expect(moves ?? []).toEqual([])
  })

  it.each([
    ['admin', WHOLE],
    ['editor', MASKED],
    ['moderator', MASKED],
    ['author', undefined],
    ['translator', undefined],
  ] as const)('shows %s the address as %s, wherever it is asked for', async (as, shown) => {
    const one = await ovoz.rest(`/comments/${answer}?depth=2`, { as })
    const list = await ovoz.rest(`/comments?where[id][equals]=${answer}&depth=2`, { as })
    const picked = await ovoz.rest(`/comments/${answer}?select[email]=true&select[body]=true`, { as })
    const query = `{ Comments(where: { id: { equals: "${answer}" } }) { docs { email parent { email } } } }`
    const asked = (await graphql(ovoz, query, as)).data.Comments.docs[0]
    expect(one.body.parent.id).toBe(approved)
    for (const doc of [one.body, one.body.parent, list.body.docs[0], list.body.docs[0].parent, picked.body])
      expect(doc.email).toBe(shown)
    expect(asked).toEqual({ email: shown ?? null, parent: { email: shown ?? null } })
    const answers = JSON.stringify([one.body, list.body, picked.body])
    if (shown !== WHOLE) expect(answers).not.toContain(WHOLE)
    if (!shown) expect(answers).not.toContain('reader.example')
  })

  it.each([
    ['admin', WHOLE],
    ['editor', MASKED],
    ['moderator', MASKED],
  ] as const)('shows %s the address as %s in the answer to a move', async (as, shown) => {
    const { id } = await comment(ovoz, on, { status: 'pending', parent: approved })
    const body = { status: 'spam' }
    const { body: moved } = await ovoz.rest(`/comments/${id}?depth=2`, { as, method: 'PATCH', body })
    expect(moved.doc.email).toBe(shown)
    if (shown !== WHOLE) expect(JSON.stringify(moved)).not.toContain(WHOLE)
  })

  it.each(['admin', 'editor', 'moderator', 'author'] as const)(
    'answers %s nothing that filters or sorts by an address',
    async (as) => {
      for (const query of [
        'where[email][like]=nigora',
        'sort=email',
        'sort=-email.x',
        'where[email][exists]=1',
      ])
        expect((await ovoz.rest(`/comments?${query}`, { as })).status).toBe(400)
    },
  )

  it('opens the private side and the ledger to nobody, by REST or by GraphQL', async () => {
    for (const as of [undefined, ...ROLES]) {
      for (const slug of ['comment-private', 'ledger']) {
        for (const path of [`/${slug}`, `/${slug}/count`, `/${slug}/1`, `/${slug}/access/1`])
          expect(
            (await ovoz.rest(path, { as, method: path.includes('access') ? 'POST' : 'GET' })).status,
          ).toBe(501)
      }
    }
    const { data } = await graphql(ovoz, '{ __schema { types { name } } }', 'admin')
    const names = data.__schema.types.map(({ name }: { name: string }) => name)
    expect(names).toContain('Comment')
    expect(names.filter((name: string) => /CommentPrivate|Ledger/i.test(name))).toEqual([])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'

import { Thread } from '../../src/contract/index.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, move, publish } from '../support/posts.ts'

describe(`a thread (${engine})`, () => {
  const ovoz = useOvoz()
  const read = async (on: string, query = '') => (await ovoz.api(`/comments?on=${on}${query}`)).body
  const own = (id: string, token: string, init: object = {}) =>
    ovoz.api(`/comments/${id}`, { headers: { authorization: `Bearer ${token}` }, ...init })
  const fresh = async (title: string) => {
    const post = await publish(ovoz, { title })
    return { post, on: `posts/${post.slug}` }
  }

  it('keeps to its contract to the letter', async () => {
    const { on } = await fresh('Contract')
    const top = await comment(ovoz, on, { url: 'https://example.org', locale: 'tg' })
    await comment(ovoz, on, { parent: top.id })
    const thread = await read(on)
    expect(Thread.parse(thread)).toEqual(thread)
    expect(Object.keys(thread.items[0]).sort()).toEqual(
      ['author', 'createdAt', 'editedAt', 'html', 'id', 'isRemoved', 'locale', 'on', 'parent', 'replies', 'replyCount', 'text'], // prettier-ignore
    )
    expect(Object.keys(thread.items[0].author).sort()).toEqual(['avatarSeed', 'isStaff', 'name', 'url'])
  })

  it('pages through top-level comments by cursor in both orders, answers nested below each', async () => {
    const { on } = await fresh('Paged')
    const tops: string[] = []
    for (let i = 0; i < 5; i++) tops.push((await comment(ovoz, on)).id)
    const answer = await comment(ovoz, on, { parent: tops[1] })
    await comment(ovoz, on, { parent: answer.id })

    for (const [order, expected] of [
      ['oldest', tops],
      ['newest', [...tops].reverse()],
    ] as const) {
      const seen: string[] = []
      let cursor = ''
      do {
        const page = await read(on, `&limit=2&order=${order}${cursor && `&cursor=${cursor}`}`)
        expect(page.total).toBe(7)
        seen.push(...page.items.map(({ id }: { id: string }) => id))
        cursor = page.nextCursor
      } while (cursor)
      expect(seen).toEqual(expected)
    }
    const [, second] = (await read(on)).items
    expect(second).toMatchObject({
      replyCount: 2,
      replies: [{ parent: tops[1], replyCount: 1, replies: [{ parent: answer.id }] }],
    })
  })

  it.each(['limit=0', 'limit=101', 'limit=x', 'order=best', 'cursor=abc', 'locale=de'])(
    'refuses %s',
    async (query) => {
      const { on } = await fresh(`Refuses ${query}`)
      const answer = await ovoz.api(`/comments?on=${on}&${query}`)
      expect([answer.status, answer.body.errors[0].field]).toEqual([422, query.split('=')[0]])
    },
  )

  it('leaves the place of a removed comment that has answers, and nothing of it', async () => {
    const { on } = await fresh('Tombstone')
    const top = await comment(ovoz, on, { name: 'Gone Person', body: 'Words to be removed' })
    const lonely = await comment(ovoz, on)
    await comment(ovoz, on, { parent: top.id })
    await move(ovoz, top.id, 'trash')
    await move(ovoz, lonely.id, 'spam')
    const thread = await read(on)
    expect(thread.total).toBe(1)
    expect(thread.items).toHaveLength(1)
    expect(thread.items[0]).toMatchObject({
      id: top.id,
      isRemoved: true,
      html: '',
      text: '',
      author: { name: '', url: null },
    })
    expect(JSON.stringify(thread)).not.toMatch(/Gone Person|to be removed/)
    expect((await ovoz.api(`/comments/${top.id}`)).body.code).toBe('gone')
    expect((await ovoz.api(`/comments/${lonely.id}`)).body.code).toBe('gone')
  })

  it('goes out of every public answer with its article, and comes back with it', async () => {
    const { on, post } = await fresh('Unpublished')
    const { id, manageToken } = await comment(ovoz, on)
    const publishAs = (_status: 'draft' | 'published') =>
      ovoz.payload.update({ collection: 'posts', id: post.id, data: { _status }, overrideAccess: true })
    const seen = async () => [
      (await ovoz.api(`/comments?on=${on}`)).status,
      (await ovoz.api(`/comments/${id}`)).status,
      (await ovoz.api(`/comments/counts?on=${on}`)).body.counts[on],
    ]
    expect(await seen()).toEqual([200, 200, 1])
    await publishAs('draft')
    expect(await seen()).toEqual([404, 404, 0])
    expect((await own(id, manageToken)).status).toBe(200)
    await publishAs('published')
    expect(await seen()).toEqual([200, 200, 1])
    await ovoz.payload.delete({ collection: 'posts', id: post.id, overrideAccess: true })
    expect(await seen()).toEqual([410, 404, 0])
  })

  it('counts up to a hundred pages in one request', async () => {
    const { on } = await fresh('Counted')
    await comment(ovoz, on)
    await comment(ovoz, on, { status: 'pending' })
    const { body } = await ovoz.api(`/comments/counts?on=${on},posts/none,events/none`)
    expect(body.counts).toEqual({ [on]: 1, 'posts/none': 0, 'events/none': 0 })
    const many = Array.from({ length: 101 }, (_, i) => `posts/p-${i}`).join(',')
    expect((await ovoz.api(`/comments/counts?on=${many}`)).status).toBe(422)
  })

  describe('in the hands of its writer', () => {
    let on = ''
    beforeAll(async () => void ({ on } = await fresh('Own')))

    it('waits again once it is edited, and its answers stay', async () => {
      const top = await comment(ovoz, on)
      const answer = await comment(ovoz, on, { parent: top.id })
      // What a submission may not say, an edit may not either.
      const slip = { method: 'PATCH', body: { body: 'Write to NIGORA@reader.example' } }
      expect((await own(top.id, top.manageToken, slip)).body).toMatchObject({
        code: 'invalid',
        errors: [{ field: 'body', code: 'not-allowed' }],
      })
      const edited = await own(top.id, top.manageToken, { method: 'PATCH', body: { body: 'Better words' } })
      expect(edited.body).toMatchObject({
        status: 'pending',
        text: 'Better words',
        editedAt: expect.any(String),
      })
      const place = (await read(on)).items.find(({ id }: any) => id === top.id)
      expect(place).toMatchObject({ isRemoved: true, text: '', replies: [{ id: answer.id }] })
      await move(ovoz, top.id, 'approved')
      expect((await ovoz.api(`/comments/${top.id}`)).body).toMatchObject({
        text: 'Better words',
        isRemoved: false,
      })
    })

    it('can be withdrawn for good, whatever a moderator does afterwards', async () => {
      const { id, manageToken } = await comment(ovoz, on)
      expect((await own(id, manageToken, { method: 'DELETE' })).status).toBe(204)
      expect((await own(id, manageToken, { method: 'DELETE' })).status).toBe(204)
      expect((await ovoz.api(`/comments/${id}`)).status).toBe(410)
      await expect(move(ovoz, id, 'approved')).rejects.toMatchObject({ status: 409 })
      expect((await own(id, manageToken, { method: 'PATCH', body: { body: 'No' } })).status).toBe(409)
    })

    it('opens to its own token alone, and tells a wrong one nothing', async () => {
      const [mine, other] = [
        await comment(ovoz, on, { status: 'pending' }),
        await comment(ovoz, on, { status: 'pending' }),
      ]
      for (const method of ['GET', 'DELETE', 'PATCH']) {
        const body = method === 'PATCH' ? { body: 'x' } : undefined
        const wrong = await own(mine.id, other.manageToken, { method, body })
        const missing = await own('no-such-comment', other.manageToken, { method, body })
        expect([wrong.status, wrong.body.detail]).toEqual([404, missing.body.detail])
      }
      expect((await ovoz.api(`/comments/${mine.id}`, { method: 'DELETE' })).status).toBe(401)
      expect((await own(mine.id, mine.manageToken)).headers.get('cache-control')).toBe('private, no-store')
    })
  })
})

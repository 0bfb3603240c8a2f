import { beforeAll, describe, expect, it } from 'vitest'

import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, publish } from '../support/posts.ts'

describe(`moderation (${engine})`, () => {
  const ovoz = useOvoz()
  const on = 'posts/moderated'
  const patch = (id: string, body: object, as = 'moderator') =>
    ovoz.rest(`/comments/${id}`, { as, method: 'PATCH', body })
  const waiting = async () => (await comment(ovoz, on, { status: 'pending' })).id
  const stored = (id: string) =>
    ovoz.payload.findByID({ collection: 'comments', id, depth: 0, overrideAccess: true })

  beforeAll(async () => {
    await publish(ovoz, { title: 'Moderated' })
    await ovoz.signUp('moderator')
    await ovoz.signUp('moderator', 'second')
    await ovoz.signUp('author')
  })

  it('lets one of two moderators win who act at once, and tells the other', async () => {
    for (const to of ['approved', 'spam', 'trash']) {
      const id = await waiting()
      const answers = await Promise.all([
        patch(id, { status: to }),
        patch(id, { status: 'approved' }, 'second'),
        patch(id, { status: 'spam' }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
      for (const { status, body } of answers)
        if (status === 409) expect(body.errors[0].message).toMatch(/Someone else/)
      expect((await stored(id)).moves).toHaveLength(1)
    }
  })

  it('tells a moderator who looked at an older state', async () => {
    const id = await waiting()
    expect((await patch(id, { status: 'spam', revision: 0 })).status).toBe(200)
    expect((await patch(id, { status: 'approved', revision: 0 }, 'second')).status).toBe(409)
    expect((await stored(id)).status).toBe('spam')
    expect((await patch(id, { status: 'approved', revision: 1 }, 'second')).status).toBe(200)
  })

  it('refuses an approval of words the writer has changed since they were read', async () => {
    const { id, manageToken } = await comment(ovoz, on, { status: 'pending' })
    await ovoz.api(`/comments/${id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${manageToken}` },
      body: { body: 'Something else' },
    })
    expect((await patch(id, { status: 'approved', revision: 0 })).status).toBe(409)
  })

  it('writes down who moved it, when, from where to where, and why', async () => {
    const id = await waiting()
    await patch(id, { status: 'trash', why: 'Not about this article' })
    await patch(id, { status: 'approved' }, 'second')
    expect((await stored(id)).moves).toMatchObject([
      {
        from: 'pending',
        to: 'trash',
        by: 'moderator',
        why: 'Not about this article',
        at: expect.stringMatching(/Z$/),
      },
      { from: 'trash', to: 'approved', by: 'second' },
    ])
  })

  it('moves many at once and tells each apart', async () => {
    const ids = [await waiting(), await waiting(), await waiting()]
    await patch(ids[1]!, { status: 'spam' })
    const comments = [...ids.map((id) => ({ id, revision: 0 })), { id: 'no-such-comment' }]
    const { body } = await ovoz.rest('/comments/move', {
      as: 'moderator',
      body: { comments, status: 'approved' },
    })
    expect(body.results.map(({ moved }: any) => moved)).toEqual([true, false, true, false])
    expect(
      (await ovoz.rest('/comments/move', { as: 'author', body: { comments, status: 'approved' } })).status,
    ).toBe(403)
    expect(
      (await ovoz.rest('/comments/move', { as: 'moderator', body: { comments: 'all', status: 'approved' } }))
        .status,
    ).toBe(400)
  })

  it('lists what waits first, with a way to the article, for those who moderate', async () => {
    const id = await waiting()
    const { body } = await ovoz.rest('/comments?sort=queue,-createdAt&depth=1', { as: 'moderator' })
    expect(body.docs[0]).toMatchObject({
      id,
      status: 'pending',
      name: 'Nigora',
      on: { relationTo: 'posts', value: { slug: 'moderated' } },
    })
  })

  it('refuses to make a comment answer itself, its own answer, or something elsewhere', async () => {
    const [a, b] = [await comment(ovoz, on), await comment(ovoz, on)]
    const c = await comment(ovoz, on, { parent: b.id })
    await publish(ovoz, { title: 'Another place' })
    const elsewhere = await comment(ovoz, 'posts/another-place')
    const answer = (id: string, parent: string) =>
      ovoz.payload.update({ collection: 'comments', id, data: { parent }, depth: 0, overrideAccess: true })
    for (const [id, parent] of [
      [a.id, a.id],
      [b.id, c.id],
      [a.id, elsewhere.id],
    ]) {
      await expect(answer(id!, parent!)).rejects.toThrow()
    }
    expect((await stored(b.id)).parent ?? null).toBeNull()
  })

  it('keeps what has answers from being deleted for good, and forgets the address with the comment', async () => {
    const top = await comment(ovoz, on)
    const answer = await comment(ovoz, on, { parent: top.id })
    const remove = (id: string) => ovoz.payload.delete({ collection: 'comments', id, overrideAccess: true })
    await expect(remove(top.id)).rejects.toMatchObject({ status: 409 })
    await remove(answer.id)
    await remove(top.id)
    const { totalDocs } = await ovoz.payload.count({
      collection: 'comment-private',
      where: { comment: { in: [top.id, answer.id] } },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(0)
  })

  it('still lets the comments of a deleted article be moved', async () => {
    const post = await publish(ovoz, { title: 'Soon gone' })
    const { id } = await comment(ovoz, 'posts/soon-gone', { status: 'pending' })
    await ovoz.payload.delete({ collection: 'posts', id: post.id, overrideAccess: true })
    expect((await patch(id, { status: 'trash' })).status).toBe(200)
  })
})

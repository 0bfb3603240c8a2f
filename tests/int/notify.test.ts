import { beforeAll, describe, expect, it } from 'vitest'

import { engine, useOvoz } from '../support/ovoz.ts'
import { move, publish, written } from '../support/posts.ts'

describe(`what a writer asks to be told of (${engine})`, () => {
  const ovoz = useOvoz()
  const on = 'posts/a-talk'
  let unique = 0

  beforeAll(async () => {
    await publish(ovoz, { title: 'A talk' })
    await ovoz.signUp('admin')
    await ovoz.payload.updateGlobal({
      slug: 'discussion',
      data: { requireEmail: false },
      overrideAccess: true,
    })
  })

  const send = (more: object) =>
    ovoz.api('/comments', { body: written(on, { body: `Words ${++unique}`, ...more }) })
  /** As it stands beside the sealed address; null where nothing private is kept of the comment. */
  const kept = async (id: string) => {
    const { docs } = await ovoz.payload.find({
      collection: 'comment-private',
      where: { comment: { equals: id } },
      overrideAccess: true,
    })
    return docs[0]?.notify ?? null
  }

  it.each([
    [{ notify: 'replies' }, 'replies'],
    [{ notify: 'none' }, 'none'],
    [{ notify: null }, 'none'],
    [{}, 'none'],
    [{ notify: 'replies', email: '' }, 'none'],
  ])('of %o keeps %s', async (more, notify) => {
    const { status, body } = await send(more)
    expect(status).toBe(202)
    expect(await kept(body.id)).toBe(notify)
  })

  it('is kept, too, of a comment that is published at once', async () => {
    const waits = (data: object) =>
      ovoz.payload.updateGlobal({ slug: 'discussion', data, overrideAccess: true })
    await waits({ waits: 'nobody' })
    const { body } = await send({ notify: 'replies' })
    await waits({ waits: 'everyone' })
    expect(body.status).toBe('approved')
    expect(await kept(body.id)).toBe('replies')
  })

  it.each([
    ['replies', 'replies'],
    [null, 'none'],
  ])('comes from the checkbox of a form: %s', async (value, notify) => {
    const form = new URLSearchParams(
      written(on, { body: `Form ${++unique}`, ...(value && { notify: value }) }),
    )
    const { status, headers } = await ovoz.api('/comments', { body: form })
    expect(status).toBe(303)
    expect(await kept(headers.get('location')!.split('#comment-')[1]!)).toBe(notify)
  })

  it.each(['on', '', 'everything', 1, true, ['replies']])('cannot be %o', async (notify) => {
    const { status, body } = await ovoz.api('/comments?locale=ru', { body: written(on, { notify }) })
    expect(status).toBe(422)
    expect(body.errors).toEqual([
      { field: 'notify', code: 'invalid', message: expect.stringMatching(/[а-я]{3}/) },
    ])
  })

  it('stands in no answer, of neither door', async () => {
    const { body } = await send({ notify: 'replies' })
    await move(ovoz, body.id, 'approved')
    const own = { headers: { authorization: `Bearer ${body.manageToken}` } }
    const answers = await Promise.all([
      ovoz.api(`/comments?on=${on}`),
      ovoz.api(`/comments/${body.id}`),
      ovoz.api(`/comments/${body.id}`, own),
      ovoz.rest(`/comments/${body.id}?depth=2`, { as: 'admin' }),
    ])
    for (const { status, body: answer } of answers) {
      expect(status).toBe(200)
      expect(JSON.stringify(answer)).toContain(body.id)
      expect(JSON.stringify(answer)).not.toContain('notify')
    }
  })
})

import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { engine, useOvoz } from '../support/ovoz.ts'
import { publish, written } from '../support/posts.ts'

describe(`leaving a comment (${engine})`, () => {
  const ovoz = useOvoz()
  const on = 'posts/hello'
  const send = (body: unknown, headers: Record<string, string> = {}) =>
    ovoz.api('/comments', { body, headers })
  const kept = () =>
    ovoz.payload.count({ collection: 'comments', overrideAccess: true }).then(({ totalDocs }) => totalDocs)
  let unique = 0
  let body: object

  beforeAll(async () => void (await publish(ovoz, { title: 'Hello' })))
  beforeEach(() => void (body = written(on, { body: `Words ${++unique}` })))

  it('keeps nothing of what a reader may not say of it', async () => {
    const forged = {
      status: 'approved',
      id: 'mine',
      createdAt: '2001-01-01T00:00:00.000Z',
      isStaff: true,
      author: { name: 'Editor' }, // prettier-ignore
      revision: 9,
      visibility: 'shown',
      queue: 3,
      moves: [{ to: 'approved' }],
      root: 'x',
      thread: 'x',
      withdrawnAt: null, // prettier-ignore
    }
    const { status, body: receipt } = await send({ ...body, ...forged })
    expect(status).toBe(202)
    expect(Object.keys(receipt).sort()).toEqual(['id', 'manageToken', 'message', 'status'])
    const doc = await ovoz.payload.findByID({
      collection: 'comments',
      id: receipt.id,
      depth: 0,
      overrideAccess: true,
    })
    expect(doc).toMatchObject({ status: 'pending', isStaff: false, revision: 0, visibility: 'hidden', queue: 0, moves: [], root: receipt.id }) // prettier-ignore
    expect(Date.parse(doc.createdAt)).toBeGreaterThan(Date.parse('2020-01-01'))
  })

  it('tells every fault at its field, in the language asked for', async () => {
    const answer = await send({
      on,
      name: ' ',
      email: 'nobody',
      body: '',
      url: 'javascript:alert(1)',
      locale: 'ru',
    })
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(answer.body).toMatchObject({
      code: 'invalid',
      status: 422,
      traceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(answer.body.errors.map(({ field, code }: any) => [field, code]).sort()).toEqual([
      ['body', 'required'],
      ['email', 'invalid'],
      ['name', 'required'],
      ['url', 'invalid'],
    ])
    expect(answer.body.errors.find(({ field }: any) => field === 'name').message).toBe(
      'Это поле обязательно.',
    )
  })

  it.each([
    ['a body that is not JSON', '{"on":', { 'content-type': 'application/json' }, 400, 'malformed'],
    ['null', 'null', { 'content-type': 'application/json' }, 422, 'invalid'],
    ['a list', '[]', { 'content-type': 'application/json' }, 422, 'invalid'],
    ['plain text', 'hello', { 'content-type': 'text/plain' }, 415, 'unsupported-type'],
    ['no type', 'hello', { 'content-type': '' }, 415, 'unsupported-type'],
    ['a body of more than 64 KiB', JSON.stringify({ body: 'x'.repeat(70_000) }), { 'content-type': 'application/json' }, 413, 'too-large'], // prettier-ignore
    ['values of wrong kinds', JSON.stringify({ on, name: {}, email: [], body: 7 }), { 'content-type': 'application/json' }, 422, 'invalid'], // prettier-ignore
    [
      'an unknown page',
      JSON.stringify(written('posts/nowhere')),
      { 'content-type': 'application/json' },
      404,
      'not-found',
    ],
    [
      'a page of another kind',
      JSON.stringify(written('users/1')),
      { 'content-type': 'application/json' },
      422,
      'invalid',
    ],
  ])('refuses %s and keeps nothing', async (_, raw, headers, status, code) => {
    const before = await kept()
    const answer = await ovoz.api('/comments', { method: 'POST', body: raw, headers })
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(JSON.stringify(answer.body)).not.toMatch(/\bat .*\.(ts|js):/)
    expect(await kept()).toBe(before)
  })

  it('takes a body that arrives without a length only up to the limit', async () => {
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(16_384))),
    })
    const answer = await ovoz.stream('/comments', endless)
    expect(answer.status).toBe(413)
  })

  it('answers a form with a way back to the page, and only to places we know', async () => {
    const form = (redirect: string) =>
      new URLSearchParams({ ...written(on, { body: `Form ${++unique}` }), redirect } as never)
    const to = async (redirect: string) => {
      const { status, headers } = await send(form(redirect))
      expect(status).toBe(303)
      return headers.get('location')!
    }
    expect(await to('https://site.example/posts/hello?page=2')).toMatch(
      /^https:\/\/site\.example\/posts\/hello\?page=2#comment-/,
    )
    expect(await to('https://partner.example/x')).toMatch(/^https:\/\/partner\.example\/x#comment-/)
    for (const evil of [
      'https://evil.example/',
      '//evil.example',
      'javascript:alert(1)',
      'https://site.example.evil.example/',
    ]) {
      expect(await to(evil)).toMatch(/^https:\/\/site\.example\/posts\/hello#comment-/)
    }
  })

  it('keeps what is sent ten times at once only once, and answers alike', async () => {
    const before = await kept()
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(body)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
    expect(await kept()).toBe(before + 1)
  })

  it('confirms no address that somebody guesses of a comment everybody can read', async () => {
    const first = await send(body)
    await ovoz.payload.update({
      collection: 'comments',
      id: first.body.id,
      data: { status: 'approved' },
      overrideAccess: true,
    })
    const guess = await send(body)
    expect(guess.status).toBe(202)
    expect(guess.headers.get('idempotent-replayed')).toBeNull()
    expect(guess.body.id).not.toBe(first.body.id)
    // Who sends its form again has something of its own in it.
    const { formToken } = (await ovoz.api(`/comments/form-token?on=${on}`)).body
    const sent = await send({ ...body, body: 'By a form', formToken })
    await ovoz.payload.update({
      collection: 'comments',
      id: sent.body.id,
      data: { status: 'approved' },
      overrideAccess: true,
    })
    expect((await send({ ...body, body: 'By a form', formToken })).body.id).toBe(sent.body.id)
    expect((await send({ ...body, body: 'By a form' })).body.id).not.toBe(sent.body.id)
  })

  it.each(['application/json;', 'application/json-patch+json', 'application/x-www-form-urlencoded ;x=y'])(
    'answers 415 to a type that only looks like one we take: %s',
    async (type) => {
      const { status, body: problem } = await ovoz.api('/comments', {
        method: 'POST',
        headers: { 'content-type': type },
        body: JSON.stringify(body),
      })
      expect([status, problem.code]).toEqual([415, 'unsupported-type'])
    },
  )

  it('honours an Idempotency-Key, and refuses it for another comment', async () => {
    const headers = { 'idempotency-key': 'once-and-only' }
    const [first, second] = [await send(body, headers), await send(body, headers)]
    expect(second.body).toEqual(first.body)
    const third = await send({ ...body, body: 'Other words' }, headers)
    expect([third.status, third.body.code]).toEqual([409, 'conflict'])
  })

  it('refuses answers to what cannot be answered, in the same words', async () => {
    const { body: pending } = await send(body)
    await publish(ovoz, { title: 'Elsewhere' })
    const { body: elsewhere } = await send(written('posts/elsewhere', { body: `There ${unique}` }))
    await ovoz.payload.update({
      collection: 'comments',
      id: elsewhere.id,
      data: { status: 'approved' },
      overrideAccess: true,
    })
    const answers = await Promise.all(
      [pending.id, elsewhere.id, 'no-such-id'].map((parent) =>
        send(written(on, { body: `Answer ${++unique}`, parent })),
      ),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422]))
    expect(new Set(answers.map(({ body: { errors } }) => JSON.stringify(errors))).size).toBe(1)
  })

  it('asks only for what the discussion settings require', async () => {
    const set = (data: object) =>
      ovoz.payload.updateGlobal({ slug: 'discussion', data, overrideAccess: true })
    await set({ requireName: false, requireEmail: false })
    expect((await ovoz.api(`/comments?on=${on}`)).body.requires).toEqual({ name: false, email: false })
    expect((await send({ on, body: `Nameless ${++unique}` })).status).toBe(202)
    await set({ requireName: true, requireEmail: true })
    expect((await send({ on, body: `Nameless ${++unique}` })).status).toBe(422)
  })

  it('says when and why comments are closed, and publishes at once only where the site says so', async () => {
    const set = (data: object) =>
      ovoz.payload.updateGlobal({ slug: 'discussion', data, overrideAccess: true })
    await publish(ovoz, { title: 'Closed', comments: { state: 'closed' } })
    await publish(ovoz, { title: 'Over', comments: { state: 'open', until: '2024-05-01T12:00:00.000Z' } })
    for (const [slug, words] of [
      ['closed', 'are closed'],
      ['over', 'until 1 May 2024.'],
    ]) {
      const thread = await ovoz.api(`/comments?on=posts/${slug}`)
      expect(thread.body).toMatchObject({ open: false, closedReason: expect.stringContaining(words!) })
      const answer = await send(written(`posts/${slug}`))
      expect([answer.status, answer.body.code, answer.body.detail]).toEqual([
        409,
        'closed',
        thread.body.closedReason,
      ])
    }
    const inRussian = await ovoz.api('/comments?on=posts/over&locale=ru')
    expect(inRussian.body.closedReason).toBe('Комментарии на этой странице принимались до 1 мая 2024 года.')
    await set({ waits: 'nobody' })
    expect((await send(body)).body.status).toBe('approved')
    await set({ state: 'held' })
    expect((await send(written(on, { body: `Held ${++unique}` }))).body.status).toBe('pending')
    await set({ state: 'closed', message: 'Back on Monday.' })
    const closed = await send(written(on, { body: `Late ${++unique}` }))
    expect(closed.body).toMatchObject({ code: 'closed', detail: 'Back on Monday.' })
    expect((await ovoz.api('/site')).body.comments).toEqual({ state: 'closed', message: 'Back on Monday.' })
    await set({ state: 'open', waits: 'everyone', message: null })
  })
})

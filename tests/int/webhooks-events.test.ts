import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { WebhookMessage, WEBHOOK_EVENTS } from '../../src/contract/index.ts'
import { inTransaction } from '../../src/platform/transaction.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, move, publish } from '../support/posts.ts'
import { deliveriesOf, forgetAll, letPrivateIn, listen, workerOf } from '../support/webhooks.ts'

describe(`what webhooks are told (${engine})`, () => {
  const ovoz = useOvoz()
  let editor: { id: string }

  beforeAll(async () => {
    letPrivateIn(true)
    editor = await ovoz.signUp('editor')
  })
  beforeEach(() => listen(ovoz, { url: 'http://127.0.0.1:1/', events: [...WEBHOOK_EVENTS] }))
  afterEach(() => forgetAll(ovoz))

  const told = async () => (await deliveriesOf(ovoz)).map(({ event }) => event as string)
  const messages = async () =>
    (await deliveriesOf(ovoz)).map(({ message }) => WebhookMessage.parse(message)) as any[]

  const change = (kind: string, id: string | number, data: object, more: object = {}) =>
    ovoz.payload.update({
      collection: kind as 'posts',
      id: String(id),
      data: data as never,
      depth: 0,
      overrideAccess: true,
      ...more,
    })
  const remove = (kind: string, id: string | number) =>
    ovoz.payload.delete({ collection: kind as 'posts', id: String(id), overrideAccess: true })

  const make = {
    posts: (more: object = {}) => publish(ovoz, { title: 'News', ...more }),
    events: (more: object = {}) =>
      ovoz.payload.create({
        collection: 'events',
        data: {
          title: 'School',
          start: '2030-01-01T04:00:00.000Z',
          timeZone: 'Asia/Dushanbe',
          status: 'planned',
          _status: 'published',
          ...more,
        } as never,
        depth: 0,
        overrideAccess: true,
      }),
  }
  const quote = async (more: object = {}) => {
    const speaker = await ovoz.payload.create({
      collection: 'people',
      data: { name: 'Nigora' } as never,
      overrideAccess: true,
    })
    return ovoz.payload.create({
      collection: 'quotes',
      data: { text: 'Words.', speaker: speaker.id, consent: 'given', ...more } as never,
      depth: 0,
      overrideAccess: true,
    })
  }

  it.each([
    ['posts', 'post', { title: 'Other news' }],
    ['events', 'event', { venue: 'Elsewhere' }],
  ] as const)(
    'of %s: published, updated, unpublished, and nothing that is a draft',
    async (kind, name, other) => {
      const { id } = await make[kind]({ _status: 'draft' })
      await change(kind, id, other, { draft: true, autosave: true })
      expect(await told()).toEqual([])
      await change(kind, id, { _status: 'published' })
      expect(await told()).toEqual([`${name}.published`])
      // As a draft beside what is published, saved and typed.
      await change(kind, id, { title: 'Not yet', _status: 'draft' }, { draft: true })
      await change(kind, id, { title: 'Not yet either', _status: 'draft' }, { draft: true, autosave: true })
      expect(await told()).toEqual([`${name}.published`])
      await change(kind, id, { title: 'Now', _status: 'published' })
      await change(kind, id, { title: 'Now', _status: 'published' })
      expect(await told()).toEqual([`${name}.published`, `${name}.updated`])
      await change(kind, id, { _status: 'draft' })
      await change(kind, id, { _status: 'published' })
      await remove(kind, id)
      expect((await told()).slice(2)).toEqual([
        `${name}.unpublished`,
        `${name}.published`,
        `${name}.unpublished`,
      ])
    },
  )

  it('where and in which languages a thing is, and not a word of what it says', async () => {
    const post = await make.posts({ title: 'A private title', lead: 'A private lead', slug: 'first-address' })
    await change('posts', post.id, { title: 'Сарлавҳа' }, { locale: 'tg' })
    await change('posts', post.id, { slug: 'second-address', _status: 'published' })
    await change('posts', post.id, { title: 'Hidden', slug: 'third-address', _status: 'draft' })
    const [published, , moved, unpublished] = await messages()
    expect(published).toEqual({
      type: 'post.published',
      timestamp: expect.any(String),
      data: {
        type: 'posts',
        id: String(post.id),
        slug: 'first-address',
        formerSlug: null,
        url: 'https://site.example/posts/first-address',
        locales: ['en'],
        alternates: [{ locale: 'en', url: 'https://site.example/posts/first-address' }],
        publishedAt: expect.any(String),
        updatedAt: expect.any(String),
      },
    })
    expect(moved.data).toMatchObject({
      slug: 'second-address',
      formerSlug: 'first-address',
      locales: ['en', 'tg'],
      alternates: [
        { locale: 'en', url: 'https://site.example/posts/second-address' },
        { locale: 'tg', url: 'https://site.example/tg/posts/second-address' },
      ],
    })
    // As the public knew it.
    expect(unpublished.data).toMatchObject({ slug: 'second-address', formerSlug: null })
    expect(JSON.stringify(await messages())).not.toMatch(/private|Сарлавҳа|Hidden|third-address/)
  })

  it('of quotes, by their consent and with what they stand in', async () => {
    const post = await make.posts({ slug: 'a-source', _status: 'draft' })
    const { id } = await quote({ source: { relationTo: 'posts', value: post.id } })
    expect(await told()).toEqual([])
    await change('posts', post.id, { _status: 'published' })
    expect(await told()).toEqual(['post.published', 'quote.published'])
    // Typing in the article changes nothing of its quotes.
    await change('posts', post.id, { lead: 'More', _status: 'draft' }, { draft: true, autosave: true })
    expect(await told()).toHaveLength(2)
    await change('quotes', id, { text: 'Other words.' })
    await change('quotes', id, { consent: 'withdrawn' })
    expect((await told()).slice(2)).toEqual(['quote.updated', 'quote.unpublished'])
    const quotes = (await messages()).filter(({ type }) => type.startsWith('quote'))
    expect(quotes[0].data).toEqual({
      type: 'quotes',
      id: String(id),
      on: 'posts/a-source',
      locales: ['en'],
      updatedAt: expect.any(String),
    })
    await change('quotes', id, { consent: 'given' })
    await change('posts', post.id, { _status: 'draft' })
    expect((await told()).slice(4)).toEqual(['quote.published', 'post.unpublished', 'quote.unpublished'])
    expect((await messages()).at(-1).data.on).toBeNull()
  })

  it('of comments that come to be shown and that are no more, and of no others', async () => {
    const post = await make.posts({ slug: 'a-page' })
    const waits = await comment(ovoz, 'posts/a-page', { status: 'pending' })
    expect(await told()).toEqual(['post.published'])
    await move(ovoz, waits.id, 'approved')
    const answer = await comment(ovoz, 'posts/a-page', { parent: waits.id })
    await move(ovoz, answer.id, 'spam')
    await move(ovoz, answer.id, 'trash')
    await ovoz.api(`/comments/${waits.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${waits.manageToken}` },
    })
    const [, approved, answered, spam, withdrawn, ...rest] = await messages()
    expect(rest).toEqual([])
    const data = { type: 'comments', id: waits.id, on: 'posts/a-page', parent: null }
    expect(approved).toMatchObject({ type: 'comment.approved', data })
    expect(answered).toMatchObject({
      type: 'comment.approved',
      data: { ...data, id: answer.id, parent: waits.id },
    })
    expect(spam).toMatchObject({ type: 'comment.removed', data: { id: answer.id } })
    expect(withdrawn).toEqual({ type: 'comment.removed', timestamp: expect.any(String), data })
    // On a page that the public does not see, nobody sees a comment.
    await change('posts', post.id, { _status: 'draft' })
    await move(ovoz, answer.id, 'approved')
    expect((await told()).slice(5)).toEqual(['post.unpublished'])
  })

  it('of a comment that a moderator moves by the panel', async () => {
    await make.posts({ slug: 'moderated' })
    const { id } = await comment(ovoz, 'posts/moderated', { status: 'pending' })
    const { status } = await ovoz.rest(`/comments/${id}`, {
      as: 'editor',
      method: 'PATCH',
      body: { status: 'approved' },
    })
    expect(status).toBe(200)
    expect(await told()).toEqual(['post.published', 'comment.approved'])
  })

  it('nothing about a person', async () => {
    await make.posts({ slug: 'a-talk' })
    const { id } = await comment(ovoz, 'posts/a-talk', {
      name: 'Zarinamoh',
      email: 'zarinamoh@secret.example',
      url: 'https://zarinamoh.example',
      body: 'Zarinamoh wrote these very words.',
    })
    await move(ovoz, id, 'trash')
    const rows = JSON.stringify(await deliveriesOf(ovoz))
    expect(rows).toContain(id)
    expect(rows).not.toMatch(/zarinamoh|secret\.example|very words/i)
  })

  it('of what waits for its time: once, when that has come, whoever looks', async () => {
    const soon = new Date(Date.now() + 3_600_000).toISOString()
    const post = await make.posts({ publishedAt: soon })
    await quote({ source: { relationTo: 'posts', value: post.id } })
    await change('posts', post.id, { title: 'Better news', _status: 'published' })
    await workerOf(ovoz).send()
    expect(await told()).toEqual([])
    const workers = [workerOf(ovoz), workerOf(ovoz), workerOf(ovoz)]
    await Promise.all(workers.map((worker) => worker.send(3_600_001)))
    await workers[0]!.send(3_700_000)
    expect((await told()).sort()).toEqual(['post.published', 'quote.published'])
  })

  it('of what waits for its time, also when it is saved after that and before anybody looked', async () => {
    const post = await make.posts({ publishedAt: new Date(Date.now() + 3_600_000).toISOString() })
    // An hour later, as far as the article can tell.
    await ovoz.payload.db.updateOne({
      collection: 'posts',
      id: post.id,
      data: { publishedAt: new Date(Date.now() - 1).toISOString() },
    })
    await change('posts', post.id, { title: 'Better news', _status: 'published' })
    await workerOf(ovoz).send(7_200_000)
    expect(await told()).toEqual(['post.published'])
  })

  it('nothing of what waited for its time and was taken back or deleted', async () => {
    const soon = new Date(Date.now() + 3_600_000).toISOString()
    const [one, other] = [await make.posts({ publishedAt: soon }), await make.posts({ publishedAt: soon })]
    await change('posts', one.id, { _status: 'draft' })
    await remove('posts', other.id)
    await workerOf(ovoz).send(7_200_000)
    expect(await told()).toEqual([])
  })

  it('nothing of a change that was undone', async () => {
    const failing = inTransaction(ovoz.payload, async (req) => {
      await ovoz.payload.create({
        collection: 'posts',
        data: { title: 'Undone', _status: 'published' } as never,
        overrideAccess: true,
        req,
      })
      throw new Error('On second thoughts.')
    })
    await expect(failing).rejects.toThrow('On second thoughts.')
    expect(await told()).toEqual([])
  })

  it('only what they listen to, while they are on', async () => {
    await forgetAll(ovoz)
    const one = await listen(ovoz, { url: 'http://127.0.0.1:1/', events: ['post.published'] })
    const other = await listen(ovoz, {
      url: 'http://127.0.0.1:1/',
      events: ['post.unpublished', 'post.updated'],
    })
    const off = await listen(ovoz, { url: 'http://127.0.0.1:1/', events: ['post.published'] })
    await change('webhooks', off.id, { isOn: false })
    const post = await make.posts()
    await remove('posts', post.id)
    const toldTo = async (webhook: any) => (await deliveriesOf(ovoz, webhook)).map(({ event }) => event)
    expect(await toldTo(one)).toEqual(['post.published'])
    expect(await toldTo(other)).toEqual(['post.unpublished'])
    expect(await toldTo(off)).toEqual([])
  })

  it('of what is published by a job at its hour', async () => {
    const post = await make.posts({ _status: 'draft' })
    await ovoz.payload.jobs.queue({
      task: 'schedulePublish',
      input: {
        type: 'publish',
        doc: { relationTo: 'posts', value: post.id },
        user: { relationTo: 'users', value: editor.id },
      } as never,
    })
    await ovoz.payload.jobs.run({ silent: true })
    expect(await told()).toEqual(['post.published'])
  })
})

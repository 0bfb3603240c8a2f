import { beforeAll, describe, expect, it } from 'vitest'

import { bodyOf, paragraph, text } from '../support/article.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'

describe(`publishing (${engine})`, () => {
  const ovoz = useOvoz()
  const patch = (as: string, id: string, query: string, body: object) =>
    ovoz.rest(`/posts/${id}${query}`, { as, method: 'PATCH', body })
  const isPublic = async (slug: string) => (await ovoz.api(`/posts/${slug}`)).status === 200

  beforeAll(async () => {
    for (const role of ['author', 'translator'] as const) await ovoz.signUp(role)
  })

  it('is not undone by a translator, who saves drafts beside it', async () => {
    const post = await publish(ovoz, { title: 'Translated' })
    expect((await patch('translator', post.id, '', { _status: 'draft', title: 'Down' })).status).toBe(403)
    expect((await patch('translator', post.id, '?locale=tg', { title: 'Тарҷума' })).status).toBe(403)
    expect((await patch('translator', post.id, '?autosave=true', { _status: 'draft' })).status).toBe(403)
    expect(await isPublic('translated')).toBe(true)
    expect((await patch('translator', post.id, '?draft=true&locale=tg', { title: 'Тарҷума' })).status).toBe(
      200,
    )
    expect((await ovoz.api('/posts/translated?locale=tg')).body.title).toBe('Translated')
  })

  it('of a quote waits for its article, whatever a translator does', async () => {
    const system = { depth: 0, overrideAccess: true } as const
    const speaker = await ovoz.payload.create({ collection: 'people', data: { name: 'Zarina' }, ...system })
    const draft = await publish(ovoz, { title: 'Not yet', _status: 'draft' })
    const { id } = await ovoz.payload.create({
      collection: 'quotes',
      data: {
        text: 'Wait for it',
        speaker: speaker.id,
        consent: 'given',
        source: { relationTo: 'posts', value: draft.id },
      },
      ...system,
    })
    const { status } = await ovoz.rest(`/quotes/${id}`, {
      as: 'translator',
      method: 'PATCH',
      body: { source: null },
    })
    expect(status).toBe(200)
    expect((await ovoz.api(`/quotes/${id}`)).status).toBe(404)
  })

  it('that is scheduled is not taken back by a translator', async () => {
    const draft = await publish(ovoz, { title: 'Scheduled', _status: 'draft' })
    const job = await ovoz.payload.jobs.queue({
      task: 'schedulePublish',
      input: { type: 'publish', doc: { relationTo: 'posts', value: draft.id } },
      waitUntil: new Date(Date.now() + 60 * 60_000),
    })
    // As Payload's panel does it: past all access, by whoever may change the article.
    const takeBack = (role: 'author' | 'translator') =>
      ovoz.payload.delete({
        collection: 'payload-jobs',
        where: { id: { equals: job.id } },
        user: { id: 'x', collection: 'users', role } as never,
      })
    await expect(takeBack('translator')).rejects.toMatchObject({ status: 403 })
    expect((await takeBack('author')).docs).toHaveLength(1)
  })

  it('takes hashtags for tags once an article is saved by hand, not while it is typed', async () => {
    const body = bodyOf(paragraph(text('Words.')), paragraph(text('#Water #Право')))
    const { body: made } = await ovoz.rest('/posts?draft=true', { as: 'author', body: { title: 'Tagged' } })
    const tagsAfter = async (query: string) =>
      (await patch('author', made.doc.id, `?draft=true${query}`, { body })).body.doc.tags ?? []
    expect(await tagsAfter('&autosave=true')).toEqual([])
    const tags = await tagsAfter('&depth=1')
    expect(tags.map(({ slug }: { slug: string }) => slug)).toEqual(['water', 'pravo'])
  })

  it('says when something was made by the clock, whatever a request says', async () => {
    const body = { title: 'Backdated', createdAt: '2001-01-01T00:00:00.000Z' }
    const { body: answer } = await ovoz.rest('/posts?draft=true', { as: 'author', body })
    expect(answer.doc.createdAt > '2020').toBe(true)
    const changed = await patch('author', answer.doc.id, '?draft=true', {
      createdAt: '2001-01-01T00:00:00.000Z',
    })
    expect(changed.body.doc.createdAt).toBe(answer.doc.createdAt)
  })

  it('takes a link that would run a script out of an article, also out of a draft', async () => {
    const link = (url: string) => ({ type: 'link', version: 3, fields: { linkType: 'custom', url }, children: [{ type: 'text', text: 'here', version: 1 }] }) // prettier-ignore
    const children = [
      {
        type: 'paragraph',
        version: 1,
        children: [link('java\tscript:alert(1)'), link('https://example.org')],
      },
    ]
    const { body } = await ovoz.rest('/posts?draft=true', {
      as: 'author',
      body: { title: 'Links', body: { root: { type: 'root', version: 1, children } } },
    })
    expect(JSON.stringify(body.doc.body)).not.toContain('script:')
    expect(JSON.stringify(body.doc.body)).toContain('https://example.org')
  })
})

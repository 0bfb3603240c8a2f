import { beforeAll, describe, expect, it } from 'vitest'

import { bodyOf, paragraph, quoteRef, text } from '../support/article.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'

describe(`quotes (${engine})`, () => {
  const ovoz = useOvoz()
  let speaker = ''
  let organization = ''
  const quote = async (words: string, more: object = {}) => {
    const answer = await ovoz.rest('/quotes', {
      as: 'editor',
      body: { text: words, speaker, consent: 'given', ...more },
    })
    expect(answer.status).toBe(201)
    return answer.body.doc.id as string
  }
  const change = (id: string, body: object) =>
    ovoz.rest(`/quotes/${id}`, { as: 'editor', method: 'PATCH', body })
  const read = async (slug: string, locale = 'en') => (await ovoz.api(`/posts/${slug}?locale=${locale}`)).body

  beforeAll(async () => {
    await ovoz.signUp('editor')
    const system = { depth: 0, overrideAccess: true } as const
    organization = (
      await ovoz.payload.create({ collection: 'organizations', data: { name: 'Kukhsor' }, ...system })
    ).id
    speaker = (
      await ovoz.payload.create({
        collection: 'people',
        data: { name: 'Gulchehra', role: 'Director', organization },
        ...system,
      })
    ).id
  })

  it('placed in two articles, change in both when edited once', async () => {
    const id = await quote('First wording')
    for (const title of ['One', 'Two'])
      await publish(ovoz, { title, body: bodyOf(paragraph(text(title)), quoteRef(id)) })
    await change(id, { text: 'Second wording' })
    for (const slug of ['one', 'two']) {
      const post = await read(slug)
      expect(post.quotes).toMatchObject([{ id, text: 'Second wording', speaker: { slug: 'gulchehra' } }])
      expect(post.body.html).toContain('<blockquote><p>Second wording</p></blockquote>')
      expect(JSON.stringify(post)).not.toContain('First wording')
    }
  })

  it('whose consent is withdrawn, leave no trace anywhere', async () => {
    const id = await quote('Take this back')
    await publish(ovoz, {
      title: 'Withdrawn',
      body: bodyOf(quoteRef(id), paragraph(text('The rest stays.'))),
    })
    expect((await read('withdrawn')).body.text).toContain('Take this back')
    for (const consent of ['withdrawn', 'asked']) {
      await change(id, { consent })
      const post = await read('withdrawn')
      expect(post.body.text).toBe('The rest stays.')
      expect(JSON.stringify(post)).not.toMatch(/Take this back/)
      expect(JSON.stringify(post.body.lexical)).not.toContain(id)
      expect((await ovoz.api(`/quotes/${id}`)).status).toBe(404)
      expect(JSON.stringify((await ovoz.api('/quotes?limit=100')).body)).not.toContain('Take this back')
    }
  })

  it('are gone when they are deleted, and were never there where nobody was to see them', async () => {
    const source = await publish(ovoz, { title: 'Not yet', _status: 'draft' })
    const more = { source: { relationTo: 'posts', value: source.id } }
    const quotes = {
      shown: await quote('Shown'),
      back: await quote('Back'),
      hidden: await quote('Hidden', more),
    }
    await change(quotes.back, { consent: 'withdrawn' })
    const statuses: Record<string, number> = {}
    for (const [name, id] of Object.entries(quotes)) {
      await ovoz.payload.delete({ collection: 'quotes', id, overrideAccess: true })
      statuses[name] = (await ovoz.api(`/quotes/${id}`)).status
    }
    expect(statuses).toEqual({ shown: 410, back: 404, hidden: 404 })
  })

  it('keep the role and organization their speaker had when they were said', async () => {
    const id = await quote('As director')
    await ovoz.payload.update({
      collection: 'people',
      id: speaker,
      data: { role: 'Minister', organization: null },
      overrideAccess: true,
    })
    const { body } = await ovoz.api(`/quotes/${id}`)
    expect(body).toMatchObject({
      role: 'Director',
      organization: { slug: 'kukhsor' },
      speaker: { role: 'Minister', organization: null },
    })
  })

  it('come out with their source, and go with it', async () => {
    const post = await publish(ovoz, { title: 'Source', _status: 'draft' })
    const id = await quote('Embargoed', { source: { relationTo: 'posts', value: post.id } })
    const status = async () => (await ovoz.api(`/quotes/${id}`)).status
    const set = (data: object) =>
      ovoz.payload.update({ collection: 'posts', id: post.id, data, overrideAccess: true })
    expect(await status()).toBe(404)
    await set({ _status: 'published' })
    expect((await ovoz.api(`/quotes/${id}`)).body).toMatchObject({
      source: { type: 'posts', slug: 'source', title: 'Source' },
    })
    expect((await ovoz.api('/quotes?on=posts/source')).body).toMatchObject({ total: 1, items: [{ id }] })
    await set({ publishedAt: '2999-01-01T00:00:00.000Z' })
    expect(await status()).toBe(404)
    await set({ publishedAt: '2024-01-01T00:00:00.000Z' })
    expect(await status()).toBe(200)
    await ovoz.payload.update({
      collection: 'posts',
      id: post.id,
      data: { title: 'Draft beside it' },
      draft: true,
      overrideAccess: true,
    })
    expect(await status()).toBe(200)
    await set({ _status: 'draft' })
    expect(await status()).toBe(404)
    await ovoz.payload.delete({ collection: 'posts', id: post.id, overrideAccess: true })
    expect(await status()).toBe(404)
  })

  it('are found by person, organization and tag', async () => {
    const tag = await ovoz.payload.create({
      collection: 'tags',
      data: { name: 'Shelters' },
      overrideAccess: true,
    })
    const id = await quote('Tagged', { tags: [tag.id], organization })
    for (const query of ['person=gulchehra', 'organization=kukhsor', 'tag=shelters']) {
      const { body } = await ovoz.api(`/quotes?${query}`)
      expect(body.items.map((one: any) => one.id)).toContain(id)
    }
    expect((await ovoz.api('/quotes?person=nobody')).body).toEqual({ items: [], nextCursor: null, total: 0 })
  })
})

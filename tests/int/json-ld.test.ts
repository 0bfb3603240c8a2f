import { beforeAll, describe, expect, it } from 'vitest'

import { Event, Post, SingleComment, SingleQuote } from '../../src/contract/index.ts'
import { bodyOf, paragraph, quoteRef, text } from '../support/article.ts'
import { faultsOf } from '../support/json-ld.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, publish } from '../support/posts.ts'

describe(`JSON-LD (${engine})`, () => {
  const ovoz = useOvoz()
  const system = { depth: 0, overrideAccess: true } as const
  const make = async (collection: string, data: object) =>
    String(
      (await ovoz.payload.create({ collection: collection as 'tags', data: data as never, ...system })).id,
    )
  let quote: string

  beforeAll(async () => {
    const office = await make('organizations', { name: 'Office', url: 'https://office.example' })
    const farida = await make('people', { name: 'Farida', role: 'Head', organization: office })
    const event = await make('events', {
      title: 'Forum',
      start: '2026-11-27T04:00:00.000Z',
      timeZone: 'Asia/Dushanbe',
      status: 'cancelled',
      venue: 'Hall',
      city: 'Dushanbe',
      organizers: [office],
      speakers: [{ person: farida }],
      body: bodyOf(paragraph(text('Words about it.'))),
      _status: 'published',
    })
    const source = { relationTo: 'events', value: event }
    quote = await make('quotes', {
      text: 'Words.',
      speaker: farida,
      source,
      consent: 'given',
      saidOn: '2026-11-27',
    })
    await publish(ovoz, {
      title: 'Story </script>',
      slug: 'story',
      lead: 'In short.',
      event,
      authors: [farida],
      body: bodyOf(paragraph(text('A long text. '.repeat(400))), quoteRef(quote)),
    })
  })

  it('tells an article, its event and its quotes, in a fraction of the answer', async () => {
    const { body } = await ovoz.api('/posts/story')
    expect(Post.parse(body)).toEqual(body)
    expect(await faultsOf(body.jsonLd)).toEqual([])
    expect(body.jsonLd).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Story </script>',
      publisher: { name: 'Ovoz', url: 'https://site.example' },
      about: { name: 'Forum', startDate: '2026-11-27T09:00:00+05:00' },
      citation: [{ text: 'Words.', creator: { name: 'Farida' } }],
      commentCount: 0,
    })
    expect(JSON.stringify(body.jsonLd).length).toBeLessThan(JSON.stringify(body).length / 4)
  })

  it('tells an event', async () => {
    const { body } = await ovoz.api('/events/forum')
    expect(Event.parse(body)).toEqual(body)
    expect(await faultsOf(body.jsonLd)).toEqual([])
    expect(body.jsonLd).toMatchObject({
      '@type': 'Event',
      eventStatus: 'https://schema.org/EventCancelled',
      description: 'Words about it.',
      performer: [{ name: 'Farida' }],
    })
  })

  it('tells a quote by itself, not where many stand together', async () => {
    const { body } = await ovoz.api(`/quotes/${quote}`)
    expect(SingleQuote.parse(body)).toEqual(body)
    expect(await faultsOf(body.jsonLd)).toEqual([])
    expect(body.jsonLd).toMatchObject({
      '@type': 'Quotation',
      isBasedOn: 'https://site.example/events/forum',
    })
    expect((await ovoz.api('/quotes')).body.items[0].jsonLd).toBeUndefined()
  })

  it('tells a public comment by itself, and nothing of its writer but the name', async () => {
    const top = await comment(ovoz, 'posts/story')
    const { id, manageToken } = await comment(ovoz, 'posts/story', { parent: top.id })
    const { body } = await ovoz.api(`/comments/${id}`)
    expect(SingleComment.parse(body)).toEqual(body)
    expect(await faultsOf(body.jsonLd)).toEqual([])
    expect(body.jsonLd).toMatchObject({
      '@type': 'Comment',
      url: `https://site.example/posts/story#comment-${id}`,
      author: { name: 'Nigora' },
      parentItem: { '@id': `https://site.example/posts/story#comment-${top.id}` },
    })
    expect(JSON.stringify(body)).not.toContain('reader.example')
    const own = await ovoz.api(`/comments/${id}`, { headers: { authorization: `Bearer ${manageToken}` } })
    expect([own.body.status, own.body.jsonLd]).toEqual(['approved', undefined])
    expect((await ovoz.api('/comments?on=posts/story')).body.items[0].jsonLd).toBeUndefined()
  })
})

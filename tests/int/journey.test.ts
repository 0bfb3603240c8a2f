import { beforeAll, describe, expect, it } from 'vitest'

import { publishArticle, realArticle } from '../support/article.ts'
import { engine, useOvoz } from '../support/ovoz.ts'

describe.skipIf(!realArticle)(`the whole journey of a real article (${engine})`, () => {
  const ovoz = useOvoz()
  let kept: Awaited<ReturnType<typeof publishArticle>>

  beforeAll(async () => {
    await ovoz.signUp('editor')
    await ovoz.signUp('moderator')
    kept = await publishArticle(ovoz, realArticle!)
  })

  it('shows the article with everything its page needs', async () => {
    const { body: post, status } = await ovoz.api(`/posts/${kept.post.slug}`)
    expect(status).toBe(200)
    expect(post).toMatchObject({
      type: 'posts',
      slug: realArticle!.post.slug,
      locale: 'en',
      title: realArticle!.post.title,
      url: `https://site.example/posts/${realArticle!.post.slug}`,
      commentCount: 0,
      commentsOpen: true,
      event: { city: 'Dushanbe', timeZone: 'Asia/Dushanbe', venue: 'Hyatt Hotel' },
      alternates: [{ locale: 'en' }],
    })
    expect(post.tags.map(({ name }: { name: string }) => name)).toEqual(realArticle!.post.tags)
    expect(post.quotes).toHaveLength(3)
    for (const { text, speaker } of realArticle!.quotes) {
      expect(post.body.html).toContain(text)
      expect(post.body.text).toContain(text)
      expect(post.body.html).toContain(speaker)
    }
    expect(post.body.html).not.toContain('#OSCE')
  })

  it('shows the event with its speakers, agenda and article', async () => {
    const { body: event } = await ovoz.api(`/events/${kept.event.slug}`)
    expect(event.speakers.map(({ person }: any) => person.name)).toEqual(
      realArticle!.people.map(({ name }) => name),
    )
    expect(event.agenda).toHaveLength(2)
    expect(event.organizers).toMatchObject([{ name: 'OSCE' }])
    expect(event.posts).toMatchObject([{ slug: kept.post.slug }])
  })

  it('keeps a comment to its writer until a moderator approves it, then shows it to all', async () => {
    const on = `posts/${kept.post.slug}`
    const { status, body: receipt } = await ovoz.api('/comments', {
      body: { on, name: 'Ниgora', email: 'nigora@reader.example', body: 'Рӯзи хуб!\nhttps://example.org/a' },
    })
    expect(status).toBe(202)
    expect(receipt).toMatchObject({ status: 'pending' })

    const before = await ovoz.api(`/comments?on=${on}`)
    expect(before.body).toMatchObject({ total: 0, items: [], open: true })
    expect((await ovoz.api(`/comments/${receipt.id}`)).status).toBe(404)
    const own = await ovoz.api(`/comments/${receipt.id}`, {
      headers: { authorization: `Bearer ${receipt.manageToken}` },
    })
    expect(own.body).toMatchObject({ status: 'pending', text: 'Рӯзи хуб!\nhttps://example.org/a' })

    const waiting = await ovoz.rest('/comments?where[status][equals]=pending', { as: 'moderator' })
    expect(waiting.body.docs).toMatchObject([{ id: receipt.id, email: 'n•••@reader.example' }])
    const moved = await ovoz.rest(`/comments/${receipt.id}`, {
      as: 'moderator',
      method: 'PATCH',
      body: { status: 'approved' },
    })
    expect(moved.status).toBe(200)
    expect(moved.body.doc.moves).toMatchObject([{ from: 'pending', to: 'approved', by: 'moderator' }])

    const after = await ovoz.api(`/comments?on=${on}`)
    expect(after.body.total).toBe(1)
    expect(after.body.items).toMatchObject([
      {
        id: receipt.id,
        author: { name: 'Ниgora', isStaff: false },
        html: '<p>Рӯзи хуб!<br><a href="https://example.org/a" rel="ugc nofollow noopener">https://example.org/a</a></p>',
      },
    ])
    expect(JSON.stringify(after.body)).not.toContain('reader.example')
  })
})

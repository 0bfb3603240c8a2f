import { beforeAll, describe, expect, it } from 'vitest'

import { makePreviewToken } from '../../src/preview/token.ts'
import { bodyOf, paragraph, text } from '../support/article.ts'
import { postGraphQL, stored } from '../support/grid.ts'
import { engine, useOvoz } from '../support/ovoz.ts'

const LINKS = [
  'javascript:alert(1)//STING',
  'JaVaScRiPt:alert(1)//STING',
  ' \tjavascript:alert(1)//STING',
  'java\nscript:alert(1)//STING',
  'java\tscript:alert(1)//STING',
  '\u0001javascript:alert(1)//STING',
  '\u200Bjavascript:alert(1)//STING',
  '&#106;avascript:alert(1)//STING',
  'javascript&colon;alert(1)//STING',
  'data:text/html;base64,STING',
  'vbscript:STING',
  'file:///STING',
  'blob:https://x/STING',
  '//STING.example',
  '/\\STING.example',
  '\\\\STING.example',
]

const link = (url: string, n: number) => ({
  type: n % 2 ? 'autolink' : 'link',
  version: 3,
  fields: { linkType: 'custom', url, newTab: false, onclick: 'STING()', rel: 'STING' },
  children: [text(`word${n}`)],
})

/** A body as no editor makes it: every odd link, unknown nodes, styles, and keys nobody knows. */
const hostile = () =>
  bodyOf(
    paragraph(...LINKS.map(link)),
    { type: 'script', version: 1, src: 'STING', children: [text('kept words')] },
    { type: 'iframe', version: 1, url: 'https://STING.example', children: [] },
    { type: 'block', version: 2, fields: { blockType: 'html', html: '<img src=x onerror=STING>' } },
    { type: 'inlineBlock', version: 1, fields: { blockType: 'STING' } },
    { ...paragraph({ ...text('styled'), style: 'background:url(//STING)' }), textStyle: 'STING' },
    { type: 'heading', tag: 'h2', version: 1, children: [text('heading')], onclick: 'STING' },
    paragraph(text('<script>plain</script> & "words"')),
  )

describe(`content that means harm (${engine})`, () => {
  const ovoz = useOvoz()
  const made: Record<string, string> = {}

  beforeAll(async () => {
    await ovoz.signUp('editor')
    await ovoz.signUp('author')
    const save = async (way: string, path: string, init: Parameters<typeof ovoz.rest>[1]) => {
      const { status, body } = await ovoz.rest(path, { as: 'editor', ...init })
      expect(status, `${way}: ${JSON.stringify(body)}`).toBeLessThan(300)
      return body.doc.id as string
    }
    const post = (title: string, _status: string) => ({
      title,
      slug: title,
      lead: 'L',
      body: hostile(),
      _status,
    })
    made.published = await save('published', '/posts', { body: post('published', 'published') })
    made.draft = await save('draft', '/posts?draft=true', { body: post('draft', 'draft') })
    made.autosave = await save('autosave', '/posts', {
      body: { ...post('autosave', 'published'), body: bodyOf() },
    })
    const change = { method: 'PATCH', body: { body: hostile() } }
    await save('autosave', `/posts/${made.autosave}?draft=true&autosave=true`, change)
    const event = { title: 'event', slug: 'event', start: '2030-01-01T04:00:00.000Z', timeZone: 'Asia/Dushanbe', body: hostile(), _status: 'published' } // prettier-ignore
    await save('event', '/events', { body: event })
    const query = `mutation($body: JSON) { createPost(data: { title: "graph", slug: "graph", body: $body, _status: published }) { id } }`
    const { body } = await postGraphQL(ovoz, JSON.stringify({ query, variables: { body: hostile() } }), {
      actor: 'editor',
    })
    made.graph = body.data?.createPost?.id as string
    expect(made.graph, JSON.stringify(body)).toMatch(/^[\w-]{8,}$/)
  })

  it('is cleaned before it is kept: published, as a draft, while somebody types, by GraphQL', async () => {
    for (const [way, id] of Object.entries(made)) {
      const { kept, draft } = await stored(ovoz, way === 'event' ? 'events' : 'posts', id)
      expect(kept ?? draft, way).not.toBeNull()
      expect(JSON.stringify([kept, draft]), way).not.toContain('STING')
    }
    for (const [collection, fewest] of [
      ['posts', 4],
      ['events', 1],
    ] as const) {
      const { docs } = await ovoz.payload.findVersions({ collection, limit: 100, overrideAccess: true })
      expect(docs.length).toBeGreaterThanOrEqual(fewest)
      expect(JSON.stringify(docs)).not.toContain('STING')
    }
    const kept = JSON.stringify((await stored(ovoz, 'posts', made.draft!)).draft.body)
    for (const words of ['kept words', 'word0', 'word15', 'styled', 'heading']) expect(kept).toContain(words)
  })

  it('is in no answer of the public door', async () => {
    const token = (id: string) => makePreviewToken({ type: 'posts', id, locale: 'en' }, new Date())
    const paths = [
      '/posts/published',
      '/posts/graph',
      '/events/event',
      '/posts',
      '/events',
      '/search?q=word1',
      '/feeds/posts.rss',
      '/feeds/posts.atom',
      '/feeds/posts.json',
      '/events.ics',
      '/events/event.ics',
      `/preview?token=${token(made.draft!)}`,
      `/preview?token=${token(made.autosave!)}`,
    ]
    for (const path of paths) {
      const { status, body } = await ovoz.api(path)
      expect(status, path).toBe(200)
      const answer = typeof body === 'string' ? body : JSON.stringify(body)
      expect(answer, path).not.toContain('STING')
      // What the plain text of the article says is text.
      expect(answer.replaceAll('<script>plain</script>', ''), path).not.toMatch(
        /<script|<iframe|onerror=|style=/i,
      )
    }
  })

  it('shown as HTML is words, with what looks like markup as it was written', async () => {
    const { body } = await ovoz.api('/posts/published')
    expect(body.body.html).toContain('&#x3C;script>plain&#x3C;/script>')
    expect(body.body.html).not.toContain('<a ')
    expect(body.body.text).toContain('<script>plain</script>')
    expect(JSON.stringify(body.body.lexical)).not.toMatch(/"(script|iframe|block|inlineBlock|link|autolink)"/)
  })
})

import { Hono } from 'hono'
import { expect, test } from 'vitest'

import { addShareImages } from '../../../site/src/doors/share-images.ts'
import type { Card } from '../../../site/src/share-image/drawing.ts'
import { CONTENT_EXAMPLES } from '../../../src/contract/examples-content.ts'
import { openSite } from './fake-site.ts'

const { en: quote, tg: quoteTg } = CONTENT_EXAMPLES.SingleQuote
const path = `/quotes/${quote.id}.png`

function open({ answers, draw }: { answers: (url: URL) => unknown; draw?: (card: Card) => Promise<Buffer> }) {
  const drawn: Card[] = []
  const { ground } = openSite(answers)
  const app = new Hono()
  addShareImages(app, {
    ...ground,
    draw: draw ?? (async (card) => (drawn.push(card), Buffer.from(`picture ${drawn.length}`))),
  })
  const read = async (at: string, headers = {}) => app.request(at, { headers })
  return { drawn, read }
}

const inLanguage = (url: URL) =>
  url.pathname === `/api/v1/quotes/${quote.id}`
    ? url.searchParams.get('locale') === 'tg' ? quoteTg : quote
    : undefined // prettier-ignore

test('a picture says who said it, in the language of its address, and is drawn once', async () => {
  const { drawn, read } = open({ answers: inLanguage })
  const [one, same, other] = [await read(path), await read(path), await read(`/tg${path}`)]
  expect(await one.text()).toBe('picture 1')
  expect(await same.text()).toBe('picture 1')
  expect(await other.text()).toBe('picture 2')
  expect(one.headers.get('Content-Type')).toBe('image/png')
  expect(one.headers.get('Cache-Control')).toBe('public, max-age=3600')
  expect(drawn[1]).toEqual({
    kind: 'quote',
    text: quoteTg.text,
    locale: 'tg',
    name: 'Оиша Раҳматова',
    standing: 'Деҳқон, раиси ассотсиатсия',
    site: 'Chashma',
  })
})

test('two who ask at once wait for one picture', async () => {
  const { drawn, read } = open({ answers: inLanguage })
  const [one, two] = await Promise.all([read(path), read(path)])
  expect([await one.text(), await two.text(), drawn.length]).toEqual(['picture 1', 'picture 1', 1])
})

test('whoever has it gets nothing again, until its words change', async () => {
  let text = quote.text
  const { drawn, read } = open({ answers: () => ({ ...quote, text }) })
  const etag = (await read(path)).headers.get('ETag')!
  expect((await read(path, { 'If-None-Match': etag })).status).toBe(304)
  text = 'Other words.'
  const changed = await read(path, { 'If-None-Match': etag })
  expect(changed.status).toBe(200)
  expect(changed.headers.get('ETag')).not.toBe(etag)
  expect(drawn.map((card) => card.text)).toEqual([quote.text, 'Other words.'])
})

test('words that are public no more have no picture, though it was drawn', async () => {
  let isPublic = true
  const { read } = open({ answers: () => (isPublic ? quote : undefined) })
  const etag = (await read(path)).headers.get('ETag')!
  isPublic = false
  expect((await read(path)).status).toBe(404)
  expect((await read(path, { 'If-None-Match': etag })).status).toBe(404)
})

test('where too many wait for pictures, the next is asked to come again', async () => {
  let finish = () => {}
  const held = new Promise<void>((done) => (finish = done))
  const { read } = open({
    answers: ({ pathname }) => ({ ...quote, text: pathname }),
    draw: async () => (await held, Buffer.from('drawn')),
  })
  const asked = Array.from({ length: 60 }, (_, at) => read(`/quotes/${at}.png`))
  const refused = await Promise.any(asked.map((one) => one.then((answer) => answer.status === 503 ? answer : Promise.reject(new Error('drawn'))))) // prettier-ignore
  expect(refused.headers.get('Retry-After')).toBe('10')
  expect(refused.headers.get('Cache-Control')).toBe('no-store')
  finish()
  const statuses = (await Promise.all(asked)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(20)
  expect(new Set(statuses)).toEqual(new Set([200, 503]))
})

test('while the API is away and nothing is known, it is said to be so', async () => {
  const { read } = open({ answers: () => new TypeError('fetch failed') })
  expect((await read(path)).status).toBe(503)
})

test('while the API is away, what was public last is shown and kept by nobody', async () => {
  let isAway = false
  const { read } = open({ answers: () => (isAway ? new TypeError('fetch failed') : quote) })
  await read(path)
  isAway = true
  const answer = await read(path)
  expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
})

test('articles and events have one too: their title, who wrote it or when and where it is', async () => {
  const { drawn, read } = open({
    answers: ({ pathname }) =>
      pathname.startsWith('/api/v1/posts/') ? CONTENT_EXAMPLES.Post.en : CONTENT_EXAMPLES.Event.en,
  })
  await read('/posts/water-by-day.png')
  await read('/events/forum.png')
  expect(drawn.map(({ kind, name }) => [kind, name])).toEqual([
    ['title', 'Madina Karimzoda'],
    ['title', '27 November 2026'],
  ])
})

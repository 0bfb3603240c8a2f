import { beforeAll, describe, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'

import { createApi } from '../../src/api.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'
import { queriesOf } from '../support/queries.ts'
import { makeSmallSite } from '../support/small-site.ts'
import { tell } from '../support/tell.ts'

const system = { depth: 0, overrideAccess: true } as const
/** The most queries of one page of a thread, whatever its size, depth and order. */
const MOST_FOR_THREAD = 5

describe(`the questions to the database (${engine})`, () => {
  const ovoz = useOvoz()

  async function thread(slug: string) {
    const { id: value } = await publish(ovoz, { title: slug, slug })
    return (parent: string | null) =>
      ovoz.payload
        .create({
          collection: 'comments',
          data: { id: uuid(), on: { relationTo: 'posts', value }, parent, body: 'Words', name: 'N', status: 'approved' } as never, // prettier-ignore
          ...system,
        })
        .then(({ id }) => String(id))
  }

  beforeAll(async () => {
    await makeSmallSite(ovoz)
    const sayOnce = await thread('single')
    await sayOnce(null)
    const say = await thread('wide')
    for (let made = 0; made < 500; made += 5) {
      const top = await say(null)
      const below = [await say(top), await say(top)]
      for (const parent of below) await say(parent)
    }
    const answer = await thread('deep')
    for (let depth = 0, parent: string | null = null; depth <= 50; depth++) parent = await answer(parent)
    await thread('empty')
    for (let i = 0; i < 100; i++) await publish(ovoz, { title: `Many ${i}`, slug: `many-${i}` })
  })

  /** How many an answer costs that nobody has asked for before. */
  async function costOf(path: string) {
    // Another object, so that nothing of it is remembered.
    const api = createApi(Object.create(ovoz.payload))
    let answer!: Response
    const asked = await queriesOf(ovoz.payload, async () => {
      answer = await api.request(`/api/v1${path}`)
    })
    return { asked, status: answer.status, body: (await answer.json()) as any }
  }

  it.each([
    ['single', '', 1],
    ['single', '&order=newest&limit=1', 1],
    ['empty', '', 0],
    ['wide', '', 500],
    ['wide', '&limit=1', 500],
    ['wide', '&limit=100', 500],
    ['wide', '&limit=100&order=newest', 500],
    ['deep', '', 51],
    ['deep', '&order=newest&locale=ru&fields=id,replies.text', 51],
  ])('are five at most for a page of a thread: %s %s', async (slug, query, total) => {
    const { asked, status, body } = await costOf(`/comments?on=posts/${slug}${query}`)
    expect([status, body.total]).toEqual([200, total])
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(MOST_FOR_THREAD)
    tell(`thread ${slug}${query} (${engine}): ${asked.length} queries`)
  })

  it('are five at most for every further page, which together give each comment once', async () => {
    const seen: string[] = []
    for (let cursor = ''; ;) {
      const { asked, body } = await costOf(`/comments?on=posts/wide&limit=30${cursor && `&cursor=${cursor}`}`)
      expect(asked.length).toBeLessThanOrEqual(MOST_FOR_THREAD)
      const take = (items: { id: string; replies: never[] }[]) => {
        for (const { id, replies } of items) {
          seen.push(id)
          take(replies)
        }
      }
      take(body.items)
      cursor = body.nextCursor
      if (!cursor) break
    }
    expect([seen.length, new Set(seen).size]).toEqual([500, 500])
  })

  it.each([
    ['/posts/a', 16],
    ['/posts?limit=1', 12],
    ['/posts?limit=100', 12],
    ['/events/ahead', 14],
    ['/events', 10],
    ['/quotes', 10],
    ['/people', 6],
    ['/tags', 3],
  ])('do not grow with the answer: %s', async (path, most) => {
    const { asked, status } = await costOf(path)
    expect(status).toBe(200)
    tell(`${path} (${engine}): ${asked.length} queries`)
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(most)
  })

  it('are two for the counts of a hundred pages', async () => {
    const on = Array.from({ length: 100 }, (_, i) => `posts/many-${i}`)
    const { asked, body } = await costOf(`/comments/counts?on=${on}`)
    expect(Object.keys(body.counts)).toHaveLength(100)
    expect(asked.length).toBeLessThanOrEqual(2)
    tell(`counts of a hundred pages (${engine}): ${asked.length} queries`)
  })
})

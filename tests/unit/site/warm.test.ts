import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { keepWarm, warm } from '../../../site/src/warm.ts'
import { answerWith, openSite, type OpenSite, SLUG } from './opened.ts'

let site: OpenSite
let asked: string[]

const request = (path: string) => {
  asked.push(path)
  return site.app.request(path)
}
const listOf = (slugs: string[]) =>
  answerWith({ items: slugs.map((slug) => ({ ...site.post, slug, id: slug })), nextCursor: null, total: 1 })

beforeEach(async () => {
  site = await openSite()
  asked = []
  site.api.reply('/api/v1/posts', listOf([SLUG]))
})
afterEach(() => site.close())

describe('what is made ahead', () => {
  test('is there when the CMS goes away: nobody had asked for it', async () => {
    await warm({ ground: site.ground, request })
    await site.api.close()
    site.ground.source.expire()
    for (const path of [
      '/',
      '/ru',
      '/tg',
      '/posts',
      `/posts/${SLUG}`,
      `/ru/posts/${SLUG}`,
      `/tg/posts/${SLUG}`,
    ]) {
      const answer = await site.get(path)
      expect([path, answer.status]).toEqual([path, 200])
    }
  })

  test('is the front page of every language first', async () => {
    await warm({ ground: site.ground, request })
    expect(asked.slice(0, 3)).toEqual(['/', '/ru', '/tg'])
  })

  test('is a bounded list, made a few at a time', async () => {
    site.api.reply('/api/v1/posts', listOf(Array.from({ length: 20 }, (_, at) => `post-${at}`)))
    let now = 0
    let most = 0
    await warm({
      ground: site.ground,
      request: async (path) => {
        now += 1
        most = Math.max(most, now)
        const answer = await request(path)
        now -= 1
        return answer
      },
    })
    expect(most).toBe(2)
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.length).toBeGreaterThan(60)
    expect(asked.length).toBeLessThan(150)
    expect(site.api.asked.map(({ path }) => path)).toContain('/api/v1/posts?locale=ru&limit=20&language=ru')
  })

  test('ends when the API goes away', async () => {
    const made = await warm({
      ground: site.ground,
      request: async (path) => {
        const answer = await request(path)
        if (asked.length === 3) {
          await site.api.close()
          site.ground.source.expire()
          await site.ground.source.look('/api/v1/site?locale=en')
        }
        return answer
      },
    })
    expect(made).toBeLessThan(8)
  })
})

describe('it is kept so', () => {
  const until = (check: () => boolean) =>
    vi.waitFor(() => expect(check()).toBe(true), { interval: 5, timeout: 3000 })
  const rounds = () => asked.filter((path) => path === '/').length

  test('from the start, and after changes: many of them make one round', async () => {
    const keeper = keepWarm({ ground: site.ground, request, calm: 50 })
    await until(() => rounds() === 1 && asked.includes('/sitemap.xml'))
    for (let at = 0; at < 10; at += 1) site.ground.source.expire()
    await until(() => rounds() === 2)
    await until(() => asked.filter((path) => path === '/sitemap.xml').length === 2)
    keeper.close()
    expect(rounds()).toBe(2)
  })

  test('when the API is back, where it was away at the start', async () => {
    await site.api.close()
    const keeper = keepWarm({ ground: site.ground, request, calm: 5 })
    await until(() => site.ground.source.isAway())
    expect(asked).toEqual([])
    await site.api.open()
    await until(() => asked.includes(`/posts/${SLUG}`))
    keeper.close()
  })
})

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { keepWarm, warm } from '../../../site/src/warm.ts'
import { answerWith, openSite, type OpenSite, SLUG } from './open-site.ts'

// A round makes dozens of pages.
vi.setConfig({ testTimeout: 30_000 })

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

  test('has its pictures with it, in every size, and each is fetched once', async () => {
    const picture = { headers: { 'content-type': 'image/webp' }, body: Buffer.from([1]) }
    const names = site.post.image.variants.map(({ url }: { url: string }) => new URL(url).pathname)
    for (const name of names) site.api.reply(name, picture)
    const pictures = new Set<string>()
    await warm({ ground: site.ground, request, pictures })
    site.ground.source.expire()
    await warm({ ground: site.ground, request, pictures })
    expect(names.length).toBeGreaterThan(0)
    expect(names.map(site.api.timesAsked)).toEqual(names.map(() => 1))
    await site.api.close()
    site.ground.source.expire()
    for (const name of names) expect((await site.get(name)).status).toBe(200)
  })

  test('has pictures with it whatever they are called', async () => {
    const path = `/files/${encodeURIComponent("Фото, it's (1) & больше.webp")}`
    site.api.reply(path, { headers: { 'content-type': 'image/webp' }, body: Buffer.from([1]) })
    const image = { ...site.post.image, url: `https://cms.example${path}`, variants: [] }
    site.api.reply(`/api/v1/posts/${SLUG}`, answerWith({ ...site.post, image }))
    await warm({ ground: site.ground, request })
    expect(site.api.timesAsked(path)).toBe(1)
  })

  test('is no picture that is not there: it is looked for once in each round', async () => {
    const pictures = new Set<string>()
    const [name] = site.post.image.variants.map(({ url }: { url: string }) => new URL(url).pathname)
    await warm({ ground: site.ground, request, pictures })
    expect(asked.filter((path) => path === name)).toHaveLength(1)
    await warm({ ground: site.ground, request, pictures })
    expect(asked.filter((path) => path === name)).toHaveLength(2)
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
    vi.waitFor(() => expect(check()).toBe(true), { interval: 5, timeout: 20_000 })
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

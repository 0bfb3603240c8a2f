import { once } from 'node:events'
import { get } from 'node:http'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { barriersInTheDark, barriersOn } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { crawl, readLinks } from '../support/crawl.ts'
import { Newsroom, SiteProcess } from '../support/newsroom.ts'
import { type Content, KINDS, makeContent } from '../support/pages.ts'
import { freePort } from '../support/server.ts'
import { tell } from '../support/tell.ts'
import { faultsOf } from '../support/validator.ts'
import { Visitor } from '../support/visitor.ts'

let newsroom: Newsroom
let browser: Browser
let content: Content

beforeAll(async () => {
  ;[newsroom, browser] = await Promise.all([Newsroom.open(), launchBrowser()])
  content = await makeContent(newsroom)
})
afterAll(async () => {
  await browser?.close()
  await newsroom?.close()
})

const at = (path: string) => newsroom.siteUrl + path

/** What holds for every page, as a browser sees it. */
async function inspect(address: string, { status = 200, site = newsroom.siteUrl } = {}) {
  const visitor = await Visitor.open(browser)
  const { page } = visitor
  try {
    const answer = await page.goto(address)
    expect(answer!.status()).toBe(status)
    expect(await barriersOn(page), 'barriers in the light').toEqual([])
    await look(visitor)
    expect(await barriersInTheDark(page), 'barriers in the dark').toEqual([])
    // The console of a browser calls a page that is not there an error; so it is for nobody else.
    expect(visitor.faults.filter((fault) => !/status of (4\d\d|503)/.test(fault))).toEqual([])
    expect(visitor.asked.filter((url) => new URL(url).origin !== site)).toEqual([])
    for (const { cookie, method, url } of await visitor.heard())
      if (method === 'GET') expect(cookie, url).toBe(null)
  } finally {
    await visitor.close()
  }
}

/** The way a page is laid out, on the smallest phone and on a desk. */
async function look({ page }: Visitor) {
  await page.evaluate(async () => {
    // Down to the end, so that every picture comes.
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      scrollTo(0, y)
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    }
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
  })
  const found = await page.evaluate(() => {
    // All that the browser has noted since the page began.
    const observer = new PerformanceObserver(() => undefined)
    observer.observe({ type: 'layout-shift', buffered: true })
    return {
      shifts: observer.takeRecords().map((entry) => JSON.stringify(entry)),
      headings: document.querySelectorAll('h1').length,
      unsized: [...document.images]
        .filter((image) => !image.getAttribute('width') || !image.getAttribute('height'))
        .map(({ src }) => src),
      broken: [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src),
    }
  })
  expect(found).toEqual({ shifts: [], headings: 1, unsized: [], broken: [] })
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 740 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, `the width of the page on a screen of ${width}`).toBeLessThanOrEqual(width)
  }
}

describe.each(KINDS)('$name', ({ path, status = 200, isPrivate = false }) => {
  it('is open to everybody in the light and in the dark, lies still, fits, and asks nobody else', async () => {
    await inspect(at(path(content)), { status })
  })

  it('is valid HTML', async () => {
    const answer = await fetch(at(path(content)))
    expect(answer.status).toBe(status)
    expect(await faultsOf(await answer.text())).toEqual([])
  })

  it('is the same for every visitor, and gives nobody a cookie', async () => {
    const ask = (headers: Record<string, string>) => fetch(at(path(content)), { headers })
    const other = { cookie: 'payload-token=x; theme=dark', 'user-agent': 'Other/1', 'accept-language': 'ru' }
    const [one, two] = [await ask({ 'accept-language': 'en' }), await ask(other)]
    // Pages say how long ago something was, to the minute; a draft is shown as if it were published this moment.
    const text = async (answer: Response) => {
      const html = await answer.text()
      return isPrivate ? html.replace(/datetime="[^"]*"/g, '') : html
    }
    if (one.headers.get('date')!.slice(0, 22) === two.headers.get('date')!.slice(0, 22)) {
      expect(await text(two)).toBe(await text(one))
      expect(two.headers.get('etag')).toBe(one.headers.get('etag'))
    }
    for (const { headers } of [one, two]) expect(headers.get('set-cookie')).toBe(null)
    const kept = one.headers.get('cache-control') ?? ''
    if (isPrivate) expect(kept).toContain('no-store')
    const policy = one.headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
  })
})

describe('a form that comes back with faults', () => {
  it.each(['', '/ru', '/tg'])('is as good as any other page, in %s', async (prefix) => {
    const address = at(`${prefix}/posts/${content.post}`)
    const visitor = await Visitor.open(browser)
    const { page } = visitor
    await page.goto(address)
    // Sent as it is without a script.
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === 'POST'),
      page.locator('form[data-ovoz-form="write"]').evaluate((form: HTMLFormElement) => {
        ;(form.elements.namedItem('email') as HTMLInputElement).value = 'nobody'
        HTMLFormElement.prototype.submit.call(form)
      }),
    ])
    expect(answer.status()).toBe(422)
    await page.locator('.ovoz-summary').waitFor()
    expect(await barriersOn(page)).toEqual([])
    expect(await barriersInTheDark(page)).toEqual([])
    await visitor.close()
    const sent = await fetch(address, { method: 'POST', body: new URLSearchParams({ email: 'nobody' }) })
    expect(sent.status).toBe(422)
    expect(await faultsOf(await sent.text())).toEqual([])
    expect(sent.headers.get('cache-control')).toContain('no-store')
  })
})

describe('while the CMS is away from the first moment on', () => {
  it('there is a page that says so, as good as any other', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`
    const site = await new SiteProcess({ API_URL: nobody }, await freePort()).start()
    try {
      for (const path of ['/', `/tg/posts/${content.post}`]) {
        await inspect(site.url + path, { status: 503, site: site.url })
        const answer = await fetch(site.url + path)
        expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
        expect(await faultsOf(await answer.text())).toEqual([])
      }
    } finally {
      await site.stop()
    }
  })
})

describe('what slow networks carry', () => {
  /** How many bytes are sent for an address, compressed as a browser takes it. */
  async function weigh(address: string): Promise<number> {
    const request = get(address, { headers: { 'accept-encoding': 'gzip, deflate, br' } })
    const [answer] = (await once(request, 'response')) as [NodeJS.ReadableStream & { headers: object }]
    let bytes = 0
    for await (const chunk of answer) bytes += chunk.length
    expect(answer.headers).toHaveProperty('content-encoding')
    return bytes
  }

  it.each(['/', '/ru', '/tg', 'article', 'article in Russian'])(
    '%s: HTML and CSS are at most 30 kB',
    async (name) => {
      const path =
        { article: `/posts/${content.post}`, 'article in Russian': `/ru/posts/${content.post}` }[name] ?? name
      const html = await (await fetch(at(path))).text()
      const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href!)
      expect(styles).toHaveLength(1)
      const [page, style] = [await weigh(at(path)), await weigh(at(styles[0]!))]
      tell(`  ${name}: ${page} bytes of HTML and ${style} of CSS`)
      expect(page + style).toBeLessThanOrEqual(30_000)
    },
  )
})

describe('what the site leads to', () => {
  it('every link of every page in every language leads somewhere', async () => {
    const { found, faults, pages } = await crawl(newsroom.siteUrl, { from: ['/', '/ru', '/tg'], most: 200 })
    tell(`  ${pages} pages read, ${found.size} addresses asked for`)
    expect(faults).toEqual([])
    const paths = [...found.keys()].map((address) => new URL(address).pathname)
    for (const kind of [
      '/feeds/posts.rss',
      '/events.ics',
      `/events/${content.ahead}.ics`,
      `/posts/${content.post}`,
    ])
      expect(
        paths.some((path) => path.endsWith(kind)),
        kind,
      ).toBe(true)
  })

  it('and so does every address of the map of the site, which robots are led to', async () => {
    const robots = await (await fetch(at('/robots.txt'))).text()
    expect(robots).toContain(`Sitemap: ${at('/sitemap.xml')}`)
    const locsIn = async (address: string): Promise<string[]> => {
      const answer = await fetch(address)
      expect(answer.status, address).toBe(200)
      const text = await answer.text()
      const locs = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc!.replace(/&amp;/g, '&'))
      return text.includes('<sitemapindex') ? (await Promise.all(locs.map(locsIn))).flat() : locs
    }
    const locs = await locsIn(at('/sitemap.xml'))
    for (const path of [`/posts/${content.post}`, `/tg/posts/${content.post}`, `/events/${content.ahead}`])
      expect(locs).toContain(at(path))
    for (const loc of locs) expect((await fetch(loc, { redirect: 'manual' })).status, loc).toBe(200)
  })

  it('pages in several languages point at each other and at themselves', async () => {
    const open = KINDS.filter(({ status, isPrivate }) => !status && !isPrivate).map(({ path }) =>
      at(path(content)),
    )
    const languagesOf = async (address: string) => readLinks(await (await fetch(address)).text())
    let pairs = 0
    for (const address of open) {
      const { languages, canonical } = await languagesOf(address)
      // What is asked of a list is no page of its own.
      if (canonical === null || languages.size === 0) continue
      expect([...languages.values()], address).toContain(canonical)
      for (const [code, href] of languages) {
        pairs += 1
        expect((await languagesOf(href)).languages, `${address} in ${code}`).toEqual(languages)
      }
    }
    expect(pairs).toBeGreaterThan(30)
  })
})

import type { Browser } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import '../../widget/src/texts/all.ts'
import { textsIn } from '../../site/src/texts/index.ts'
import { barriersOn } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { Newsroom, secret } from '../support/newsroom.ts'
import { until } from '../support/server.ts'
import { tell } from '../support/tell.ts'
import { faultsOf } from '../support/validator.ts'
import { Visitor } from '../support/visitor.ts'

const SLUG = 'water'
const BODY = 'Written while the server was away.'

describe.each([
  { how: 'as npm start runs both', apart: false },
  { how: 'each by itself, as in two containers', apart: true },
])('the site without the CMS, $how', ({ apart }) => {
  let newsroom: Newsroom
  let browser: Browser
  let id = ''
  let scripted: Visitor
  let plain: Visitor

  const at = (path: string) => newsroom.siteUrl + path
  const read = async (path: string) => (await fetch(at(path))).text()
  const retitle = (title: string) =>
    newsroom.rest(`/posts/${id}`, { method: 'PATCH', body: { title, _status: 'published' } })

  beforeAll(async () => {
    ;[newsroom, browser] = await Promise.all([Newsroom.open({ apart }), launchBrowser()])
    id = (await newsroom.publish({ slug: SLUG, title: 'Before', image: await newsroom.upload('A canal', { width: 1200, height: 800 }) })).id // prettier-ignore
    await newsroom.fill(`posts/${SLUG}`, 3)
    scripted = await Visitor.open(browser)
    plain = await Visitor.open(browser, { isScripted: false })
  })
  afterAll(async () => {
    await browser?.close()
    await newsroom?.close()
  })

  it('is told of changes at once, by messages that are signed', async () => {
    await until(async () => (await read(`/posts/${SLUG}`)).includes('Comment 3'), {
      milliseconds: 5000,
      what: 'the comments',
    })
    await retitle('Once more')
    const changedAt = Date.now()
    const isSeen = async () => (await read(`/posts/${SLUG}`)).includes('<h1>Once more</h1>')
    await until(isSeen, { milliseconds: 1500, what: 'the change to be seen' })
    tell(`  seen ${Date.now() - changedAt} ms after it was made`)
  })

  it('and does not believe those that are not', async () => {
    const send = (key: string) => {
      const [message, sentAt] = [JSON.stringify({ type: 'post.updated', data: {} }), new Date()]
      const signature = new Webhook(key).sign('msg_1', sentAt, message)
      return fetch(at('/webhooks/ovoz'), {
        method: 'POST',
        body: message,
        headers: {
          'webhook-id': 'msg_1',
          'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
          'webhook-signature': signature,
        },
      })
    }
    const forged = `whsec_${Buffer.alloc(32, 'another').toString('base64')}`
    expect((await send(forged)).status).toBe(401)
    expect((await fetch(at('/webhooks/ovoz'), { method: 'POST', body: '{}' })).status).toBe(401)
    expect((await send(secret)).status).toBe(204)
  })

  it('shows what it has when the CMS is killed, and says so', async () => {
    const kept = ['/', '/posts', `/posts/${SLUG}`, '/ru', '/feeds/posts.rss?locale=en', '/sitemap.xml']
    for (const path of kept) expect((await fetch(at(path))).status, path).toBe(200)
    const picture = /\/files\/[\w.-]+/.exec(await read(`/posts/${SLUG}`))![0]
    expect((await fetch(at(picture))).status).toBe(200)
    for (const visitor of [scripted, plain]) {
      await visitor.page.goto(at(`/posts/${SLUG}`))
      await visitor.write({ body: BODY, name: 'Nigora', email: 'nigora@private.example' })
    }
    await newsroom.server.stop('SIGKILL')
    for (const path of [...kept, picture]) expect((await fetch(at(path))).status, path).toBe(200)
    // What was asked for a moment ago is as good as new; then it is said how old it is.
    await until(async () => (await read(`/posts/${SLUG}`)).includes('class="as-of"'), {
      milliseconds: 3000,
      what: 'the site to say that the CMS is away',
    })
    const page = await read(`/posts/${SLUG}`)
    expect(page).toContain('<h1>Once more</h1>')
    expect(page).toContain('Comment 3')
    expect(await faultsOf(page)).toEqual([])
    const visitor = await Visitor.open(browser)
    await visitor.page.goto(at(`/posts/${SLUG}`))
    expect(await visitor.page.textContent('.as-of')).toContain('This page is shown as it was at')
    expect(await barriersOn(visitor.page)).toEqual([])
    await visitor.close()
  })

  it('says of what it does not have that it cannot know', async () => {
    for (const [path, locale] of [
      ['/posts/never-seen', 'en'],
      ['/tg/posts/never-seen', 'tg'],
    ] as const) {
      const answer = await fetch(at(path))
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('5')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(await answer.text()).toContain(textsIn(locale)('away'))
    }
  })

  it.each([true, false])('gives a comment back that it cannot pass on, scripts %s', async (isScripted) => {
    const visitor = isScripted ? scripted : plain
    await visitor.send()
    const told = visitor.page.locator('.ovoz-summary, .ovoz-problem').first()
    await told.waitFor()
    expect((await told.textContent())!.length).toBeGreaterThan(20)
    await visitor.seen(told)
    expect(await visitor.field('body').inputValue()).toBe(BODY)
    expect(await visitor.field('name').inputValue()).toBe('Nigora')
    expect(await visitor.field('email').inputValue()).toBe('nigora@private.example')
  })

  it('shows within five seconds what changed when the CMS is there again', async () => {
    await newsroom.server.start()
    await retitle('And after')
    const startedAt = Date.now()
    const isFresh = async () => {
      const page = await read(`/posts/${SLUG}`)
      return page.includes('<h1>And after</h1>') && !page.includes('class="as-of"')
    }
    await until(isFresh, { milliseconds: 5000, what: 'the change to be seen' })
    tell(`  fresh ${Date.now() - startedAt} ms after the change`)
    expect((await fetch(at('/posts/never-seen'))).status).toBe(404)
  })

  it.each([true, false])('and takes the comment that was kept, scripts %s', async (isScripted) => {
    const visitor = isScripted ? scripted : plain
    // The same words by the same writer would be one comment.
    await visitor.write({ body: `${BODY} Scripts: ${isScripted}` })
    await visitor.send()
    await visitor.comment(`${BODY} Scripts: ${isScripted}`).waitFor()
    expect(await newsroom.find(`${BODY} Scripts: ${isScripted}`)).toMatchObject({ status: 'pending' })
  })
})

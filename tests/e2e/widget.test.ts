import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Thread } from 'ovoz/client'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { buildWidget } from '../../scripts/widget.mjs'
import { EMPTY_FORM, toDiscussion } from '../../widget/src/markup.ts'
import { bodyOf, paragraph, text } from '../support/article.ts'
import { barriersOn } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { HostPage } from '../support/host-page.ts'
import { ADMIN, Server } from '../support/server.ts'
import { shoot } from '../support/shots.ts'

const ON = 'posts/water'
const EMAIL = 'nigora@reader.example'

/** The element on a page of another origin, under a strict policy, before a CMS that lets that origin in. */
describe('the comments element on a page of another site', () => {
  let host: HostPage
  let server: Server
  let admin: Awaited<ReturnType<Server['signIn']>>
  let browser: BrowserContext
  let page: Page
  const said: string[] = []
  const asked = new Set<string>()

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ovoz-widget-'))
    await buildWidget(folder)
    host = await new HostPage(folder).start()
    server = await new Server({ CORS_ORIGINS: host.url }).start()
    host.allow(server.url)
    admin = await server.signIn(ADMIN)
    const body = bodyOf(paragraph(text('The water came back on Tuesday.')))
    const post = { title: 'Water', slug: 'water', body, _status: 'published' }
    expect((await admin.rest('/posts', { body: post })).status).toBe(201)
    for (const name of ['Dilbar', 'Munira']) await comment({ name, body: `${name} was here.` })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    host?.stop()
    await server?.stop()
  })
  beforeEach(async () => {
    await page?.close()
    page = await browser.newPage()
    page.setDefaultTimeout(20_000)
    page.on('request', (request) => asked.add(new URL(request.url()).origin))
    page.on('console', (message) => void (message.type() === 'error' && said.push(message.text())))
    page.on('pageerror', (error) => void said.push(error.message))
  })

  /** A comment that everybody sees. */
  async function comment(
    submission: { name: string; body: string; parent?: string },
    { approve = true } = {},
  ) {
    const answer = await server.api('/comments', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ on: ON, email: `${submission.name}@reader.example`, ...submission }),
    })
    const { id } = (await answer.json()) as { id: string }
    if (approve) await approveIt(id)
    return id
  }
  async function approveIt(id: string) {
    const change = { status: 'approved' }
    expect((await admin.rest(`/comments/${id}`, { method: 'PATCH', body: change })).status).toBe(200)
  }

  const element = (rest = '') => `<ovoz-comments on="${ON}" api="${server.url}" ${rest}></ovoz-comments>`
  const body = () => page.getByRole('textbox', { name: 'Comment', exact: false })
  const focused = () =>
    page.evaluate(() => {
      let at: Element | null = document.activeElement
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
      return `${at?.tagName.toLowerCase()} ${at?.getAttribute('name') ?? at?.getAttribute('data-ovoz-do') ?? at?.classList[0]}`
    })
  const inElement = (selector: string, nth = 0) => page.locator('ovoz-comments').nth(nth).locator(selector)

  it('waits until readers come near, then shows the thread without touching the page around it', async () => {
    await page.goto(host.page('/far', `<svg width="10" height="5000"></svg>${element()}`))
    await inElement('[aria-busy="true"]').waitFor({ state: 'attached' })
    expect([...asked]).not.toContain(server.url)
    await page.locator('ovoz-comments').scrollIntoViewIfNeeded()
    await page.getByRole('heading', { name: '2 comments' }).waitFor()
    await page.getByText('Munira was here.').waitFor()
    const style = await page.evaluate(() => {
      const root = document.querySelector('ovoz-comments')!.shadowRoot!
      const of = (element: Element | null) => getComputedStyle(element!)
      return {
        page: of(document.querySelector('#own')).color,
        ours: of(root.querySelector('.ovoz-text p')).color,
        heading: of(root.querySelector('h2')).fontStyle,
        border: of(root.querySelector('.ovoz-comment')).borderTopWidth,
        globals: Object.keys(window).filter((name) => /ovoz/i.test(name)),
      }
    })
    expect(style).toMatchObject({ page: 'rgb(1, 2, 3)', heading: 'normal', border: '0px', globals: [] })
    expect(style.ours).not.toBe(style.page)
    await shoot(page, 'widget')
  })

  it('is written in with the keyboard alone, tells faults at their fields, and shows what waits', async () => {
    const address = host.page('/write', element())
    await page.goto(address)
    await body().focus()
    await page.keyboard.type('We got it on Wednesday. <b>Not bold</b>')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Nigora')
    await page.keyboard.press('Tab')
    await page.keyboard.type('nigora@')
    await page.keyboard.press('Enter')
    const summary = page.getByRole('alert')
    await summary.getByText('This is not an e-mail address.').waitFor()
    await expect.poll(focused).toBe('div ovoz-summary')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toBe('input email')
    const email = page.getByRole('textbox', { name: 'Email' })
    expect(await email.getAttribute('aria-invalid')).toBe('true')
    expect(await body().inputValue()).toContain('<b>Not bold</b>')
    await shoot(page, 'widget-fault')

    await email.press('Control+A')
    await page.keyboard.type(EMAIL)
    // What the server alone can know.
    await page.keyboard.press('Enter')
    const own = page.getByRole('article').filter({ hasText: 'Awaiting moderation. Only you see this.' })
    await own.waitFor()
    expect(await own.textContent()).toContain('<b>Not bold</b>')
    await page.getByRole('status').filter({ hasText: 'Thank you.' }).waitFor()
    await expect.poll(focused).toBe('article ovoz-comment')
    expect(await body().inputValue()).toBe('')
    await shoot(page, 'widget-own')

    // It is there again after a reload, for this tab; the address is nowhere kept.
    await page.reload()
    await own.waitFor()
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(
      EMAIL,
    )
    const other = await browser.newPage()
    await other.goto(address)
    await other.getByText('Munira was here.').waitFor()
    expect(await other.getByText('Awaiting moderation').count()).toBe(0)
    await other.close()

    await own.getByRole('link', { name: 'Edit' }).press('Enter')
    await expect.poll(focused).toBe('textarea body')
    await page.keyboard.type(' And on Thursday.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await own.getByText('And on Thursday.').waitFor()
    await expect.poll(focused).toBe('article ovoz-comment')

    await own.getByRole('link', { name: 'Withdraw' }).press('Enter')
    await page.getByText('Withdraw this comment for good?').waitFor()
    await page.keyboard.press('Escape')
    await own.getByRole('link', { name: 'Withdraw' }).press('Enter')
    await page.keyboard.press('Enter')
    await page.getByText('Your comment is withdrawn.').waitFor()
    expect(await own.count()).toBe(0)
    await page.reload()
    await page.getByText('Munira was here.').waitFor()
    expect(await own.count()).toBe(0)
  })

  it('shows a comment as everybody sees it once a moderator has let it through', async () => {
    await page.goto(host.page('/approved', element()))
    await body().fill('Seen by a moderator.')
    await page.getByRole('textbox', { name: 'Name' }).fill('Nigora')
    await page.getByRole('textbox', { name: 'Email' }).fill(EMAIL)
    await page.getByRole('button', { name: 'Post Comment' }).click()
    const own = page.getByRole('article').filter({ hasText: 'Seen by a moderator.' })
    await own.getByText('Awaiting moderation').waitFor()
    await approveIt((await own.getAttribute('data-ovoz-id'))!)
    await page.reload()
    await own.getByText('Your comment', { exact: true }).waitFor()
    expect(await own.getByText('Awaiting moderation').count()).toBe(0)
    expect(await own.getByRole('link', { name: 'Reply' }).count()).toBe(1)
  })

  it('brings the form to the comment that is answered, and Escape brings everything back', async () => {
    await page.goto(host.page('/reply', element()))
    const link = page.getByRole('link', { name: 'Reply to Dilbar' })
    await link.press('Enter')
    await expect.poll(focused).toBe('textarea body')
    await page.getByRole('heading', { name: 'Replying to Dilbar' }).waitFor()
    const item = inElement('.ovoz-item').filter({ hasText: 'Dilbar was here.' }).first()
    expect(await item.locator('form').count()).toBe(1)
    await page.keyboard.type('Half a thought')
    await page.keyboard.press('Escape')
    await expect.poll(focused).toBe('a reply')
    expect(await item.locator('form').count()).toBe(0)
    expect(await body().inputValue()).toBe('Half a thought')

    // A reload does not lose it, nor where it was going.
    await link.press('Enter')
    await page.keyboard.type(', and the rest.')
    await page.reload()
    await page.getByRole('heading', { name: 'Replying to Dilbar' }).waitFor()
    expect(await body().inputValue()).toBe('Half a thought, and the rest.')
    await page.getByRole('textbox', { name: 'Name' }).fill('Nigora')
    await page.getByRole('textbox', { name: 'Email' }).fill(EMAIL)
    await page.getByRole('button', { name: 'Post Comment' }).click()
    await item.locator('.ovoz-replies').getByText('Awaiting moderation').waitFor()
    await shoot(page, 'widget-reply')
  })

  it('loses nothing when the network does', async () => {
    await page.goto(host.page('/offline', element()))
    await body().fill('Written in a tunnel.')
    await page.getByRole('textbox', { name: 'Name' }).fill('Nigora')
    await page.getByRole('textbox', { name: 'Email' }).fill(EMAIL)
    const send = page.getByRole('button', { name: 'Post Comment' })
    await page.route('**/api/v1/comments', (route) => route.abort())
    await send.click()
    await page.getByRole('alert').getByText('There is no connection.').waitFor()
    expect(await body().inputValue()).toBe('Written in a tunnel.')
    await page.unroute('**/api/v1/comments')
    await page.route('**/api/v1/comments', (route) =>
      route.fulfill({
        status: 429,
        headers: {
          'access-control-allow-origin': '*',
          'access-control-expose-headers': 'Retry-After',
          'retry-after': '120',
        },
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'throttled', detail: 'Too many requests.' }),
      }),
    )
    await send.click()
    await page.getByRole('alert').getByText('Send it again in 2 minutes.').waitFor()
    await page.unroute('**/api/v1/comments')
    await send.click()
    await page.getByText('Awaiting moderation').waitFor()
    said.splice(0, said.length, ...said.filter((line) => !/Failed to load resource/.test(line)))
  })

  it('works twice on a page, each with a form of its own, and in the language of the page', async () => {
    await page.goto(
      host.page('/two', `${element()}${element('locale="ru" order="newest" heading="Мнения"')}`, 'tg'),
    )
    const [first, second] = [0, 1].map((nth) => page.locator('ovoz-comments').nth(nth))
    await first!.getByRole('heading', { name: 'Шарҳ нависед' }).waitFor()
    await second!.getByRole('heading', { name: 'Мнения' }).waitFor()
    await first!.getByRole('textbox', { name: 'Шарҳ' }).fill('Якум')
    expect(await second!.getByRole('textbox', { name: 'Комментарий' }).inputValue()).toBe('')
    await second!.getByRole('button', { name: 'Отправить комментарий' }).click()
    await second!.getByText('Это поле обязательно.').first().waitFor()
    expect(await first!.getByRole('alert').count()).toBe(0)
    await first!.getByRole('textbox', { name: 'Ном', exact: false }).fill('Нигора')
    await first!.getByRole('textbox', { name: 'Почтаи электронӣ' }).fill(EMAIL)
    await first!.getByRole('button', { name: 'Фиристодани шарҳ' }).click()
    await first!.getByText('Санҷиши модераторро интизор аст.').waitFor()
    expect(await second!.getByText('Якум').count()).toBe(0)
    await shoot(page, 'widget-two')
  })

  it('brings what a server has written to life where it stands, and reads nothing again', async () => {
    const thread = (await (await server.api(`/comments?on=${ON}&locale=ru&limit=1`)).json()) as Thread
    const links = {
      action: '/sent',
      reply: (id: string) => `?reply=${id}#respond`,
      cancelReply: '#respond',
      order: (order: string) => `?order=${order}`,
      page: (cursor: string) => `?page=${cursor}`,
      first: null,
      all: '?',
      permalink: (id: string) => `#comment-${id}`,
      report: (id: string) => `/report/${id}`,
      own: (id: string, mode: string) => `/own/${id}?mode=${mode}`,
    }
    const view = { thread, links, locale: 'ru', now: null, timeZone: 'UTC', order: 'oldest' } as const
    const rest = { answering: null, form: EMPTY_FORM, own: [], only: null, notice: null }
    const section = toDiscussion({ ...view, ...rest })
    const whole = await page.request.get(
      host.page(
        '/written',
        `<ovoz-comments on="${ON}" api="${server.url}" locale="ru">${section}</ovoz-comments>`,
        'ru',
      ),
    )
    // The token of the form is asked for when it is first touched, and is no reading.
    const isRead = (url: string) => url.startsWith(`${server.url}/api/`) && !url.includes('/form-token')
    const asks: string[] = []
    page.on('request', (request) => void (isRead(request.url()) && asks.push(request.method())))
    await page.goto(whole.url())
    const article = page.getByRole('article').filter({ hasText: 'Dilbar was here.' })
    await article.getByText('только что').waitFor()
    await article.getByRole('link', { name: 'Ответить: Dilbar' }).press('Enter')
    await page.getByRole('heading', { name: 'Ответ для: Dilbar' }).waitFor()
    await page.keyboard.type('Ответ')
    await page.getByRole('button', { name: 'Отправить комментарий' }).press('Enter')
    await page.getByRole('alert').getByText('Имя: Это поле обязательно.').waitFor()
    expect(asks).toEqual([])
    await page.getByRole('textbox', { name: 'Имя' }).fill('Нигора')
    await page.getByRole('textbox', { name: 'Эл. почта' }).fill(EMAIL)
    await page.getByRole('button', { name: 'Отправить комментарий' }).press('Enter')
    await page.getByText('Ожидает проверки модератором.').waitFor()
    await page.getByRole('link', { name: 'Ещё комментарии' }).press('Enter')
    await page.getByText('Munira was here.').waitFor()
    await page.route('**/api/v1/comments?**', (route) => route.abort())
    await page.getByRole('link', { name: 'Сначала новые' }).press('Enter')
    await page.getByRole('status').filter({ hasText: 'Не удалось загрузить комментарии.' }).waitFor()
    said.splice(0, said.length, ...said.filter((line) => !/Failed to load resource/.test(line)))
    expect(page.url()).toBe(whole.url())
    expect(await page.evaluate(() => document.querySelector('ovoz-comments')!.shadowRoot)).toBeNull()
  })

  it('goes on to the next page and to the comment an address names, wherever that is', async () => {
    for (let i = 1; i <= 52; i++) await comment({ name: `Reader ${i}`.replace(' ', '-'), body: `Line ${i}.` })
    const last = await comment({ name: 'Last', body: 'The last of all.' })
    await page.goto(`${host.page('/many', element())}#comment-${last}`)
    await page.getByText('The last of all.').waitFor()
    await expect.poll(focused).toBe('article ovoz-comment')
    await inElement('.ovoz-found').getByText('The last of all.').waitFor()
    await page.getByText('This is one conversation out of all comments.').waitFor()

    await page.goto(host.page('/pages', element()))
    await page.getByRole('link', { name: 'More comments' }).press('Enter')
    await page.getByText('The last of all.').waitFor()
    await expect.poll(focused).toBe('article ovoz-comment')
    expect(await page.getByRole('link', { name: 'More comments' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Newest first' }).press('Enter')
    await inElement('.ovoz-item').first().getByText('The last of all.').waitFor()
    await expect.poll(focused).toBe('a order')
  })

  it('says when the thread does not come, and tries again', async () => {
    await page.route('**/api/v1/comments?**', (route) => route.abort())
    await page.goto(host.page('/away', element()))
    await page.getByRole('alert').getByText('The comments could not be loaded.').waitFor()
    await page.unroute('**/api/v1/comments?**')
    await page.getByRole('button', { name: 'Try again' }).press('Enter')
    await page.getByText('Munira was here.').waitFor()
    said.splice(0, said.length, ...said.filter((line) => !/Failed to load resource/.test(line)))
  })

  it.each(['light', 'dark'] as const)(
    'is read by everybody, and on the smallest screens: %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(host.page('/small', element('locale="tg"'), 'tg'))
      await page.getByText('Munira was here.').waitFor()
      await page.getByRole('link', { name: 'Ҷавоб додан ба Munira' }).press('Enter')
      await page.getByRole('button', { name: 'Фиристодани шарҳ' }).press('Enter')
      await page.getByRole('alert').waitFor()
      await shoot(page, `widget-small-${colorScheme}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      expect(await barriersOn(page, 'ovoz-comments')).toEqual([])
    },
  )

  it('asked nobody but the page’s own origin and the CMS, and broke no rule of the policy', () => {
    expect([...asked].sort()).toEqual([host.url, server.url].sort())
    expect(said.filter((line) => !/status of (422|404)/.test(line))).toEqual([])
  })
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { bodyOf, paragraph, text } from '../support/article.ts'
import { barriersOn } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { ADMIN, freePort, Server, until } from '../support/server.ts'
import { shoot } from '../support/shots.ts'

const MANY = 50
const PEOPLE = ['Zarina', 'Gulnora'].map((name) => ({
  name,
  email: `${name.toLowerCase()}@newsroom.example`,
  password: 'a-long-test-password',
  role: 'moderator',
}))
const LONG = `A long one. ${Array.from({ length: 40 }, (_, n) => `In year ${1980 + n} we had water ${n % 7} days a week.`).join(' ')}`

describe('the moderation desk in a browser', () => {
  let server: Server
  let siteUrl = ''
  let browser: Browser
  let admin: Awaited<ReturnType<Server['signIn']>>
  let page: Page
  const faults: string[] = []

  async function waiting(words: string, name = 'Nigora') {
    const answer = await server.api('/comments', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ on: 'posts/here', name, email: `${name}@reader.example`, body: words }),
    })
    expect(answer.status).toBe(202)
    return ((await answer.json()) as { id: string }).id
  }

  // The pale word before the choice of a locale is Payload's, on every page of its panel.
  const barriers = async (one: Page) =>
    (await barriersOn(one)).filter((line) => !line.includes('localizer-button__label'))
  const counts = async () => (await admin.rest('/desk/counts')).body.counts
  const stateOf = async (id: string) => (await admin.rest(`/comments/${id}`)).body.status
  const revisionOf = async (id: string) => (await admin.rest(`/desk/comments/${id}`)).body.card.revision
  const comes = (what: string, isSo: () => Promise<boolean>) => until(isSo, { milliseconds: 15_000, what })
  const shown = (one: Page) => one.locator('.desk__card')
  const current = (one: Page) => one.locator('.desk__card[data-current]')

  async function open({ email, password }: (typeof PEOPLE)[number], language = 'en') {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
    await context.addCookies([{ name: 'payload-lng', value: language, url: server.url }])
    const one = await context.newPage()
    one.on('pageerror', ({ message }) => faults.push(message))
    await one.goto(`${server.url}/admin/login`)
    await one.fill('input[name=email]', email)
    await one.fill('input[name=password]', password)
    await one.click('button[type=submit]')
    await one.waitForURL(`${server.url}/admin`)
    await one.goto(`${server.url}/admin/moderation`)
    await one.locator('.desk[data-phase=ready]').waitFor()
    return one
  }

  beforeAll(async () => {
    const sitePort = await freePort()
    siteUrl = `http://localhost:${sitePort}`
    server = new Server({ SITE: 'on', SITE_URL: siteUrl, SITE_PORT: String(sitePort) })
    await server.start()
    admin = await server.signIn(ADMIN)
    const body = bodyOf(paragraph(text('Words.')))
    expect((await admin.rest('/posts', { body: { title: 'Here', body, _status: 'published' } })).status).toBe(201) // prettier-ignore
    for (const user of PEOPLE) expect((await admin.rest('/users', { body: user })).status).toBe(201)
    for (let n = 1; n <= MANY; n++) await waiting(`Comment ${n}`, `Reader-${n}`)
    browser = await launchBrowser()
    page = await open(PEOPLE[0]!)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('shows ten comments on a screen of 1280 × 800, the oldest first, and says how many wait', async () => {
    await shoot(page, 'desk')
    const inSight = await page.evaluate(
      () =>
        [...document.querySelectorAll('.desk__card')].filter(
          (card) => card.getBoundingClientRect().bottom <= innerHeight,
        ).length,
    )
    expect(inSight).toBeGreaterThanOrEqual(10)
    expect(await current(page).textContent()).toContain('Comment 1')
    expect(await page.textContent('[data-queue=waiting]')).toContain(String(MANY))
    expect(await page.textContent('#nav-moderation')).toContain(String(MANY))
    expect(await barriers(page)).toEqual([])
  })

  it('is cleared by keyboard: a queue of fifty, one of them taken back', async () => {
    for (let n = 1; n <= MANY; n++) {
      await current(page).filter({ hasText: `Comment ${n}` }).waitFor() // prettier-ignore
      await page.keyboard.press(n % 10 === 0 ? 's' : n % 25 === 1 ? 't' : 'a')
      if (n !== 7) continue
      // The other moderators and the public are told as of one move, so is its undoing.
      await page.keyboard.press('u')
      await current(page).filter({ hasText: 'Comment 7' }).waitFor()
      await comes('the undoing', async () => (await counts()).waiting === MANY - 6)
      await page.keyboard.press('t')
    }
    await page.getByText('Nothing waits.').waitFor()
    const expected = { waiting: 0, held: 0, reported: 0, approved: 42, spam: 5, trash: 3 }
    await comes('every move to arrive', async () => (await counts()).waiting === 0)
    expect(await counts()).toEqual(expected)
    await shoot(page, 'desk-empty')
  })

  it('learns of new ones by itself', async () => {
    const id = await waiting('While you looked')
    await current(page).filter({ hasText: 'While you looked' }).waitFor({ timeout: 15_000 })
    await page.keyboard.press('t')
    await comes('the move', async () => (await stateOf(id)) === 'trash')
  })

  it('tells the later of two moderators, and overwrites nothing', async () => {
    const id = await waiting('At once')
    const other = await open(PEOPLE[1]!)
    await current(other).filter({ hasText: 'At once' }).waitFor()
    // What the first does is not yet heard of when the second acts.
    await other.route('**/api/desk/queue**', () => undefined)
    await current(page).filter({ hasText: 'At once' }).waitFor({ timeout: 15_000 })
    await page.keyboard.press('a')
    await comes('the first move', async () => (await stateOf(id)) === 'approved')
    await other.keyboard.press('s')
    await other.locator('.desk__told').filter({ hasText: 'Zarina was first: Approved' }).waitFor()
    await shoot(other, 'desk-conflict')
    expect(await stateOf(id)).toBe('approved')
    // Whoever has seen that may decide anew.
    await other.keyboard.press('s')
    await comes('the second move', async () => (await stateOf(id)) === 'spam')
    await other.context().close()
  })

  it('moves a range in one request, and takes it back as one', async () => {
    const ids: string[] = []
    for (const n of [1, 2, 3, 4]) ids.push(await waiting(`In a row ${n}`))
    await shown(page).nth(3).waitFor({ timeout: 15_000 })
    const requests: unknown[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/desk/move')) requests.push(request.postDataJSON().comments.length)
    })
    for (const key of ['k', 'k', 'k', 'x', 'j', 'j', 'Shift+X']) await page.keyboard.press(key)
    await page.getByText('3 selected').waitFor()
    await shoot(page, 'desk-selection')
    await page.keyboard.press('s')
    await comes('the bulk', async () => (await counts()).waiting === 1)
    await page.keyboard.press('u')
    await comes('the bulk to come back', async () => (await counts()).waiting === 4)
    expect(requests).toEqual([3, 3])
    expect(await shown(page).count()).toBe(4)
  })

  it('replies in the name of the newsroom and approves', async () => {
    await page.keyboard.press('r')
    const words = await current(page).locator('.desk__text').textContent()
    await page.keyboard.type('Thank you, a s t x.')
    await shoot(page, 'desk-reply')
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await comes('the card to leave', async () => (await shown(page).count()) === 3)
    const { items } = (await (await server.api('/comments?on=posts/here&limit=100')).json()) as any
    const answered = items.find((one: any) => one.text === words)
    const reply = JSON.stringify(answered)
    expect(reply).toContain('Thank you, a s t x.')
  })

  it('finds by words, and keeps the question in its address', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('row 4')
    await comes('one card', async () => (await shown(page).count()) === 1)
    expect(new URL(page.url()).searchParams.get('search')).toBe('row 4')
    await page.reload()
    await comes('the same card', async () => (await shown(page).count()) === 1)
    await page.getByRole('button', { name: 'Clear', exact: true }).click()
    await comes('all cards', async () => (await shown(page).count()) === 3)
  })

  it('folds long texts at four lines', async () => {
    await waiting(LONG)
    const long = shown(page).filter({ hasText: 'A long one' })
    await long.waitFor({ timeout: 15_000 })
    const height = async () => (await long.locator('.desk__text').boundingBox())!.height
    expect(await height()).toBeLessThanOrEqual(4 * 18 + 1)
    await long.getByRole('button', { name: 'More', exact: true }).click()
    expect(await height()).toBeGreaterThan(4 * 18 + 1)
  })

  const menuOf = async (card: ReturnType<typeof shown>) => {
    await card.waitFor({ timeout: 15_000 })
    await card.getByRole('button', { name: 'More for this comment' }).click()
  }
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

  it('approves all of a writer, and takes exactly that back', async () => {
    const ids: string[] = []
    for (const n of [1, 2, 3]) ids.push(await waiting(`Of one hand ${n}`, 'Farzona'))
    const before = await counts()
    await menuOf(shown(page).filter({ hasText: 'Of one hand 2' }))
    expect(await barriers(page)).toEqual([])
    await press('Approve all of this writer')
    const modal = page.locator('#confirm-action')
    await modal.waitFor()
    await shoot(page, 'desk-approve-writer')
    expect(await barriers(page)).toEqual([])
    await modal.click()
    await modal.waitFor({ state: 'hidden' })
    await page.locator('.desk__undo[data-open]').getByText('3 → Approved').waitFor()
    await comes('all to be public', async () => (await stateOf(ids[2]!)) === 'approved')
    expect(await counts()).toMatchObject({ waiting: before.waiting - 3, approved: before.approved + 3 })
    await shoot(page, 'desk-approve-writer-undo')
    await page.keyboard.press('u')
    await shown(page).filter({ hasText: 'Of one hand 3' }).waitFor()
    await comes('all to wait again', async () => (await counts()).waiting === before.waiting)
    expect(await counts()).toEqual(before)
    expect(await shown(page).filter({ hasText: 'Of one hand' }).count()).toBe(3)
  })

  it('takes a reply back by its bar, and what it approved waits again', async () => {
    const card = shown(page).filter({ hasText: 'Of one hand 1' })
    await card.focus()
    const id = (await card.getAttribute('id'))!.replace('card-', '')
    await page.keyboard.press('r')
    await page.keyboard.type('Too early.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.desk__undo[data-open]').getByText('Your reply is published.').waitFor()
    const isPublic = async () =>
      JSON.stringify(await (await server.api('/comments?on=posts/here&limit=100')).json())
    expect(await isPublic()).toContain('Too early.')
    await page.locator('.desk__undo').getByRole('button').click()
    await comes('the comment to wait', async () => (await stateOf(id)) === 'pending')
    await card.waitFor()
    expect(await isPublic()).not.toMatch(/Too early|Of one hand/)
  })

  it('closes the comments of an article, and opens them again', async () => {
    const write = async () =>
      (
        await server.api('/comments', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ on: 'posts/here', name: 'N', email: 'n@reader.example', body: `At ${Date.now()}` }), // prettier-ignore
        })
      ).status
    const card = () => shown(page).filter({ hasText: 'Of one hand 2' })
    const isOpen = async () => (await card().getByRole('button', { name: 'Only this article' }).count()) > 0
    if (!(await isOpen())) await menuOf(card())
    await press('Close comments of this article')
    await page.locator('#confirm-action').click()
    await page.locator('#confirm-action').waitFor({ state: 'hidden' })
    await comes('the comments to be closed', async () => (await write()) === 409)
    await card().waitFor()
    if (!(await isOpen())) await menuOf(card())
    await page.getByRole('button', { name: 'Open comments of this article' }).waitFor()
    expect(await barriers(page)).toEqual([])
    await press('Open comments of this article')
    await comes('the comments to be open', async () => (await write()) === 202)
    await page.getByText('The comments are open.').waitFor()
  })

  it('shows what a reader reports on the site, and lets it stay by one key', async () => {
    const id = await waiting('Reported by a reader', 'Madina')
    expect((await admin.rest('/desk/move', { body: { comments: [{ id, revision: await revisionOf(id) }], to: 'approved' } })).status).toBe(200) // prettier-ignore
    const context = await browser.newContext({ locale: 'en-GB' })
    const reader = await context.newPage()
    await reader.goto(`${siteUrl}/report/${id}`)
    const form = reader.locator('[data-ovoz-form="report"]')
    await form.locator('input[value=threat]').check()
    await form.getByRole('textbox').fill('He knows where I live.')
    await form.getByRole('button').first().click()
    await reader.getByText('Those who moderate will look at this comment.').first().waitFor()
    await context.close()

    await page.locator('[data-queue=reported]').click()
    const card = current(page).filter({ hasText: 'Reported by a reader' })
    await card.getByText('He knows where I live.').waitFor({ timeout: 15_000 })
    expect(await page.textContent('[data-queue=reported]')).toContain('1')
    await shoot(page, 'desk-reported')
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('d')
    await page.getByText('The comment stays; its reports are dismissed.').waitFor()
    await comes('the report to be dismissed', async () => (await counts()).reported === 0)
    expect(await shown(page).count()).toBe(0)
    expect(await stateOf(id)).toBe('approved')
    await page.locator('[data-queue=waiting]').click()
    await shown(page).first().waitFor()
  })

  it('holds everything on the whole site by one switch', async () => {
    await page.locator('.desk__calm-button').click()
    await page.getByLabel('Hold everything').check()
    await page.locator('.desk__panel textarea[lang=tg]').fill('Лутфан, ором бошед.')
    await shoot(page, 'desk-calm')
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Set', exact: true }).click()
    await page.locator('.desk__calm-button--held').waitFor()
    const { body } = await admin.rest('/globals/discussion?locale=tg')
    expect(body).toMatchObject({ state: 'held', message: 'Лутфан, ором бошед.' })
  })

  it('tells its keys, and hears none meanwhile', async () => {
    const before = await shown(page).count()
    await page.keyboard.press('Shift+?')
    await page.getByRole('dialog').getByText('undo, for 10 seconds').waitFor()
    await page.keyboard.press('a')
    await shoot(page, 'desk-keys')
    await page.keyboard.press('Escape')
    expect(await shown(page).count()).toBe(before)
  })

  it('says when the server is away, and comes back by itself', async () => {
    await page.route('**/api/desk/**', (route) => route.abort())
    await page.locator('[data-queue=spam]').click()
    await page.getByRole('alert').getByText('cannot be reached').waitFor()
    await page.unroute('**/api/desk/**')
    await shown(page).first().waitFor({ timeout: 15_000 })
    await page.locator('[data-queue=waiting]').click()
  })

  it('fits a phone, in the dark too', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
    await shown(page).first().waitFor()
    await shoot(page, 'desk-phone-dark')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    expect(await barriers(page)).toEqual([])
  })

  it('speaks the language of the panel', async () => {
    const russian = await open(PEOPLE[1]!, 'ru')
    expect(await russian.textContent('.desk h1')).toBe('Модерация')
    await russian.keyboard.press('j')
    // A Cyrillic layout: what stands at the place of `t`.
    const before = await shown(russian).count()
    await russian.evaluate(() =>
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'е', code: 'KeyT' })),
    )
    await comes('the card to leave', async () => (await shown(russian).count()) === before - 1)
    await shoot(russian, 'desk-russian')
    await russian.context().close()
  })

  it('is used in Tajik from the first word to the last', async () => {
    const tajik = await open(PEOPLE[1]!, 'tg')
    expect(await tajik.textContent('.desk h1')).toBe('Модератсия')
    await tajik.locator('.desk button', { hasText: /^\?$/ }).click()
    const words = await tajik
      .locator(
        '.desk h1, .desk [role=tab], .desk a[data-queue], .desk button, .desk option, dialog, [role=dialog]',
      )
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).innerText))
    // Keys are named by their letters; articles, people and languages by their own names.
    const own = new Set([
      'Here',
      'English',
      'Enter',
      'Ctrl',
      'Shift',
      'Esc',
      'Escape',
      'Zarina',
      'Gulnora',
      'Admin',
      'Akismet',
    ])
    const latin = words.flatMap((one) => one.match(/[A-Za-z]{2,}/g) ?? []).filter((one) => !own.has(one))
    expect(latin).toEqual([])
    expect(await barriers(tajik)).toEqual([])
    await tajik.keyboard.press('Escape')

    const before = await shown(tajik).count()
    const text = await current(tajik).innerText()
    await tajik.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ф', code: 'KeyA' })))
    await comes('the card to leave', async () => (await shown(tajik).count()) === before - 1)
    await shoot(tajik, 'desk-tajik')
    await tajik.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'г', code: 'KeyU' })))
    await comes('the card to be back', async () => (await current(tajik).innerText()) === text)
    await tajik.context().close()
  })

  it('is for those who moderate', async () => {
    const author = { name: 'Author', email: 'author@newsroom.example', password: 'a-long-test-password', role: 'author' } // prettier-ignore
    expect((await admin.rest('/users', { body: author })).status).toBe(201)
    const context = await browser.newContext()
    const stranger = await context.newPage()
    await stranger.goto(`${server.url}/admin/moderation`)
    await stranger.waitForURL(/\/admin\/login/)
    await stranger.fill('input[name=email]', author.email)
    await stranger.fill('input[name=password]', author.password)
    await stranger.click('button[type=submit]')
    await stranger.waitForURL(`${server.url}/admin/moderation`)
    await stranger.getByText('Only those who moderate may see this.').waitFor()
    expect(await stranger.locator('#nav-moderation').count()).toBe(0)
    await context.close()
  })

  it('does all that without a fault of the page', () => {
    expect(faults).toEqual([])
  })
})

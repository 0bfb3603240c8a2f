import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { publishArticle, realArticle } from '../support/article.ts'
import { openBrowser } from '../support/browser.ts'
import { ADMIN, freePort, Server } from '../support/server.ts'
import { shoot } from '../support/shots.ts'

const ROOT = join(import.meta.dirname, '../..')
const EDITOR = {
  name: 'Gulnora',
  email: 'gulnora@newsroom.example',
  password: 'a-long-test-password',
  role: 'editor',
}
const MODERATOR = {
  name: 'Zarina',
  email: 'zarina@newsroom.example',
  password: 'a-long-test-password',
  role: 'moderator',
}
const READER = {
  name: 'Nigora',
  email: 'nigora.reader@private.example',
  body: 'Thank you for this forum. It gave me courage.',
}

describe.skipIf(!realArticle)('the journey in a real browser', () => {
  let server: Server
  let site: ChildProcess
  let siteUrl = ''
  let browser: BrowserContext
  const on = `posts/${realArticle?.post.slug}`
  const thread = async () =>
    (await (await server.api(`/comments?on=${on}`)).json()) as { total: number; items: { text: string }[] }

  beforeAll(async () => {
    const sitePort = await freePort()
    siteUrl = `http://localhost:${sitePort}`
    server = await new Server({ CORS_ORIGINS: siteUrl }).start()
    site = spawn(process.execPath, ['examples/front-end.mjs'], {
      cwd: ROOT,
      env: { ...process.env, API: server.url, PORT: String(sitePort) },
    })
    const admin = await server.signIn(ADMIN)
    for (const user of [EDITOR, MODERATOR])
      expect((await admin.rest('/users', { body: user })).status).toBe(201)
    await publishArticle(await server.signIn(EDITOR), realArticle!)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    site?.kill()
    await server?.stop()
  })

  async function signIn(page: Page, { email, password }: typeof MODERATOR) {
    await page.goto(`${server.url}/admin/login`)
    await page.fill('input[name=email]', email)
    await page.fill('input[name=password]', password)
    await page.click('button[type=submit]')
    await page.waitForURL(`${server.url}/admin`)
  }

  it('a reader reads the article and leaves a comment, which nobody else sees', async () => {
    const page = await browser.newPage()
    await page.goto(`${siteUrl}/${on}`)
    expect(await page.textContent('h1')).toBe(realArticle!.post.title)
    expect(await page.locator('figure.quote').count()).toBe(3)
    expect(await page.textContent('body')).toContain('Your email address will not be published.')
    await page.fill('textarea[name=body]', READER.body)
    await page.fill('input[name=name]', READER.name)
    await page.fill('input[name=email]', READER.email)
    await Promise.all([page.waitForURL(/#comment-/), page.click('button')])
    expect(page.url().startsWith(`${siteUrl}/${on}`)).toBe(true)
    expect(await thread()).toMatchObject({ total: 0, items: [] })
    expect(await page.textContent('body')).not.toContain(READER.body)
    await page.close()
  })

  it('a moderator finds it first in the list, ticks it and approves it', async () => {
    const page = await browser.newPage()
    await signIn(page, MODERATOR)
    await shoot(page, 'dashboard')
    await page.goto(`${server.url}/admin/collections/comments`)
    const row = page.locator('tbody tr').first()
    await row.waitFor()
    expect(await row.textContent()).toContain(READER.body)
    expect(await row.textContent()).toContain(READER.name)
    await row.getByText('this minute').waitFor()
    await row.getByText(realArticle!.post.title.slice(0, 30)).waitFor({ timeout: 10_000 })
    await row.locator('input[type=checkbox]').check()
    await shoot(page, 'panel')
    await page.getByRole('toolbar', { name: 'Moderation' }).getByRole('button', { name: 'Approve' }).click()
    await page.getByText('Moved.').waitFor()
    await page.close()
    expect(await thread()).toMatchObject({ total: 1, items: [{ text: READER.body }] })
  })

  it('and everybody reads it, without the address it was left with', async () => {
    const page = await browser.newPage()
    await page.goto(`${siteUrl}/${on}`)
    expect(await page.locator('article').textContent()).toContain(READER.body)
    expect(await page.content()).not.toContain(READER.email)
    await page.locator('section').scrollIntoViewIfNeeded()
    await shoot(page, 'journey')
    await page.close()
  })

  it('one comment is moved on its own page, with its writer masked', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.url}/admin/collections/comments`)
    await page.locator('tbody tr a').first().click()
    await page.getByRole('toolbar', { name: 'Moderation' }).waitFor()
    await page.locator('input[name=email]').waitFor()
    expect(await page.inputValue('input[name=email]')).toBe('n•••@private.example')
    await shoot(page, 'comment')
    await page.getByRole('button', { name: 'Spam', exact: true }).click()
    await page.getByText('Moved.').waitFor()
    expect(await thread()).toMatchObject({ total: 0, items: [] })
    await page.close()
  })

  it('the panel has pages for everything that is kept', async () => {
    const page = await browser.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(`${server.url}/admin/logout`)
    await page.waitForURL(/login/)
    await signIn(page, EDITOR)
    await page.goto(`${server.url}/admin/collections/posts`)
    await page.locator('tbody tr a').first().click()
    await page.locator('input[name=title]').waitFor()
    await page.getByText(realArticle!.quotes[0]!.text.slice(0, 20)).first().waitFor()
    await shoot(page, 'post')
    for (const slug of ['events', 'quotes', 'people', 'organizations', 'tags', 'media']) {
      await page.goto(`${server.url}/admin/collections/${slug}/create`)
      await page.locator('form').first().waitFor()
    }
    expect(faults).toEqual([])
    await page.close()
  })
})

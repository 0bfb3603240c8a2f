import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { simpleParser } from 'mailparser'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { bodyOf, paragraph, text } from '../support/article.ts'
import { barriersOn } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { freePort, ADMIN, Server, until } from '../support/server.ts'

const READER = 'gulnora@private.example'

describe('a reader who asks what is kept, and staff who do it for another', () => {
  let server: Server
  let siteUrl = ''
  let browser: Browser
  let staff: Awaited<ReturnType<Server['signIn']>>

  /** The text of the newest mail to an address with a subject. */
  async function mailOf(to: string, subject: string): Promise<string> {
    let found = ''
    await until(
      async () => {
        const folder = join(server.dataDir, 'mail')
        for (const name of existsSync(folder) ? readdirSync(folder) : []) {
          const mail = await simpleParser(readFileSync(join(folder, name)))
          const [one] = [mail.to].flat()
          if (one?.value[0]?.address === to && mail.subject === subject && mail.text) found = mail.text
        }
        return found !== ''
      },
      { milliseconds: 30_000, what: `the mail “${subject}”` },
    )
    return found
  }
  const linkIn = (words: string) => /http:\S+\/privacy\/[\w-]{43}/.exec(words)![0]
  async function comment(words: string, email: string) {
    const answer = await server.api('/comments', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ on: 'posts/here', name: 'Gulnora', email, body: words }),
    })
    expect(answer.status).toBe(202)
    return ((await answer.json()) as { id: string }).id
  }
  const isThere = async (id: string) => (await staff.rest(`/comments/${id}`)).status === 200
  async function reader() {
    const context = await browser.newContext({
      locale: 'en-GB',
      viewport: { width: 360, height: 740 },
    })
    return context.newPage()
  }
  const isWithin = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
  async function check(page: Page) {
    expect(await isWithin(page)).toBe(true)
    // Nothing here needs one; axe itself is a script, so the browser lets them run.
    expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
    expect(await barriersOn(page)).toEqual([])
  }
  async function ask(page: Page, kind: string) {
    await page.goto(`${siteUrl}/privacy/requests`)
    await check(page)
    await page.fill('input[name=email]', READER)
    await page.check(`input[value=${kind}]`)
    await page.click('.request-form button')
    await page.waitForURL(/done=1/)
    await check(page)
  }

  beforeAll(async () => {
    const sitePort = await freePort()
    siteUrl = `http://localhost:${sitePort}`
    server = new Server({ SITE: 'on', SITE_URL: siteUrl, SITE_PORT: String(sitePort), DEMO: '0' })
    await server.start()
    staff = await server.signIn(ADMIN)
    const body = bodyOf(paragraph(text('Words.')))
    await staff.rest('/posts', { body: { title: 'Here', slug: 'here', body, _status: 'published' } })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('gets the copy, then is forgotten, on a phone, by pages without a script', async () => {
    const mine = await comment('My own words.', READER)
    const page = await reader()
    await ask(page, 'copy')
    await page.goto(linkIn(await mailOf(READER, 'Your copy of what we keep about you')))
    await check(page)
    await page.click('button')
    expect(await page.textContent('main')).toContain('Comments')
    await check(page)
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download to read (HTML)' }).click()
    const file = readFileSync(await (await coming).path(), 'utf8')
    expect(file).toContain('My own words.')

    await ask(page, 'erase')
    await page.goto(linkIn(await mailOf(READER, 'Shall we forget you? Please confirm')))
    await check(page)
    await page.check('input[value=removed]')
    await page.getByRole('button', { name: 'Go on' }).click()
    await check(page)
    expect(await isThere(mine)).toBe(true)
    await page.getByRole('button', { name: 'Yes, forget me' }).click()
    expect(await page.textContent('h1')).toBe('You are forgotten')
    await check(page)
    expect(await isThere(mine)).toBe(false)
    await mailOf(READER, 'You are forgotten')
  })

  it('is forgotten by an administrator, from a comment, with a note', async () => {
    const theirs = await comment('By letter.', 'zarina@private.example')
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    await page.goto(`${server.url}/admin/login`)
    await page.fill('input[name=email]', ADMIN.email)
    await page.fill('input[name=password]', ADMIN.password)
    await page.click('button[type=submit]')
    await page.waitForURL(`${server.url}/admin`)
    await page.goto(`${server.url}/admin/collections/comments/${theirs}`)
    await page.getByRole('link', { name: 'This writer: copy or erase' }).click()
    await page.waitForURL(/privacy-requests\?comment=/)
    await page.getByRole('button', { name: 'Look', exact: true }).click()
    await page.getByText('z•••@private.example: 1 comments.').waitFor()
    await page.fill('input[name=note]', 'Asked by letter')
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download as JSON' }).click()
    expect(readFileSync(await (await coming).path(), 'utf8')).toContain('By letter.')
    await page.check('input[value=anonymous]')
    await page.getByRole('button', { name: 'Forget this reader …' }).click()
    const lines = await barriersOn(page)
    expect(lines.filter((line) => !line.includes('localizer-button__label'))).toEqual([])
    expect((await staff.rest(`/comments/${theirs}`)).body.name).toBe('Gulnora')
    await page.getByRole('button', { name: 'Yes, forget them' }).click()
    await page.getByText('Forgotten. 1 comments were seen to.').waitFor()
    expect((await staff.rest(`/comments/${theirs}`)).body).toMatchObject({ name: '', body: 'By letter.' })
    expect(page.url()).not.toContain('@')
    expect(server.output).not.toContain('zarina@private.example')
    await mailOf('zarina@private.example', 'You are forgotten')
    // The address can be typed as well.
    await page.goto(`${server.url}/admin/privacy-requests`)
    await page.fill('input[name=reader]', 'nobody@private.example')
    await page.getByRole('button', { name: 'Look', exact: true }).click()
    await page.getByText('Nothing is kept about this address.').waitFor()
    expect(page.url()).not.toContain('@')
  })
})

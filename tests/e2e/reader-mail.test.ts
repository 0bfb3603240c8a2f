import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { simpleParser } from 'mailparser'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { LOCALES, type Locale } from '../../src/contract/index.ts'
import { words } from '../../src/notices/words.ts'
import { bodyOf, paragraph, text } from '../support/article.ts'
import { barriersOn } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { ADMIN, Server, until } from '../support/server.ts'
import { shoot } from '../support/shots.ts'

const PHONE = { width: 360, height: 740 }
type Act = 'confirm' | 'stop' | 'stop-all' | 'start'

describe('a reader with a phone', () => {
  const server = new Server()
  const mails = new Map<Locale, string>()
  let browser: Browser

  const inbox = () => {
    const folder = join(server.dataDir, 'mail')
    return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
  }
  const linkTo = (act: Act, locale: Locale) => {
    const kind = act === 'start' ? 'stop' : act
    const found = new RegExp(`http://\\S+/mail/${kind}/[\\w-]+`).exec(mails.get(locale)!)![0]
    return found.replace('/stop/', `/${act}/`)
  }

  /** A page of a phone, and what went wrong on it. */
  async function open(locale: Locale = 'en'): Promise<{ page: Page; faults: string[] }> {
    const context = await browser.newContext({ viewport: PHONE, locale })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('console', (message) => {
      // What is not there is called an error by the console of a browser, and by nobody else.
      if (message.type() === 'error' && !/status of 404/.test(message.text())) faults.push(message.text())
    })
    page.on('pageerror', (error) => void faults.push(error.message))
    page.on('request', (request) => {
      if (!/^data:/.test(request.url()) && new URL(request.url()).origin !== server.url)
        faults.push(request.url())
    })
    return { page, faults }
  }

  async function inspect(page: Page, { locale, title }: { locale: Locale; title: string }) {
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      expect(await barriersOn(page), `${title}, ${colorScheme}`).toEqual([])
    }
  }

  beforeAll(async () => {
    await server.start()
    browser = await launchBrowser()
    const staff = await server.signIn(ADMIN)
    const body = bodyOf(paragraph(text('A few words.')))
    await staff.rest('/posts', { body: { title: 'Water for all', body, _status: 'published' } })
    for (const locale of LOCALES) {
      const sent = await server.api('/comments', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          on: 'posts/water-for-all',
          name: 'Nigora',
          email: `${locale}@reader.example`,
          body: `Words ${locale}`,
          notify: 'replies',
          locale,
        }),
      })
      const { id } = (await sent.json()) as { id: string }
      const moved = await staff.rest(`/comments/${id}`, { method: 'PATCH', body: { status: 'approved' } })
      expect(moved.status).toBe(200)
    }
    const asked = '/mails?where[and][0][status][equals]=sent&where[and][1][kind][equals]=confirm-address'
    await until(async () => (await staff.rest(asked)).body.totalDocs === LOCALES.length, {
      milliseconds: 90_000,
      what: 'three mails',
    })
    for (const file of inbox()) {
      const mail = await simpleParser(readFileSync(file))
      const [to] = [mail.to].flat()
      const address = to!.value[0]!.address!
      if (address.endsWith('@reader.example')) mails.set(address.slice(0, 2) as Locale, mail.text!)
    }
  })
  afterAll(async () => {
    await browser?.close()
    await server.stop()
  })

  it('is led to the page in the language of the mail', () => {
    const homes = LOCALES.map(
      (locale) => /(\S*)\/posts\/water-for-all\?comment=/.exec(mails.get(locale)!)![1]!,
    )
    expect(homes.map((home) => new URL(home).pathname)).toEqual(['/', '/ru', '/tg'])
  })

  it.each(LOCALES)('asks before anything is done, and says what was: %s', async (locale) => {
    const { page, faults } = await open()
    for (const act of ['confirm', 'stop', 'stop-all', 'start'] as const) {
      await page.goto(linkTo(act, locale))
      await inspect(page, { locale, title: words(`page-${act}`, locale) })
      const button = page.getByRole('button', { name: words(`page-${act}-button`, locale), exact: true })
      expect(await page.getByRole('button').count()).toBe(1)
      await shoot(page, `mail-${act}-${locale}`)
      await button.click()
      await inspect(page, { locale, title: words(`page-${act}-done`, locale) })
      await shoot(page, `mail-${act}-done-${locale}`)
    }
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('stops all mail and begins again by the buttons alone', async () => {
    const { page, faults } = await open()
    await page.goto(linkTo('stop', 'tg'))
    for (const act of ['stop', 'stop-all', 'start'] as const) {
      await page.getByRole('button', { name: words(`page-${act}-button`, 'tg'), exact: true }).click()
      await inspect(page, { locale: 'tg', title: words(`page-${act}-done`, 'tg') })
    }
    expect(faults).toEqual([])
    await page.context().close()
  })

  it.each(LOCALES)('is told in the language of the browser that a link is over: %s', async (locale) => {
    const { page, faults } = await open(locale)
    for (const act of ['confirm', 'stop', 'stop-all'] as const) {
      const answer = await page.goto(`${server.url}/mail/${act}/${'A'.repeat(43)}`)
      expect(answer!.status()).toBe(404)
      await inspect(page, { locale, title: words('page-over', locale) })
      expect(await page.getByRole('button').count()).toBe(0)
    }
    await shoot(page, `mail-over-${locale}`)
    expect(faults).toEqual([])
    await page.context().close()
  })
})

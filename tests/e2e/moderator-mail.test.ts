import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { type ParsedMail, simpleParser } from 'mailparser'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { bodyOf, paragraph, text } from '../support/article.ts'
import { barriersOn } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { ADMIN, Server, until } from '../support/server.ts'
import { shoot } from '../support/shots.ts'

const PHONE = { width: 360, height: 740 }
const LOCALES = ['en', 'ru', 'tg'] as const
type Locale = (typeof LOCALES)[number]

const ASKS = {
  en: ['Approve this comment?', 'Is this comment spam?'],
  ru: ['Одобрить этот комментарий?', 'Этот комментарий — спам?'],
  tg: ['Ин шарҳро тасдиқ мекунед?', 'Ин шарҳ спам аст?'],
}
const WORDS = `${Array.from({ length: 12 }, (_, n) => `In spring ${2010 + n} the canal was dry for ${n + 2} weeks. `).join('')}\nhttps://example.org/${'a'.repeat(120)}`

describe('a moderator with a phone', () => {
  const server = new Server()
  const mails = new Map<Locale, ParsedMail>()
  let browser: Browser
  let staff: Awaited<ReturnType<Server['signIn']>>
  let comment = ''

  const inbox = () => {
    const folder = join(server.dataDir, 'mail')
    return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
  }
  const linkOf = (locale: Locale, verdict: string) =>
    [...mails.get(locale)!.text!.matchAll(/http:\S+\/moderate\/\S+/g)]
      .map(([link]) => link)
      .find((link) => link.endsWith(verdict))!

  /** A page of a phone, and what went wrong on it. */
  async function open(): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage({ viewport: PHONE })
    const faults: string[] = []
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())))
    page.on('pageerror', (error) => void faults.push(error.message))
    page.on('request', (request) => {
      if (!/^data:/.test(request.url()) && new URL(request.url()).origin !== server.url)
        faults.push(request.url())
    })
    return { page, faults }
  }
  const isWithin = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
  async function isFitInBothLights(page: Page) {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await isWithin(page)).toBe(true)
      expect(await barriersOn(page), colorScheme).toEqual([])
    }
  }

  beforeAll(async () => {
    await server.start()
    browser = await launchBrowser()
    staff = await server.signIn(ADMIN)
    const titles = { en: 'Water for all', ru: 'Вода для всех', tg: 'Об барои ҳама' }
    const body = bodyOf(paragraph(text('A few words.')))
    const made = await staff.rest('/posts', { body: { title: titles.en, body, _status: 'published' } })
    for (const locale of ['ru', 'tg'] as const)
      await staff.rest(`/posts/${made.body.doc.id}?locale=${locale}`, {
        method: 'PATCH',
        body: { title: titles[locale], body, _status: 'published' },
      })
    for (const mailLanguage of LOCALES)
      await staff.rest('/users', {
        body: {
          name: `Moderator ${mailLanguage}`,
          email: `${mailLanguage}@newsroom.example`,
          password: ADMIN.password,
          role: 'moderator',
          notices: 'at-once',
          mailLanguage,
        },
      })
    const sent = await server.api('/comments', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        on: `posts/${made.body.doc.slug}`,
        name: 'Нигора',
        email: 'nigora@private.example',
        body: WORDS,
      }),
    })
    comment = ((await sent.json()) as { id: string }).id
    // A file is there before all of it is written.
    await until(async () => (await staff.rest('/mails?where[status][equals]=sent')).body.totalDocs === 3, {
      milliseconds: 60_000,
      what: 'three mails',
    })
    for (const file of inbox()) {
      const mail = await simpleParser(readFileSync(file))
      const [to] = [mail.to].flat()
      mails.set(to!.value[0]!.address!.slice(0, 2) as Locale, mail)
    }
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const stored = async () => (await staff.rest(`/comments/${comment}?depth=0`)).body

  it.each(LOCALES)('reads the mail on it: %s', async (locale) => {
    const { page, faults } = await open()
    await page.setContent(String(mails.get(locale)!.html))
    expect(await isWithin(page)).toBe(true)
    expect(await barriersOn(page)).toEqual([])
    expect(faults).toEqual([])
    await page.getByRole('link').first().scrollIntoViewIfNeeded()
    await shoot(page, `moderator-mail-${locale}`)
    await page.close()
  })

  it.each(LOCALES)('opens its links as often as wanted, and nothing happens: %s', async (locale) => {
    const { page, faults } = await open()
    for (const [i, verdict] of ['approved', 'spam'].entries())
      for (let n = 0; n < 3; n++) {
        await page.goto(linkOf(locale, verdict))
        await page.getByRole('heading', { level: 1, name: ASKS[locale][i]! }).waitFor()
      }
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    await page.goto(linkOf(locale, 'approved'))
    expect(await page.getByRole('button').count()).toBe(1)
    expect(await isWithin(page)).toBe(true)
    expect(await barriersOn(page)).toEqual([])
    await page.getByRole('button').scrollIntoViewIfNeeded()
    await shoot(page, `moderate-${locale}`)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await barriersOn(page)).toEqual([])
    await shoot(page, `moderate-${locale}-dark`)
    expect(faults).toEqual([])
    expect(await stored()).toMatchObject({ status: 'pending', revision: 0 })
    await page.close()
  })

  it('approves by one press, and the history says who and how', async () => {
    const { page, faults } = await open()
    await page.goto(linkOf('tg', 'approved'))
    await page.getByRole('button', { name: 'Бале, тасдиқ мекунам' }).click()
    await page.getByRole('heading', { name: 'Шарҳ тасдиқ шуд' }).waitFor()
    await isFitInBothLights(page)
    await shoot(page, 'moderate-done')
    expect((await stored()).moves).toMatchObject([
      { from: 'pending', to: 'approved', by: 'Moderator tg', via: 'mail' },
    ])
    expect(faults).toEqual([])
    await page.close()
  })

  it('is told what another has decided, and that a used link works no more', async () => {
    const { page } = await open()
    await page.goto(linkOf('ru', 'spam'))
    await page.getByRole('heading', { name: 'Решение уже принято: одобрен' }).waitFor()
    expect(await page.getByRole('button').count()).toBe(0)
    await isFitInBothLights(page)
    await shoot(page, 'moderate-decided')
    const used = await page.goto(linkOf('tg', 'approved'))
    expect(used!.status()).toBe(404)
    await isFitInBothLights(page)
    await shoot(page, 'moderate-refused')
    await page.close()
  })
})

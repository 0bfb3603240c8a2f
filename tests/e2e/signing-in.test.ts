import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { codeAt } from '../../src/staff/totp.ts'
import { bodyOf, paragraph, text } from '../support/article.ts'
import { barriersOn } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { ADMIN, Server, until } from '../support/server.ts'
import { shoot } from '../support/shots.ts'

const PASSWORD = 'seven-quiet-mulberries'
const EDITOR = { email: 'zarina@newsroom.example', password: PASSWORD }
const MODERATOR = { email: 'nigora@newsroom.example', password: PASSWORD }
const STEP = 30_000

describe('staff who sign in', () => {
  const server = new Server({ SECOND_FACTOR: 'moderator' })
  const odd: string[] = []
  let browser: BrowserContext
  let page: Page
  let secret = ''
  let recoveryCodes: string[] = []
  let used = 0

  beforeAll(async () => {
    await server.start()
    const admin = await server.signIn(ADMIN)
    const post = { title: 'Clean water', body: bodyOf(paragraph(text('Words.'))), _status: 'published' }
    expect((await admin.rest('/posts', { body: post })).status).toBe(201)
    for (const [user, role, name] of [
      [EDITOR, 'editor', 'Зарина'],
      [MODERATOR, 'moderator', 'Нигора'],
    ] as const)
      expect((await admin.rest('/users', { body: { ...user, role, name } })).status).toBe(201)
    browser = await openBrowser()
    page = await browser.newPage()
    const note = (message: ConsoleMessage) => {
      if (/content.security.policy|violates/i.test(message.text())) odd.push(message.text())
    }
    page.on('console', note)
  })
  afterAll(async () => {
    await browser?.close()
    await server.stop()
  })

  /** A code that was not used yet; a step ahead of the clock is right as well. */
  async function nextCode() {
    const step = () => Math.floor(Date.now() / STEP)
    await until(async () => step() + 1 > used, { milliseconds: 2 * STEP, what: 'a code that is not used' })
    used = Math.max(used + 1, step())
    return codeAt({ secret, now: new Date(used * STEP) })
  }

  async function givePassword(user: { email: string; password: string }) {
    await page.goto(`${server.url}/admin/login`)
    await page.fill('input[name=email]', user.email)
    await page.fill('input[name=password]', user.password)
    await page.click('button[type=submit]')
  }

  const signOut = () => browser.clearCookies({ name: 'payload-token' })

  /** From the picture to the recovery codes, by the words in Latin letters of the app. */
  async function takePicture() {
    await page.locator('.sign-in__picture').waitFor()
    secret = (await page.locator('.sign-in__secret').innerText()).replace(/\s/g, '')
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  }

  it('without a second factor come in by the password alone', async () => {
    await givePassword(EDITOR)
    await page.waitForURL(`${server.url}/admin`)
  })

  it('set one up on the page of their account, and get recovery codes once', async () => {
    await page.goto(`${server.url}/admin/account`)
    await page.getByRole('button', { name: 'Set up', exact: true }).click()
    await page.getByLabel('Password', { exact: true }).last().fill(PASSWORD)
    await page.getByRole('button', { name: 'Set up', exact: true }).click()
    await takePicture()
    await shoot(page, 'second-factor-set-up')
    // The rest of that page is Payload's own.
    expect(await barriersOn(page, '.sign-in__part')).toEqual([])
    await page.getByLabel('Then write the code that the app shows').fill(await nextCode())
    await page.getByRole('button', { name: 'Turn on' }).click()
    await page.locator('.sign-in__codes li').first().waitFor()
    recoveryCodes = await page.locator('.sign-in__codes li').allInnerTexts()
    expect(recoveryCodes).toHaveLength(10)
    await shoot(page, 'recovery-codes')
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByText('Recovery codes left: 10').waitFor()
    expect(await page.locator('.sign-in__codes').count()).toBe(0)
  })

  it('are then asked for a code, and come in by it', async () => {
    await signOut()
    await givePassword(EDITOR)
    await page.getByLabel('One-time code').waitFor()
    // The button comes back to its colours from those of one that is busy.
    await page.locator('button[type=submit]:not([disabled])').waitFor()
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
    await shoot(page, 'one-time-code')
    expect(await barriersOn(page)).toEqual([])
    await page.fill('input[name=code]', '000000')
    await page.click('button[type=submit]')
    await page.getByText('This code is wrong, or it was used already. Wait for the next one.').waitFor()
    await page.fill('input[name=code]', await nextCode())
    await page.click('button[type=submit]')
    await page.waitForURL(`${server.url}/admin`)
  })

  it('come in by a recovery code when the telephone is gone', async () => {
    await signOut()
    await givePassword(EDITOR)
    await page.getByLabel('One-time code').fill(recoveryCodes[0]!)
    await page.click('button[type=submit]')
    await page.waitForURL(`${server.url}/admin`)
    await page.goto(`${server.url}/admin/account`)
    await page.getByText('Recovery codes left: 9').waitFor()
  })

  it('see where they are signed in, and end it there', async () => {
    const rows = page.locator('.sign-in__sessions tbody tr')
    await rows.first().waitFor()
    const before = await rows.count()
    expect(before).toBeGreaterThan(1)
    expect(await rows.first().innerText()).toContain('Chrome')
    await shoot(page, 'sessions')
    expect(await barriersOn(page, '.sign-in__part')).toEqual([])
    await page.getByRole('button', { name: 'End', exact: true }).first().click()
    await until(async () => (await rows.count()) === before - 1, {
      milliseconds: 10_000,
      what: 'one session less',
    })
    await page.getByText('this one').waitFor()
  })

  it('whose role must have one are led to it after the password, in their language', async () => {
    await signOut()
    await browser.addCookies([{ name: 'payload-lng', value: 'tg', url: server.url }])
    await givePassword(MODERATOR)
    await page.waitForURL(`${server.url}/admin/second-factor`)
    await page.getByText('Нақши шумо омили дуюмро талаб мекунад.').waitFor()
    await page.goto(`${server.url}/admin/collections/posts`)
    await page.waitForURL(`${server.url}/admin/second-factor`)
    await page.getByRole('button', { name: 'Танзим кардан' }).click()
    await takePicture()
    used = 0
    await shoot(page, 'second-factor-must')
    expect(await barriersOn(page)).toEqual([])
    await page.getByLabel('Сипас рамзеро, ки барнома нишон медиҳад, нависед').fill(await nextCode())
    await page.getByRole('button', { name: 'Фаъол кардан' }).click()
    await page.getByRole('button', { name: 'Ман онҳоро нигоҳ доштам' }).click()
    await page.waitForURL(`${server.url}/admin`)
  })

  it('read the form and its refusals in Russian', async () => {
    await signOut()
    await browser.addCookies([{ name: 'payload-lng', value: 'ru', url: server.url }])
    await givePassword({ ...EDITOR, password: 'not-the-password' })
    await page.locator('.sign-in__fault', { hasText: /\p{Script=Cyrillic}/u }).waitFor()
    await shoot(page, 'login-ru')
    expect(await barriersOn(page)).toEqual([])
  })

  it('meet no page of the panel that breaks its own policy: front page, list, editor, desk', async () => {
    await browser.addCookies([{ name: 'payload-lng', value: 'en', url: server.url }])
    await givePassword(ADMIN)
    await page.waitForURL(`${server.url}/admin`)
    await page.getByRole('heading', { name: 'Waiting comments' }).waitFor()
    await page.goto(`${server.url}/admin/collections/posts`)
    await page.getByRole('link', { name: 'Clean water' }).click()
    const editor = page.locator('[contenteditable=true]').first()
    await editor.click()
    await page.keyboard.type('More words. ')
    await page.getByText('More words.').waitFor()
    await page.goto(`${server.url}/admin/moderation`)
    await page.getByRole('heading', { name: 'Moderation' }).first().waitFor()
    const { headers } = await fetch(`${server.url}/admin/login`)
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[\w+/]{22}=='; /)
    expect(headers.get('content-security-policy')).not.toContain('unsafe-eval')
    expect(odd).toEqual([])
  })

  it('lets no script run that somebody put into a page', async () => {
    await page.evaluate(`(() => {
      const script = document.createElement('script')
      script.textContent = 'window.ranAnyway = true'
      document.body.append(script)
    })()`)
    expect(await page.evaluate('window.ranAnyway')).toBeUndefined()
    await until(async () => odd.some((one) => one.includes('script-src')), {
      milliseconds: 5_000,
      what: 'the browser to say so',
    })
  })
})

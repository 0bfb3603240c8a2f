import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { openBrowser } from '../support/browser.ts'
import { openReceiver } from '../support/receiver.ts'
import { ADMIN, Server } from '../support/server.ts'

describe('webhooks in the panel of the running server', () => {
  const server = new Server({ WEBHOOK_PRIVATE: 'on' })
  let site: Awaited<ReturnType<typeof openReceiver>>
  let browser: BrowserContext
  let page: Page

  beforeAll(async () => {
    ;[site, browser] = await Promise.all([openReceiver(), openBrowser(), server.start()])
    page = await browser.newPage()
    await page.goto(`${server.url}/admin/login`)
    await page.fill('#field-email', ADMIN.email)
    await page.fill('#field-password', ADMIN.password)
    await page.click('button[type=submit]')
    await page.waitForURL(`${server.url}/admin`)
  })
  afterAll(async () => {
    await browser?.close()
    await server.stop()
    await site?.close()
  })

  const told = (types: string[]) => vi.waitFor(() => expect(site.types()).toEqual(types), { timeout: 30_000 })

  it('are made, tested, told of an article within seconds, and told again', async () => {
    const admin = await server.signIn(ADMIN)
    await page.goto(`${server.url}/admin/collections/webhooks/create`)
    await page.fill('#field-name', 'Site')
    await page.fill('#field-url', site.url)
    await page.click('#field-events .rs__control')
    await page.getByRole('option', { name: 'post.published' }).click()
    await page.click('#action-save')
    await page.waitForURL(/webhooks\/(?!create)[\w-]+$/)
    expect(await page.inputValue('#field-secret')).toMatch(/^whsec_/)
    await page.getByRole('button', { name: 'Send a test' }).click()
    await told(['webhook.test'])

    await admin.rest('/posts', { body: { title: 'News', _status: 'published' } })
    await told(['webhook.test', 'post.published'])

    await page.goto(`${server.url}/admin/collections/deliveries`)
    await page.getByRole('link', { name: 'post.published' }).click()
    await page.getByRole('button', { name: 'Send again' }).click()
    await told(['webhook.test', 'post.published', 'post.published'])
    expect(site.ids()[2]).toBe(site.ids()[1])
  })
})

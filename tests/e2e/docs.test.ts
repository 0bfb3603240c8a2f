import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openBrowser } from '../support/browser.ts'
import { Server } from '../support/server.ts'

const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]

describe('the page of the public document', () => {
  const server = new Server()
  let browser: BrowserContext
  beforeAll(async () => {
    await server.start()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  it.each(SIZES)(
    'is readable at $width pixels, asks nobody else, and breaks no rule of its own',
    async (size) => {
      const page = await browser.newPage()
      await page.setViewportSize(size)
      const elsewhere: string[] = []
      const said: string[] = []
      page.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== server.url)
          elsewhere.push(request.url())
      })
      // A broken rule of the page's Content-Security-Policy is told here, with the hash that would mend it.
      page.on('console', (message) => void (message.type() === 'error' && said.push(message.text())))
      page.on('pageerror', (error) => void said.push(error.message))

      await page.goto(`${server.url}/api/v1/docs`)
      await page.getByText('Leave a comment').last().waitFor()
      await page.getByRole('heading', { name: 'An article, with everything its page needs' }).waitFor()
      await page.goto(`${server.url}/api/v1/docs#post-/api/v1/comments`)
      await page.getByText('The e-mail address is sealed at once').waitFor()
      await page.getByRole('button', { name: '422', exact: true }).first().click()
      expect([elsewhere, said]).toEqual([[], []])
      expect(await page.evaluate(() => document.fonts.size)).toBe(0)
      await page.close()
    },
  )
})

import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'

import { until } from './server.ts'

export const PHONE = { width: 360, height: 740 }
export const DESK = { width: 1280, height: 900 }

export type Way = {
  /** Whether scripts run. */
  isScripted?: boolean
  viewport?: { width: number; height: number }
  scheme?: 'light' | 'dark'
}

/** Somebody who was never here before: nothing kept, and everything that is sent or said is written down. */
export class Visitor {
  /** Every address asked for. */
  readonly asked: string[] = []
  /** What the console and the page complained about. */
  readonly faults: string[] = []
  /** Every answer that is text, with its address. */
  readonly answers: { method: string; status: number; url: string; text: string; cookie: string | null }[] =
    []
  readonly #reading: Promise<void>[] = []

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly isScripted: boolean,
  ) {
    page.on('request', (request) => this.asked.push(request.url()))
    page.on('pageerror', (error) => this.faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.faults.push(message.text())
    })
    page.on('response', (response) => {
      const { 'content-type': type = '', 'set-cookie': cookie = null } = response.headers()
      const record = (text: string) =>
        this.answers.push({
          method: response.request().method(),
          status: response.status(),
          url: response.url(),
          text,
          cookie,
        })
      const isText = /text|json|xml/.test(type)
      // What a redirect says nobody can read.
      this.#reading.push((isText ? response.text() : Promise.resolve('')).then(record, () => record('')).then(() => undefined)) // prettier-ignore
    })
  }

  static async open(browser: Browser, { isScripted = true, viewport = PHONE, scheme = 'light' }: Way = {}) {
    const isPhone = viewport.width < 768
    const context = await browser.newContext({
      viewport,
      hasTouch: isPhone,
      isMobile: isPhone,
      javaScriptEnabled: isScripted,
      colorScheme: scheme,
      locale: 'en-GB',
      timezoneId: 'Asia/Dushanbe',
    })
    context.setDefaultTimeout(15_000)
    return new Visitor(context, await context.newPage(), isScripted)
  }

  async close() {
    await this.context.close()
  }

  /** Everything that was answered so far, to the last word. */
  async heard() {
    while (this.#reading.length) await this.#reading.shift()
    return this.answers
  }

  get form(): Locator {
    return this.page.locator('form[data-ovoz-form="write"]')
  }

  field(name: 'body' | 'name' | 'email' | 'url' | 'notify' | 'parent'): Locator {
    return this.form.locator(`[name="${name}"]`)
  }

  /** A comment that is seen, by its words. */
  comment(words: string): Locator {
    return this.page.locator('article.ovoz-comment').filter({ hasText: words })
  }

  async write(values: Partial<Record<'body' | 'name' | 'email' | 'url', string>>) {
    for (const [name, value] of Object.entries(values)) await this.field(name as 'body').fill(value)
  }

  async send() {
    await this.form.locator('button[type="submit"]').click()
  }

  /** Resolves once an element stands in the part of the page that is in sight: pages may glide there. */
  async seen(element: Locator): Promise<void> {
    const { height } = this.page.viewportSize()!
    const isInSight = async () => {
      const box = await element.boundingBox()
      return box !== null && box.y + box.height > 0 && box.y < height
    }
    await until(isInSight, { milliseconds: 3000, what: `${String(element)} to be in sight` })
  }

  /** What has the focus: its tag, name and words, whether it is in sight, and whether one sees that it has it. */
  async focused() {
    // The page follows the focus with the next frame.
    const isThere = async () => (await this.#focusedNow()).isVisible
    await until(isThere, { milliseconds: 1000, what: 'the focus to be in sight' }).catch(() => undefined)
    return this.#focusedNow()
  }

  #focusedNow() {
    return this.page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      const { top, bottom, width, height } = element.getBoundingClientRect()
      return {
        tag: element.tagName.toLowerCase(),
        name: element.getAttribute('name') ?? '',
        id: element.id,
        href: element.getAttribute('href') ?? '',
        className: element.className,
        words: (element.textContent ?? '').trim().slice(0, 60),
        isVisible: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
        isMarked: (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
      }
    })
  }
}

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { say } from '../../widget/src/texts/index.ts'
import { barriersOn } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { Newsroom } from '../support/newsroom.ts'
import { until } from '../support/server.ts'
import { DESK, Visitor } from '../support/visitor.ts'

let newsroom: Newsroom
let browser: Browser

beforeAll(async () => {
  ;[newsroom, browser] = await Promise.all([Newsroom.open(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await newsroom?.close()
})

describe.each([true, false])('a thread of two hundred comments, scripts %s', (isScripted) => {
  const slug = `long-${isScripted}`
  const all = Array.from({ length: 200 }, (_, n) => `Comment ${n + 1}`)
  let reader: Visitor

  beforeAll(async () => {
    await newsroom.publish({ slug })
    await newsroom.fill(`posts/${slug}`, 200)
    reader = await Visitor.open(browser, { isScripted })
  })
  afterAll(async () => {
    await reader?.close()
  })

  const shown = () => reader.page.locator('.ovoz-thread article .ovoz-text').allTextContents()
  const more = () => reader.page.locator('a.ovoz-more')

  it('is read page by page, from the oldest to the newest, each comment once', async () => {
    const { page } = reader
    await page.goto(newsroom.at(`/posts/${slug}`))
    expect(await page.textContent('.ovoz-heading')).toBe('200 comments')
    const seen: string[] = []
    for (let pages = 1; ; pages++) {
      const before = await shown()
      if (!isScripted) seen.push(...before)
      expect(pages).toBeLessThan(50)
      if ((await more().count()) === 0) break
      const address = page.url()
      await more().click()
      if (isScripted) {
        await page.waitForFunction(
          (count) => document.querySelectorAll('.ovoz-thread article').length > count,
          before.length,
        )
        // The focus is at the first of those that were added.
        const next = all[before.length]!
        expect((await reader.focused()).words).toContain(`Reader ${before.length + 1}`)
        await reader.seen(reader.page.locator('article:focus'))
        expect(await page.locator('article:focus').textContent()).toContain(next)
      } else {
        await page.waitForURL((url) => url.href !== address)
        await reader.seen(page.locator('.ovoz-heading'))
      }
    }
    expect(isScripted ? await shown() : seen).toEqual(all)
    if (isScripted) return
    await page.getByRole('link', { name: say('en', 'first') }).click()
    await page.waitForURL(/\/posts\/long-false#/)
    expect((await shown())[0]).toBe('Comment 1')
  })

  it('and from the newest to the oldest', async () => {
    const { page } = reader
    await page.goto(newsroom.at(`/posts/${slug}`))
    await page.getByRole('link', { name: say('en', 'newest') }).click()
    await page.locator('.ovoz-thread article').first().getByText('Comment 200', { exact: true }).waitFor()
    const first = await shown()
    await more().click()
    await page.getByText(`Comment ${200 - first.length}`, { exact: true }).waitFor()
    const second = await shown()
    const expected = [...all].reverse()
    expect(isScripted ? second : [...first, ...second]).toEqual(expected.slice(0, first.length * 2))
    expect(reader.faults).toEqual([])
  })
})

describe.each([true, false])('by the keyboard alone, scripts %s', (isScripted) => {
  const slug = `keys-${isScripted}`
  const words = `Written with the keyboard alone, ${slug}.`
  let reader: Visitor
  let answered = ''

  beforeAll(async () => {
    await newsroom.publish({ slug })
    answered = (await newsroom.fill(`posts/${slug}`, 1))[0]!
    reader = await Visitor.open(browser, { isScripted, viewport: DESK })
    await reader.page.goto(newsroom.at(`/posts/${slug}`))
  })
  afterAll(async () => {
    await reader?.close()
  })

  type Focused = Awaited<ReturnType<Visitor['focused']>>
  /** Goes on with Tab until it is there. On the whole way one sees where one is. */
  async function tabTo(isThere: (focused: Focused) => boolean): Promise<Focused> {
    const way: string[] = []
    while (way.length < 60) {
      await reader.page.keyboard.press('Tab')
      const focused = await reader.focused()
      way.push(`${focused.tag} ${focused.name || focused.words}`)
      expect(focused, `on the way: ${way.join(' → ')}`).toMatchObject({ isVisible: true, isMarked: true })
      if (isThere(focused)) return focused
    }
    throw new Error(`Not reached by Tab: ${way.join(' → ')}`)
  }

  it('the first step leads past the head of the page', async () => {
    const { page } = reader
    const link = await tabTo(() => true)
    expect(link.href).toBe('#content')
    await page.keyboard.press('Enter')
    await tabTo(({ href }) => href.includes(answered) || href.includes('reply='))
    expect(await page.evaluate(() => document.querySelector('main')!.contains(document.activeElement))).toBe(
      true,
    )
  })

  it('an answer is begun with Enter, and left again', async () => {
    const { page } = reader
    const isReply = ({ href }: Focused) => href.includes(`reply=${answered}`)
    if (!isReply(await reader.focused())) await tabTo(isReply)
    await page.keyboard.press('Enter')
    await page.locator('.ovoz-form-head').getByText('Replying to').waitFor()
    if (isScripted) {
      expect((await reader.focused()).name).toBe('body')
      await page.keyboard.press('Escape')
      await page.locator('.ovoz-form-head').getByText('Leave a Reply').waitFor()
      expect((await reader.focused()).href).toContain(`reply=${answered}`)
    } else {
      await tabTo(({ words: said }) => said === say('en', 'cancelReply'))
      await page.keyboard.press('Enter')
      await page.locator('.ovoz-form-head').getByText('Leave a Reply').waitFor()
    }
    expect(await reader.field('parent').inputValue()).toBe('')
  })

  it('a comment is written and sent', async () => {
    const { page } = reader
    await tabTo(({ name }) => name === 'body')
    await page.keyboard.type(words)
    await tabTo(({ name }) => name === 'name')
    await page.keyboard.type('Mahina')
    await tabTo(({ name }) => name === 'email')
    await page.keyboard.type('mahina@private.example')
    await tabTo(({ tag }) => tag === 'button')
    await page.keyboard.press('Enter')
    await reader.comment(words).waitFor()
    expect(await reader.comment(words).textContent()).toContain(say('en', 'awaiting'))
    if (isScripted) expect((await reader.focused()).words).toContain('Mahina')
    expect(reader.faults).toEqual([])
  })
})

describe.each([true, false])('a comment is reported by the keyboard, scripts %s', (isScripted) => {
  it('with its fault told first, and thanks', async () => {
    const slug = `reported-${isScripted}`
    await newsroom.publish({ slug })
    await newsroom.fill(`posts/${slug}`, 1)
    const reader = await Visitor.open(browser, { isScripted, viewport: DESK })
    const { page } = reader
    await page.goto(newsroom.at(`/posts/${slug}`))
    const link = page.locator('[data-ovoz-do="report"]')
    await link.press('Enter')
    const form = page.locator('[data-ovoz-form="report"]')
    await form.waitFor()
    if (isScripted) {
      expect((await reader.focused()).name).toBe('reason')
      await page.keyboard.press('Escape')
      await form.waitFor({ state: 'detached' })
      expect((await reader.focused()).href).toContain('/report/')
      await page.keyboard.press('Enter')
      await form.getByRole('button').press('Enter')
      await form.getByText(say('en', 'required')).waitFor()
      expect(new URL(page.url()).pathname).toBe(`/posts/${slug}`)
    } else {
      expect(await page.locator('meta[name="robots"]').getAttribute('content')).toContain('noindex')
    }
    // Without scripts nothing that is asked of the page later is ever answered.
    if (isScripted) expect(await barriersOn(page)).toEqual([])
    await form.getByText(say('en', 'reason_threat')).click()
    await form.getByRole('textbox').fill('He knows where I live.')
    await form.getByRole('button').press('Enter')
    await page
      .locator('p')
      .getByText('Thank you. Those who moderate will look at this comment.')
      .first()
      .waitFor()
    if (isScripted) expect((await reader.focused()).href).toContain('/report/')
    else {
      await page.getByRole('link', { name: 'Back to the comment' }).click()
      await reader.comment('Comment 1').waitFor()
    }
    expect(reader.faults).toEqual([])
    await reader.close()
  })
})

describe('where comments are closed', () => {
  const CLOSED = 'We are away until Monday.'

  it.each([true, false])(
    'on the whole site, the reason stands in place of the form, scripts %s',
    async (isScripted) => {
      const slug = `away-${isScripted}`
      await newsroom.publish({ slug })
      await newsroom.fill(`posts/${slug}`, 1)
      await newsroom.rule({ state: 'closed', message: CLOSED })
      const reader = await Visitor.open(browser, { isScripted })
      try {
        const isClosed = async () => {
          await reader.page.goto(newsroom.at(`/posts/${slug}`))
          return (await reader.form.count()) === 0
        }
        await until(isClosed, { milliseconds: 5000, what: 'the form to be gone' })
        expect(await reader.page.textContent('#respond')).toContain(CLOSED)
        expect(await reader.page.textContent('.ovoz-thread')).toContain('Comment 1')
        expect(await reader.page.locator('[data-ovoz-do="reply"]').count()).toBe(0)
      } finally {
        await newsroom.rule({ state: 'open', message: '' })
        await reader.close()
      }
    },
  )

  it('for one article, and a form that was open before is refused with what was typed', async () => {
    const { id } = await newsroom.publish({ slug: 'talked-out' })
    const reader = await Visitor.open(browser, { isScripted: false })
    const address = newsroom.at('/posts/talked-out')
    await reader.page.goto(address)
    await newsroom.rest(`/posts/${id}`, {
      method: 'PATCH',
      body: { comments: { state: 'closed' }, _status: 'published' },
    })
    await reader.write({ body: 'A little too late.', name: 'Nigora', email: 'nigora.reader@private.example' })
    await reader.send()
    await reader.page.locator('.ovoz-closed').waitFor()
    expect((await reader.page.textContent('.ovoz-closed'))!.trim()).not.toBe('')
    expect(await reader.page.content()).toContain('A little too late.')
    const isClosed = async () => {
      await reader.page.goto(address)
      return (await reader.form.count()) === 0
    }
    await until(isClosed, { milliseconds: 5000, what: 'the form to be gone' })
    await reader.close()
  })

  it('says so in the language of the page', async () => {
    await newsroom.publish({ slug: 'talked-out-tg', locale: 'tg', comments: { state: 'closed' } })
    const reader = await Visitor.open(browser)
    await reader.page.goto(newsroom.at('/posts/talked-out-tg', 'tg'))
    expect(await reader.page.textContent('.ovoz-closed')).toMatch(/[ӣқҳҷғӯ]/i)
    await reader.close()
  })
})

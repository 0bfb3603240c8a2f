import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Locale } from '../../src/contract/index.ts'
import '../../widget/src/texts/all.ts'
import { say } from '../../widget/src/texts/index.ts'
import { textsIn } from '../../site/src/texts/index.ts'
import { word } from '../../src/platform/messages.ts'
import { launchBrowser } from '../support/browser.ts'
import { ADMIN, until } from '../support/server.ts'
import { shoot } from '../support/shots.ts'
import { Newsroom, whole } from '../support/newsroom.ts'
import { DESK, PHONE, Visitor } from '../support/visitor.ts'

let newsroom: Newsroom
let browser: Browser

beforeAll(async () => {
  ;[newsroom, browser] = await Promise.all([Newsroom.open(), launchBrowser()])
  await newsroom.publishWhole()
})
afterAll(async () => {
  await browser?.close()
  await newsroom?.close()
})

const READER = {
  name: 'Nigora Саидова',
  email: 'nigora.reader@private.example',
  url: 'https://nigora.example/',
}

/** Approves what stands first in the list, as a moderator does in the panel. */
async function approveInPanel(body: string) {
  const context = await browser.newContext({ viewport: DESK })
  const page = await context.newPage()
  await page.goto(`${newsroom.server.url}/admin/login`)
  await page.fill('input[name=email]', ADMIN.email)
  await page.fill('input[name=password]', ADMIN.password)
  await page.click('button[type=submit]')
  await page.waitForURL(`${newsroom.server.url}/admin`)
  await page.goto(`${newsroom.server.url}/admin/collections/comments`)
  const row = page.locator('tbody tr').filter({ hasText: body })
  await row.locator('input[type=checkbox]').check()
  await page.getByRole('toolbar', { name: 'Moderation' }).getByRole('button', { name: 'Approve' }).click()
  await page.getByText('Moved.').waitFor()
  await context.close()
}

const ways = (['en', 'ru', 'tg'] as Locale[]).flatMap((locale) =>
  [true, false].map((isScripted) => ({ locale, isScripted, viewport: PHONE, size: 'a phone' })),
)

describe.each([...ways, { locale: 'en' as Locale, isScripted: true, viewport: DESK, size: 'a desk' }])(
  'the journey in $locale on $size, scripts $isScripted',
  ({ locale, isScripted, viewport }) => {
    const slug = `journey-${locale}-${isScripted}-${viewport.width}`
    const title = `An article to talk about: ${slug}`
    const on = `posts/${slug}`
    const body = `Words of a reader about ${slug}.\n\nAnd <b>more</b> & more.`
    const words = `Words of a reader about ${slug}.`
    const answer = `An answer to the words about ${slug}.`
    let writer: Visitor
    let own = ''
    let id = ''

    const visit = () => Visitor.open(browser, { isScripted, viewport })
    const address = () => newsroom.at(`/${on}`, locale)
    const approve = async (text: string) => newsroom.approve((await newsroom.find(text)).id)
    /** What somebody sees who comes for the first time. */
    async function asOthers<T>(look: (other: Visitor) => Promise<T>): Promise<T> {
      const other = await visit()
      try {
        await other.page.goto(address())
        return await look(other)
      } finally {
        await other.close()
      }
    }

    beforeAll(async () => {
      await newsroom.publish({ slug, title, locale })
      const front = async () => (await fetch(newsroom.at('/', locale))).text()
      // The site remembers its front page, and hears of an article a moment later.
      await until(async () => (await front()).includes(title), { milliseconds: 5000, what: 'the front page' })
      writer = await visit()
    })
    afterAll(async () => {
      await writer?.close()
    })

    it('leads from the front page to the article, and to the form under it', async () => {
      const { page } = writer
      await page.goto(newsroom.at('/', locale))
      await page.getByRole('link', { name: title }).click()
      await page.waitForURL(address())
      expect(await page.locator('html').getAttribute('lang')).toBe(locale)
      expect(await page.textContent('h1')).toBe(title)
      const form = await writer.form.textContent()
      for (const key of ['notPublished', 'marked', 'notify', 'send'] as const)
        expect(form).toContain(say(locale, key))
      if (locale === 'en') {
        expect(form).toContain('Leave a Reply')
        expect(form).toContain('Your email address will not be published. Required fields are marked *')
      }
    })

    it('a wrong address is told at its field, and nothing that was typed is lost', async () => {
      const { page } = writer
      await writer.write({ ...READER, body, email: 'nigora@nowhere' })
      await writer.field('notify').check()
      await writer.send()
      const field = page.locator('[name="email"][aria-invalid="true"]')
      await field.waitFor()
      const described = (await field.getAttribute('aria-describedby'))!.split(' ')
      const told = await page.locator(`#${described.find((one) => one.endsWith('-error'))}`).textContent()
      expect(told).toBe(say(locale, 'badEmail'))
      expect(await writer.field('body').inputValue()).toBe(body)
      expect(await writer.field('name').inputValue()).toBe(READER.name)
      expect(await field.inputValue()).toBe('nigora@nowhere')
      expect(await writer.field('url').inputValue()).toBe(READER.url)
      expect(await writer.field('notify').isChecked()).toBe(true)
      const summary = page.locator('.ovoz-summary')
      expect(await summary.getAttribute('role')).toBe('alert')
      await writer.seen(summary)
      if (isScripted) expect((await writer.focused()).id).toBe(await summary.getAttribute('id'))
      expect((await newsroom.thread(on)).total).toBe(0)
      await shoot(page, `${slug}-error`)
    })

    it('mended, it is sent, awaits moderation, and nobody but its writer sees it', async () => {
      const { page } = writer
      await writer.field('email').fill(READER.email)
      await writer.send()
      const mine = writer.comment(words)
      await mine.waitFor()
      expect(await mine.textContent()).toContain(say(locale, 'awaiting'))
      // With a script it is the word of the API, else that of the site, which names the private address as well.
      const thanks = isScripted ? word('awaits', locale) : textsIn(locale)('received')
      expect(await page.locator('.ovoz-notice').first().textContent()).toBe(thanks)
      await writer.seen(mine)
      own = page.url()
      expect(own.startsWith(address())).toBe(true)
      id = (await newsroom.find(body)).id
      await shoot(page, `${slug}-awaiting`)
      expect(await newsroom.thread(on)).toMatchObject({ total: 0, items: [] })
      await asOthers(async (other) => {
        expect(await other.page.content()).not.toContain(words)
        expect(await other.page.content()).not.toContain(id)
      })
    })

    it('approved by a moderator, it is live for all within seconds, without its e-mail address', async () => {
      if (locale === 'en' && isScripted && viewport === PHONE) await approveInPanel(words)
      else await newsroom.approve(id)
      const isLive = () => asOthers(async (other) => (await other.comment(words).count()) === 1)
      await until(isLive, { milliseconds: 5000, what: 'the comment to be live' })
      await asOthers(async (other) => {
        const text = await other.comment(words).textContent()
        expect(text).toContain(READER.name)
        expect(text).toContain('And <b>more</b> & more.')
        expect(text).not.toContain(say(locale, 'awaiting'))
        expect(await other.page.locator('.ovoz-heading').textContent()).toBe(
          say(locale, 'comments', { n: 1 }),
        )
        expect(other.faults).toEqual([])
        for (const one of await other.heard()) expect(one.text).not.toContain('private.example')
      })
    })

    it('another reader begins an answer, cancels it, and answers', async () => {
      const other = await visit()
      const { page } = other
      await page.goto(address())
      const reply = other
        .comment(words)
        .getByRole('link', { name: say(locale, 'replyTo', { name: READER.name }) })
      const head = page.locator('.ovoz-form-head')
      await reply.click()
      await head.getByText(say(locale, 'replyingTo', { name: READER.name })).waitFor()
      expect(await other.field('parent').inputValue()).toBe(id)
      await other.seen(other.form)
      await head.getByRole('link', { name: say(locale, 'cancelReply') }).click()
      await head.getByText(say(locale, 'leave')).waitFor()
      expect(await other.field('parent').inputValue()).toBe('')

      await reply.click()
      await head.getByText(say(locale, 'replyingTo', { name: READER.name })).waitFor()
      await shoot(page, `${slug}-reply`)
      await other.write({ body: answer, name: 'Farrukh', email: 'farrukh@private.example' })
      await other.send()
      await other.comment(answer).waitFor()
      expect(await other.comment(answer).textContent()).toContain(say(locale, 'awaiting'))
      expect(other.faults).toEqual([])
      for (const one of await other.heard()) expect(one.text).not.toContain('farrukh@private.example')
      await other.close()

      await approve(answer)
      const nested = `li:has(> article[data-ovoz-id="${id}"]) > ol article`
      const isNested = () =>
        asOthers(async (third) => (await third.page.locator(nested, { hasText: answer }).count()) === 1)
      await until(isNested, { milliseconds: 5000, what: 'the answer to stand below the comment' })
    })

    it('the writer changes the comment, which waits again, and takes it back', async () => {
      const { page } = writer
      const changed = `${words} Put better.`
      // The private address, as it is followed from wherever it was kept.
      await page.goto('about:blank')
      await page.goto(own)
      const mine = page.locator(`article[data-ovoz-own][data-ovoz-id="${id}"]`)
      await mine.waitFor()
      expect(await mine.textContent()).toContain(say(locale, 'yours'))
      await mine.getByRole('link', { name: say(locale, 'edit') }).click()
      await mine.locator('textarea').waitFor()
      expect(await mine.locator('textarea').inputValue()).toBe(body)
      await mine.locator('textarea').fill(changed)
      await mine.getByRole('button', { name: say(locale, 'save') }).click()
      await mine.getByText(say(locale, 'awaiting')).waitFor()
      expect(await mine.textContent()).toContain(changed)
      await until(() => asOthers(async (other) => (await other.comment(words).count()) === 0), {
        milliseconds: 5000,
        what: 'the changed comment to be gone until it is approved',
      })

      await mine.getByRole('link', { name: say(locale, 'withdraw') }).click()
      await mine.getByText(say(locale, 'withdrawAsk')).waitFor()
      await mine.getByRole('button', { name: say(locale, 'withdraw') }).click()
      await page.getByText(say(locale, 'withdrawn')).first().waitFor()
      expect(await writer.comment(words).count()).toBe(0)
      expect((await newsroom.thread(on)).items.map((one) => one.text)).not.toContain(changed)
      expect((await newsroom.find(changed)).status).toBe('trash')
      // A form that comes back with faults is answered with 422, which the console of a browser calls an error.
      expect(writer.faults.filter((fault) => !/status of 422/.test(fault))).toEqual([])
      const toForm = (await writer.heard()).filter(({ status }) => status !== 422)
      for (const one of toForm) expect(one.text).not.toContain(READER.email)
      for (const one of writer.asked) expect(one.startsWith(newsroom.siteUrl)).toBe(true)
    })
  },
)

describe('the real article', () => {
  it('is read whole, with its quotes, hashtags and event', async () => {
    const reader = await Visitor.open(browser)
    await reader.page.goto(newsroom.at(`/posts/${whole.post.slug}`))
    const { page } = reader
    expect(await page.textContent('h1')).toBe(whole.post.title)
    expect(await page.locator('.prose blockquote').count()).toBe(whole.quotes.length)
    for (const { text } of whole.quotes) expect(await page.textContent('.prose')).toContain(text)
    const tags = await page.locator('a[rel="tag"]').allTextContents()
    expect(tags.map((tag) => tag.trim().toLowerCase())).toEqual(
      whole.post.tags.map((tag) => `#${tag}`.toLowerCase()),
    )
    expect(await page.textContent('.about-event')).toContain(whole.event.title)
    expect(reader.faults).toEqual([])
    await reader.close()
  })
})

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { buildWidget } from '../../scripts/widget.mjs'
import { launchBrowser } from '../support/browser.ts'
import { HostPage } from '../support/host-page.ts'
import { Newsroom } from '../support/newsroom.ts'
import { until } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'

/** A site that asks for work, and publishes at once what nothing speaks against. */
describe('a comment where work is asked for', () => {
  let newsroom: Newsroom
  let browser: Browser
  let host: HostPage

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ovoz-widget-'))
    await buildWidget(folder)
    host = await new HostPage(folder).start()
    ;[newsroom, browser] = await Promise.all([
      Newsroom.open({ settings: { SPAM_POW: 'on', CORS_ORIGINS: host.url } }),
      launchBrowser(),
    ])
    host.allow(newsroom.server.url)
    await newsroom.publish({ slug: 'water' })
    await newsroom.rule({ waits: 'nobody' })
  })
  afterAll(async () => {
    await browser?.close()
    await newsroom?.close()
    host?.stop()
  })

  /** Why it waits, as the desk tells moderators; nothing for what was published. */
  async function fateOf(body: string) {
    await until(async () => Boolean(await newsroom.find(body).catch(() => null)), {
      milliseconds: 30_000,
      what: `the comment “${body}”`,
    })
    const { id, status } = await newsroom.find(body)
    const { card } = await newsroom.rest(`/desk/comments/${id}`)
    return { status, why: card.reasons.map(({ reason }: { reason: string }) => reason) }
  }
  async function write(reader: Visitor, body: string) {
    const { page } = reader
    await page.getByRole('textbox', { name: 'Comment', exact: false }).first().fill(body)
    await page.locator('[name="name"]').fill('Nigora')
    await page.locator('[name="email"]').fill('nigora@private.example')
    await page.getByRole('button', { name: 'Post Comment' }).click()
  }

  it('on the site is published with a script', async () => {
    const reader = await Visitor.open(browser, { isScripted: true })
    await reader.page.goto(newsroom.at('/posts/water'))
    await write(reader, 'Written with a script.')
    expect(await fateOf('Written with a script.')).toEqual({ status: 'approved', why: [] })
    expect(reader.faults).toEqual([])
    // The field for programs is nowhere to be seen, and no key leads to it.
    expect(await reader.page.locator('[name="website"]').getAttribute('tabindex')).toBe('-1')
    await reader.close()
  })

  it('on the site waits without a script, for that alone', async () => {
    const reader = await Visitor.open(browser, { isScripted: false })
    await reader.page.goto(newsroom.at('/posts/water'))
    await write(reader, 'Written without a script.')
    expect(await fateOf('Written without a script.')).toEqual({ status: 'pending', why: ['token', 'work'] })
    await reader.close()
  })

  it('on a page of another site is published, under its strict policy', async () => {
    const reader = await Visitor.open(browser, { isScripted: true })
    const { page } = reader
    await page.goto(
      host.page('/spam', `<ovoz-comments on="posts/water" api="${newsroom.server.url}"></ovoz-comments>`),
    )
    await page.locator('[name="name"]').waitFor()
    await write(reader, 'Written elsewhere.')
    expect(await fateOf('Written elsewhere.')).toEqual({ status: 'approved', why: [] })
    expect(reader.faults).toEqual([])
    await reader.close()
  })
})

import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { bodyOf, paragraph, text } from '../support/article.ts'
import { openBrowser } from '../support/browser.ts'
import { ADMIN, freePort, Server } from '../support/server.ts'
import { shoot } from '../support/shots.ts'

const EDITOR = {
  name: 'Gulnora',
  email: 'gulnora@newsroom.example',
  password: 'a-long-test-password',
  role: 'editor',
}

/** The front end of the example beside the panel, each at an origin of its own. */
describe('preview in a real browser', () => {
  let server: Server
  let site: ChildProcess
  let siteUrl = ''
  let browser: BrowserContext
  let page: Page
  let id = ''
  const faults: string[] = []

  beforeAll(async () => {
    const sitePort = await freePort()
    siteUrl = `http://127.0.0.1:${sitePort}`
    server = await new Server({ SITE_URL: siteUrl }).start()
    site = spawn(process.execPath, ['examples/front-end.mjs'], {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, API: server.url, PORT: String(sitePort) },
    })
    const admin = await server.signIn(ADMIN)
    expect((await admin.rest('/users', { body: EDITOR })).status).toBe(201)
    const editor = await server.signIn(EDITOR)
    const body = bodyOf(paragraph(text('The water came back on Tuesday.')))
    const post = { title: 'As published', slug: 'water', body, _status: 'published' }
    const made = await editor.rest('/posts', { body: post })
    expect(made.status).toBe(201)
    id = made.body.doc.id
    browser = await openBrowser({ viewport: { width: 1600, height: 900 } })
    page = await browser.newPage()
    page.on('pageerror', (error) => faults.push(error.message))
  })
  afterAll(async () => {
    await browser?.close()
    site?.kill()
    await server?.stop()
  })

  const pane = () => page.frameLocator('#live-preview-iframe')
  const paneUrl = () => page.locator('#live-preview-iframe').getAttribute('src')
  const publicTitle = async () =>
    ((await (await server.api('/posts/water')).json()) as { title: string }).title
  const tokenIn = (address: string) => new URL(address).searchParams.get('token')!
  const draft = async (token: string) => {
    const answer = await server.api(`/preview?token=${token}&on=posts/${id}`)
    return { status: answer.status, body: (await answer.json()) as any }
  }

  it('an editor sees the front end beside the form', async () => {
    await page.goto(`${server.url}/admin/login`)
    await page.fill('input[name=email]', EDITOR.email)
    await page.fill('input[name=password]', EDITOR.password)
    await page.click('button[type=submit]')
    await page.waitForURL(`${server.url}/admin`)
    await page.goto(`${server.url}/admin/collections/posts/${id}`)
    await page.click('#live-preview-toggler')
    await pane().getByRole('heading', { name: 'As published' }).waitFor()
    expect(await paneUrl()).toMatch(new RegExp(`^${siteUrl}/preview\\?token=posts\\.${id}\\.en\\.`))
  })

  it('which follows what is written, by itself, while the public sees what it saw', async () => {
    await page.fill('input[name=title]', 'As it will be')
    await pane().getByRole('heading', { name: 'As it will be' }).waitFor()
    await shoot(page, 'live-preview')
    expect((await draft(tokenIn((await paneUrl())!))).body).toMatchObject({ id, title: 'As it will be' })
    expect(await publicTitle()).toBe('As published')
    await page.fill('input[name=title]', 'And once more')
    await pane().getByRole('heading', { name: 'And once more' }).waitFor()
  })

  it('in the language that is being written', async () => {
    await page.goto(`${server.url}/admin/collections/posts/${id}?locale=tg`)
    await page.locator('input[name=title]').waitFor()
    await pane().getByRole('heading', { name: 'And once more' }).waitFor()
    await page.fill('input[name=title]', 'Об баргашт')
    await pane().getByRole('heading', { name: 'Об баргашт' }).waitFor()
    expect(await paneUrl()).toContain(`token=posts.${id}.tg.`)
  })

  it('the preview button opens the front end with a fresh token, each time', async () => {
    await page.goto(`${server.url}/admin/collections/posts/${id}?locale=en`)
    const button = page.locator('#preview-button')
    await button.waitFor()
    const tokens: string[] = []
    while (tokens.length < 2) {
      const [opened] = await Promise.all([browser.waitForEvent('page'), button.click()])
      await opened.waitForURL(`${siteUrl}/preview**`)
      await opened.getByRole('heading', { name: 'And once more' }).waitFor()
      tokens.push(tokenIn(opened.url()))
      await opened.close()
    }
    expect(new Set(tokens).size).toBe(2)
    expect((await draft(tokens[0]!)).body.title).toBe('And once more')
    expect((await server.api(`/preview?token=${tokens[0]}x`)).status).toBe(403)
    expect(await publicTitle()).toBe('As published')
    expect(faults).toEqual([])
  })

  it('a reader with the old address is sent on by the front end', async () => {
    const admin = await server.signIn(ADMIN)
    const changed = { slug: 'water-is-back', _status: 'published' }
    expect((await admin.rest(`/posts/${id}`, { method: 'PATCH', body: changed })).status).toBe(200)
    const { status, headers } = await fetch(`${siteUrl}/posts/water`, { redirect: 'manual' })
    expect([status, headers.get('location')]).toEqual([301, `${siteUrl}/posts/water-is-back`])
    await page.goto(`${siteUrl}/posts/water`)
    expect(await page.textContent('h1')).toBe('And once more')
  })

  it('nobody else may frame the page of drafts, and nobody at all the panel', async () => {
    const framed = await fetch(`${siteUrl}/preview?token=nothing`)
    expect(framed.headers.get('content-security-policy')).toBe(`frame-ancestors ${server.url}`)
    expect(await framed.text()).not.toContain('As published')
    expect((await fetch(`${server.url}/admin/login`)).headers.get('x-frame-options')).toBe('DENY')
  })
})

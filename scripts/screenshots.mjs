// npm run screenshots: the pictures of the site, the desk and its mail in README.md and docs, taken from the demonstration
// content of a new database.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'

import { simpleParser } from 'mailparser'
import sharp from 'sharp'

import { launchBrowser } from '../tests/support/browser.ts'
import { ADMIN, freePort, Server, until } from '../tests/support/server.ts'

const HELP = `Usage: npm run screenshots

  Starts a server with its site in a folder of its own, and writes the pictures to docs/images. It needs Chromium
  (CHROMIUM names another one) and, for the typeface that most readers see, the fonts of PT Serif.
`
/** The most that a picture may weigh, in bytes; it gets fewer colours until it does not. */
const MOST = 150_000
const COLOURS = [256, 128, 64, 32]

const DESK = { viewport: { width: 1280, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

const say = (text) => process.stdout.write(`${text}\n`)

async function first(server, path) {
  const answer = await server.api(path)
  return (await answer.json()).items[0]
}

/** What is taken: where, how, and what is done before. */
async function picturesOf(server) {
  const post = await first(server, '/posts?locale=en&language=en')
  const event = await first(server, '/events?when=upcoming')
  const article = `/posts/${post.slug}`
  return [
    { name: 'site-article', path: article, ...DESK },
    { name: 'site-calendar', path: `/ru/events?month=${event.start.slice(0, 7)}`, ...DESK },
    { name: 'site-quotes', path: '/tg/quotes', ...DESK },
    { name: 'site-form', path: article, ...DESK, prepare: answerTheFirst },
    {
      name: 'site-form-phone',
      path: `/ru${article}`,
      ...PHONE,
      colorScheme: 'dark',
      prepare: sendWithFaults,
    },
  ]
}

async function answerTheFirst(page) {
  await page.locator('[data-ovoz-do="reply"]').first().click()
  await page.fill('textarea[name="body"]', 'We meet on Thursday; bring the list.')
  await page.locator('.ovoz-heading').evaluate((heading) => heading.scrollIntoView())
}

async function sendWithFaults(page) {
  await page.fill('textarea[name="body"]', 'Спасибо за статью! У нас в Шаартузе всё так же.')
  await page.fill('input[name="name"]', 'Мехрангез')
  await page.fill('input[name="email"]', 'mehrangez@example')
  await page.click('[data-ovoz-form="write"] button[type="submit"]')
  await page.locator('.ovoz-summary').waitFor()
  await page.locator('.ovoz-respond').evaluate((form) => form.scrollIntoView())
}

/** The picture of what is in sight once everything in it is there. */
async function take(browser, siteUrl, { path, prepare, viewport, ...device }) {
  const context = await browser.newContext({
    viewport,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Dushanbe',
    ...device,
  })
  const page = await context.newPage()
  await page.goto(siteUrl + path)
  await prepare?.(page)
  await page.evaluate(async () => {
    document.activeElement?.blur()
    // Pictures that are not in sight wait until they are.
    const isInSight = (image) => {
      const { top, bottom } = image.getBoundingClientRect()
      return top < innerHeight && bottom > 0
    }
    await Promise.all([...document.images].filter(isInSight).map((image) => image.decode()))
  })
  const picture = await page.screenshot()
  await context.close()
  return picture
}

/** Signs in at the panel of a browser of one's own. */
async function enterPanel(context, server) {
  const page = await context.newPage()
  await page.goto(`${server.url}/admin/login`)
  await page.fill('input[name=email]', ADMIN.email)
  await page.fill('input[name=password]', ADMIN.password)
  await page.click('button[type=submit]')
  await page.waitForURL(`${server.url}/admin`)
  return page
}

async function takeDesk(browser, server) {
  const context = await browser.newContext(DESK)
  const page = await enterPanel(context, server)
  await page.goto(`${server.url}/admin/moderation`)
  await page.locator('.desk[data-phase=ready] .desk__card').first().waitFor()
  const picture = await page.screenshot()
  await context.close()
  return picture
}

/** The mail that tells of a comment, as a phone shows it. */
async function takeMail(browser, server) {
  const admin = await server.signIn(ADMIN)
  const { body } = await admin.rest('/users?limit=1')
  await admin.rest(`/users/${body.docs[0].id}`, { method: 'PATCH', body: { notices: 'at-once' } })
  const post = await first(server, '/posts?locale=en&language=en')
  await server.api('/comments', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      on: `posts/${post.slug}`,
      name: 'Mehrangez',
      email: 'mehrangez@example.org',
      body: 'Thank you. In Shahrtuz it is just the same: whoever comes to the meeting gets the day.',
    }),
  })
  const folder = join(server.dataDir, 'mail')
  const letters = async () => readdirSync(folder).length > 0
  await until(letters, { milliseconds: 90_000, what: 'the mail to moderators' })
  const { html } = await simpleParser(readFileSync(join(folder, readdirSync(folder)[0])))
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  await page.setContent(html)
  const picture = await page.screenshot({ fullPage: true })
  await context.close()
  return picture
}

async function reduce(picture) {
  for (const colours of COLOURS) {
    const small = await sharp(picture).png({ palette: true, colours, effort: 10 }).toBuffer()
    if (small.length < MOST) return small
  }
  throw new Error(`A picture is larger than ${MOST} bytes even with ${COLOURS.at(-1)} colours.`)
}

async function keep(name, picture) {
  const bytes = await reduce(picture)
  writeFileSync(`docs/images/${name}.png`, bytes)
  say(`docs/images/${name}.png  ${Math.ceil(bytes.length / 1000)} kB`)
}

async function takeAll() {
  const sitePort = await freePort()
  const siteUrl = `http://localhost:${sitePort}`
  const server = new Server({ DEMO: '1', SITE: 'on', SITE_PORT: String(sitePort), TZ: 'Asia/Dushanbe' })
  const browser = await launchBrowser()
  try {
    await server.start()
    const isFilled = async () => (await fetch(`${siteUrl}/quotes`)).ok && (await first(server, '/quotes'))
    await until(isFilled, { milliseconds: 60_000, what: 'the demonstration content' })
    for (const picture of await picturesOf(server))
      await keep(picture.name, await take(browser, siteUrl, picture))
    await keep('desk', await takeDesk(browser, server))
    await keep('moderator-mail', await takeMail(browser, server))
  } finally {
    await browser.close()
    await server.stop()
    rmSync(server.dataDir, { recursive: true, force: true })
  }
}

if (process.argv.includes('--help')) {
  say(HELP)
} else {
  chdir(fileURLToPath(new URL('..', import.meta.url)))
  const { stdout } = spawnSync('fc-list', ['PT Serif'], { encoding: 'utf8' })
  if (!stdout)
    say('PT Serif is not installed: another typeface stands in (Debian: apt-get install fonts-paratype).')
  await takeAll()
}

import { createHash } from 'node:crypto'

import { type Context, Hono } from 'hono'
import type { Payload } from 'payload'

import type { Locale } from '../contract/index.ts'
import { type Html, markup } from '../mail/html.ts'
import { chooseLocale } from '../platform/messages.ts'
import { type Act, ACTS, isToken, linkTo, MAIL_PATH } from './links.ts'
import { follow, readLink } from './service.ts'
import { words } from './words.ts'

const STYLE = `:root{color-scheme:light dark}body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:3rem 1.25rem}h1{font-size:1.5rem;line-height:1.25;margin:0 0 1rem}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:.625rem 1.25rem;margin-top:1rem;border:0;border-radius:.375rem;background:#0b6b5d;color:#fff}
button:focus-visible{outline:3px solid #5fb5a6;outline-offset:2px}`

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': POLICY,
  'Cache-Control': 'no-store',
  // The address of the page is a key.
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
  'X-Content-Type-Options': 'nosniff',
}

type Shown = { locale: Locale; title: string; text?: string; button?: { action: string; label: string } }

const page = ({ locale, title, text, button }: Shown): Html => markup`<!doctype html>
  <html lang="${locale}">
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex, nofollow">
  <title>${title}</title>
  <style>${STYLE}</style>
  </head>
  <body>
  <main>
  <h1>${title}</h1>
  ${text ? markup`<p>${text}</p>` : null}
  ${
    button
      ? markup`<form method="post" action="${button.action}"><button type="submit">${button.label}</button></form>`
      : null
  }
  </main>
  </body>
  </html>`

const answer = (status: number, shown: Shown, headers: Record<string, string> = {}) =>
  new Response(String(page(shown)), { status, headers: { ...HEADERS, ...headers } })

/** What is offered once an act is done: the next one, or the way back. */
const NEXT: Partial<Record<Act, Act>> = { stop: 'stop-all', 'stop-all': 'start' }

const buttonOf = (act: Act, token: string, locale: Locale) => ({
  action: new URL(linkTo(act, token)).pathname,
  label: words(`page-${act}-button`, locale),
})

/**
 * The pages that mails to readers lead to. A GET shows a page with a button and changes nothing, since mail scanners
 * open every link; a POST does it, from that button or from a mail program (RFC 8058), without cookies.
 */
export function createMailPages(payload: Payload) {
  const pages = new Hono()
  const localeOf = (c: Context) => chooseLocale({ accept: c.req.header('accept-language') ?? null })
  const tell = (c: Context, status: number, what: 'over' | 'away', headers?: Record<string, string>) => {
    const locale = localeOf(c)
    const shown = { locale, title: words(`page-${what}`, locale), text: words(`page-${what}-text`, locale) }
    return answer(status, shown, headers)
  }

  async function find(c: Context) {
    const act = ACTS.find((one) => one === c.req.param('act'))
    const token = c.req.param('token') ?? ''
    if (!act || !isToken(token)) return null
    const link = await readLink({ payload, token, act, now: new Date() })
    return link && { act, token, link }
  }

  pages.get(`${MAIL_PATH}:act/:token`, async (c) => {
    const found = await find(c)
    if (!found) return tell(c, 404, 'over')
    const { act, token, link } = found
    const { locale } = link
    return answer(200, {
      locale,
      title: words(`page-${act}`, locale),
      text: words(`page-${act}-text`, locale),
      button: buttonOf(act, token, locale),
    })
  })

  pages.post(`${MAIL_PATH}:act/:token`, async (c) => {
    const found = await find(c)
    if (!found) return tell(c, 404, 'over')
    const { act, token, link } = found
    await follow({ payload, link, act, now: new Date() })
    const { locale } = link
    const next = NEXT[act]
    return answer(200, {
      locale,
      title: words(`page-${act}-done`, locale),
      ...(next && { button: buttonOf(next, token, locale) }),
    })
  })

  pages.all(`${MAIL_PATH}:act/:token`, (c) => tell(c, 405, 'over', { Allow: 'GET, HEAD, POST' }))
  pages.notFound((c) => tell(c, 404, 'over'))
  pages.onError((err, c) => {
    payload.logger.error({ err, msg: 'A page of a mail could not be shown.' })
    return tell(c, 503, 'away')
  })
  return pages
}

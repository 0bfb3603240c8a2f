import { h } from 'hastscript'
import { type Context, Hono } from 'hono'
import type { Payload } from 'payload'

import type { Locale } from '../contract/index.ts'
import { isToken } from '../platform/crypto.ts'
import { KEY_PAGE_HEADERS, toKeyPage } from '../platform/key-page.ts'
import { chooseLocale } from '../platform/messages.ts'
import { type Act, ACTS, linkTo, MAIL_PATH } from './links.ts'
import { follow, readLink } from './service.ts'
import { words } from './words.ts'

type Shown = { locale: Locale; title: string; text?: string; button?: { action: string; label: string } }

const page = ({ locale, title, text, button }: Shown): string =>
  toKeyPage({
    locale,
    title,
    content: [
      ...(text ? [h('p', text)] : []),
      ...(button
        ? [
            h('form', { method: 'post', action: button.action }, [
              h('button', { type: 'submit' }, button.label),
            ]),
          ]
        : []),
    ],
  })

const answer = (status: number, shown: Shown, headers: Record<string, string> = {}) =>
  new Response(page(shown), { status, headers: { ...KEY_PAGE_HEADERS, ...headers } })

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

import { type Context, Hono } from 'hono'
import type { Payload } from 'payload'

import { PROBLEMS } from '../contract/index.ts'
import { boundBody } from '../platform/body.ts'
import { KEY_PAGE_HEADERS } from '../platform/key-page.ts'
import { chooseLocale } from '../platform/messages.ts'
import { Refusal } from '../platform/problem.ts'
import { isVerdict } from './decision.ts'
import { PAGE_PATH } from './links.ts'
import { askPage, awayPage, donePage, latePage, refusedPage } from './page.ts'
import { decide, look } from './service.ts'

/** The form has two short fields. */
const FORM_BYTES = 1024
const ROUTE = `${PAGE_PATH}:token` as const
const FORM_TYPE = /^application\/x-www-form-urlencoded\b/i

const localeOf = (c: Context) => chooseLocale({ accept: c.req.header('accept-language') })
const refuse = (c: Context) => c.html(refusedPage(localeOf(c)), 404)

/**
 * The pages of the links in mails to those who moderate. To get one changes nothing, however often and by whom it is got:
 * programs that look through mail open every link. What is sent by its form is done once.
 */
export function createModerationPages(payload: Payload) {
  const pages = new Hono()

  pages.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(KEY_PAGE_HEADERS)) c.header(name, value)
  })

  pages.get(ROUTE, async (c) => {
    const verdict = c.req.query('to')
    const opened = isVerdict(verdict)
      ? await look({ payload, token: c.req.param('token'), now: new Date() })
      : null
    if (!opened || !isVerdict(verdict)) return refuse(c)
    return c.html(askPage({ opened, verdict }))
  })

  pages.post(ROUTE, async (c) => {
    if (!FORM_TYPE.test(c.req.header('content-type') ?? '')) return refuse(c)
    await boundBody(c, FORM_BYTES)
    const { to, seen } = await c.req.parseBody()
    if (!isVerdict(to) || typeof seen !== 'string' || !/^\d{1,9}$/.test(seen)) return refuse(c)
    const token = c.req.param('token')
    const outcome = await decide({ payload, token, verdict: to, seen: Number(seen), now: new Date() })
    if (!outcome) return refuse(c)
    if (outcome.kind === 'late') return c.html(latePage({ opened: outcome.opened, verdict: to }), 409)
    return c.html(donePage({ moderator: outcome.moderator, verdict: to }))
  })

  pages.all(ROUTE, (c) => {
    c.header('Allow', 'GET, HEAD, POST')
    return c.html(refusedPage(localeOf(c)), 405)
  })
  pages.notFound(refuse)

  pages.onError((err, c) => {
    if (err instanceof Refusal && err.code === 'too-large')
      return c.html(refusedPage(localeOf(c)), PROBLEMS[err.code])
    payload.logger.error({ err, msg: 'A page of a link in a mail could not be shown.' })
    return c.html(awayPage(localeOf(c)), 503)
  })

  return pages
}

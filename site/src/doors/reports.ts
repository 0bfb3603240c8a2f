import { EMPTY_REPORT } from '@ovoz/widget/markup.ts'
import type { Context, Hono } from 'hono'
import { createClient, type Locale, OvozError, type Report } from 'ovoz/client'

import { answerPage, makeAnswer } from '../answer.tsx'
import type { Ground } from '../app.ts'
import { readBody } from '../body.ts'
import { inLocale, LOCALES, withQuery } from '../links.ts'
import { report } from '../pages/report.tsx'
import { askFor } from '../reader.ts'
import { problemOf } from './discussions.ts'

/** The form by which a comment is reported, sent to its own page: thanks, or the form again, as it was filled in. */
export function addReports(app: Hono, ground: Ground) {
  async function answer(c: Context, locale: Locale) {
    const body = await readBody(c)
    if (body === null) return c.text('This is too large.', 413)
    const form = new URLSearchParams(body.toString())
    const { pathname, href } = new URL(c.req.url)
    const client = createClient({ url: ground.settings.API_URL, locale, fetch: askFor(c, ground) })
    const values = { reason: (form.get('reason') || null) as Report['reason'], note: form.get('note') }
    try {
      await client.comments.report(c.req.param('id')!, { ...values, locale })
      return c.redirect(withQuery(pathname, { done: 'sent' }), 303)
    } catch (error) {
      const { faults, ...refused } = problemOf(error, locale)
      // What is not there any more has a page of its own.
      const isGone = error instanceof OvozError && (error.status === 404 || error.status === 410)
      const returned = { report: isGone ? EMPTY_REPORT : { ...faults, values } }
      return answerPage(
        c,
        await makeAnswer({
          ground,
          url: href,
          locale,
          make: report,
          params: c.req.param() as Record<string, string>,
          returned,
          ...refused,
        }),
      )
    }
  }
  for (const locale of LOCALES) app.post(inLocale(locale, '/report/:id'), (c) => answer(c, locale))
}

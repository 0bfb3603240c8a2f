import type { Context, Hono } from 'hono'
import { createClient, type Locale } from 'ovoz/client'

import { answerPage, makeAnswer } from '../answer.tsx'
import type { Ground } from '../app.ts'
import { readBody } from '../body.ts'
import { inLocale, LOCALES } from '../links.ts'
import { pathOf, privacyRequests, readKind, type ReturnedRequest } from '../pages/privacy-requests.tsx'
import { askFor } from '../reader.ts'
import { textsIn } from '../texts/index.ts'
import { problemOf } from './discussions.ts'

/** The form on the page of privacy requests: taken in, or shown again as it was filled in. */
export function addPrivacyRequests(app: Hono, ground: Ground) {
  async function answer(c: Context, locale: Locale) {
    const body = await readBody(c)
    if (body === null) return c.text('This is too large.', 413)
    const form = new URLSearchParams(body.toString())
    const email = form.get('email') ?? ''
    const kind = readKind(form.get('kind'))
    const again = async (fault: string, refused: { status: number; retryAfter?: number | null }) => {
      const privacy: ReturnedRequest = { email, kind: kind ?? '', fault }
      const question = { ground, url: c.req.url, locale, make: privacyRequests, returned: { privacy } }
      return answerPage(c, await makeAnswer({ ...question, ...refused }))
    }
    const t = textsIn(locale)
    if (!kind) return again(t('privacy-kind-missing'), { status: 422 })
    const client = createClient({ url: ground.settings.API_URL, locale, fetch: askFor(c, ground) })
    try {
      await client.privacy.request({ email, kind, locale })
      return c.redirect(pathOf(locale, true), 303)
    } catch (error) {
      const { faults, ...refused } = problemOf(error, locale)
      const told = faults.errors[0]?.message ?? faults.problem
      return again(refused.status === 503 || told === null ? t('privacy-unsent') : told, refused)
    }
  }
  for (const locale of LOCALES) app.post(inLocale(locale, '/privacy/requests'), (c) => answer(c, locale))
}

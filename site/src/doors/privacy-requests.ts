import type { Context, Hono } from 'hono'
import { createClient, type Locale, OvozError } from 'ovoz/client'

import { answerPage, makeAnswer } from '../answer.tsx'
import type { Ground } from '../app.ts'
import { readBody } from '../body.ts'
import { inLocale, LOCALES } from '../links.ts'
import { pathOf, privacyRequests, readKind, type ReturnedRequest } from '../pages/privacy-requests.tsx'
import { textsIn } from '../texts/index.ts'

/** The form on the page of privacy requests: taken in, or shown again as it was filled in. */
export function addPrivacyRequests(app: Hono, ground: Ground) {
  async function answer(c: Context, locale: Locale) {
    const body = await readBody(c)
    if (body === null) return c.text('This is too large.', 413)
    const form = new URLSearchParams(body.toString())
    const email = form.get('email') ?? ''
    const kind = readKind(form.get('kind'))
    const again = async (fault: string, status: number) => {
      const privacy: ReturnedRequest = { email, kind: kind ?? '', fault }
      const question = {
        ground,
        url: c.req.url,
        locale,
        make: privacyRequests,
        returned: { privacy },
        status,
      }
      return answerPage(c, await makeAnswer(question))
    }
    const t = textsIn(locale)
    if (!kind) return again(t('privacy-kind-missing'), 422)
    const client = createClient({ url: ground.settings.API_URL, locale, fetch: ground.fetch })
    try {
      await client.privacy.request({ email, kind, locale })
      return c.redirect(pathOf(locale, true), 303)
    } catch (error) {
      if (!(error instanceof OvozError) || error.status >= 500) return again(t('privacy-unsent'), 503)
      return again(error.errors[0]?.message ?? error.message, error.status)
    }
  }
  for (const locale of LOCALES) app.post(inLocale(locale, '/privacy/requests'), (c) => answer(c, locale))
}

import { settings } from '../../platform/settings.ts'
import type { Finding, Written } from '../check.ts'
import { failed } from '../judge.ts'
import type { Ask } from './ask.ts'

/** https://akismet.com/developers/detailed-docs/comment-check/ */
export const AKISMET = 'https://rest.akismet.com/1.1/comment-check'

/** Akismet insists on a network address; whose it is stays with us. */
const NO_ADDRESS = '0.0.0.0'

/**
 * Asks Akismet, a third party that the site has switched on. It is sent what would be public anyway: name, link, text and
 * language; no e-mail address and no network address.
 */
export async function askAkismet({
  written: { name, url, body, locale },
  key,
  ask,
  at = AKISMET,
}: {
  written: Written
  key: string
  ask: Ask
  at?: string
}): Promise<Finding | null> {
  const form = new URLSearchParams({
    api_key: key,
    blog: settings.SITE_URL,
    user_ip: NO_ADDRESS,
    comment_type: 'comment',
    comment_author: name,
    ...(url !== null && { comment_author_url: url }),
    comment_content: body,
    blog_lang: locale,
    blog_charset: 'UTF-8',
  })
  const answer = await ask({
    url: at,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Ovoz/1 | Akismet/1' },
    body: form.toString(),
  })
  if (answer.kind === 'answered' && answer.status === 200) {
    if (answer.text.trim() === 'true') return { verdict: 'spam', reason: 'akismet' }
    if (answer.text.trim() === 'false') return null
  }
  return failed('akismet: no answer')
}

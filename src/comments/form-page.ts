import { isAllowedOrigin } from '../platform/origins.ts'
import { settings } from '../platform/settings.ts'

/** The page a form goes back to: the one it names where that is ours or an allowed one, else the article's own. */
export function pageAfterForm({ on, redirect }: { on: string; redirect: string | null | undefined }): string {
  if (redirect && URL.canParse(redirect)) {
    const url = new URL(redirect)
    url.hash = ''
    if (isAllowedOrigin(url.origin)) return url.href
  }
  return `${settings.SITE_URL}/${on}`
}

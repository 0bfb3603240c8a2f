import type { Locale } from '../contract/index.ts'
import { settings } from '../platform/settings.ts'
import { siteHome } from '../platform/site.ts'

/** Where the pages are that mails to readers lead to. */
export const MAIL_PATH = '/mail/'

/** What a page of a mail is for: `stop` is of one conversation, `stop-all` of all, `start` takes both back. */
export const ACTS = ['confirm', 'stop', 'stop-all', 'start'] as const
export type Act = (typeof ACTS)[number]

export const linkTo = (act: Act, token: string) => `${settings.PUBLIC_URL}${MAIL_PATH}${act}/${token}`

/** The place of a comment on the site, where that speaks the reader's language. */
export const placeOf = ({ on, id, locale }: { on: string; id: string; locale: Locale }) => {
  const name = encodeURIComponent(id)
  return `${siteHome(locale)}/${on}?comment=${name}#comment-${name}`
}

/** By which a mail program stops our mails in one press (RFC 8058): of this conversation. */
export const unsubscribeHeaders = (token: string) => ({
  'List-Unsubscribe': `<${linkTo('stop', token)}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

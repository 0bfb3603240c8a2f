import { settings } from '../platform/settings.ts'

/** Where the pages are that mails to those who asked lead to. */
export const PRIVACY_PATH = '/privacy/'

/**
 * `ask-…`: it was asked for and no mail is written yet. `copy`, `erase`: the link of the mail. `download`: what the page of a copy
 * hands to its own buttons.
 */
export const PRIVACY_ACTS = ['ask-copy', 'ask-erase', 'copy', 'erase', 'download'] as const
export type PrivacyAct = (typeof PRIVACY_ACTS)[number]

export const pathOf = (token: string) => `${PRIVACY_PATH}${token}`

/** From PUBLIC_URL, never from what a request says of itself. */
export const linkTo = (token: string) => `${settings.PUBLIC_URL}${pathOf(token)}`

const MINUTE = 60_000
/** How long a link of a mail stands, and how long the buttons of a copy do. */
export const LINK_LASTS = 24 * 60 * MINUTE
export const DOWNLOAD_LASTS = 30 * MINUTE
/** At most one mail for each address and kind in this time. */
export const ONE_MAIL_IN = 60 * MINUTE

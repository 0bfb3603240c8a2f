import type { Payload } from 'payload'

import { toKeptLine } from '../platform/log.ts'
import type { Watched } from '../platform/mail.ts'
import type { Written } from '../platform/mail-folder.ts'
import { settings } from '../platform/settings.ts'
import type { Contents } from './letter.ts'
import { type Fault, type Handed, readFault } from './retry.ts'

/** How long one mail may take altogether, in milliseconds; what is not answered by then may have arrived. */
export const DEADLINE = 5 * 60_000

/** Hands a mail over, or says why not. It never throws. */
export type HandOver = (asked: { payload: Payload; id: string; contents: Contents }) => Promise<Handed>

/** The same for all attempts, so that whoever gets a mail twice can tell. */
export const toMessageId = (id: string) => `<${id}@${settings.MAIL_FROM.split('@')[1]}>`

export const handOver: HandOver = async ({ payload, id, contents }) => {
  const { to, locale, subject, text, html, headers } = contents
  let isHandedOver = false
  const watched: Watched = { whenRead: () => (isHandedOver = true) }
  try {
    const info = (await payload.sendEmail({
      ...watched,
      to: { name: '', address: to },
      subject,
      text,
      html,
      messageId: toMessageId(id),
      headers: {
        ...headers,
        // No robot is to answer, and none is answered.
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'Content-Language': locale,
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    })) as Partial<Written>
    if (info.file) payload.logger.info(`There is no SMTP_URL, so a mail was written to ${info.file}`)
    return { kind: 'accepted' }
  } catch (error) {
    const fault = typeof error === 'object' && error !== null ? (error as Fault) : { message: error }
    const handed = readFault({ fault, isHandedOver })
    return handed.kind === 'accepted' ? handed : { ...handed, why: withoutPerson(handed.why, to) }
  }
}

const FEWEST_SIGNS = 3

/** What a mail server said as it may be kept; some name the person, or the domain, without the rest of the address. */
export function withoutPerson(text: string, to: string): string {
  const parts = [to, ...to.split('@')].filter((part) => part.length >= FEWEST_SIGNS)
  const any = new RegExp(parts.map((part) => part.replace(/\W/g, '\\$&')).join('|') || /$^/, 'gi')
  return toKeptLine(text.replace(any, '[withheld]'))
}

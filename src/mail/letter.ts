import type { Locale } from '../contract/index.ts'
import { readEmail } from '../platform/email.ts'
import { cleanLine, shorten } from '../platform/text.ts'

/**
 * The kind of mail that is the last one to somebody who is forgotten. Its address is forgotten however it ends, so nobody can
 * send it again.
 */
export const LAST_MAIL = 'privacy-done'

/** A mail as other rooms hand it over. */
export type Letter = {
  /** What it is for, in the list of the panel: `comment-waits`. It names nobody. */
  kind: string
  /** The notice it is: the same one is never queued twice, however often it is announced. */
  once: string
  /** One plain address. */
  to: string
  locale: Locale
  subject: string
  text: string
  html: string
  /** Of {@link HEADERS} alone. */
  headers?: Record<string, string>
  /** What it is about, by which it can be taken back until it has gone out: `comment:<id>`. Kept as marks. */
  about?: string[]
  /** Not sent before this time. */
  notBefore?: Date
  /** Of no use after this time: what has not gone out by then is not sent any more. */
  until?: Date
}

/** What is sealed of a mail, and forgotten when it has gone out. */
export type Contents = Pick<Letter, 'to' | 'locale' | 'subject' | 'text' | 'html'> & {
  headers: Record<string, string>
}

/** The headers a letter may bring along; all others are ours. */
export const HEADERS = ['In-Reply-To', 'List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'References']

const LONGEST_SUBJECT = 150
/** RFC 5322 lets a line have 998 characters. */
const LONGEST_HEADER = 900
const MOST_CONTENTS = 500_000
const KIND = /^[a-z][a-z-]{0,39}$/

/** A subject on one line, without signs that are not seen; at most 150 characters. */
export const toSubject = (text: string) => shorten(cleanLine(text), LONGEST_SUBJECT)

function checkHeader([name, value]: [string, string]) {
  if (!HEADERS.includes(name)) throw new Error(`A letter may not bring the header “${name}” along.`)
  if (!/^[\x20-\x7e]+$/.test(value) || value.length > LONGEST_HEADER)
    throw new Error(`The header “${name}” must be one line of at most ${LONGEST_HEADER} ASCII characters.`)
}

/**
 * What is sealed of a letter; null where `to` is not one plain address.
 * @throws Error where a header is not one of {@link HEADERS} or is more than one line, or the letter is too large
 */
export function toContents({ kind, to, locale, subject, text, html, headers = {} }: Letter): Contents | null {
  if (!KIND.test(kind)) throw new Error('The kind of a letter is one to 40 small letters and dashes.')
  Object.entries(headers).forEach(checkHeader)
  if (text.length + html.length > MOST_CONTENTS) throw new Error('The letter is too large.')
  const address = readEmail(to)
  if (address === null) return null
  return { to: address, locale, subject: toSubject(subject), text, html, headers }
}

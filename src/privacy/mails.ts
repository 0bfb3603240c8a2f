import type { Locale, PrivacyKind } from '../contract/index.ts'
import { LAST_MAIL } from '../mail/letter.ts'
import { renderMail } from '../mail/render.ts'
import type { Letter } from '../mail/service.ts'
import { linkTo } from './links.ts'
import { words } from './words.ts'

type Envelope = { to: string; locale: Locale }

/** The mail with the link, to the address that it is about and nobody else. Nothing of what is kept stands in it. */
export function linkMail({
  kind,
  token,
  until,
  about,
  ...envelope
}: Envelope & { kind: PrivacyKind; token: string; until: Date; about: string[] }): Letter {
  const { locale } = envelope
  const subject = words(`${kind}-subject`, locale)
  return {
    ...envelope,
    kind: `privacy-${kind}`,
    once: `privacy ${token}`,
    about,
    until,
    subject,
    ...renderMail({
      locale,
      title: subject,
      paragraphs: [words(`${kind}-text`, locale)],
      actions: [{ text: words(`${kind}-action`, locale), url: linkTo(token) }],
      footer: [words('not-you', locale)],
    }),
  }
}

/** Longer than all attempts last. */
const DONE_WITHIN = 2 * 24 * 60 * 60_000

/** The last mail to somebody who is forgotten. It is about nobody, so nothing leads from it to them once it is over. */
export function doneMail({
  entry,
  isAllDone,
  now,
  ...envelope
}: Envelope & { entry: string; isAllDone: boolean; now: Date }): Letter {
  const { locale } = envelope
  const subject = words('done-subject', locale)
  return {
    ...envelope,
    kind: LAST_MAIL,
    once: `privacy done ${entry}`,
    until: new Date(now.getTime() + DONE_WITHIN),
    subject,
    ...renderMail({
      locale,
      title: subject,
      paragraphs: [
        words('done-text', locale),
        ...(isAllDone ? [] : [words('done-sealed', locale)]),
        words('done-again', locale),
      ],
    }),
  }
}

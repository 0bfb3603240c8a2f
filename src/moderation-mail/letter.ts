import { type Letter } from '../mail/letter.ts'
import { type Part, renderMail } from '../mail/render.ts'
import { settings } from '../platform/settings.ts'
import { VERDICTS } from './decision.ts'
import { linkOf } from './links.ts'
import type { Moderator, Waiting } from './store.ts'
import { momentIn, whyIn, wordIn } from './words.ts'

export const DESK = '/admin/moderation'

/**
 * The mail to one who moderates.
 * @param shown what stands in it whole, each with the token of its links
 * @param total how many comments wait in all
 */
export function writeLetter({
  moderator: { email, locale },
  shown,
  total,
}: {
  moderator: Pick<Moderator, 'email' | 'locale'>
  shown: (Waiting & { token: string })[]
  total: number
}): Pick<Letter, 'to' | 'locale' | 'subject' | 'text' | 'html'> {
  const word = wordIn(locale)
  const titleOf = ({ title }: Waiting) => title || word('page-gone')
  const alone = total === 1 ? shown[0] : undefined
  const subject = alone ? word('one-waits', { title: titleOf(alone) }) : word('many-wait', { count: total })

  const toParts = (comment: Waiting & { token: string }): Part[] => [
    // Of a single one the title of the mail says where it stands.
    ...(alone ? [] : [{ heading: titleOf(comment) }]),
    { by: comment.name || word('anonymous'), quote: comment.body },
    {
      facts: [
        [word('written'), momentIn(locale, comment.editedAt ?? comment.createdAt)],
        ...(comment.reasons.length
          ? [[word('why'), whyIn(locale, comment.reasons)] as [string, string]]
          : []),
      ],
    },
    {
      actions: VERDICTS.map((verdict) => ({ text: word(verdict), url: linkOf(comment.token, verdict) })),
    },
  ]
  const others = total - shown.length
  const { text, html } = renderMail({
    locale,
    title: subject,
    paragraphs: [
      ...(shown.length ? [word('not-yet')] : []),
      ...shown.flatMap(toParts),
      ...(others > 0 && shown.length ? [word('others', { count: others })] : []),
    ],
    actions: [{ text: word('desk'), url: `${settings.PUBLIC_URL}${DESK}` }],
    footer: [word('footer'), { text: word('how-often'), url: `${settings.PUBLIC_URL}/admin/account` }],
  })
  return { to: email, locale, subject, text, html }
}

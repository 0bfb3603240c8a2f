import type { ElementContent } from 'hast'
import { h } from 'hastscript'

import type { Lock } from '../comments/locks.ts'
import type { Locale } from '../contract/index.ts'
import { toKeyPage } from '../platform/key-page.ts'
import { settings } from '../platform/settings.ts'
import { staffWordIn } from '../platform/staff-words.ts'
import { isVerdict, type Verdict, VERDICTS } from './decision.ts'
import { DESK } from './letter.ts'
import type { Opened } from './service.ts'
import { askKey, doKey, isKey, doneKey, momentIn, whyIn, wordIn } from './words.ts'

const toDesk = (locale: Locale) =>
  h('p', [h('a', { href: `${settings.PUBLIC_URL}${DESK}` }, wordIn(locale)('desk'))])

function commentOf({ comment, moderator: { locale } }: Opened): ElementContent[] {
  if (!comment) return []
  const word = wordIn(locale)
  return [
    h('p', [comment.title || word('page-gone')]),
    h('p', { className: ['name'] }, comment.name || word('anonymous')),
    h('blockquote', comment.body),
    h('dl', [
      h('dt', word('written')),
      h('dd', momentIn(locale, comment.editedAt ?? comment.createdAt)),
      ...(comment.reasons.length ? [h('dt', word('why')), h('dd', whyIn(locale, comment.reasons))] : []),
    ]),
  ]
}

/** Asks, by a form with one button; `verdict` is that of the link. */
export function askPage({ opened, verdict }: { opened: Opened; verdict: Verdict }): string {
  const { comment, moderator } = opened
  const { locale } = moderator
  const word = wordIn(locale)
  if (!comment || comment.status !== 'pending') return decidedPage(opened)
  if (opened.lock) return lockedPage(opened, opened.lock)
  return toKeyPage({
    locale,
    title: word(askKey(verdict)),
    content: [
      ...commentOf(opened),
      h('form', { method: 'post' }, [
        h('input', { type: 'hidden', name: 'to', value: verdict }),
        h('input', { type: 'hidden', name: 'seen', value: String(comment.revision) }),
        h('button', { type: 'submit' }, word(doKey(verdict))),
      ]),
      h('nav', { className: ['others'], ariaLabel: word('instead') }, [
        h('p', [
          `${word('instead')}: `,
          ...VERDICTS.filter((other) => other !== verdict).map((other) =>
            h('a', { href: `?to=${other}` }, word(other)),
          ),
        ]),
      ]),
    ],
  })
}

/** It was decided before: nothing is asked. */
function decidedPage(opened: Opened): string {
  const { comment, moderator } = opened
  const { locale } = moderator
  const word = wordIn(locale)
  const { status, movedBy, isWithdrawn } = comment ?? {}
  const by = movedBy && !isWithdrawn ? word('decided-by', { name: movedBy }) : ''
  return toKeyPage({
    locale,
    title: isVerdict(status) ? word(isKey(status)) : word('is-gone'),
    content: [h('p', isWithdrawn ? word('withdrawn') : by), ...commentOf(opened), toDesk(locale)],
  })
}

/** It waits for somebody else: nothing is asked, in the words that the panel has for it. */
function lockedPage(opened: Opened, lock: Lock): string {
  const { locale } = opened.moderator
  return toKeyPage({
    locale,
    title: wordIn(locale)('locked'),
    content: [h('p', staffWordIn(locale, `locked-${lock}`)), ...commentOf(opened), toDesk(locale)],
  })
}

/** Nothing was done, because it is not what was read, or not for this person to decide. */
export function latePage({ opened, verdict }: { opened: Opened; verdict: Verdict }): string {
  if (opened.comment?.status !== 'pending') return decidedPage(opened)
  if (opened.lock) return lockedPage(opened, opened.lock)
  const { locale } = opened.moderator
  const word = wordIn(locale)
  return toKeyPage({
    locale,
    title: word('changed-title'),
    content: [h('p', word('changed')), h('p', [h('a', { href: `?to=${verdict}` }, word('again'))])],
  })
}

export function donePage({
  moderator,
  verdict,
}: {
  moderator: Opened['moderator']
  verdict: Verdict
}): string {
  const { locale, name } = moderator
  const word = wordIn(locale)
  return toKeyPage({
    locale,
    title: word(doneKey(verdict)),
    content: [h('p', word('done-by', { name })), toDesk(locale)],
  })
}

/** One answer for every link that does not work, so that nothing is to be learnt from it. */
export const refusedPage = (locale: Locale): string => {
  const word = wordIn(locale)
  return toKeyPage({
    locale,
    title: word('refused-title'),
    content: [h('p', word('refused')), toDesk(locale)],
  })
}

export const awayPage = (locale: Locale): string =>
  toKeyPage({ locale, title: wordIn(locale)('away'), content: [] })

import type { ElementContent } from 'hast'
import { h } from 'hastscript'

import type { Locale } from '../contract/index.ts'
import { toKeyPage } from '../platform/key-page.ts'
import { daysIn } from '../retention/view.ts'
import type { Copy, OwnComment, Page } from './copy.ts'
import { type PrivacyWord, words } from './words.ts'

/** A time as everybody reads it alike: `2026-11-24 16:05 UTC`. */
const moment = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`

type Fact = [word: PrivacyWord, value: string | ElementContent | null]

/**
 * The copy as a page of its own that needs nothing else: to read, to print, to keep.
 * @param mailDays how long it is kept that a mail was sent
 */
export function toCopyPage({
  copy,
  locale,
  mailDays,
}: {
  copy: Copy
  locale: Locale
  mailDays: number
}): string {
  const say = (word: PrivacyWord) => words(word, locale, { days: daysIn(locale, mailDays) })
  const facts = (list: Fact[]) =>
    h(
      'dl',
      list.flatMap(([word, value]) => (value === null ? [] : [h('dt', say(word)), h('dd', [value])])),
    )
  const when = (iso: string | null) => (iso === null ? null : moment(iso))
  const pageOf = (page: Page) => (page ? h('a', { href: page.url }, page.title || page.url) : say('gone'))
  const listed = (title: PrivacyWord, entries: ElementContent[][], hint?: PrivacyWord) => [
    h('h2', say(title)),
    ...(hint ? [h('p', say(hint))] : []),
    ...(entries.length ? entries.flat() : [h('p', say('none'))]),
  ]
  const one = (comment: OwnComment): ElementContent[] => [
    h('blockquote', comment.text),
    facts([
      ['page', pageOf(comment.on)],
      ['name', comment.name || null],
      ['url', comment.url],
      ['written', when(comment.createdAt)],
      ['edited', when(comment.editedAt)],
      ['withdrawn', when(comment.withdrawnAt)],
      ['state', say(comment.state)],
      ['answers', comment.answers ? comment.answers.name || say('anybody') : null],
      ...comment.reasons.map((reason): Fact => ['reason', reason]),
      ['subscriptions', comment.notify === 'replies' ? say('notify-replies') : null],
      ['network-mark', comment.hasNetworkMark ? say('kept') : null],
    ]),
  ]
  return toKeyPage({
    locale,
    title: say('page-summary'),
    content: [
      facts([
        ['address', copy.email],
        ['made-at', moment(copy.madeAt)],
      ]),
      ...listed('comments', copy.comments.map(one)),
      ...listed(
        'subscriptions',
        copy.subscriptions.map((entry) => [
          facts([
            ['page', entry.of === 'all' ? say('everything') : pageOf(entry.of)],
            ['asked', when(entry.askedAt)],
            ['confirmed', when(entry.confirmedAt)],
            ['stopped', when(entry.stoppedAt)],
          ]),
        ]),
      ),
      ...listed(
        'links',
        copy.links.map(({ on, expiresAt }) => [
          facts([
            ['page', pageOf(on)],
            ['until', moment(expiresAt)],
          ]),
        ]),
      ),
      ...listed(
        'told',
        copy.notices.map(({ kind, on, createdAt, toldAt }) => [
          h('p', [`${moment(toldAt ?? createdAt)}: ${kind}, `, pageOf(on)]),
        ]),
      ),
      ...listed(
        'mails',
        copy.mails.map(({ kind, status, createdAt, sentAt }) => [
          h('p', `${moment(sentAt ?? createdAt)}: ${kind} (${status})`),
        ]),
        'mails-hint',
      ),
      h('h2', say('reports')),
      h('p', say('reports-text')),
    ],
  })
}

import type { Locale } from '../contract/index.ts'
import { type Draft, renderMail } from '../mail/render.ts'
import type { Letter } from '../mail/service.ts'
import { lengthOf } from '../platform/text.ts'
import { linkTo, placeOf, unsubscribeHeaders } from './links.ts'
import { words } from './words.ts'

/** How many answers one mail shows, and how much of each, in characters; the rest is a press away. */
const MOST_ANSWERS = 10
const MOST_WORDS = 600

/** What every mail to a reader needs: whom, where the conversation is, and how to end it. */
export type Envelope = {
  once: string
  to: string
  locale: Locale
  page: { on: string; title: string }
  /** By which the mail can be stopped. */
  token: string
  /** Whom and which conversation it is about, by which it can be taken back until it has gone out. */
  about: string[]
}

export type Answer = { id: string; name: string; body: string }

function excerpt(body: string): string {
  if (lengthOf(body) <= MOST_WORDS) return body
  return `${[...body].slice(0, MOST_WORDS).join('').trimEnd()}…`
}

function toLetter({
  envelope: { about, locale, once, to, token },
  kind,
  subject,
  ...draft
}: { envelope: Envelope; kind: string; subject: string } & Pick<
  Draft,
  'title' | 'paragraphs' | 'actions'
>): Letter {
  const footer = [
    words('why-you', locale),
    { text: words('stop-link', locale), url: linkTo('stop', token) },
    { text: words('stop-all-link', locale), url: linkTo('stop-all', token) },
  ]
  return {
    kind,
    once,
    to,
    about,
    locale,
    subject,
    ...renderMail({ locale, ...draft, footer }),
    headers: unsubscribeHeaders(token),
  }
}

export function publishedMail(envelope: Envelope, { comment }: { comment: string }): Letter {
  const { locale, page } = envelope
  return toLetter({
    envelope,
    kind: 'comment-published',
    subject: words('published-subject', locale, page),
    title: words('published-title', locale),
    paragraphs: [words('published-text', locale, page)],
    actions: [{ text: words('see-comment', locale), url: placeOf({ on: page.on, id: comment, locale }) }],
  })
}

/** One mail of all answers, however many. */
export function answersMail(envelope: Envelope, { answers }: { answers: Answer[] }): Letter {
  const { locale, page } = envelope
  const nameOf = ({ name }: Answer) => name || words('anonymous', locale)
  const [first] = answers as [Answer]
  const rest = answers.length - MOST_ANSWERS
  return toLetter({
    envelope,
    kind: 'comment-answered',
    subject:
      answers.length === 1
        ? words('answer-subject', locale, { ...page, name: nameOf(first) })
        : words('answers-subject', locale, { ...page, many: answers.length }),
    title: words('answer-title', locale),
    paragraphs: [
      words('answer-text', locale, page),
      ...answers.slice(0, MOST_ANSWERS).flatMap((answer) => [
        { by: words('answer-by', locale, { name: nameOf(answer) }), quote: excerpt(answer.body) },
        {
          actions: [
            { text: words('see-answer', locale), url: placeOf({ on: page.on, id: answer.id, locale }) },
          ],
        },
      ]),
      ...(rest > 0 ? [words('more-answers', locale, { many: rest })] : []),
    ],
  })
}

export function removedMail(envelope: Envelope, { why }: { why: string }): Letter {
  const { locale, page } = envelope
  return toLetter({
    envelope,
    kind: 'comment-removed',
    subject: words('removed-subject', locale, page),
    title: words('removed-title', locale),
    paragraphs: [words('removed-text', locale, page), { quote: why }],
  })
}

/** Asks whether an address belongs to whoever wrote. Nothing of what was written stands in it. */
export function confirmMail(
  envelope: Envelope,
  { comment, confirm, until }: { comment: string; confirm: string; until: Date },
): Letter {
  const { locale, page } = envelope
  return {
    ...toLetter({
      envelope,
      kind: 'confirm-address',
      subject: words('confirm-subject', locale, page),
      title: words('confirm-title', locale),
      paragraphs: [words('confirm-text', locale, page), words('confirm-hint', locale)],
      actions: [
        { text: words('confirm-action', locale), url: linkTo('confirm', confirm) },
        { text: words('see-comment', locale), url: placeOf({ on: page.on, id: comment, locale }) },
      ],
    }),
    until,
  }
}

import type { Comment, OwnComment } from 'ovoz/client'

import { attr, classes, type Html, isWebLink, markup, trusted } from './escape.ts'
import { formatDateTime, formatRelative } from './format.ts'
import { LANGUAGE_NAMES, say } from './texts/index.ts'
import { type Context, idOf, type OwnMode } from './view.ts'

const COLOURS = 8

/** The first letters of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? [])
  return [words[0], words.length > 1 ? words.at(-1) : ''].join('').toUpperCase()
}

/** One of eight colours for a seed of twelve hexadecimal digits. */
export const colourOf = (seed: string) => (Number.parseInt(seed.slice(0, 6), 16) || 0) % COLOURS

/** When something was written: the way readers say it, with the whole date for who points at it. */
export function timeOf({ locale, now, timeZone }: Context, iso: string): Html {
  const date = new Date(iso)
  const whole = formatDateTime(date, locale, timeZone)
  const shown = now ? formatRelative(date, now, locale, timeZone) : whole
  return markup`<time .when datetime="${iso}" title="${whole}">${shown}</time>`
}

export const nameOf = ({ locale }: Pick<Context, 'locale'>, name: string) => name || say(locale, 'anonymous')

function head(context: Context, comment: Comment): Html {
  const { locale, links } = context
  const { author } = comment
  const name = nameOf(context, author.name)
  const colour = colourOf(author.avatarSeed)
  const isForeign = comment.locale !== null && comment.locale !== locale
  return markup`<header .by>
    <span${classes('avatar', `avatar-${colour}`)} aria-hidden="true">${initialsOf(name)}</span>
    <h3 .name>${
      isWebLink(author.url)
        ? markup`<a .writer href="${author.url}" rel="ugc nofollow noopener">${name}</a>`
        : name
    }</h3>
    ${author.isStaff && markup`<span .badge>${say(locale, 'staff')}</span>`}
    <span .meta>
    <a .permalink href="${links.permalink(comment.id)}">${timeOf(context, comment.createdAt)}</a>
    ${comment.editedAt !== null && markup` <span .edited>${say(locale, 'edited')}</span>`}
    ${isForeign && markup` <span .language lang="${comment.locale}">${LANGUAGE_NAMES[comment.locale!]}</span>`}
    </span>
    </header>`
}

const words = (comment: Comment) =>
  markup`<div .text${attr('lang', comment.locale)}>${trusted(comment.html)}</div>`

function replyLink({ locale, links, thread }: Context, comment: Comment): Html | false {
  if (!thread.open) return false
  const label = say(locale, 'replyTo', { name: nameOf({ locale }, comment.author.name) })
  return markup`<a .action data-ovoz-do="reply" href="${links.reply(comment.id)}" aria-label="${label}">${say(locale, 'reply')}</a>`
}

function reportLink({ locale, links }: Context, comment: Comment): Html {
  const label = say(locale, 'reportOf', { name: nameOf({ locale }, comment.author.name) })
  return markup`<a .action.quiet data-ovoz-do="report" rel="nofollow" href="${links.report(comment.id)}" aria-label="${label}">${say(locale, 'report')}</a>`
}

type Beside = {
  /** What stands at the end of the answers to a comment. */
  below?: (id: string) => Html[]
  /** What stands in place of a comment: the same as its writer sees it. */
  instead?: (id: string) => Html | null
}

/** A comment with the answers below it: an `li`. */
export function commentItem(
  context: Context,
  comment: Comment,
  { below = () => [], instead = () => null }: Beside = {},
): Html {
  const answers = [
    ...comment.replies.map((reply) => commentItem(context, reply, { below, instead })),
    ...below(comment.id),
  ]
  return markup`<li .item>
    ${instead(comment.id) ?? commentArticle(context, comment)}
    ${answers.length > 0 && markup`<ol .replies>${answers}</ol>`}
    </li>`
}

function commentArticle(context: Context, comment: Comment): Html {
  const { locale } = context
  return markup`<article${classes('comment', comment.isRemoved && 'removed')} id="${idOf(context, `comment-${comment.id}`)}" data-ovoz-id="${comment.id}">
    ${
      comment.isRemoved
        ? markup`<p .text>${say(locale, 'removed')}</p>`
        : [
            head(context, comment),
            words(comment),
            markup`<p .actions>${replyLink(context, comment)}${reportLink(context, comment)}</p>`,
          ]
    }
    </article>`
}

/** What only the writer is told of a comment that nobody else sees. */
const ownState = ({ locale }: Context, { status }: OwnComment): Html =>
  markup`<p .state>${say(locale, status === 'pending' ? 'awaiting' : 'unpublished')}</p>`

function ownActions(context: Context, comment: OwnComment): Html {
  const { locale, links } = context
  const { id, status } = comment
  const action = (mode: 'edit' | 'withdraw') =>
    markup`<a .action data-ovoz-do="${mode}" href="${links.own(id, mode)}">${say(locale, mode)}</a>`
  const isPublic = status === 'approved'
  return markup`<p .actions>
    ${isPublic && replyLink(context, comment)}
    ${(isPublic || status === 'pending') && action('edit')}
    ${status !== 'trash' && action('withdraw')}
    ${isPublic && markup`<span .meta>${say(locale, 'yours')}</span>`}
    </p>`
}

type OwnOptions = {
  mode?: OwnMode
  /** What stands in the field while it is edited, where that is not the comment as it is. */
  typed?: string | undefined
  error?: string | null
}

/** Where the writer changes the text: a form that also works by itself, sent to the private page. */
function editForm(context: Context, comment: OwnComment, { typed, error }: OwnOptions): Html {
  const { locale, links, thread } = context
  const id = idOf(context, `edit-${comment.id}`)
  return markup`<form .form.edit method="post" action="${links.own(comment.id, 'edit')}" data-ovoz-form="edit">
    <div .field>
    <label .label for="${id}">${say(locale, 'body')}</label>
    ${Boolean(error) && markup`<p .error id="${id}-error">${error}</p>`}
    <textarea .input id="${id}" name="body" rows="5" required maxlength="${thread.limits.body}"${attr('aria-invalid', error ? 'true' : null)}${attr('aria-describedby', error ? `${id}-error` : null)}>${'\n'}${typed ?? comment.text}</textarea>
    </div>
    <p .buttons><button .button type="submit">${say(locale, 'save')}</button>
     <a .action data-ovoz-do="keep" href="${links.own(comment.id, 'shown')}">${say(locale, 'keep')}</a></p>
    </form>`
}

/** The question before a comment is taken back for good. */
function withdrawForm({ locale, links }: Context, comment: OwnComment, { error }: OwnOptions): Html {
  return markup`<form .form.withdraw method="post" action="${links.own(comment.id, 'withdraw')}" data-ovoz-form="withdraw">
    ${Boolean(error) && markup`<p .error>${error}</p>`}
    <p .ask>${say(locale, 'withdrawAsk')}</p>
    <p .buttons><button .button type="submit">${say(locale, 'withdraw')}</button>
     <a .action data-ovoz-do="keep" href="${links.own(comment.id, 'shown')}">${say(locale, 'keep')}</a></p>
    </form>`
}

/** The writer's own comment, as only the writer sees it: an `article`. */
export function ownArticle(context: Context, comment: OwnComment, options: OwnOptions = {}): Html {
  const { mode = 'shown' } = options
  return markup`<article${classes('comment', comment.status !== 'approved' && 'own')} id="${idOf(context, `comment-${comment.id}`)}" data-ovoz-id="${comment.id}" data-ovoz-own>
    ${head(context, comment)}
    ${comment.status !== 'approved' && ownState(context, comment)}
    ${mode === 'edit' ? editForm(context, comment, options) : words(comment)}
    ${mode === 'withdraw' && withdrawForm(context, comment, options)}
    ${mode === 'shown' && ownActions(context, comment)}
    </article>`
}

/** The same with its place in the thread: an `li`. */
export const ownItem = (context: Context, comment: OwnComment, options?: OwnOptions): Html =>
  markup`<li .item>${ownArticle(context, comment, options)}</li>`

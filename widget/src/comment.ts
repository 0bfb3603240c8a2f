import type { Comment, OwnComment } from 'ovoz/client'

import { attr, type Html, isWebLink, markup, trusted } from './escape.ts'
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
  return markup`<time class="ovoz-when" datetime="${iso}" title="${whole}">${shown}</time>`
}

export const nameOf = ({ locale }: Pick<Context, 'locale'>, name: string) => name || say(locale, 'anonymous')

function head(context: Context, comment: Comment): Html {
  const { locale, links } = context
  const { author } = comment
  const name = nameOf(context, author.name)
  const isForeign = comment.locale !== null && comment.locale !== locale
  return markup`<header class="ovoz-by" part="by">
    <span class="ovoz-avatar ovoz-avatar-${colourOf(author.avatarSeed)}" part="avatar" aria-hidden="true">${initialsOf(name)}</span>
    <h3 class="ovoz-name" part="name">${
      isWebLink(author.url)
        ? markup`<a class="ovoz-writer" href="${author.url}" rel="ugc nofollow noopener">${name}</a>`
        : name
    }</h3>
    ${author.isStaff && markup`<span class="ovoz-badge" part="badge">${say(locale, 'staff')}</span>`}
    <span class="ovoz-meta" part="meta">
    <a class="ovoz-permalink" href="${links.permalink(comment.id)}">${timeOf(context, comment.createdAt)}</a>
    ${comment.editedAt !== null && markup` <span class="ovoz-edited">${say(locale, 'edited')}</span>`}
    ${isForeign && markup` <span class="ovoz-language" lang="${comment.locale}">${LANGUAGE_NAMES[comment.locale!]}</span>`}
    </span>
    </header>`
}

const words = (comment: Comment) =>
  markup`<div class="ovoz-text" part="text"${attr('lang', comment.locale)}>${trusted(comment.html)}</div>`

function replyLink({ locale, links, thread }: Context, comment: Comment): Html | false {
  if (!thread.open) return false
  const label = say(locale, 'replyTo', { name: nameOf({ locale }, comment.author.name) })
  return markup`<a class="ovoz-action" part="action" data-ovoz-do="reply" href="${links.reply(comment.id)}" aria-label="${label}">${say(locale, 'reply')}</a>`
}

/** A comment with the answers below it: an `li`. `inside` stands at the end of its answers. */
export function commentItem(
  context: Context,
  comment: Comment,
  { below = () => [] }: { below?: (id: string) => Html[] } = {},
): Html {
  const { locale } = context
  const kind = comment.isRemoved ? ' ovoz-removed' : ''
  const answers = [
    ...comment.replies.map((reply) => commentItem(context, reply, { below })),
    ...below(comment.id),
  ]
  return markup`<li class="ovoz-item">
    <article class="ovoz-comment${kind}" part="comment" id="${idOf(context, `comment-${comment.id}`)}" data-ovoz-id="${comment.id}">
    ${
      comment.isRemoved
        ? markup`<p class="ovoz-text">${say(locale, 'removed')}</p>`
        : [
            head(context, comment),
            words(comment),
            context.thread.open && markup`<p class="ovoz-actions">${replyLink(context, comment)}</p>`,
          ]
    }
    </article>
    ${answers.length > 0 && markup`<ol class="ovoz-replies" part="replies">${answers}</ol>`}
    </li>`
}

/** What only the writer is told of a comment that nobody else sees. */
const ownState = ({ locale }: Context, { status }: OwnComment): Html =>
  markup`<p class="ovoz-state" part="state">${say(locale, status === 'pending' ? 'awaiting' : 'unpublished')}</p>`

function ownActions(context: Context, comment: OwnComment): Html {
  const { locale, links } = context
  const { id, status } = comment
  const action = (mode: 'edit' | 'withdraw') =>
    markup`<a class="ovoz-action" part="action" data-ovoz-do="${mode}" href="${links.own(id, mode)}">${say(locale, mode)}</a>`
  const isPublic = status === 'approved'
  return markup`<p class="ovoz-actions">
    ${isPublic && replyLink(context, comment)}
    ${(isPublic || status === 'pending') && action('edit')}
    ${status !== 'trash' && action('withdraw')}
    ${isPublic && markup`<span class="ovoz-meta">${say(locale, 'yours')}</span>`}
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
  return markup`<form class="ovoz-form ovoz-edit" part="form" method="post" action="${links.own(comment.id, 'edit')}" data-ovoz-form="edit">
    <div class="ovoz-field">
    <label class="ovoz-label" part="label" for="${id}">${say(locale, 'body')}</label>
    ${Boolean(error) && markup`<p class="ovoz-error" part="error" id="${id}-error">${error}</p>`}
    <textarea class="ovoz-input" part="input" id="${id}" name="body" rows="5" required maxlength="${thread.limits.body}"${attr('aria-invalid', error ? 'true' : null)}${attr('aria-describedby', error ? `${id}-error` : null)}>${'\n'}${typed ?? comment.text}</textarea>
    </div>
    <p class="ovoz-buttons"><button class="ovoz-button" part="button" type="submit">${say(locale, 'save')}</button>
     <a class="ovoz-action" part="action" data-ovoz-do="keep" href="${links.own(comment.id, 'shown')}">${say(locale, 'keep')}</a></p>
    </form>`
}

/** The question before a comment is taken back for good. */
function withdrawForm({ locale, links }: Context, comment: OwnComment, { error }: OwnOptions): Html {
  return markup`<form class="ovoz-form ovoz-withdraw" part="form" method="post" action="${links.own(comment.id, 'withdraw')}" data-ovoz-form="withdraw">
    ${Boolean(error) && markup`<p class="ovoz-error" part="error">${error}</p>`}
    <p class="ovoz-ask">${say(locale, 'withdrawAsk')}</p>
    <p class="ovoz-buttons"><button class="ovoz-button" part="button" type="submit">${say(locale, 'withdraw')}</button>
     <a class="ovoz-action" part="action" data-ovoz-do="keep" href="${links.own(comment.id, 'shown')}">${say(locale, 'keep')}</a></p>
    </form>`
}

/** The writer's own comment, as only the writer sees it: an `article`. */
export function ownArticle(context: Context, comment: OwnComment, options: OwnOptions = {}): Html {
  const { mode = 'shown' } = options
  return markup`<article class="ovoz-comment${comment.status === 'approved' ? '' : ' ovoz-own'}" part="comment own" id="${idOf(context, `comment-${comment.id}`)}" data-ovoz-id="${comment.id}" data-ovoz-own>
    ${head(context, comment)}
    ${comment.status !== 'approved' && ownState(context, comment)}
    ${mode === 'edit' ? editForm(context, comment, options) : words(comment)}
    ${mode === 'withdraw' && withdrawForm(context, comment, options)}
    ${mode === 'shown' && ownActions(context, comment)}
    </article>`
}

/** The same with its place in the thread: an `li`. */
export const ownItem = (context: Context, comment: OwnComment, options?: OwnOptions): Html =>
  markup`<li class="ovoz-item">${ownArticle(context, comment, options)}</li>`

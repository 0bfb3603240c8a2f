import type { Comment, OwnComment } from 'ovoz/client'

import { commentItem, ownArticle, ownItem } from './comment.ts'
import { attr, type Html, markup } from './escape.ts'
import { respond } from './form.ts'
import { say } from './texts/index.ts'
import { type Context, type DiscussionView, idOf, type Order, packContext } from './view.ts'

/** How many comments there are, or the heading the page asks for. */
export function headingText({ locale, heading, thread }: Context): string {
  if (heading) return heading
  return thread.total ? say(locale, 'comments', { n: thread.total }) : say(locale, 'noComments')
}

function orderSwitch(context: Context): Html | false {
  const { locale, links, order, thread } = context
  if (thread.total < 2) return false
  const link = (one: Order) =>
    markup`<a .action data-ovoz-do="order" data-ovoz-order="${one}" href="${links.order(one)}"${attr('aria-current', one === order ? 'true' : null)}>${say(locale, one)}</a>`
  return markup`<p .order>${link('oldest')} ${link('newest')}</p>`
}

export const top = (context: Context): Html =>
  markup`<header .top>
    <h2 .heading id="${idOf(context, 'comments-title')}" tabindex="-1">${headingText(context)}</h2>
    ${orderSwitch(context)}
    </header>`

export function pages(context: Context): Html | false {
  const { locale, links, thread } = context
  if (thread.nextCursor === null && links.first === null) return false
  return markup`<p .pages>
    ${
      thread.nextCursor !== null &&
      markup`<a .more rel="next" data-ovoz-do="more" href="${links.page(thread.nextCursor)}">${say(locale, 'more')}</a>`
    }
    ${links.first !== null && markup` <a .action data-ovoz-do="first" href="${links.first}">${say(locale, 'first')}</a>`}
    </p>`
}

const idsIn = (comments: readonly Comment[]): string[] =>
  comments.flatMap(({ id, replies }) => [id, ...idsIn(replies)])

type Own = Pick<DiscussionView, 'own' | 'ownMode' | 'ownFault'>

/** Comments with the writer's own among them: at their places, and those that nobody else sees below what they answer. */
function items(context: Context, comments: readonly Comment[], { own, ownMode, ownFault }: Own): Html {
  const places = new Set(idsIn(comments))
  const apart = own.filter(({ id }) => !places.has(id))
  const options = { mode: ownMode ?? 'shown', ...ownFault }
  const toItem = (comment: OwnComment) => ownItem(context, comment, options)
  const below = (id: string) => apart.filter(({ parent }) => parent === id).map(toItem)
  const instead = (id: string) => {
    const mine = own.find((one) => one.id === id)
    return mine ? ownArticle(context, mine, options) : null
  }
  const alone = apart.filter(({ parent }) => parent === null || !places.has(parent)).map(toItem)
  const list = comments.map((comment) => commentItem(context, comment, { below, instead }))
  return markup`${context.order === 'newest' ? [...alone, ...list] : [...list, ...alone]}`
}

/** One conversation by itself, with the way to all of them. */
export const onlyNote = ({ locale, links }: Context): Html =>
  markup`<p .only>${say(locale, 'oneConversation')} <a .action data-ovoz-do="all" href="${links.all}">${say(locale, 'all')}</a></p>`

/** The list by itself, as it is read again in another order. */
export function list(context: Context, comments: readonly Comment[], own: Own = { own: [] }): Html {
  const isEmpty = !comments.length && !own.own.length
  return markup`<ol .list>${items(context, comments, own)}</ol>
    ${isEmpty && context.thread.open && markup`<p .empty>${say(context.locale, 'beFirst')}</p>`}`
}

/** A whole discussion: a `section`. */
export function discussion(view: DiscussionView): Html {
  const { answering, form, own, ownMode, ownFault, only, notice, ...rest } = view
  const { items: all, ...thread } = view.thread
  const context: Context = { ...rest, thread }
  return markup`<section class="ovoz" part="discussion" aria-labelledby="${idOf(context, 'comments-title')}" lang="${view.locale}" data-ovoz="${packContext(context)}">
    ${top(context)}
    <div .notice role="status" tabindex="-1">${Boolean(notice) && markup`<p>${notice}</p>`}</div>
    ${only !== null && onlyNote(context)}
    <div .thread>${list(context, only ? [only] : all, { own, ownMode, ownFault })}</div>
    <div .paging>${only === null && pages(context)}</div>
    ${respond(context, answering, form)}
    <p .said role="status"></p>
    </section>`
}

/**
 * The markup of a discussion, from data to HTML. The site writes it on the server and the element in the browser;
 * everything in it is escaped, except `html` of a comment, which the API has made safe.
 */
import type { Comment, OwnComment } from 'ovoz/client'

import { commentItem, ownArticle } from './comment.ts'
import './texts/all.ts'
import { markup } from './escape.ts'
import { respond } from './form.ts'
import { reportForm } from './report.ts'
import { discussion } from './thread.ts'
import type { Answering, Context, DiscussionView, FormState, OwnMode } from './view.ts'

export { EMPTY_REPORT, type ReportState } from './report.ts'
export { EMPTY_FORM } from './view.ts'
export type * from './view.ts'

/** All of it: heading, order, comments, pages, form. */
export const toDiscussion = (view: DiscussionView): string => discussion(view).toString()

/** One comment with its answers: an `li` for a list of class `ovoz-list`. */
export const toComment = (context: Context, comment: Comment): string =>
  commentItem(context, comment).toString()

/** The writer's own comment in any state: an `article`, for a private page. */
export const toOwn = (
  context: Context,
  comment: OwnComment,
  options?: { mode?: OwnMode; typed?: string | undefined; error?: string | null },
): string => ownArticle(context, comment, options).toString()

/** The form by itself. */
export const toForm = (context: Context, answering: Answering | null, form: FormState): string =>
  respond(context, answering, form).toString()

/** A message by itself, such as that a comment was received. */
export const toMessage = (text: string): string =>
  markup`<div .notice role="status" tabindex="-1"><p>${text}</p></div>`.toString()

/** The form by which a comment is reported, for a page of its own. */
export const toReportForm = (...asked: Parameters<typeof reportForm>): string =>
  reportForm(...asked).toString()

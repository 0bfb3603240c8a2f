import {
  EMPTY_FORM,
  type DiscussionView,
  type FormState,
  type Order,
  type OwnMode,
  type ReportState,
} from '@ovoz/widget/markup.ts'
import { type Comment, type OwnComment, OvozError, type Thread } from 'ovoz/client'

import { withQuery } from './links.ts'
import type { ReturnedRequest } from './pages/privacy-requests.tsx'
import type { Asking } from './page.ts'

/** How many conversations stand on one page. */
const LIMIT = 25

/** What a form that was sent comes back with: as typed, with what is wrong at each field. */
export type Returned = {
  form?: FormState
  /** Why nobody can write there any more. */
  closedReason?: string
  report?: ReportState
  edit?: { typed?: string; error: string }
  privacy?: ReturnedRequest
}

type Own = OwnComment & { token: string }

/** What the address of a page says of its discussion. */
type Wishes = {
  order: Order
  /** The page of the thread. */
  after: string | null
  /** The comment that is answered. */
  reply: string | null
  /** The one conversation that is shown. */
  comment: string | null
  /** The writer's own comment, and the token that says so. */
  own: { id: string; token: string } | null
  mode: OwnMode
  /** What the writer has just done. */
  done: Done | null
}

const DONE = ['sent', 'saved', 'withdrawn'] as const
type Done = (typeof DONE)[number]

const MODES: readonly string[] = ['edit', 'withdraw'] satisfies OwnMode[]

export function readWishes(query: URLSearchParams): Wishes {
  const [id, token] = (query.get('own') ?? '').split('.')
  const mode = query.get('mode') ?? ''
  return {
    order: query.get('order') === 'newest' ? 'newest' : 'oldest',
    after: query.get('after') || null,
    reply: query.get('reply') || null,
    comment: query.get('comment') || null,
    own: id && token ? { id, token } : null,
    mode: MODES.includes(mode) ? (mode as OwnMode) : 'shown',
    done: DONE.find((one) => one === query.get('done')) ?? null,
  }
}

type OwnAddress = { page: string; id: string; token: string; mode?: OwnMode; done?: Done }

/** The private address of a comment on its page: nobody but its writer is given it. */
export const ownAddress = ({ page, id, token, mode = 'shown', done }: OwnAddress) =>
  `${withQuery(page, { own: `${id}.${token}`, mode: mode === 'shown' ? null : mode, done })}#${done === 'withdrawn' ? 'comments-title' : `comment-${id}`}`

function linksOf({ links }: Asking, page: string, wishes: Wishes): DiscussionView['links'] {
  const order = wishes.order === 'newest' ? 'newest' : null
  const at = (asked: Record<string, string | null>, hash: string) => `${withQuery(page, asked)}#${hash}`
  const token = wishes.own?.token ?? ''
  return {
    // Where the form comes back with faults, they are in sight.
    action: `${page}#respond`,
    reply: (id) => at({ order, after: wishes.after, comment: wishes.comment, reply: id }, 'respond'),
    cancelReply: at({ order, after: wishes.after, comment: wishes.comment }, 'respond'),
    order: (one) => at({ order: one === 'newest' ? one : null }, 'comments-title'),
    page: (cursor) => at({ order, after: cursor }, 'comments-title'),
    first: wishes.after ? at({ order }, 'comments-title') : null,
    all: at({}, 'comments-title'),
    report: (id) => links.report(id),
    permalink: (id) => at({ comment: id }, `comment-${id}`),
    own: (id, mode) => ownAddress({ page, id, token, mode }),
  }
}

const findIn = (comments: readonly Comment[], id: string): Comment | null =>
  comments.reduce<Comment | null>(
    (found, one) => found ?? (one.id === id ? one : findIn(one.replies, id)),
    null,
  )

/** A public comment by its id; null where there is none, or no more. */
async function readComment(asking: Asking, id: string): Promise<Comment | null> {
  try {
    return await asking.client.comments.get(id)
  } catch (error) {
    if (error instanceof OvozError) return null
    throw error
  }
}

/** The writer's own comment, asked of the API itself: it is of nobody else. Null where the token is not right, or nobody answers. */
async function readOwn(
  { direct }: Asking,
  { id, token }: { id: string; token: string },
): Promise<Own | null> {
  return direct.comments.own(id, token).then(
    (comment) => ({ ...comment, token }),
    () => null,
  )
}

/** What is shown of a discussion: `on` is `posts/{slug}` or `events/{slug}`, `page` the path it stands on. */
export async function readDiscussion({
  asking,
  on,
  page,
}: {
  asking: Asking
  on: string
  page: string
}): Promise<{ view: DiscussionView; isPrivate: boolean }> {
  const { client, locale, now, timeZone, query, returned } = asking
  const wishes = readWishes(query)
  const [remembered, only, own] = await Promise.all([
    client.comments.thread(on, { limit: LIMIT, order: wishes.order, cursor: wishes.after ?? undefined }),
    wishes.comment === null ? null : readComment(asking, wishes.comment),
    wishes.own === null ? null : readOwn(asking, wishes.own),
  ])
  // What the API has just said goes before what is remembered of the thread.
  const closedReason = returned?.closedReason
  const thread = closedReason === undefined ? remembered : { ...remembered, open: false, closedReason }
  const here = <T extends { on: string }>(comment: T | null) => (comment?.on === on ? comment : null)
  const replyTo = wishes.reply && thread.open ? await readAnswered(asking, thread, wishes.reply) : null
  return {
    isPrivate: wishes.own !== null || returned !== null,
    view: {
      thread,
      locale,
      now,
      timeZone,
      order: wishes.order,
      links: linksOf(asking, page, wishes),
      answering: here(replyTo),
      form: returned?.form ?? EMPTY_FORM,
      own: own && here(own) && !isTakenBack(own, wishes.done) ? [own] : [],
      ownMode: wishes.mode,
      ownFault: returned?.edit,
      only: here(only),
      notice: own && noticeOf(asking, own, wishes.done),
    },
  }
}

/** What was just taken back is not shown once more. */
const isTakenBack = ({ status }: Own, done: Done | null) => done === 'withdrawn' && status === 'trash'

/** What is said to a writer who comes back from a form; it holds also for who opens the same address much later. */
function noticeOf({ t }: Asking, own: Own, done: Done | null): string | null {
  const { status } = own
  if (done === 'sent' && status === 'approved') return t('published')
  if (done === 'sent' && status === 'pending') return t('received')
  if (done === 'saved' && status === 'pending') return t('saved')
  return isTakenBack(own, done) ? t('withdrawn') : null
}

const readAnswered = async (asking: Asking, thread: Thread, id: string) =>
  findIn(thread.items, id) ?? (await readComment(asking, id))

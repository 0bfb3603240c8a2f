import type { Comment, FieldError, Locale, OwnComment, Thread } from 'ovoz/client'

export type Order = 'oldest' | 'newest'
export type OwnMode = 'shown' | 'edit' | 'withdraw'

/** Where the links and forms of a discussion lead. */
export type Links = {
  /** Where the form is sent. */
  action: string
  /** The page with the form answering this comment, such as `?reply=<id>#respond`. */
  reply: (id: string) => string
  /** The page without an answer begun, such as `/posts/slug#respond`. */
  cancelReply: string
  order: (order: Order) => string
  /** The page of the thread behind a cursor (`thread.nextCursor`). */
  page: (cursor: string) => string
  /** The first page, where this is another one. */
  first: string | null
  /** The whole discussion, from one conversation. */
  all: string
  permalink: (id: string) => string
  /** Where a comment is reported. */
  report: (id: string) => string
  /** The writer's private page of an own comment, in a mode. Forms for editing and withdrawing are sent there too. */
  own: (id: string, mode: OwnMode) => string
}

/** What every part of a discussion is written with. */
export type Context = {
  locale: Locale
  /** Times are told from here; with null only as dates, for pages that are kept for long. */
  now: Date | null
  /** IANA name, for pages written on a server; without it times are those of the machine. */
  timeZone?: string | undefined
  links: Links
  order: Order
  /** Put before the ids of the form and of the comments, where a page has more than one discussion in it. */
  scope?: string | undefined
  /** Instead of the number of comments as the heading. */
  heading?: string | null | undefined
  thread: Omit<Thread, 'items'>
}

/** What is in the form, as typed. The names are those of its fields. */
export type FormValues = Partial<Record<'name' | 'email' | 'url' | 'body', string>> & { notify?: boolean }

export type FormState = {
  values: FormValues
  /** Faults of fields, as the API tells them. */
  errors: readonly FieldError[]
  /** What went wrong with the whole. */
  problem: string | null
}

/** The comment that is answered: all of it, or as much as its heading needs. */
export type Answering = Pick<Comment, 'id'> & {
  author: { name: string }
  html?: string
  locale?: Locale | null
}

export type DiscussionView = Omit<Context, 'thread'> & {
  thread: Thread
  answering: Answering | null
  form: FormState
  /** The writer's own comments, shown at their places to the writer alone; and what is being done to one of them. */
  own: readonly OwnComment[]
  ownMode?: OwnMode | undefined
  /** Why a change of it was refused, and what was typed. */
  ownFault?: { typed?: string | undefined; error: string } | undefined
  /** One conversation instead of all. */
  only: Comment | null
  /** What just happened, such as the message of a receipt. */
  notice: string | null
}

export const EMPTY_FORM: FormState = { values: {}, errors: [], problem: null }

/** An id within the page. */
export const idOf = ({ scope }: Pick<Context, 'scope'>, name: string) => (scope ? `${scope}-${name}` : name)

// Stands for an id in an address that is handed to the browser, to be filled in there.
const ID = 'OVOZ_ID'
const CURSOR = 'OVOZ_CURSOR'

/** All of a context that a browser needs to go on where the server stopped, as text. */
export function packContext({ locale, links, order, scope, heading, thread }: Context): string {
  const { on, total, open, closedReason, notice, requires, limits, nextCursor } = thread
  const addresses = {
    ...links,
    reply: links.reply(ID),
    page: links.page(CURSOR),
    permalink: links.permalink(ID),
    report: links.report(ID),
    order: { oldest: links.order('oldest'), newest: links.order('newest') },
    own: links.own(ID, 'shown'),
  }
  const packed: Packed = {
    locale,
    order,
    scope,
    heading,
    thread: { on, total, open, closedReason, notice, requires, limits, nextCursor },
    links: addresses,
  }
  return JSON.stringify(packed)
}

type Packed = Pick<Context, 'locale' | 'order' | 'scope' | 'heading' | 'thread'> & {
  links: Omit<Links, 'reply' | 'page' | 'permalink' | 'report' | 'order' | 'own'> &
    Record<'reply' | 'page' | 'permalink' | 'report' | 'own', string> & { order: Record<Order, string> }
}

/** The context that {@link packContext} wrote. */
export function unpackContext(text: string, now: Date): Context {
  const { links, ...rest } = JSON.parse(text) as Packed
  const put = (address: string, place: string, value: string) =>
    address.replace(place, () => encodeURIComponent(value))
  return {
    ...rest,
    now,
    links: {
      ...links,
      reply: (id) => put(links.reply, ID, id),
      page: (cursor) => put(links.page, CURSOR, cursor),
      permalink: (id) => put(links.permalink, ID, id),
      report: (id) => put(links.report, ID, id),
      order: (order) => links.order[order],
      own: (id) => put(links.own, ID, id),
    },
  }
}

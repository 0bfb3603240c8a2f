import { type Reason, REASONS } from '../comments/waiting.ts'
import type { CommentState, Locale, ReportReason, SubjectType } from '../contract/index.ts'

/**
 * What the moderation desk asks and is told, below `/api/desk`. For signed-in staff who moderate; everyone else gets
 * 403 `{errors: [{message}]}`, and what is asked wrongly 400 of the same shape. The panel imports this file.
 */

/**
 * The queues of the desk. `held` is the part of `waiting` that a rule kept back; `reported`, what readers have reported and
 * nobody has looked at, in whatever state, in the order of the newest report of each.
 */
export const QUEUES = ['waiting', 'held', 'reported', 'approved', 'spam', 'trash'] as const
export type Queue = (typeof QUEUES)[number]

/** By which way a move came: the panel, a link in a mail, a rule of the site, or the API. */
export const WAYS = ['panel', 'mail', 'rule', 'api'] as const
export type Way = (typeof WAYS)[number]

/**
 * Why a comment waits: everyone does; the site holds everything at the moment; its writer changed it after it was read;
 * a moderator put it back. The rules of the site come under names of their own.
 */
export { REASONS, type Reason }

/** The most comments of one move, and the most cards of one page. */
export const MOST_MOVED = 500
export const MOST_CARDS = 100
export const CARDS = 30

/** `GET /api/desk/queue?…`; every one may be left out. */
export type QueueQuery = {
  queue?: Queue
  order?: 'oldest' | 'newest'
  /** `posts/<id>` or `events/<id>`: `on.key` of a card. */
  on?: string
  locale?: Locale
  reason?: Reason
  /** The id of a person: comments on the articles of this author, and on the events where this person speaks. */
  author?: string
  /** The id of a comment: what the same writer wrote, known by the address. */
  sameWriterAs?: string
  /** Written at or after, and before a moment, ISO 8601. */
  since?: string
  before?: string
  /** Words that all stand in name or text, upper and lower case alike; at most 100 characters. */
  search?: string
  cursor?: string
  /** 1 to 100. */
  limit?: string
}

export type QueueAnswer = {
  cards: Card[]
  /** For `cursor` of the next page; null at the end. */
  nextCursor: string | null
  /** How many are in each queue, whatever the filters. */
  counts: Counts
  discussion: Calm
}

export type Counts = Record<Queue, number>

/** `GET /api/desk/counts`, for the badge. */
export type CountsAnswer = {
  counts: Counts
  /** When the oldest that waits was written, ISO 8601. */
  oldestWaiting: string | null
}

export type Card = {
  id: string
  /** Send it along with every act on this comment. */
  revision: number
  state: CommentState
  name: string
  /** `n•••@example.org`; null where the writer gave none. */
  email: string | null
  url: string | null
  text: string
  locale: Locale | null
  createdAt: string
  editedAt: string | null
  isStaff: boolean
  /** Its writer took it back: it cannot be moved. */
  isWithdrawn: boolean
  on: {
    /** For the filter `on`. */
    key: string
    type: SubjectType
    id: string
    /** In the language of the panel, or the one there is; empty where the article was deleted for good. */
    title: string
    /** The page with this comment, on the site; null where that is not public. */
    url: string | null
    isClosed: boolean
  }
  /** What it answers. */
  answers: { id: string; name: string; excerpt: string; state: CommentState } | null
  /** Why it waits, or what the checks found in spam; else empty. */
  reasons: {
    reason: Reason
    /** What was found, at most 100 characters, in no certain language. */
    detail: string | null
    /** Where the rule is changed, a path of the panel. */
    href: string | null
  }[]
  /** Of the same address, this comment included; null where there is none. Counted up to 200. */
  writer: (Record<CommentState, number> & { /** There are more than were counted. */ isMore: boolean }) | null
  /** What readers report of it and nobody has answered yet; null where nobody does. */
  reports: Reports | null
  lastMove: Move | null
}

/** Nothing of who reports is kept. */
export type Reports = {
  /** From how many networks. */
  count: number
  /** Send it along with `keep`. */
  seen: string
  /** When the newest came, ISO 8601. */
  newest: string
  reasons: { reason: ReportReason; count: number }[]
  /** The newest first. */
  notes: { reason: ReportReason; note: string; at: string }[]
}

/** `POST /api/desk/keep`: the comment stays, its reports are dismissed. */
export type KeepAsk = {
  /** At most 500. `seen` is that of the card. */ comments: { id: string; seen: string }[]
}

/**
 * `stayed`: there was nothing to dismiss any more. `conflict`: a report has come in since; look at it again. `illegal`: it
 * is sealed as a threat, or below an article of one's own.
 */
export type KeepResult =
  | { id: string; outcome: 'kept' | 'stayed' | 'conflict' | 'gone' }
  | { id: string; outcome: 'illegal'; because: 'sealed' | 'own' }
export type KeepAnswer = { results: KeepResult[]; counts: Counts }

export type Move = {
  at: string
  from: CommentState | null
  to: CommentState
  /** A name, `writer` or `system`. */
  by: string
  via: Way | null
  why: string | null
}

/** `GET /api/desk/comments/<id>`; 404 where there is none. */
export type CommentAnswer = { card: Card; /** The oldest first. */ moves: Move[] }

/** `POST /api/desk/move` */
export type MoveAsk = {
  /** At most 500. `revision` is that of the card one looked at. */
  comments: { id: string; revision: number }[]
  /** `back` undoes: to where it was before its last move, which has to be one's own. */
  to: CommentState | 'back'
  /** At most 500 characters; kept in the history, and told to the writer of what is removed. */
  why?: string
}

/** One result for each comment, in the order asked for. The answer is 200 also where nothing was moved. */
export type MoveAnswer = { results: MoveResult[]; counts: Counts }

export type MoveResult =
  | { id: string; outcome: 'moved'; from: CommentState; now: Now }
  /** It is there already. */
  | { id: string; outcome: 'stayed'; now: Now }
  /** Somebody, or its writer, was first. Nothing was overwritten. */
  | { id: string; outcome: 'conflict'; now: Now }
  /**
   * The table of moves does not allow it: taken back by its writer, nothing of one's own to undo, sealed as a threat, its
   * text erased after its time, or below an article of one's own.
   */
  | {
      id: string
      outcome: 'illegal'
      because: 'illegal' | 'withdrawn' | 'nothing-to-undo' | 'sealed' | 'erased' | 'own'
      now: Now
    }
  | { id: string; outcome: 'gone' }

/** What a comment is now, and who made it so. */
export type Now = { state: CommentState; revision: number; lastMove: Move | null }

/** `POST /api/desk/reply`: answers as staff, and approves what is answered where that waits. */
export type ReplyAsk = {
  id: string
  revision: number
  text: string
  /** The language of the reply; without it, that of the comment. */
  locale?: Locale
}
/** 409 with the same `result` and no `reply` where the comment was changed meanwhile: nothing was written. */
export type ReplyAnswer = { result: MoveResult; reply: { id: string } | null; counts: Counts }

/**
 * `POST /api/desk/reply/undo`: takes a reply back, into the trash, and what it approved to where that was: results for
 * both, the reply first. A reply that was changed meanwhile, or a comment that somebody moved on, stays and is told.
 */
export type UndoReplyAsk = {
  /** The id of the reply. */
  reply: string
  /** What it approved, with the revision it got by that; null where that stood already. */
  comment: { id: string; revision: number } | null
}

/** `POST /api/desk/approve-writer`: approves what waits of the writer of this comment, up to 500. */
export type ApproveWriterAsk = { id: string }
/** `left`: how many wait still. Send it again while there are any. */
export type ApproveWriterAnswer = MoveAnswer & { left: number }

/** `POST /api/desk/close`: closes, or opens, the comments of an article or event. `on` is `on.key` of a card. */
export type CloseAsk = { on: string; isClosed?: boolean }
export type CloseAnswer = { on: string; isClosed: boolean }

/** `GET` and `POST /api/desk/calm`: the switch for the whole site. What is left out of `message` stays. */
export type Calm = {
  state: 'open' | 'held' | 'closed'
  message: Record<Locale, string | null>
}
export type CalmAsk = { state: Calm['state']; message?: Partial<Record<Locale, string | null>> }

import type { CommentState } from '../contract/index.ts'

/**
 * `published`: your comment can be read now. `opt-in`: it could at once, so there is nothing to tell but to ask whether
 * the address is theirs. `answer`: somebody answered you. `removed`: it was taken away, and why.
 */
export const NOTICE_KINDS = ['published', 'opt-in', 'answer', 'removed'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Who wrote a comment, by the mark of their address, and whether they asked to be told. */
export type Party = { comment: string; writer: string; isAsking: boolean }

export type Notice = {
  key: string
  kind: NoticeKind
  writer: string
  comment: string
  answer: string | null
  why: string | null
}

export type Move = {
  id: string
  /** Null for a comment that is new. */
  from: CommentState | null
  to: CommentState
  revision: number
  /** It was public at some time before. */
  wasShown: boolean
  /** The writer's own act, or a comment that the writer took back. */
  isWriters: boolean
  /** The reason the moderator gave. */
  why: string | null
}

/**
 * Whom a move of a comment gives something to tell: only those who asked, and nothing before it is approved.
 * @param own who wrote it; null where no address is known
 * @param answered who wrote what it answers
 */
export function decideNotices({
  move,
  own,
  answered,
}: {
  move: Move
  own: Party | null
  answered: Party | null
}): Notice[] {
  const { id, from, to, isWriters, revision, wasShown } = move
  const notices: Notice[] = []
  if (to === 'approved' && from !== 'approved') {
    if (own?.isAsking) {
      const kind = from === null ? 'opt-in' : 'published'
      notices.push({
        key: `published/${id}`,
        kind,
        writer: own.writer,
        comment: id,
        answer: null,
        why: null,
      })
    }
    if (answered?.isAsking && answered.writer !== own?.writer) {
      const { comment, writer } = answered
      notices.push({ key: `answer/${id}`, kind: 'answer', writer, comment, answer: id, why: null })
    }
  }
  const why = move.why?.trim()
  if (to === 'trash' && wasShown && !isWriters && why && own?.isAsking) {
    const key = `removed/${id}/${revision}`
    notices.push({ key, kind: 'removed', writer: own.writer, comment: id, answer: null, why })
  }
  return notices
}

const SECOND = 1000
const MINUTE = 60 * SECOND

/** How long after a move its notice goes out: a moderator has ten seconds to undo. */
export const SETTLES_AFTER = 15 * SECOND
/** At most one mail on answers in this time, for each reader and conversation; later ones are gathered. */
export const GATHERS = 10 * MINUTE
/** How long the question whether an address is theirs stands, and until it may be put again. */
export const CONFIRM_WITHIN = 7 * 24 * 60 * MINUTE
/** How long the links stand by which mail is stopped. */
export const STOP_WITHIN = 2 * 365 * 24 * 60 * MINUTE

export type Waiting = {
  id: string
  kind: NoticeKind
  /** Still true: its comments are public, or still removed, and its reader still asks. */
  stands: boolean
  /** When the reader wrote the comment, and asked with it. */
  writtenAt: string
}

export type Reader = {
  confirmedAt: string | null
  askedAt: string | null
  stoppedAt: string | null
  /** Of this conversation alone. */
  threadStoppedAt: string | null
  /** When answers in this conversation were last told of. */
  toldAt: string | null
}

export type Telling = {
  /** Whether to ask by mail if the address is theirs; the notice that is the occasion. */
  ask: string | null
  /** A mail each. */
  alone: string[]
  /** One mail for all of them. */
  together: string[]
  /** Settled without a mail. */
  quiet: string[]
  /** Forgotten, as if there had been none. */
  drop: string[]
  /** They wait until the address is confirmed. */
  park: string[]
  later: { ids: string[]; at: string } | null
}

/** What becomes of the notices that are due to one reader in one conversation. */
export function decideTelling({
  notices,
  reader,
  now,
}: {
  notices: Waiting[]
  reader: Reader
  now: Date
}): Telling {
  const telling: Telling = { ask: null, alone: [], together: [], quiet: [], drop: [], park: [], later: null }
  // Whoever wrote again since, and asked again, wants to hear of that comment.
  const isStopped = ({ writtenAt }: Waiting) =>
    reader.stoppedAt !== null || (reader.threadStoppedAt !== null && reader.threadStoppedAt >= writtenAt)
  const wanted = notices.filter((notice) => notice.stands && !isStopped(notice))
  telling.drop = idsOf(notices.filter((notice) => !wanted.includes(notice)))
  const answers = idsOf(wanted.filter(({ kind }) => kind === 'answer'))
  const others = wanted.filter(({ kind }) => kind !== 'answer')

  if (reader.confirmedAt === null) {
    const askedAgo = reader.askedAt === null ? Infinity : now.getTime() - Date.parse(reader.askedAt)
    const occasion = others.find(({ kind }) => kind !== 'removed')
    if (occasion && askedAgo >= CONFIRM_WITHIN) telling.ask = occasion.id
    telling.quiet = idsOf(others)
    telling.park = answers
    return telling
  }
  telling.alone = idsOf(others.filter(({ kind }) => kind !== 'opt-in'))
  telling.quiet = idsOf(others.filter(({ kind }) => kind === 'opt-in'))
  const free = reader.toldAt === null ? 0 : Date.parse(reader.toldAt) + GATHERS
  if (!answers.length) return telling
  if (free <= now.getTime()) telling.together = answers
  else telling.later = { ids: answers, at: new Date(free).toISOString() }
  return telling
}

const idsOf = (notices: Waiting[]) => notices.map(({ id }) => id)

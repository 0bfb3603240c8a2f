import type { Payload, PayloadRequest } from 'payload'
import { v7 as uuid } from 'uuid'

import type { Kept } from '../comments/bulk-store.ts'
import { findKept } from '../comments/bulk-store.ts'
import { moveMany, type Outcome, type Wanted } from '../comments/bulk.ts'
import { locksOf } from '../comments/locks.ts'
import { decideEdit } from '../comments/submission.ts'
import { wayOf } from '../comments/ways.ts'
import type { Locale } from '../contract/index.ts'
import { readCursor, writeCursor } from '../platform/cursor.ts'
import { wordsIn } from '../platform/either-case.ts'
import { Refusal } from '../platform/problem.ts'
import type { Terms } from '../platform/rows.ts'
import { languageOf, staffWord } from '../platform/staff-words.ts'
import { firstIdAt } from '../platform/time-id.ts'
import { inOne } from '../platform/transaction.ts'
import { closeReports, findOpen } from '../reports/store.ts'
import type { QueueAsked } from './asked.ts'
import { hasReplied, writeDown } from './audit.ts'
import { readCalm } from './switches.ts'
import {
  type ApproveWriterAnswer,
  type Card,
  type CommentAnswer,
  type Counts,
  type CountsAnswer,
  type KeepAnswer,
  type KeepAsk,
  type KeepResult,
  MOST_MOVED,
  type MoveAnswer,
  type MoveAsk,
  type QueueAnswer,
  type ReplyAnswer,
  type ReplyAsk,
  type UndoReplyAsk,
} from './shapes.ts'
import * as store from './store.ts'
import { toCard, toCounts, toMove, toResult } from './view.ts'

const MOST_WORDS = 6

type Look = { payload: Payload; locale: Locale; now: Date }
type Act = { req: PayloadRequest; now: Date }

/** What a page of a queue is asked of the database; null where nothing can be in it. */
async function termsOf({ payload, asked }: { payload: Payload; asked: QueueAsked }): Promise<Terms | null> {
  const { queue, locale, reason, since, before, search } = asked
  const isOneOf: Record<string, string[]> = {}
  if (asked.author !== undefined) {
    const threads = await store.threadsOfAuthor({ payload, author: asked.author })
    isOneOf.thread = asked.on === undefined ? threads : threads.filter((key) => key === asked.on)
  } else if (asked.on !== undefined) isOneOf.thread = [asked.on]
  if (asked.sameWriterAs !== undefined) {
    const writer = await writerOf({ payload, id: asked.sameWriterAs })
    isOneOf.id = writer === null ? [asked.sameWriterAs] : await store.idsOfWriter({ payload, writer })
  }
  if (Object.values(isOneOf).some((values) => !values.length)) return null
  return {
    equals: {
      ...(queue !== 'reported' && { status: queue === 'waiting' || queue === 'held' ? 'pending' : queue }),
      ...(queue === 'held' && { isHeld: true }),
      ...(locale !== undefined && { locale }),
    },
    isOneOf,
    ...(queue === 'reported' && { isFilled: ['reportedAt'] }),
    between: {
      field: 'id',
      from: since === undefined ? undefined : firstIdAt(new Date(since)),
      below: before === undefined ? undefined : firstIdAt(new Date(before)),
    },
    contains: [
      ...(reason === undefined ? [] : [{ fields: ['reasons'], words: [reason] }]),
      { fields: ['name', 'body'], words: wordsIn(search ?? '', MOST_WORDS) },
    ],
  }
}

const writerOf = async ({ payload, id }: { payload: Payload; id: string }) =>
  (await store.writersOf({ payload, ids: [id] })).get(id) ?? null

/**
 * A page of a queue, with how many are in each.
 * @throws Refusal `invalid` for a cursor of another list
 */
export async function readQueue({ asked, ...look }: Look & { asked: QueueAsked }): Promise<QueueAnswer> {
  const { payload, locale } = look
  const list = `desk ${asked.queue} ${asked.order}`
  const [after] = readCursor({ cursor: asked.cursor, list, length: 1, locale })
  const isDescending = asked.order === 'newest'
  const by = asked.queue === 'reported' ? ('reportedAt' as const) : ('id' as const)
  const where = await termsOf({ payload, asked })
  const page = where && {
    where: { ...where, ...(after !== undefined && { beyond: { field: by, value: after, isDescending } }) },
    by,
    isDescending,
    limit: asked.limit,
  }
  const [found, counts, discussion] = await Promise.all([
    page ? store.findPage({ payload, page }) : [],
    countAll({ payload }),
    readCalm({ payload }),
  ])
  const shown = found.slice(0, asked.limit)
  const last = shown.at(-1)
  return {
    cards: await cardsOf({ ...look, comments: shown }),
    nextCursor: found.length > asked.limit && last ? writeCursor({ list, values: [String(last[by])] }) : null,
    counts,
    discussion,
  }
}

async function cardsOf({ comments, ...look }: Look & { comments: Kept[] }): Promise<Card[]> {
  const { payload } = look
  const ids = comments.map(({ id }) => id)
  const parents = comments.flatMap(({ parent }) => parent ?? [])
  const threads = comments.map(({ thread }) => thread)
  const writers = store.writersOf({ payload, ids })
  const reported = comments.filter(({ reportedAt }) => reportedAt !== null).map(({ id }) => id)
  const [emails, marks, histories, answered, subjects, reports] = await Promise.all([
    store.addressesOf({ payload, ids }),
    writers,
    writers.then((found) => store.historiesOf({ payload, writers: [...new Set(found.values())] })),
    store.findAnswered({ payload, ids: [...new Set(parents)] }),
    store.findSubjects({ payload, threads: [...new Set(threads)] }),
    findOpen({ payload, ids: reported }),
  ])
  const around = { ...look, emails, writers: marks, histories, answered, subjects, reports }
  return comments.map((comment) => toCard(comment, around))
}

const countAll = async ({ payload }: { payload: Payload }): Promise<Counts> =>
  toCounts(await store.tally({ payload }))

export async function readCounts({ payload }: { payload: Payload }): Promise<CountsAnswer> {
  const [counts, oldestWaiting] = await Promise.all([countAll({ payload }), store.oldestWaiting({ payload })])
  return { counts, oldestWaiting }
}

/** @throws Refusal `not-found` */
export async function readComment({ id, ...look }: Look & { id: string }): Promise<CommentAnswer> {
  const comment = (await findKept({ payload: look.payload, ids: [id] })).get(id)
  if (!comment) throw new Refusal('not-found')
  const [card] = await cardsOf({ ...look, comments: [comment] })
  return { card: card!, moves: comment.moves.map(toMove) }
}

/** Moves many comments in one transaction, each told apart. */
export async function move({ asked, now, req }: Act & { asked: MoveAsk }): Promise<MoveAnswer> {
  const wanted = asked.comments.map(({ id, revision }) => ({ id, seen: revision, to: asked.to }))
  const outcomes = await moveMany({ wanted, why: asked.why, now, req })
  return { results: outcomes.map(toResult), counts: await countAll(req) }
}

/**
 * Dismisses the reports that somebody looked at; the comments stay as they are. Below an article of one's own that decides
 * as much as a move.
 */
export async function keep({ asked, now, req }: Act & { asked: KeepAsk }): Promise<KeepAnswer> {
  const { payload } = req
  const results = await inOne(req, async () => {
    const kept = await findKept({ payload, req, ids: asked.comments.map(({ id }) => id) })
    const locks = await locksOf({ req, comments: [...kept.values()] })
    const results = asked.comments.map(({ id, seen }): KeepResult => {
      const comment = kept.get(id)
      if (!comment) return { id, outcome: 'gone' }
      if (comment.reportedAt === null) return { id, outcome: 'stayed' }
      const because = locks.get(id)
      if (because === 'own' || because === 'sealed') return { id, outcome: 'illegal', because }
      return { id, outcome: comment.reportedAt === seen ? 'kept' : 'conflict' }
    })
    const ids = results.filter(({ outcome }) => outcome === 'kept').map(({ id }) => id)
    await closeReports({ req, ids, state: 'dismissed', at: now.toISOString() })
    const via = wayOf({ req, actor: 'staff' })
    const entries = ids.map((id) => ({
      act: 'keep' as const,
      via,
      comment: id,
      thread: kept.get(id)!.thread,
    }))
    await writeDown({ req, entries })
    return results
  })
  return { results, counts: await countAll(req) }
}

/**
 * Answers a comment as staff, and approves it where it waits: both or neither.
 * @throws Refusal `invalid` for a text that cannot be kept, `conflict` where its page is gone
 */
export async function reply({ asked, now, req }: Act & { asked: ReplyAsk }): Promise<ReplyAnswer> {
  const { payload } = req
  const decided = decideEdit({ body: asked.text, email: '', locale: languageOf(req) })
  if (decided.kind === 'refuse') throw new Refusal('invalid', { errors: decided.errors })
  let written: string | null = null
  const write = async ([outcome]: Outcome[]) => {
    if (outcome?.kind !== 'moved' && outcome?.kind !== 'stayed') return
    written = await writeReply({ kept: outcome.kept, body: decided.body, asked, now, req })
  }
  const wanted = [{ id: asked.id, seen: asked.revision, to: 'approved' as const }]
  const [outcome] = await moveMany({ wanted, now, req, also: write })
  const counts = await countAll({ payload })
  return { result: toResult(outcome!), reply: written === null ? null : { id: written }, counts }
}

async function writeReply({
  kept,
  body,
  asked,
  now,
  req,
}: Act & { kept: Kept; body: string; asked: ReplyAsk }): Promise<string> {
  const { payload } = req
  if (!(await store.findSubjects({ payload, threads: [kept.thread] })).size)
    throw new Refusal('conflict', { detail: staffWord(req, 'page-gone') })
  const id = uuid({ msecs: now.getTime() })
  const locale = asked.locale ?? (kept.locale as Locale | null) ?? languageOf(req)
  await store.keepReply({ id, kept, body, locale, name: req.user?.name ?? '', req })
  await writeDown({ req, entries: [{ act: 'reply', comment: id, thread: kept.thread, to: 'approved' }] })
  return id
}

/**
 * Takes a reply back, and what it approved, in one transaction. Readers were told nothing yet: that waits until a move
 * can no longer be undone.
 * @throws Refusal `not-found` where it is no reply by staff
 */
export async function undoReply({ asked, now, req }: Act & { asked: UndoReplyAsk }): Promise<MoveAnswer> {
  const { reply, comment } = asked
  if (!(await findKept({ payload: req.payload, ids: [reply] })).get(reply)?.isStaff)
    throw new Refusal('not-found')
  const wanted: Wanted[] = [
    // Nobody has touched it since it was written.
    { id: reply, seen: 0, to: 'trash' },
    ...(comment ? [{ id: comment.id, seen: comment.revision, to: 'back' as const }] : []),
  ]
  // Their own words people take back wherever they wrote them.
  const ownWords = new Set((await hasReplied({ reply, req })) ? [reply] : [])
  const outcomes = await moveMany({ wanted, ownWords, now, req })
  return { results: outcomes.map(toResult), counts: await countAll(req) }
}

/**
 * Approves what waits of the writer of a comment, the oldest 500 at once.
 * @throws Refusal `not-found` where the comment is not there or has no address
 */
export async function approveWriter({ id, now, req }: Act & { id: string }): Promise<ApproveWriterAnswer> {
  const { payload } = req
  const writer = await writerOf({ payload, id })
  if (writer === null) throw new Refusal('not-found')
  const waiting = await store.findPending({ payload, ids: await store.idsOfWriter({ payload, writer }) })
  const comments = waiting.slice(0, MOST_MOVED)
  const answer = await move({ asked: { comments, to: 'approved' }, now, req })
  return { ...answer, left: waiting.length - comments.length }
}

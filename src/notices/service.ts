import type { Payload, PayloadRequest } from 'payload'

import { EVERYTHING } from '../comments/trust.ts'
import type { CommentState } from '../contract/index.ts'
import { aboutComment, aboutConversation, aboutReader } from '../mail/about.ts'
import type { Letter } from '../mail/service.ts'
import { queueMail, takeBackMail } from '../mail/service.ts'
import { claim, release } from '../platform/ledger.ts'
import { newToken } from '../platform/crypto.ts'
import { inTransaction } from '../platform/transaction.ts'
import * as consents from './consent-store.ts'
import {
  CONFIRM_WITHIN,
  decideNotices,
  decideTelling,
  type Move,
  SETTLES_AFTER,
  STOP_WITHIN,
  type Waiting,
} from './decision.ts'
import type { Act } from './links.ts'
import { answersMail, confirmMail, type Envelope, publishedMail, removedMail } from './mails.ts'
import * as store from './store.ts'

/** How many notices one look takes. */
const MOST_AT_ONCE = 200
/** How long a reader's notices stay with a worker that has fallen silent, and rest after a failure. */
const LEASE = 2 * 60_000
const RESTS = 5 * 60_000
/** Where a comment goes that somebody may hear of. */
const TELLS = new Set<CommentState>(['approved', 'trash'])

export type Moved = {
  id: string
  parent: string | null
  from: CommentState | null
  to: CommentState
  isWriters: boolean
}

/** Writes down whom moves give something to hear of, in the transaction of the moves. Nothing is sent here. */
export async function settleMoves({
  moves,
  now,
  req,
}: {
  moves: Moved[]
  now: Date
  req: PayloadRequest
}): Promise<void> {
  const partners = ({ id, parent }: Moved) => (parent ? [id, parent] : [id])
  const telling = moves.filter(({ from, to }) => from !== to && TELLS.has(to))
  const parties = await store.findParties({ ids: telling.flatMap(partners), req })
  // Most moves are of nobody who asked.
  const asked = telling.filter((move) => partners(move).some((id) => parties.get(id)?.isAsking))
  const comments = await store.findComments({ ids: asked.map(({ id }) => id), req })
  const notices = asked.flatMap((moved) => {
    const { id, parent } = moved
    const comment = comments.get(id)
    if (!comment) return []
    const own = parties.get(id) ?? null
    const answered = (parent && parties.get(parent)) || null
    const found = decideNotices({ move: toMove(moved, comment), own, answered })
    return found.map((notice) => ({ ...notice, thread: comment.thread }))
  })
  const dueAt = new Date(now.getTime() + SETTLES_AFTER).toISOString()
  await store.keepNotices({ notices, dueAt, req })
}

function toMove({ id, from, to, isWriters }: Moved, { isWithdrawn, moves, revision }: store.Comment): Move {
  const last = moves.at(-1)
  return {
    id,
    from,
    to,
    revision,
    wasShown: from === 'approved' || moves.some((past) => past.from === 'approved'),
    isWriters: isWriters || isWithdrawn,
    // Of a person: what a rule says is not for writers.
    why: (last?.byId && last.why) || null,
  }
}

/** Tells readers what is due, each in their language, through the outbox. */
export async function tellDue({ payload, now }: { payload: Payload; now: Date }): Promise<void> {
  for (const reader of await store.findDueReaders({ payload, now, limit: MOST_AT_ONCE })) {
    const key = `notices:${reader.writer} ${reader.thread}`
    const { isMine } = await claim({ payload, key, milliseconds: LEASE, now })
    if (!isMine) continue
    try {
      await inTransaction(payload, (req) => tellReader({ ...reader, now, req }))
    } catch (err) {
      payload.logger.error({ err, msg: 'A reader could not be told; it is tried again.' })
      await inTransaction(payload, (req) => putOff({ ...reader, now, req }))
    } finally {
      await release({ payload, key })
    }
  }
}

type Turn = { writer: string; thread: string; now: Date; req: PayloadRequest }

async function putOff({ now, ...reader }: Turn) {
  const due = await store.findDue({ ...reader, now })
  const dueAt = new Date(now.getTime() + RESTS).toISOString()
  await store.changeNotices({ ids: due.map(({ id }) => id), data: { dueAt }, req: reader.req })
}

type Standing = { due: store.Due; comment: store.Comment; answer: store.Comment | null }

/** What is still to be told, as it is now. */
async function findStanding({ due, req }: { due: store.Due[]; req: PayloadRequest }) {
  const ids = due.flatMap(({ answer, comment }) => (answer ? [comment, answer] : [comment]))
  const comments = await store.findComments({ ids, req })
  const standing = new Map<string, Standing>()
  for (const one of due) {
    const comment = comments.get(one.comment)
    const answer = (one.answer && comments.get(one.answer)) || null
    if (!comment || comment.isWithdrawn) continue
    if (comment.status !== (one.kind === 'removed' ? 'trash' : 'approved')) continue
    if (one.kind === 'answer' && answer?.status !== 'approved') continue
    standing.set(one.id, { due: one, comment, answer })
  }
  return standing
}

async function tellReader(turn: Turn): Promise<void> {
  const { writer, thread, now, req } = turn
  const due = await store.findDue(turn)
  if (!due.length) return
  const standing = await findStanding({ due, req })
  const parties = await store.findParties({ ids: due.map(({ comment }) => comment), req })
  const { conversation, everything } = await consents.findConsents({ writer, thread, req })
  const notices = due.map(({ id, kind, comment }): Waiting => ({
    id,
    kind,
    stands: standing.has(id) && parties.get(comment)?.isAsking === true,
    writtenAt: standing.get(id)?.comment.createdAt ?? '',
  }))
  const telling = decideTelling({
    notices,
    reader: {
      confirmedAt: everything?.confirmedAt ?? null,
      askedAt: everything?.askedAt ?? null,
      stoppedAt: everything?.stoppedAt ?? null,
      threadStoppedAt: conversation?.stoppedAt ?? null,
      toldAt: await store.findLastTold({ writer, thread, req }),
    },
    now,
  })
  const of = (ids: string[]) => ids.map((id) => standing.get(id)!)
  if (telling.ask) await ask({ ...turn, standing: standing.get(telling.ask)! })
  for (const one of of(telling.alone)) await send({ ...turn, about: one, write: (e) => writeAlone(e, one) })
  const [last] = of(telling.together).slice(-1)
  if (last) {
    const answers = of(telling.together).map(({ answer }) => answer!)
    const cited = answers.map(({ id }) => id)
    await send({ ...turn, about: last, cited, write: (envelope) => answersMail(envelope, { answers }) })
  }
  const told = [...telling.alone, ...telling.together, ...telling.quiet]
  await store.changeNotices({ ids: told, data: { toldAt: now.toISOString(), dueAt: null }, req })
  await store.changeNotices({ ids: telling.park, data: { dueAt: null }, req })
  if (telling.later)
    await store.changeNotices({ ids: telling.later.ids, data: { dueAt: telling.later.at }, req })
  if (telling.drop.length) await store.forgetNotices({ where: { id: { in: telling.drop } }, req })
}

const writeAlone = (envelope: Envelope, { due, comment }: Standing): Letter =>
  due.kind === 'removed'
    ? removedMail(envelope, { why: due.why ?? '' })
    : publishedMail(envelope, { comment: comment.id })

/** Writes a mail to the address behind a comment, and queues it. An article that is not public is not written of. */
async function send({
  about: { comment, due },
  cited = [],
  write,
  writer,
  thread,
  now,
  req,
}: Turn & {
  about: Standing
  /** Comments by others that stand in it. */
  cited?: string[]
  write: (envelope: Envelope) => Letter
}): Promise<boolean> {
  const { locale } = comment
  const page = await store.findPage({ thread, locale, now, req })
  const to = page && (await store.openAddress({ comment: comment.id, req }))
  if (!to) return false
  const token = newToken()
  const expiresAt = new Date(now.getTime() + STOP_WITHIN).toISOString()
  await consents.keepLink({ token, link: { allows: 'stop', writer, thread, locale }, expiresAt, req })
  const mail = write({
    once: due.key,
    to,
    locale,
    page,
    token,
    about: [aboutReader(writer), aboutConversation(writer, thread), ...cited.map(aboutComment)],
  })
  return queueMail({ payload: req.payload, req, mail, now })
}

async function ask({ standing, ...turn }: Turn & { standing: Standing }) {
  const { writer, thread, now, req } = turn
  const { comment, due } = standing
  const confirm = newToken()
  const until = new Date(now.getTime() + CONFIRM_WITHIN)
  const link = { allows: 'confirm' as const, writer, thread, locale: comment.locale }
  await consents.keepLink({ token: confirm, link, expiresAt: until.toISOString(), req })
  const isAsked = await send({
    ...turn,
    about: { ...standing, due: { ...due, key: `confirm/${due.comment}` } },
    write: (envelope) => confirmMail(envelope, { comment: comment.id, confirm, until }),
  })
  if (!isAsked) return
  await consents.keepConsent({ writer, scope: EVERYTHING, data: { askedAt: now.toISOString() }, req })
}

/** What a link of a mail allows; null where it is over, or is for another act. */
export async function readLink({
  payload,
  token,
  act,
  now,
}: {
  payload: Payload
  token: string
  act: Act
  now: Date
}): Promise<consents.Link | null> {
  const link = await consents.findLink({ payload, token, now })
  return link && link.allows === (act === 'confirm' ? 'confirm' : 'stop') ? link : null
}

/** Does what a link is for. Twice is as good as once. */
export async function follow({
  payload,
  link: { writer, thread },
  act,
  now,
}: {
  payload: Payload
  link: consents.Link
  act: Act
  now: Date
}): Promise<void> {
  const at = now.toISOString()
  await inTransaction(payload, async (req) => {
    const keep = (scope: string, data: Parameters<typeof consents.keepConsent>[0]['data']) =>
      consents.keepConsent({ writer, scope, data, req })
    const takeBack = (about: string) => takeBackMail({ payload, req, about })
    if (act === 'stop') {
      await keep(thread, { stoppedAt: at })
      return takeBack(aboutConversation(writer, thread))
    }
    if (act === 'stop-all') {
      await keep(EVERYTHING, { stoppedAt: at })
      return takeBack(aboutReader(writer))
    }
    await keep(EVERYTHING, { stoppedAt: null, ...(act === 'confirm' && { confirmedAt: at }) })
    if (act === 'start') return keep(thread, { stoppedAt: null })
    // Answers that came meanwhile have waited for this.
    await store.unparkNotices({ writer, dueAt: at, req })
  })
}

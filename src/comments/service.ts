import type { Payload } from 'payload'
import { v7 as uuid } from 'uuid'

import { decideOpenness, firstStatus } from '../content/discussion.ts'
import { findSubjectById, readRules, type Subject, threadKey } from '../content/subject-store.ts'
import type {
  CommentState,
  Locale,
  OwnComment,
  Receipt,
  SingleComment,
  Submission,
} from '../contract/index.ts'
import { isSame, vault } from '../platform/crypto.ts'
import { entryOf, heldBy, release } from '../platform/ledger.ts'
import { word } from '../platform/messages.ts'
import { Refusal } from '../platform/problem.ts'
import { settings } from '../platform/settings.ts'
import { tag, type Uses } from '../platform/tags.ts'
import { keepTextMark, readMarks } from '../spam/service.ts'
import { toCommentLd } from './json-ld.ts'
import { judgeEdit, judgeSubmission } from './judging.ts'
import { isJudgedSpam } from './moderation.ts'
import { alone } from './moves.ts'
import * as store from './store.ts'
import { closedReason, followSubject, nameOf } from './subject.ts'
import { decideEdit, decideSubmission } from './submission.ts'
import { DEEPEST_ANSWER, nest } from './thread.ts'
import { countTrusted } from './trust.ts'
import { toOwnComment, toPublicComment } from './view.ts'
import { reasonsAtFirst } from './waiting.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** How long the same words by the same writer at the same place are one comment, sent twice. */
const ECHO = 10 * MINUTE

const manageToken = (id: string) => vault.token('manage', id)

/**
 * Admits what a stranger wrote. Sent twice, by a nervous finger or a lost answer, it is kept once and answered alike.
 * @throws Refusal `invalid` with every fault at its field, `not-found`, `closed`, or `conflict` for a reused key.
 */
export async function submit({
  payload,
  submission,
  idempotencyKey,
  network,
  locale,
  now,
}: {
  payload: Payload
  submission: Submission
  idempotencyKey: string | null
  /** The mark of the network it comes from. */
  network: string
  locale: Locale
  now: Date
}): Promise<Receipt & { on: string; isRepeated: boolean }> {
  const subject = await followSubject({ payload, on: submission.on, now, uses: new Set() })
  if (!subject) throw new Refusal('not-found')
  const site = await readRules({ payload, locale })
  const openness = decideOpenness({ site, page: subject.comments, now })
  if (!openness.isOpen) throw new Refusal('closed', { detail: closedReason({ openness, site, locale })! })

  const decided = decideSubmission({ submission, rules: site, locale })
  if (decided.kind === 'refuse') throw new Refusal('invalid', { errors: decided.errors })
  const { values } = decided
  const parent = submission.parent || null
  const answered = parent ? await requireAnswerable({ payload, parent, subject, locale }) : null

  const { trustedAfter } = site
  const approved = trustedAfter && values.email ? await countTrusted({ payload, email: values.email }) : null
  const first = firstStatus({ site, approved })
  const fingerprint = vault.index(
    'submission',
    threadKey(subject),
    parent ?? '',
    values.name,
    values.email,
    values.url ?? '',
    values.body,
  )
  const judged = await judgeSubmission({
    payload,
    submission,
    values,
    first: { status: first, reasons: first === 'pending' ? reasonsAtFirst(site) : [] },
    subject,
    on: nameOf(subject),
    network,
    fingerprint,
    locale,
    now,
  })
  const key = `submit:${idempotencyKey ? vault.index('idempotency key', idempotencyKey) : fingerprint}`
  const { id, status, isRepeated } = await keepOnce({
    payload,
    key,
    fingerprint,
    milliseconds: idempotencyKey ? DAY : ECHO,
    locale,
    now,
    arrival: {
      subject,
      answered,
      values,
      locale: submission.locale ?? locale,
      ...judged,
    },
  })
  return {
    id,
    on: nameOf(subject),
    status: status === 'approved' ? 'approved' : 'pending',
    message: word(status === 'approved' ? 'published' : 'awaits', locale),
    manageToken: manageToken(id),
    isRepeated,
  }
}

/**
 * Keeps a comment together with the claim on sending it, so that of two who send the same one is kept and both are
 * told of it.
 * @throws Refusal `conflict` where the key was used for another comment.
 */
async function keepOnce({
  payload,
  key,
  fingerprint,
  milliseconds,
  locale,
  now,
  arrival,
}: {
  payload: Payload
  key: string
  fingerprint: string
  milliseconds: number
  locale: Locale
  now: Date
  arrival: Omit<Parameters<typeof store.keepComment>[0], 'payload' | 'id' | 'now' | 'claimed'>
}): Promise<{ id: string; status: CommentState; isRepeated: boolean }> {
  // Again, because what is in the way may have expired, or its comment may have been deleted for good.
  for (let round = 0; round < 3; round++) {
    const id = uuid({ msecs: now.getTime() })
    const claimed = entryOf({ key, value: `${id} ${fingerprint}`, milliseconds, now })
    if (await store.keepComment({ ...arrival, payload, id, now, claimed }))
      return { id, status: arrival.status, isRepeated: false }
    const held = await heldBy({ payload, key, now })
    if (held === null) continue
    const [keptId = '', keptFingerprint] = held.split(' ')
    if (keptFingerprint !== fingerprint) throw new Refusal('conflict', { detail: word('key-reused', locale) })
    const kept = await store.findComment({ payload, id: keptId })
    if (kept) return { id: keptId, status: kept.status as CommentState, isRepeated: true }
    await release({ payload, key })
  }
  throw new Refusal('unavailable', { private: 'The claim on a submission could not be settled.' })
}

async function requireAnswerable({
  payload,
  parent,
  subject,
  locale,
}: {
  payload: Payload
  parent: string
  subject: Subject
  locale: Locale
}) {
  const answered = await store.findComment({ payload, id: parent })
  const isThere = answered?.visibility === 'shown' && answered.thread === threadKey(subject)
  // One answer for all that cannot be answered, so that nobody learns of what is not public.
  if (!isThere) {
    throw new Refusal('invalid', {
      errors: [{ field: 'parent', code: 'invalid', message: word('bad-parent', locale) }],
    })
  }
  if (answered.depth >= DEEPEST_ANSWER) {
    throw new Refusal('invalid', {
      errors: [{ field: 'parent', code: 'not-allowed', message: word('too-deep', locale) }],
    })
  }
  return answered
}

/** Looking at one public comment; `uses` gathers what the answer is made of. */
type Look = { payload: Payload; id: string; locale: Locale; now: Date; uses: Uses }

type Found = NonNullable<Awaited<ReturnType<typeof store.findComment>>> & { on: string }

/** A comment by its id, while what it stands on is public. */
async function findStanding({ payload, id, now, uses }: Omit<Look, 'locale'>): Promise<Found | null> {
  const comment = await store.findComment({ payload, id })
  if (comment) uses.add(tag.thread(comment.thread))
  const subject = comment && (await findSubjectById({ payload, ...comment.subject, now, uses }))
  return comment && subject ? { ...comment, on: nameOf(subject) } : null
}

/** A comment of one's own. A wrong token and a comment that is not there are told alike. */
async function requireOwn({
  payload,
  id,
  token,
  now,
}: {
  payload: Payload
  id: string
  token: string
  now: Date
}) {
  const isOwn = isSame(token, manageToken(id))
  const comment = await store.findComment({ payload, id })
  if (!isOwn || !comment) throw new Refusal('not-found')
  const subject = await findSubjectById({ payload, ...comment.subject, now })
  return { ...comment, on: subject ? nameOf(subject) : `${comment.subject.type}/` }
}

const branchOf = async (payload: Payload, comment: Found) => {
  const below = await store.findAnswers({ payload, roots: [comment.root] })
  const others = below.filter(({ id }) => id !== comment.id)
  const [branch] = nest([{ ...comment, parent: null, visibility: 'shown' as const }, ...others])
  return { ...branch!, comment }
}

/** A public comment with the answers below it. */
export async function readComment({ payload, id, locale, now, uses }: Look): Promise<SingleComment> {
  const comment = await findStanding({ payload, id, now, uses })
  if (!comment || comment.visibility === 'hidden') throw new Refusal('not-found')
  if (comment.visibility === 'tombstone')
    throw new Refusal(comment.status === 'pending' ? 'not-found' : 'gone')
  const shown = toPublicComment({ on: comment.on, branch: await branchOf(payload, comment) })
  const page = `${settings.SITE_URL}/${comment.on}`
  return { ...shown, jsonLd: toCommentLd({ comment: shown, page, anonymous: word('anonymous', locale) }) }
}

type OwnAct = { payload: Payload; id: string; token: string; now: Date }

/** A reader's own comment, in any state. */
export async function readOwn(act: OwnAct): Promise<OwnComment> {
  const comment = await requireOwn(act)
  return toOwnComment({
    on: comment.on,
    branch: await branchOf(act.payload, comment),
    isJudgedSpam: isJudgedSpam(comment),
  })
}

/** A reader's second thoughts: the new text waits again, whatever the old one had been allowed. */
export async function edit({
  body,
  network,
  locale,
  ...act
}: OwnAct & { body: string; network: string; locale: Locale }): Promise<OwnComment> {
  const comment = await requireOwn(act)
  const isSpam = isJudgedSpam(comment)
  const isEditable = comment.status === 'pending' || comment.status === 'approved' || isSpam
  if (!isEditable || comment.withdrawnAt)
    throw new Refusal('conflict', { detail: word('not-editable', locale) })
  const decided = decideEdit({ body, locale })
  if (decided.kind === 'refuse') throw new Refusal('invalid', { errors: decided.errors })
  const { payload, id, now } = act
  const { name, url, revision } = comment
  const { status, findings, textMark } = await judgeEdit({
    payload,
    written: {
      name: name ?? '',
      email: '',
      url: url ?? null,
      body: decided.body,
      locale: (comment.locale as Locale | null | undefined) ?? locale,
    },
    before: await readMarks({ payload, comment: id }),
    isSpam,
    subject: comment.subject,
    on: comment.on,
    network,
    locale,
    now,
  })
  await alone({ payload, id, revision }, () =>
    store.changeAsWriter({
      payload,
      id,
      data: { status, revision, body: decided.body, editedAt: now.toISOString() },
      why: 'edited',
      findings,
    }),
  )
  await keepTextMark({ payload, comment: id, mark: textMark })
  return readOwn(act)
}

/** A reader takes a comment back, for good. Twice is as good as once. */
export async function withdraw(act: OwnAct): Promise<void> {
  const comment = await requireOwn(act)
  if (comment.withdrawnAt) return
  await alone({ payload: act.payload, id: act.id, revision: comment.revision }, () =>
    store.changeAsWriter({
      payload: act.payload,
      id: act.id,
      data: { status: 'trash', revision: comment.revision, withdrawnAt: act.now.toISOString() },
      why: 'withdrawn',
    }),
  )
}

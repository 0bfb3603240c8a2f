import { setTimeout as pause } from 'node:timers/promises'

import type { Payload, PayloadRequest } from 'payload'
import { v7 as uuid } from 'uuid'

import { decideOpenness, firstStatus, type Openness, type SiteRules } from '../content/discussion.ts'
import {
  countComments,
  findSubject,
  findSubjectById,
  readRules,
  type Subject,
  threadKey,
} from '../content/store.ts'
import {
  COMMENT_LIMITS,
  type CommentState,
  type Comment,
  type Locale,
  type OwnComment,
  type Receipt,
  type Submission,
  type Thread,
} from '../contract/index.ts'
import { isSame, vault } from '../platform/crypto.ts'
import { readCursor, writeCursor } from '../platform/cursor.ts'
import { claim, release } from '../platform/ledger.ts'
import { word } from '../platform/messages.ts'
import { Refusal } from '../platform/problem.ts'
import * as store from './store.ts'
import { decideEdit, decideSubmission } from './submission.ts'
import { DEEPEST_ANSWER, nest } from './thread.ts'
import { toOwnComment, toPublicComment } from './view.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** What counts as the same moment where nobody says what they looked at, in milliseconds. */
const SAME_MOMENT = 50

/** How long the same words by the same writer at the same place are one comment, sent twice. */
const ECHO = 10 * MINUTE

const manageToken = (id: string) => vault.token('manage', id)
const nameOf = ({ type, slug }: Pick<Subject, 'type' | 'slug'>) => `${type}/${slug}`

function splitOn(on: string): { type: 'posts' | 'events'; slug: string } {
  const [type, slug = ''] = on.split('/')
  return { type: type as 'posts' | 'events', slug }
}

async function requireSubject({
  payload,
  on,
  now,
}: {
  payload: Payload
  on: string
  now: Date
}): Promise<Subject> {
  const subject = await findSubject({ payload, ...splitOn(on), now })
  if (!subject) throw new Refusal('not-found')
  return subject
}

/** Why a page takes no comments, in words for readers. */
function closedReason({
  openness,
  site,
  locale,
}: {
  openness: Openness
  site: SiteRules
  locale: Locale
}): string | null {
  if (openness.isOpen) return null
  if (openness.because === 'closed-everywhere' && site.message) return site.message
  return word(openness.because, locale, 'day' in openness ? { day: openness.day } : {})
}

/** One page of a thread: five queries, whatever its size and depth. */
export async function readThread({
  payload,
  on,
  order,
  limit,
  cursor,
  locale,
  now,
}: {
  payload: Payload
  on: string
  order: 'oldest' | 'newest'
  limit: number
  cursor: string | undefined
  locale: Locale
  now: Date
}): Promise<Thread> {
  const subject = await requireSubject({ payload, on, now })
  const thread = threadKey(subject)
  const [after = null] = readCursor({ cursor, list: `thread ${order}`, length: 1, locale })
  const [site, found, counts] = await Promise.all([
    readRules({ payload, locale }),
    store.findTopLevel({ payload, thread, order, after, limit }),
    countComments({ payload, threads: [thread] }),
  ])
  const page = found.slice(0, limit)
  const answers = await store.findAnswers({ payload, roots: page.map(({ id }) => id) })
  const openness = decideOpenness({ site, page: subject.comments, now })
  return {
    on,
    total: counts.get(thread) ?? 0,
    open: openness.isOpen,
    closedReason: closedReason({ openness, site, locale }),
    requires: { name: site.requireName, email: site.requireEmail },
    limits: COMMENT_LIMITS,
    items: nest([...page, ...answers]).map((branch) => toPublicComment({ on, branch })),
    nextCursor:
      found.length > limit ? writeCursor({ list: `thread ${order}`, values: [page.at(-1)!.id] }) : null,
  }
}

/** How many public comments stand on each of the given pages; none where the page is not public. */
export async function readCounts({ payload, on, now }: { payload: Payload; on: string[]; now: Date }) {
  const subjects = await Promise.all(on.map((one) => findSubject({ payload, ...splitOn(one), now })))
  const threads = subjects.flatMap((subject) => (subject ? [threadKey(subject)] : []))
  const counts = await countComments({ payload, threads })
  return Object.fromEntries(
    on.map((one, i) => {
      const subject = subjects[i]
      return [one, subject ? (counts.get(threadKey(subject)) ?? 0) : 0]
    }),
  )
}

/**
 * Admits what a stranger wrote. Sent twice, by a nervous finger or a lost answer, it is kept once and answered alike.
 * @throws Refusal `invalid` with every fault at its field, `not-found`, `closed`, or `conflict` for a reused key.
 */
export async function submit({
  payload,
  submission,
  idempotencyKey,
  locale,
  now,
}: {
  payload: Payload
  submission: Submission
  idempotencyKey: string | null
  locale: Locale
  now: Date
}): Promise<Receipt & { on: string; isRepeated: boolean }> {
  const subject = await requireSubject({ payload, on: submission.on, now })
  const site = await readRules({ payload, locale })
  const openness = decideOpenness({ site, page: subject.comments, now })
  if (!openness.isOpen) throw new Refusal('closed', { detail: closedReason({ openness, site, locale })! })

  const decided = decideSubmission({ submission, rules: site, locale })
  if (decided.kind === 'refuse') throw new Refusal('invalid', { errors: decided.errors })
  const { values } = decided
  const parent = submission.parent || null
  if (parent) await requireAnswerable({ payload, parent, subject, locale })

  const fingerprint = vault.index(
    'submission',
    threadKey(subject),
    parent ?? '',
    values.name,
    values.email,
    values.url ?? '',
    values.body,
  )
  const key = `submit:${idempotencyKey ? vault.index('idempotency key', idempotencyKey) : fingerprint}`
  const claimed = await claim({
    payload,
    key,
    value: `${uuid({ msecs: now.getTime() })} ${fingerprint}`,
    milliseconds: idempotencyKey ? DAY : ECHO,
    now,
  })
  const [id = '', keptFingerprint] = claimed.value.split(' ')
  if (keptFingerprint !== fingerprint) throw new Refusal('conflict', { detail: word('key-reused', locale) })

  const existing = claimed.isMine ? null : await store.findComment({ payload, id })
  let status = existing?.status ?? firstStatus(site)
  if (!existing) {
    try {
      await store.keepComment({
        payload,
        id,
        subject,
        parent,
        values,
        locale: submission.locale ?? locale,
        status,
      })
    } catch (error) {
      // Someone sent the same at the same moment and was first; then it is there.
      const kept = await store.findComment({ payload, id }).catch(() => null)
      if (!kept) throw error
      status = kept.status
    }
  }
  return {
    id,
    on: nameOf(subject),
    status: status === 'approved' ? 'approved' : 'pending',
    message: word(status === 'approved' ? 'published' : 'awaits', locale),
    manageToken: manageToken(id),
    isRepeated: !claimed.isMine,
  }
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
}

type Found = NonNullable<Awaited<ReturnType<typeof store.findComment>>> & { on: string }

/** A comment by its id, while what it stands on is public. */
async function findStanding({
  payload,
  id,
  now,
}: {
  payload: Payload
  id: string
  now: Date
}): Promise<Found | null> {
  const comment = await store.findComment({ payload, id })
  const subject = comment && (await findSubjectById({ payload, ...comment.subject, now }))
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
export async function readComment({
  payload,
  id,
  now,
}: {
  payload: Payload
  id: string
  now: Date
}): Promise<Comment> {
  const comment = await findStanding({ payload, id, now })
  if (!comment || comment.visibility === 'hidden') throw new Refusal('not-found')
  if (comment.visibility === 'tombstone')
    throw new Refusal(comment.status === 'pending' ? 'not-found' : 'gone')
  return toPublicComment({ on: comment.on, branch: await branchOf(payload, comment) })
}

type OwnAct = { payload: Payload; id: string; token: string; now: Date }

/** A reader's own comment, in any state. */
export async function readOwn(act: OwnAct): Promise<OwnComment> {
  const comment = await requireOwn(act)
  return toOwnComment({ on: comment.on, branch: await branchOf(act.payload, comment) })
}

/** A reader's second thoughts: the new text waits again, whatever the old one had been allowed. */
export async function edit({
  body,
  locale,
  ...act
}: OwnAct & { body: string; locale: Locale }): Promise<OwnComment> {
  const comment = await requireOwn(act)
  const isEditable = comment.status === 'pending' || comment.status === 'approved'
  if (!isEditable || comment.withdrawnAt)
    throw new Refusal('conflict', { detail: word('not-editable', locale) })
  const decided = decideEdit({ body, locale })
  if (decided.kind === 'refuse') throw new Refusal('invalid', { errors: decided.errors })
  await alone({ payload: act.payload, id: act.id, revision: comment.revision }, () =>
    store.changeAsWriter({
      payload: act.payload,
      id: act.id,
      data: {
        status: 'pending',
        revision: comment.revision,
        body: decided.body,
        editedAt: act.now.toISOString(),
      },
      why: 'edited',
    }),
  )
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

/**
 * A move by a member of staff. `seen` is the revision that person looked at; without it, the one that stands when
 * the request comes in, and others that come in at the same moment get to see the same one.
 * @throws Refusal `not-found`, or `conflict` when someone else was first.
 */
export async function moveComment({
  id,
  status,
  seen,
  why,
  req,
}: {
  id: string
  status: CommentState
  seen?: number
  why?: string
  req: PayloadRequest
}) {
  const revision = seen ?? (await store.revisionOf({ id, req }))
  if (revision === null) throw new Refusal('not-found')
  if (seen === undefined) await pause(SAME_MOMENT)
  return alone({ payload: req.payload, id, revision }, () =>
    store.changeAsStaff({ id, data: { status, revision }, req, why }),
  )
}

/**
 * Lets one change of a comment through for each revision, in all processes and on both engines: whoever claims it
 * first. A change that fails gives the claim back.
 */
async function alone<T>(
  { payload, id, revision }: { payload: Payload; id: string; revision: number },
  change: () => Promise<T>,
): Promise<T> {
  const key = `move:${id}:${revision}`
  const { isMine } = await claim({ payload, key, milliseconds: MINUTE })
  if (!isMine) throw new Refusal('conflict', { private: 'A change of this revision is under way.' })
  try {
    return await change()
  } finally {
    // Once the revision has moved on, the claim says nothing more; before, it would lock everyone out.
    await release({ payload, key })
  }
}

import type { Payload } from 'payload'

import { findSubjectById } from '../content/subject-store.ts'
import type { Locale, OwnComment, SingleComment } from '../contract/index.ts'
import { isSame, vault } from '../platform/crypto.ts'
import { word } from '../platform/messages.ts'
import { Refusal } from '../platform/problem.ts'
import { settings } from '../platform/settings.ts'
import { tag, type Uses } from '../platform/tags.ts'
import { keepTextMark, readMarks } from '../spam/service.ts'
import { toCommentLd } from './json-ld.ts'
import { judgeEdit } from './judging.ts'
import { isJudgedSpam } from './moderation.ts'
import { alone } from './moves.ts'
import * as store from './store.ts'
import { nameOf } from './subject.ts'
import { decideEdit } from './submission.ts'
import { nest } from './thread.ts'
import { toOwnComment, toPublicComment } from './view.ts'

export const manageToken = (id: string) => vault.token('manage', id)

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

/** A comment of one's own. A wrong token, and a comment that is not there or is nobody's any more, are told alike. */
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
  if (!isOwn || !comment || comment.isErased) throw new Refusal('not-found')
  const subject = await findSubjectById({ payload, ...comment.subject, now })
  return { ...comment, on: subject ? nameOf(subject) : `${comment.subject.type}/` }
}

const branchOf = async (payload: Payload, comment: Found) => {
  const below = await store.findAnswers({ payload, roots: [comment.root] })
  const others = below.filter(({ id }) => id !== comment.id)
  const [branch] = nest([{ ...comment, parent: null, visibility: 'shown' as const }, ...others])
  return { ...branch!, comment }
}

/**
 * A comment that everybody sees.
 * @throws Refusal `not-found`, or `gone` for one that was taken away
 */
export async function requirePublic(look: Omit<Look, 'locale'>): Promise<Found> {
  const comment = await findStanding(look)
  if (!comment || comment.visibility === 'hidden') throw new Refusal('not-found')
  if (comment.visibility === 'tombstone')
    throw new Refusal(comment.status === 'pending' ? 'not-found' : 'gone')
  return comment
}

/** A public comment with the answers below it. */
export async function readComment({ locale, ...look }: Look): Promise<SingleComment> {
  const { payload } = look
  const comment = await requirePublic(look)
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
  const address = (await store.readAddresses({ payload: act.payload, ids: [act.id] })).get(act.id)
  const decided = decideEdit({ body, email: address ?? '', locale })
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

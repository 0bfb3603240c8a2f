import type { Payload } from 'payload'
import { v7 as uuid } from 'uuid'

import { decideOpenness, firstStatus } from '../content/discussion.ts'
import { readRules, type Subject, threadKey } from '../content/subject-store.ts'
import type { CommentState, Locale, Receipt, Submission } from '../contract/index.ts'
import { vault } from '../platform/crypto.ts'
import { entryOf, heldBy, release } from '../platform/ledger.ts'
import { take } from '../platform/limiter.ts'
import { word } from '../platform/messages.ts'
import { Refusal } from '../platform/problem.ts'
import { judgeSubmission } from './judging.ts'
import { manageToken } from './service.ts'
import * as store from './store.ts'
import { closedReason, followSubject, nameOf } from './subject.ts'
import { decideSubmission } from './submission.ts'
import { DEEPEST_ANSWER } from './thread.ts'
import { countTrusted, writerOf } from './trust.ts'
import { reasonsAtFirst } from './waiting.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** How long the same words by the same writer at the same place are one comment, sent twice. */
const ECHO = 10 * MINUTE

/**
 * Admits what a stranger wrote. Sent twice, by a nervous finger or a lost answer, it is kept once and answered alike.
 * @throws Refusal `invalid` with every fault at its field, `not-found`, `closed`, `conflict` for a reused key, or `throttled`.
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
  const sent: Sent = {
    key: `submit:${idempotencyKey ? vault.index('idempotency key', idempotencyKey) : fingerprint}`,
    fingerprint,
    form: submission.formToken ? vault.index('form', submission.formToken) : '',
    isKeyed: idempotencyKey !== null,
  }
  const page = threadKey(subject)
  // With the network: an address is typed, not proven, and must not be used up by others.
  const writer = values.email ? `${writerOf(values.email)} ${network}` : ''
  const { wait, giveBack } = await take({ payload, name: 'submit', who: { network, writer, page } })
  const receipt = ({ id, status, isRepeated }: Settled) => ({
    id,
    on: nameOf(subject),
    status: status === 'approved' ? ('approved' as const) : ('pending' as const),
    message: word(status === 'approved' ? 'published' : 'awaits', locale),
    manageToken: manageToken(id),
    isRepeated,
  })
  // What was kept already is answered as before, however many others there are by now, and is not judged once more.
  const before = await findKept({ payload, sent, locale, now })
  if (before) {
    await giveBack()
    return receipt(before)
  }
  if (wait !== null) throw new Refusal('throttled', { retryAfter: wait })
  const judged = await judgeSubmission({
    payload,
    submission,
    values,
    first: { status: first, reasons: first === 'pending' ? reasonsAtFirst(site, approved) : [] },
    subject,
    on: nameOf(subject),
    network,
    fingerprint,
    locale,
    now,
  })
  const settled = await keepOnce({
    payload,
    sent,
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
  if (settled.isRepeated) await giveBack()
  return receipt(settled)
}

/** What a comment that is sent is known again by. */
type Sent = {
  /** Of the claim on sending it. */
  key: string
  /** A mark of all that its writer wrote, and where. */
  fingerprint: string
  /** A mark of the token of its form, which nobody else has; empty without one. */
  form: string
  /** Whether the sender made the key. */
  isKeyed: boolean
}

type Settled = { id: string; status: CommentState; isRepeated: boolean }

/**
 * The comment that a claim on sending it stands for; null where there is none, or no more. Who has no key and comes
 * from another form is told of it as long as nobody else can have read it: after that the answer would confirm a guessed
 * address, and hand out the token of the comment.
 * @throws Refusal `conflict` where the key was used for another comment.
 */
async function findKept({
  payload,
  sent: { key, fingerprint, form, isKeyed },
  locale,
  now,
}: {
  payload: Payload
  sent: Sent
  locale: Locale
  now: Date
}): Promise<Settled | null> {
  const held = await heldBy({ payload, key, now })
  if (held === null) return null
  const [id = '', keptFingerprint, keptForm = ''] = held.split(' ')
  if (keptFingerprint !== fingerprint) throw new Refusal('conflict', { detail: word('key-reused', locale) })
  const kept = await store.findComment({ payload, id })
  const isOwn = isKeyed || (form !== '' && form === keptForm)
  if (kept && (isOwn || kept.visibility === 'hidden'))
    return { id, status: kept.status as CommentState, isRepeated: true }
  await release({ payload, key })
  return null
}

/**
 * Keeps a comment together with the claim on sending it, so that of two who send the same one is kept and both are
 * told of it.
 * @throws Refusal `conflict` where the key was used for another comment.
 */
async function keepOnce({
  payload,
  sent,
  milliseconds,
  locale,
  now,
  arrival,
}: {
  payload: Payload
  sent: Sent
  milliseconds: number
  locale: Locale
  now: Date
  arrival: Omit<Parameters<typeof store.keepComment>[0], 'payload' | 'id' | 'now' | 'claimed'>
}): Promise<Settled> {
  // Again, because what is in the way may have expired, or its comment may have been deleted for good.
  for (let round = 0; round < 3; round++) {
    const id = uuid({ msecs: now.getTime() })
    const claimed = entryOf({
      key: sent.key,
      value: `${id} ${sent.fingerprint} ${sent.form}`,
      milliseconds,
      now,
    })
    if (await store.keepComment({ ...arrival, payload, id, now, claimed }))
      return { id, status: arrival.status, isRepeated: false }
    const before = await findKept({ payload, sent, locale, now })
    if (before) return before
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

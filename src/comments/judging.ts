import type { Payload } from 'payload'

import type { CommentState, Locale, Submission } from '../contract/index.ts'
import { word } from '../platform/messages.ts'
import { Refusal } from '../platform/problem.ts'
import type { Finding, Written } from '../spam/check.ts'
import { judgeWritten, readForm, textMarkOf } from '../spam/service.ts'
import type { CleanSubmission } from './submission.ts'
import { writerOf } from './trust.ts'
import type { Reason } from './waiting.ts'

type Judged = { status: CommentState; reasons: Reason[]; findings: Finding[] }

type Place = {
  payload: Payload
  subject: { type: 'posts' | 'events'; id: string }
  /** `posts/<slug>` */
  on: string
  /** The mark of the network it came from. */
  network: string
  now: Date
}

const refuseText = (locale: Locale) =>
  new Refusal('invalid', {
    errors: [{ field: 'body', code: 'not-allowed', message: word('text-refused', locale) }],
  })

/**
 * Where a new comment begins, once it has been checked for spam. Nothing that is found makes it more public.
 * @param first where it begins by the rules of the discussion, and why it waits there
 * @throws Refusal `invalid` where a rule refuses the text.
 */
export async function judgeSubmission({
  submission,
  values: { name, email, url, body },
  first,
  fingerprint,
  locale,
  ...place
}: Place & {
  submission: Submission
  values: CleanSubmission
  first: { status: 'pending' | 'approved'; reasons: Reason[] }
  fingerprint: string
  locale: Locale
}): Promise<Judged & { marks: { network: string; textMark: string } }> {
  const { payload, now, network } = place
  const written: Written = { name, email, url, body, locale: submission.locale ?? locale }
  const marks = { writer: email ? writerOf(email) : null, network, text: textMarkOf(body) }
  const form = await readForm({ payload, sent: submission, on: submission.on, fingerprint, now })
  const { verdict, findings } = await judgeWritten({ ...place, written, marks, form })
  if (verdict === 'refuse') throw refuseText(locale)
  const found = findings.map(({ reason }) => reason)
  const kept = { findings, marks: { network, textMark: marks.text } }
  if (verdict === 'publish') return { ...first, ...kept }
  if (verdict === 'spam') return { status: 'spam', reasons: found, ...kept }
  return { status: 'pending', reasons: [...first.reasons, ...found], ...kept }
}

/**
 * What becomes of a text that its writer has changed. It waits whatever is found; what is spam already stays that.
 * @param before what was kept of the comment
 * @throws Refusal `invalid` where a rule refuses the text.
 */
export async function judgeEdit({
  written,
  before,
  isSpam,
  locale,
  ...place
}: Place & {
  written: Written
  before: { writer: string | null; textMark: string | null } | null
  isSpam: boolean
  locale: Locale
}): Promise<{ status: CommentState; findings: Finding[]; textMark: string }> {
  const text = textMarkOf(written.body)
  const { verdict, findings } = await judgeWritten({
    ...place,
    written,
    marks: { writer: before?.writer ?? null, network: place.network, text },
    // Who holds the token of the comment needs no other.
    form: { token: 'good', work: 'good', isHoneypotFilled: false },
    before: before?.textMark ?? null,
  })
  if (verdict === 'refuse') throw refuseText(locale)
  return { status: isSpam || verdict === 'spam' ? 'spam' : 'pending', findings, textMark: text }
}

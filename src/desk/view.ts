import type { Kept, Move as KeptMove } from '../comments/bulk-store.ts'
import type { Outcome } from '../comments/bulk.ts'
import { readFindings } from '../comments/waiting.ts'
import { pick } from '../content/locales.ts'
import { publicFrom } from '../content/policy.ts'
import { COMMENT_STATES, type CommentState, type Locale, type SubjectType } from '../contract/index.ts'
import { settings } from '../platform/settings.ts'
import { shorten } from '../platform/text.ts'
import { maskEmail } from '../platform/email.ts'
import {
  type Card,
  type Counts,
  type Move,
  type MoveResult,
  type Now,
  type Reason,
  type Way,
  WAYS,
} from './shapes.ts'
import type { Answered, History, SubjectRow } from './store.ts'

const LONGEST_EXCERPT = 160

/** Where a reason can be changed, a path of the panel. */
const HREF: Partial<Record<Reason, string | null>> = {
  everyone: '/admin/globals/discussion',
  calm: '/admin/globals/discussion',
  edited: null,
  returned: null,
}
/** Where the checks for spam are set. */
const SPAM_HREF = '/admin/globals/spam'

/** What a card is made of, beside the comment itself. */
export type Around = {
  emails: Map<string, string>
  writers: Map<string, string>
  histories: Map<string, History>
  answered: Map<string, Answered>
  subjects: Map<string, SubjectRow>
  locale: Locale
  now: Date
}

export function toCard(comment: Kept, around: Around): Card {
  const { id, thread, parent, moves } = comment
  const email = around.emails.get(id)
  const answered = parent === null ? undefined : around.answered.get(parent)
  const history = around.histories.get(around.writers.get(id) ?? '')
  return {
    id,
    revision: comment.revision,
    state: comment.status,
    name: comment.name,
    email: email === undefined ? null : maskEmail(email),
    url: comment.url,
    text: comment.body,
    locale: comment.locale as Locale | null,
    createdAt: comment.createdAt,
    editedAt: comment.editedAt,
    isStaff: comment.isStaff,
    isWithdrawn: comment.withdrawnAt !== null,
    on: toSubject({ comment, subject: around.subjects.get(thread), ...around }),
    answers: answered
      ? {
          id: answered.id,
          name: answered.name ?? '',
          excerpt: shorten(answered.body.replace(/\s+/g, ' '), LONGEST_EXCERPT),
          state: answered.status,
        }
      : null,
    reasons: readFindings(comment).map(({ reason, detail }) => ({
      reason,
      detail,
      href: HREF[reason] === undefined ? SPAM_HREF : HREF[reason],
    })),
    writer: history ? toWriter(history) : null,
    lastMove: toLastMove(moves),
  }
}

function toSubject({
  comment: { id, thread, visibility },
  subject,
  locale,
  now,
}: {
  comment: Kept
  subject: SubjectRow | undefined
  locale: Locale
  now: Date
}): Card['on'] {
  const [type, subjectId = ''] = thread.split('/') as [SubjectType, string?]
  const from = subject ? publicFrom(type, subject as never) : null
  const isPublic = from !== null && new Date(from) <= now
  const page = `${settings.SITE_URL}/${type}/${subject?.slug ?? ''}`
  return {
    key: thread,
    type,
    id: subjectId,
    title: (subject && pick(subject.title, locale)) ?? '',
    url: isPublic ? (visibility === 'shown' ? `${page}?comment=${id}#comment-${id}` : page) : null,
    isClosed: subject?.comments?.state === 'closed',
  }
}

function toWriter({ states, isMore }: History): NonNullable<Card['writer']> {
  const count = (state: CommentState) => states.filter((one) => one === state).length
  const [pending, approved, spam, trash] = COMMENT_STATES.map(count) as [number, number, number, number]
  return { pending, approved, spam, trash, isMore }
}

export const toMove = ({ at, from, to, by, via, why }: KeptMove): Move => ({
  at,
  from,
  to,
  by,
  via: WAYS.find((way): way is Way => way === via) ?? null,
  why,
})

function toLastMove(moves: KeptMove[]): Move | null {
  const last = moves.at(-1)
  return last ? toMove(last) : null
}

export const toNow = ({ status, revision, moves }: Kept): Now => ({
  state: status,
  revision,
  lastMove: toLastMove(moves),
})

export function toResult(outcome: Outcome): MoveResult {
  const { id, kind } = outcome
  if (kind === 'gone') return { id, outcome: kind }
  const now = toNow(outcome.kept)
  if (kind === 'moved') return { id, outcome: kind, from: outcome.from, now }
  if (kind === 'illegal') return { id, outcome: kind, because: outcome.because, now }
  return { id, outcome: kind, now }
}

export function toCounts({ states, held }: { states: Map<CommentState, number>; held: number }): Counts {
  const [waiting = 0, approved = 0, spam = 0, trash = 0] = COMMENT_STATES.map(
    (state) => states.get(state) ?? 0,
  )
  return { waiting, held, approved, spam, trash }
}

import { z } from 'zod'

import { COMMENT_STATES, type Locale, LOCALES } from '../contract/index.ts'
import { staffWordIn } from '../platform/staff-words.ts'
import { CARDS, MOST_CARDS, MOST_MOVED, QUEUES, REASONS } from './shapes.ts'

/** What the desk may be asked: the shapes of shapes.ts, checked. Whatever else is sent is passed over. */

const id = z.string().min(1).max(64)
const revision = z.int().min(0)
const threadKey = z.string().regex(/^(posts|events)\/[\w-]{1,64}$/)
const why = z.string().max(500).optional()
const locale = z.enum(LOCALES)

export const QueueAsked = z.object({
  queue: z.enum(QUEUES).default('waiting'),
  order: z.enum(['oldest', 'newest']).default('oldest'),
  on: threadKey.optional(),
  locale: locale.optional(),
  reason: z.enum(REASONS).optional(),
  author: id.optional(),
  sameWriterAs: id.optional(),
  since: z.iso.datetime({ offset: true }).optional(),
  before: z.iso.datetime({ offset: true }).optional(),
  search: z.string().max(100).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(MOST_CARDS).default(CARDS),
})
export type QueueAsked = z.infer<typeof QueueAsked>

export const MoveAsked = z.object({
  comments: z.array(z.object({ id, revision })).max(MOST_MOVED),
  to: z.enum([...COMMENT_STATES, 'back']),
  why,
})

export const KeepAsked = z.object({
  comments: z.array(z.object({ id, seen: z.string().max(100) })).max(MOST_MOVED),
})

export const ReplyAsked = z.object({ id, revision, text: z.string().max(20_000), locale: locale.optional() })
export const UndoReplyAsked = z.object({ reply: id, comment: z.object({ id, revision }).nullable() })
export const ApproveWriterAsked = z.object({ id })
export const CloseAsked = z.object({ on: threadKey, isClosed: z.boolean().default(true) })

const message = z.string().max(500).nullable()
export const CalmAsked = z.object({
  state: z.enum(['open', 'held', 'closed']),
  message: z.partialRecord(locale, message).default({}),
})

/** What is wrong with what was asked, in a line that says how to mend it. */
export const faultOf = (error: z.ZodError, locale: Locale) =>
  error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${sentenceOf(issue, locale)}`).join(' ')

function sentenceOf(issue: z.core.$ZodIssue, locale: Locale): string {
  if (issue.code === 'too_big') return staffWordIn(locale, 'at-most', { most: Number(issue.maximum) })
  if (issue.code === 'too_small') return staffWordIn(locale, 'at-least', { fewest: Number(issue.minimum) })
  if (issue.code === 'invalid_value')
    return staffWordIn(locale, 'one-of', { values: issue.values.map(String).join(', ') })
  if (issue.code === 'invalid_type' && issue.input === undefined) return staffWordIn(locale, 'missing')
  return staffWordIn(locale, 'odd-value')
}

import {
  type FieldError,
  type Locale,
  type CommentState,
  type Report,
  REPORT_NOTE,
  type ReportReason,
} from '../contract/index.ts'
import { word } from '../platform/messages.ts'
import { cleanText, lengthOf } from '../platform/text.ts'

export const REPORT_STATES = ['open', 'dismissed', 'upheld'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** How many notes are kept of one comment; later reports are counted without theirs. */
export const MOST_NOTES = 20

/** How long after a move the reports it has closed open again where it is taken back, in milliseconds: 10 s, and the way there. */
export const REOPENED_WITHIN = 12_000

export type CleanReport = { reason: ReportReason; note: string | null }

/** Whether a report can be kept, with every fault at its field. */
export function decideReport({
  report,
  locale,
}: {
  report: Pick<Report, 'reason' | 'note'>
  locale: Locale
}): { kind: 'accept'; values: CleanReport } | { kind: 'refuse'; errors: FieldError[] } {
  const errors: FieldError[] = []
  const { reason } = report
  const note = cleanText(report.note ?? '')
  if (!reason) errors.push({ field: 'reason', code: 'required', message: word('required', locale) })
  if (lengthOf(note) > REPORT_NOTE)
    errors.push({ field: 'note', code: 'too-long', message: word('too-long', locale, { most: REPORT_NOTE }) })
  if (!reason || errors.length) return { kind: 'refuse', errors }
  return { kind: 'accept', values: { reason, note: note || null } }
}

/** In which order reported comments are listed: by their newest report. Ids decide between those of one moment. */
export const placeOf = ({ id, at }: { id: string; at: string }) => `${at} ${id}`

type Move = { at: string; to: string }

const isRemoved = (state: CommentState | string) => state === 'spam' || state === 'trash'

/**
 * What a move does to the reports of its comment: taking it away upholds those that are open; taking that back at once
 * opens the same ones again. `at` is the time of the move that upheld.
 */
export function decideReports({
  from,
  to,
  moves,
}: {
  from: string
  to: string
  /** The history with this move at its end. */
  moves: readonly Move[]
}): { kind: 'uphold' | 'reopen'; at: string } | null {
  const last = moves.at(-1)
  if (!last || from === to || isRemoved(from) === isRemoved(to)) return null
  if (isRemoved(to)) return { kind: 'uphold', at: last.at }
  const before = moves.at(-2)
  if (!before || Date.parse(last.at) - Date.parse(before.at) > REOPENED_WITHIN) return null
  return { kind: 'reopen', at: before.at }
}

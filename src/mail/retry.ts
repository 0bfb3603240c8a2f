import { pauseAfter } from '../platform/pauses.ts'

/**
 * `sending` is written down before a mail is handed over, so what was under way when a worker died is found by it.
 * Nobody knows whether that arrived: it is `unsure`, and sent again by people only. What is `dropped` was taken back.
 */
export const MAIL_STATES = ['waiting', 'sending', 'sent', 'failed', 'unsure', 'dropped'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** What people may have sent once more, and what can be taken back. */
export const MAY_GO_AGAIN: MailState[] = ['waiting', 'failed', 'unsure']

/** What came of handing a mail over. */
export type Handed =
  /** The server has it. */
  | { kind: 'accepted' }
  /** The server said no; for good, where it said so of the recipient or of the mail itself. */
  | { kind: 'refused'; isForGood: boolean; why: string }
  /** It did not come so far. */
  | { kind: 'away'; why: string }
  /** All of it was handed over, and no answer came. */
  | { kind: 'unsure'; why: string }

export type Outcome = { status: MailState; nextAttemptAt: string | null; lastError: string | null }

/**
 * What becomes of a mail after an attempt.
 * @param attempts how many there were, this one included
 * @param jitter a number from 0 up to 1
 * @param until the time after which it is of no use
 */
export function decideOutcome({
  handed,
  attempts,
  jitter,
  now,
  until,
}: {
  handed: Handed
  attempts: number
  jitter: number
  now: Date
  until: Date | null
}): Outcome {
  if (handed.kind === 'accepted') return { status: 'sent', nextAttemptAt: null, lastError: null }
  const lastError = handed.why
  if (handed.kind === 'unsure') return { status: 'unsure', nextAttemptAt: null, lastError }
  const pause = handed.kind === 'refused' && handed.isForGood ? null : pauseAfter({ attempts, jitter })
  const next = pause === null ? null : new Date(now.getTime() + pause)
  if (!next || (until && next > until)) return { status: 'failed', nextAttemptAt: null, lastError }
  return { status: 'waiting', nextAttemptAt: next.toISOString(), lastError }
}

/**
 * What is to be written of a mail after an attempt.
 * @param isTakenBack whether it was taken back meanwhile: then it does not go out later, nor when somebody says so
 * @param isLast whether it is the last one to somebody who is forgotten
 * @returns with `isOver`, whether its address and contents are to be forgotten
 */
export function settleOutcome({
  outcome,
  isTakenBack,
  isLast,
}: {
  outcome: Outcome
  isTakenBack: boolean
  isLast: boolean
}): { outcome: Outcome; isOver: boolean } {
  if (outcome.status === 'sent') return { outcome, isOver: true }
  if (isTakenBack)
    return { outcome: { status: 'dropped', nextAttemptAt: null, lastError: null }, isOver: true }
  return { outcome, isOver: isLast && outcome.status !== 'waiting' }
}

/** What an error of nodemailer says of where the mail is now. */
export type Fault = { code?: unknown; command?: unknown; responseCode?: unknown; message?: unknown }

/** What a server says no to for one mail's sake; all else stands in the way of every mail. */
const OF_THIS_MAIL = new Set(['RCPT TO', 'DATA'])

/**
 * Reads what nodemailer threw.
 * @param isHandedOver whether the server took all of the mail before that
 */
export function readFault({ fault, isHandedOver }: { fault: Fault; isHandedOver: boolean }): Handed {
  const why = String(fault.message ?? fault)
  // An address that the transport itself will not take.
  if (fault.code === 'EENVELOPE' && fault.command === 'API') return { kind: 'refused', isForGood: true, why }
  const status = typeof fault.responseCode === 'number' ? fault.responseCode : null
  if (status !== null && OF_THIS_MAIL.has(String(fault.command)))
    return { kind: 'refused', isForGood: status >= 500, why }
  // A wrong password, too, is mended by the operator, and then all mail goes out.
  return { kind: isHandedOver ? 'unsure' : 'away', why }
}

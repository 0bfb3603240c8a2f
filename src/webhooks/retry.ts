import { pauseAfter } from '../platform/pauses.ts'

/** What came of one attempt: an answer, or the reason why there is none. */
export type Attempt =
  { kind: 'answered'; status: number; text: string } | { kind: 'unreachable'; why: string }

export const DELIVERY_STATES = ['waiting', 'failed', 'sent', 'given-up'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]
/** What is still to be sent: for the first time, or once more. */
export const TO_SEND: DeliveryState[] = ['waiting', 'failed']

export type Outcome = {
  state: DeliveryState
  nextAttemptAt: string | null
  statusCode: number | null
  answer: string
  /** The receiver said that it is gone for good. */
  switchesOff: boolean
}

/**
 * What becomes of a delivery after an attempt.
 * @param attempts how many there were, this one included
 * @param jitter a number from 0 up to 1
 */
export function decideOutcome({
  attempt,
  attempts,
  jitter,
  now,
}: {
  attempt: Attempt
  attempts: number
  jitter: number
  now: Date
}): Outcome {
  const statusCode = attempt.kind === 'answered' ? attempt.status : null
  const said = { statusCode, answer: tell(attempt), switchesOff: statusCode === 410 }
  if (statusCode !== null && statusCode >= 200 && statusCode < 300)
    return { ...said, state: 'sent', nextAttemptAt: null }
  const pause = pauseAfter({ attempts, jitter })
  if (pause === null || said.switchesOff) return { ...said, state: 'given-up', nextAttemptAt: null }
  return { ...said, state: 'failed', nextAttemptAt: new Date(now.getTime() + pause).toISOString() }
}

function tell(attempt: Attempt): string {
  if (attempt.kind === 'unreachable') return attempt.why
  if (attempt.status >= 300 && attempt.status < 400)
    return 'The receiver answered with a redirect. Redirects are not followed: write the address it leads to.'
  return attempt.text
}

import type { CommentState } from '../contract/index.ts'

export type Actor = 'staff' | 'writer'
export type Visibility = 'shown' | 'tombstone' | 'hidden'

/** Every legal move of a comment. What is not here is refused, whoever asks and by whichever door. */
const MOVES: Record<Actor, Record<CommentState, readonly CommentState[]>> = {
  staff: {
    pending: ['approved', 'spam', 'trash'],
    approved: ['pending', 'spam', 'trash'],
    spam: ['pending', 'approved', 'trash'],
    trash: ['pending', 'approved', 'spam'],
  },
  // A writer takes their words back, or edits them, upon which they wait again, or are found to be spam.
  writer: {
    pending: ['spam', 'trash'],
    approved: ['pending', 'spam', 'trash'],
    spam: ['trash'],
    trash: [],
  },
}

export type MoveDecision =
  { kind: 'move' } | { kind: 'stay' } | { kind: 'refuse'; reason: 'illegal' | 'stale' | 'withdrawn' }

/**
 * Whether a comment may move. `seen` is the revision the actor looked at: acting on another one than is there
 * is refused, so that of two who act at once one wins and the other is told.
 */
export function decideMove({
  actor,
  from,
  to,
  seen,
  revision,
  isWithdrawn,
}: {
  actor: Actor
  from: CommentState
  to: CommentState
  seen: number
  revision: number
  isWithdrawn: boolean
}): MoveDecision {
  if (seen !== revision) return { kind: 'refuse', reason: 'stale' }
  if (from === to) return { kind: 'stay' }
  // Words that were taken back stay taken back.
  if (isWithdrawn) return { kind: 'refuse', reason: 'withdrawn' }
  return MOVES[actor][from].includes(to) ? { kind: 'move' } : { kind: 'refuse', reason: 'illegal' }
}

/** What the public sees of a comment in a state: itself, the place it had, or nothing. */
export function visibilityOf({ status, wasShown }: { status: CommentState; wasShown: boolean }): Visibility {
  if (status === 'approved') return 'shown'
  // Its place stays as long as answers stand below it, also while an edited text waits.
  return wasShown ? 'tombstone' : 'hidden'
}

/** The order of the panel's list: what waits for somebody comes first. */
export const queueOf = (status: CommentState) => ({ pending: 0, approved: 1, spam: 2, trash: 3 })[status]

/** Whether a check called a comment spam and no person did. Its writer is not told. */
export const isJudgedSpam = ({
  status,
  moves,
}: {
  status: string
  moves: readonly { to: string; byId?: string | null | undefined }[]
}) => status === 'spam' && !moves.findLast(({ to }) => to === 'spam')?.byId

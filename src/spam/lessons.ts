/** What a comment is an example of; null for what nobody has decided, or decided and taken back. */
export type Lesson = 'spam' | 'ham' | null

/** What staff have made of a comment: approved or spam by a person's own last move, and nothing else teaches. */
export function lessonOf({
  status,
  isStaff,
  lastMove,
}: {
  status: string
  isStaff: boolean
  lastMove: { to: string; byId: string | null } | undefined
}): Lesson {
  if (isStaff || !lastMove?.byId || lastMove.to !== status) return null
  return status === 'spam' ? 'spam' : status === 'approved' ? 'ham' : null
}

export type Learnt = { kind: 'spam' | 'ham'; mark: string }
export type Step = { teach: 1 | -1; kind: 'spam' | 'ham' }

/**
 * What is to be learned, or unlearned, of a comment. Another text than the one that was learned cannot be taken back out;
 * it counts as it was, and once.
 * @param before what was learned of it
 * @param mark of the text as it is now
 */
export function decideSteps({
  before,
  now,
  mark,
}: {
  before: Learnt | null
  now: Lesson
  mark: string
}): Step[] {
  if (before?.kind === now) return []
  if (before && before.mark !== mark) return []
  return [
    ...(before ? [{ teach: -1 as const, kind: before.kind }] : []),
    ...(now ? [{ teach: 1 as const, kind: now }] : []),
  ]
}

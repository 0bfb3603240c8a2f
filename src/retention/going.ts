/** Which of the comments that are due can go altogether: those that nothing answers but what goes with them. */
export function decideGoing({
  due,
  answers,
}: {
  /** Ids of what is due. */
  due: readonly string[]
  /** What answers them: each with the comment it answers. */
  answers: readonly { id: string; parent: string }[]
}): { gone: string[]; emptied: string[] } {
  const below = new Map<string, string[]>()
  for (const { id, parent } of answers) below.set(parent, [...(below.get(parent) ?? []), id])
  const gone = new Set<string>()
  // An answer is younger than what it answers, so from the youngest on.
  for (const id of [...due].sort().reverse())
    if ((below.get(id) ?? []).every((one) => gone.has(one))) gone.add(id)
  return { gone: [...gone], emptied: due.filter((id) => !gone.has(id)) }
}

/** What a comment in spam or trash is to the job: since when it is there, by its own history. */
export function decideRemoved({
  status,
  createdAt,
  moves,
  before,
}: {
  status: string
  createdAt: string
  moves: readonly { at: string; to: string }[]
  before: Date
}): { kind: 'due' } | { kind: 'later'; since: string } | { kind: 'back' } {
  if (status !== 'spam' && status !== 'trash') return { kind: 'back' }
  const away = (state: string) => state === 'spam' || state === 'trash'
  // From spam to trash is the same stay.
  let since = createdAt
  for (let i = moves.length - 1; i >= 0; i--) {
    if (!away(moves[i]!.to)) break
    since = moves[i]!.at
  }
  return Date.parse(since) <= before.getTime() ? { kind: 'due' } : { kind: 'later', since }
}

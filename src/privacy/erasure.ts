import type { ErasureChoice } from '../contract/index.ts'

/**
 * Somebody who was to be forgotten. What was written after `at` is not meant: whoever writes again after that has not asked for it.
 */
export type Erasure = {
  entry: string
  /** The mark of the address. */
  writer: string
  /** The name of the SEAL_KEY of that time, for whoever looks for a backup's; the mark is made with MARK_KEY, which is not exchanged. */
  keyId: string
  choice: ErasureChoice
  at: string
  /** How many comments there were. */
  comments: number
  /** `reader`, or the id of a member of staff. */
  by: string
}

/**
 * What becomes of a comment whose writer is to be forgotten. `nothing`: it was written after that. `hide`: nobody may read it, and it is
 * kept as it is while it is sealed as a threat; the next look at the ledger of erasures after that, within an hour, forgets it.
 * `unname`: the text stays, and nobody is known to have written it. `empty`: its place stays, because answers stand below it. `delete`:
 * it is gone for good.
 */
export type Fate = 'nothing' | 'hide' | 'unname' | 'empty' | 'delete'

export function decideFate({
  comment,
  isSealed,
  erasure,
  hasAnswers,
}: {
  comment: { createdAt: string }
  isSealed: boolean
  erasure: Pick<Erasure, 'choice' | 'at'>
  hasAnswers: boolean
}): Fate {
  if (comment.createdAt > erasure.at) return 'nothing'
  if (isSealed) return 'hide'
  if (erasure.choice === 'anonymous') return 'unname'
  return hasAnswers ? 'empty' : 'delete'
}

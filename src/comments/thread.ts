/** Pure work on the shape of a thread. */

/** How many levels answers may be nested: more than people follow, few enough for every reader of the JSON. */
export const DEEPEST_ANSWER = 50

type Placed = { id: string; parent: string | null; visibility: 'shown' | 'tombstone' | 'hidden' }
export type Branch<T> = { comment: T; replies: Branch<T>[]; replyCount: number }

/**
 * Nests comments below the ones they answer, in the order they come. A removed comment stays only where public
 * answers stand below it; an answer whose parent is nowhere public is left out with it.
 */
export function nest<T extends Placed>(comments: T[]): Branch<T>[] {
  const branches = new Map(
    comments.map((comment) => [comment.id, { comment, replies: [], replyCount: 0 } as Branch<T>]),
  )
  const roots: Branch<T>[] = []
  for (const branch of branches.values()) {
    const { parent } = branch.comment
    if (parent === null) roots.push(branch)
    else branches.get(parent)?.replies.push(branch)
  }
  return roots.flatMap((root) => prune(root))
}

function prune<T extends Placed>(branch: Branch<T>): Branch<T>[] {
  if (branch.comment.visibility === 'hidden') return []
  const replies = branch.replies.flatMap((reply) => prune(reply))
  const replyCount = replies.reduce(
    (sum, reply) => sum + reply.replyCount + (reply.comment.visibility === 'shown' ? 1 : 0),
    0,
  )
  return branch.comment.visibility === 'tombstone' && replyCount === 0
    ? []
    : [{ comment: branch.comment, replies, replyCount }]
}

/** Whether making `parent` the parent of `id` would close a circle; `ancestors` are the parent's own, nearest first. */
export const closesCircle = ({
  id,
  parent,
  ancestors,
}: {
  id: string
  parent: string
  ancestors: string[]
}) => parent === id || ancestors.includes(id)

import type { PayloadRequest } from 'payload'

import type { CommentState } from '../contract/index.ts'
import type { Comment } from '../payload-types.ts'
import { claimAll, releaseAll } from '../platform/ledger.ts'
import { manyOf, type Pair } from '../platform/many.ts'
import { inOne } from '../platform/transaction.ts'
import * as store from './bulk-store.ts'
import { type Lock, locksOf } from './locks.ts'
import { decideMove, queueOf, visibilityOf } from './moderation.ts'
import { reasonsOnReturn, waitingFor } from './waiting.ts'
import { wayOf } from './ways.ts'

/** `back` undoes one's own last move. `seen` is the revision one looked at. */
export type Wanted = { id: string; seen: number; to: CommentState | 'back' }

export type Outcome = { id: string } & (
  | { kind: 'moved'; from: CommentState; kept: store.Kept }
  | { kind: 'stayed' | 'conflict'; kept: store.Kept }
  | { kind: 'illegal'; because: 'illegal' | 'withdrawn' | 'nothing-to-undo' | Lock; kept: store.Kept }
  | { kind: 'gone' }
)

/** How long a claim on a revision stands where the one who made it died, in milliseconds. */
const MINUTE = 60_000

/**
 * Moves of a member of staff, many at once and each told apart: by the same table, history and revisions as single moves,
 * and what follows from a move follows from these. All that can be moved is, in one transaction.
 * `also` is done in that transaction, with the outcomes.
 */
export async function moveMany({
  wanted,
  why,
  isThreat = false,
  ownWords = new Set(),
  now,
  req,
  also,
}: {
  wanted: Wanted[]
  /** It is sealed as a threat, also by an author below an article of their own. */
  isThreat?: boolean
  /** Ids of what the person asking wrote: below an article of their own, too, it is theirs to move. */
  ownWords?: ReadonlySet<string>
  why?: string | undefined
  now: Date
  req: PayloadRequest
  also?: (outcomes: Outcome[]) => Promise<void>
}): Promise<Outcome[]> {
  const { payload } = req
  // The same claims that single moves make. The embedded database lets one write after the other and needs none.
  const keys = payload.db.name === 'mongoose' ? wanted.map(({ id, seen }) => `move:${id}:${seen}`) : []
  const mine = await claimAll({ payload, keys, milliseconds: MINUTE, now })
  const isFree = ({ id, seen }: Wanted) => !keys.length || mine.has(`move:${id}:${seen}`)
  try {
    return await inOne(req, async () => {
      const outcomes = await moveAll({ wanted, isFree, isThreat, ownWords, why, now, req })
      await also?.(outcomes)
      return outcomes
    })
  } finally {
    await releaseAll({ payload, keys: [...mine] })
  }
}

async function moveAll({
  wanted,
  isFree,
  isThreat,
  ownWords,
  why,
  now,
  req,
}: {
  wanted: Wanted[]
  isFree: (one: Wanted) => boolean
  isThreat: boolean
  ownWords: ReadonlySet<string>
  why: string | undefined
  now: Date
  req: PayloadRequest
}): Promise<Outcome[]> {
  const { payload } = req
  const kept = await store.findKept({ payload, req, ids: wanted.map(({ id }) => id) })
  const locks = isThreat ? new Map<string, Lock>() : await locksOf({ req, comments: [...kept.values()] })
  const pairs: { before: store.Kept; after: store.Moved }[] = []
  const outcomes = wanted.map((one): Outcome => {
    const before = kept.get(one.id)
    if (!before) return { id: one.id, kind: 'gone' }
    if (!isFree(one)) return { id: one.id, kind: 'conflict', kept: before }
    const outcome = decide({ one, before, userId: req.user ? String(req.user.id) : null })
    if (outcome.kind !== 'moved') return outcome
    const because = locks.get(one.id)
    if (because && !(because === 'own' && ownWords.has(one.id)))
      return { id: one.id, kind: 'illegal', because, kept: before }
    const after = afterMove({ before, to: outcome.kept.status, isUndone: one.to === 'back', why, now, req })
    pairs.push({ before, after })
    // Asked for twice in one request, it has another revision the second time.
    kept.set(one.id, after)
    return { ...outcome, kept: after }
  })
  await store.writeMoves({ req, moved: pairs.map(({ after }) => after) })
  await tellAll({ pairs, why, req })
  return outcomes
}

function decide({
  one: { id, seen, to: asked },
  before,
  userId,
}: {
  one: Wanted
  before: store.Kept
  userId: string | null
}): Outcome {
  if (seen !== before.revision) return { id, kind: 'conflict', kept: before }
  const last = before.moves.at(-1)
  const isOwn = last !== undefined && last.byId !== null && last.byId === userId
  const to = asked === 'back' ? (isOwn && last.to === before.status ? last.from : null) : asked
  if (to === null) return { id, kind: 'illegal', because: 'nothing-to-undo', kept: before }
  const decision = decideMove({
    actor: 'staff',
    from: before.status,
    to,
    seen,
    revision: before.revision,
    isWithdrawn: before.withdrawnAt !== null,
  })
  if (decision.kind === 'stay') return { id, kind: 'stayed', kept: before }
  if (decision.kind === 'move')
    return { id, kind: 'moved', from: before.status, kept: { ...before, status: to } }
  if (decision.reason === 'stale') return { id, kind: 'conflict', kept: before }
  return { id, kind: 'illegal', because: decision.reason, kept: before }
}

function afterMove({
  before,
  to,
  isUndone,
  why,
  now,
  req,
}: {
  before: store.Kept
  to: CommentState
  isUndone: boolean
  why: string | undefined
  now: Date
  req: PayloadRequest
}): store.Moved {
  const at = now.toISOString()
  const { status: from, moves } = before
  const wasShown =
    from === 'approved' || moves.some((past) => past.to === 'approved' || past.from === 'approved')
  const move: store.Move = {
    at,
    from,
    to,
    by: req.user?.name ?? 'system',
    byId: req.user ? String(req.user.id) : null,
    via: wayOf({ req, actor: 'staff' }),
    why: why ?? null,
  }
  // What is undone waits for what it waited for.
  const isPutBack = to === 'pending' && !isUndone
  return {
    ...before,
    status: to,
    revision: before.revision + 1,
    queue: queueOf(to),
    visibility: visibilityOf({ status: to, wasShown }),
    isHeld: null,
    ...(isPutBack && waitingFor(reasonsOnReturn('staff'))),
    moves: [...moves, move],
    updatedAt: at,
  }
}

/** A comment as the hooks of its collection know it. */
function toDoc(kept: store.Kept): Comment {
  const [relationTo, value] = kept.thread.split('/')
  return { ...kept, on: { relationTo, value } } as unknown as Comment
}

/** Tells of the moves what is told of single ones: the hooks of the collection, all at once where they can. */
async function tellAll({
  pairs,
  why,
  req,
}: {
  pairs: { before: store.Kept; after: store.Moved }[]
  why: string | undefined
  req: PayloadRequest
}) {
  if (!pairs.length) return
  const { config: collection } = req.payload.collections.comments
  const docs: Pair<Comment>[] = pairs.map(({ before, after }) => ({
    previousDoc: toDoc(before),
    doc: toDoc(after),
  }))
  const { context } = req
  req.context = { ...context, ...(why !== undefined && { why }) }
  try {
    for (const hook of collection.hooks.afterChange) {
      const many = manyOf<Comment>(hook)
      if (many) await many(docs, req)
      else
        for (const { doc, previousDoc } of docs) {
          const data = { status: doc.status, revision: doc.revision }
          const { context } = req
          await hook({ collection, context, data, doc, operation: 'update', previousDoc, req })
        }
    }
  } finally {
    req.context = context
  }
}

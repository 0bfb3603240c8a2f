import {
  APIError,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
} from 'payload'

import type { CommentState } from '../contract/index.ts'
import { idOf } from '../content/body.ts'
import { threadKey } from '../content/subject-store.ts'
import { type Actor, decideMove, queueOf, visibilityOf } from './moderation.ts'
import type { Finding } from '../spam/check.ts'
import { closesCircle, DEEPEST_ANSWER } from './thread.ts'
import { reasonsAfterEdit, reasonsOnReturn, waitingFor, foundIn } from './waiting.ts'
import { wayOf } from './ways.ts'

declare module 'payload' {
  interface RequestContext {
    /** Set by the service where a reader acts on a comment of their own. */
    actsAs?: 'writer'
    /** A word on why a comment is moved, kept in its history. */
    why?: string
    /** What the checks for spam found in a text its writer has changed. */
    findings?: readonly Finding[] | undefined
  }
}

const conflict = (message: string) => new APIError(message, 409, undefined, true)

const DEEPEST_WALK = 2 * DEEPEST_ANSWER

async function ancestorsOf({ id, req }: { id: string; req: PayloadRequest }): Promise<string[]> {
  const found: string[] = []
  for (let next: string | null = id; next && found.length < DEEPEST_WALK;) {
    const comment = await req.payload.findByID({
      collection: 'comments',
      id: next,
      select: { parent: true },
      depth: 0,
      disableErrors: true,
      overrideAccess: true,
      req,
    })
    next = idOf(comment?.parent)
    if (next) found.push(next)
  }
  return found
}

/** Gives a comment its thread and its root. True for every writer: an answer stands below what it answers. */
export const placeInThread: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const id = String(data.id ?? originalDoc?.id)
  const on = data.on ?? originalDoc?.on
  if (!on && operation === 'create') throw conflict('A comment stands on an article or an event.')
  // Empty once the article was deleted for good; the comment can still be moved about.
  const thread = on ? threadKey({ type: on.relationTo, id: idOf(on.value)! }) : originalDoc.thread
  const parent = idOf(data.parent === undefined ? originalDoc?.parent : data.parent)
  const stays =
    operation === 'update' && parent === idOf(originalDoc?.parent) && thread === originalDoc?.thread
  if (stays) return { ...data, thread, root: originalDoc.root, depth: originalDoc.depth }
  if (!parent) return { ...data, thread, root: id, depth: 0 }

  const answered = await req.payload.findByID({
    collection: 'comments',
    id: parent,
    select: { thread: true, root: true, depth: true },
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (!answered || answered.thread !== thread)
    throw conflict('The comment that is answered stands elsewhere.')
  if (closesCircle({ id, parent, ancestors: await ancestorsOf({ id: parent, req }) })) {
    throw conflict('A comment cannot answer itself, nor one that answers it.')
  }
  const depth = (answered.depth ?? 0) + 1
  if (depth > DEEPEST_ANSWER) throw conflict(`Answers are nested ${DEEPEST_ANSWER} levels deep at most.`)
  return { ...data, thread, root: answered.root, depth }
}

type Move = {
  at: string
  from?: string | null
  to: string
  by: string
  byId?: string | null
  via?: string | null
  why?: string | null
}

const TOLD = {
  stale: 'Someone else has just changed this comment. Look at it again.',
  illegal: 'A comment cannot go from there to here.',
  withdrawn: 'Its writer has taken this comment back. It cannot be shown again.',
}

/** Moves a comment only as the table allows, counts the change, and writes down who, when and why. */
export const refuseIllegalMove: CollectionBeforeChangeHook = ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const to = (data.status ?? originalDoc?.status ?? 'pending') as CommentState
  if (operation === 'create') {
    return {
      ...data,
      revision: 0,
      queue: queueOf(to),
      visibility: visibilityOf({ status: to, wasShown: false }),
    }
  }
  const actor: Actor = context.actsAs ?? 'staff'
  const revision = Number(originalDoc.revision ?? 0)
  const from = originalDoc.status as CommentState
  const decision = decideMove({
    actor,
    from,
    to,
    seen: Number(data.revision ?? revision),
    revision,
    isWithdrawn: Boolean(originalDoc.withdrawnAt),
  })
  if (decision.kind === 'refuse') throw conflict(TOLD[decision.reason])
  const isEdit = data.body !== undefined && data.body !== originalDoc.body
  const moves = (originalDoc.moves ?? []) as Move[]
  const { findings } = context
  const found = findings && {
    ...waitingFor(reasonsAfterEdit({ kept: originalDoc.reasons ?? null, from, findings })),
    findings: foundIn(findings),
  }
  if (decision.kind === 'stay')
    return { ...data, ...found, moves, revision: isEdit ? revision + 1 : revision }

  const move: Move = {
    at: new Date().toISOString(),
    from,
    to,
    by: actor !== 'writer' ? (req.user?.name ?? 'system') : to === 'spam' ? 'system' : 'writer',
    byId: actor === 'writer' ? null : req.user ? String(req.user.id) : null,
    // What a writer has changed is called spam by a rule.
    via: actor === 'writer' && to === 'spam' ? 'rule' : wayOf({ req, actor }),
    why: context.why ?? null,
  }
  const wasShown =
    from === 'approved' || moves.some((past) => past.to === 'approved' || past.from === 'approved')
  return {
    ...data,
    moves: [...moves, move],
    revision: revision + 1,
    queue: queueOf(to),
    visibility: visibilityOf({ status: to, wasShown }),
    ...(to === 'pending' && waitingFor(reasonsOnReturn(actor))),
    ...found,
  }
}

/** What has answers is put into the trash, where its place stays; deleting it would take them along. */
export const refuseDeletingAnswered: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({
    collection: 'comments',
    where: { parent: { equals: id } },
    overrideAccess: true,
    req,
  })
  if (totalDocs) throw conflict('This comment has answers. Move it to the trash instead.')
}

/** The sealed address goes with its comment. */
export const forgetPrivate: CollectionAfterDeleteHook = async ({ id, req }) => {
  await req.payload.delete({
    collection: 'comment-private',
    where: { comment: { equals: id } },
    depth: 0,
    overrideAccess: true,
    req,
  })
}

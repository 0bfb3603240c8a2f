import { APIError, type Payload, type PayloadRequest } from 'payload'

import { type Lock, locksOf } from '../comments/locks.ts'
import { moveComment } from '../comments/moves.ts'
import { claim, release } from '../platform/ledger.ts'
import { Refusal } from '../platform/problem.ts'
import type { Verdict } from './decision.ts'
import { claimOf, readToken, useUp } from './links.ts'
import * as store from './store.ts'

/** How long a claim on a token stands where the process that made it died. */
const MINUTE = 60_000

type Asked = { payload: Payload; token: string; now: Date }

/**
 * Whom a token is of and what it is about. `comment` is null where that was deleted for good; `lock` says why it waits for
 * somebody else's decision.
 */
export type Opened = { moderator: store.Moderator; comment: store.Found | null; lock: Lock | null }

async function open({ payload, token, now }: Asked) {
  const meant = await readToken({ payload, token, now })
  const acting = meant && (await store.findActing({ payload, id: meant.user }))
  if (!acting) return null
  const { locale } = acting.moderator
  const [comment = null] = await store.findComments({ payload, ids: [meant.comment], locale })
  const lock = comment?.status === 'pending' ? await lockOf(comment, await acting.makeReq()) : null
  return { ...acting, comment, lock }
}

const lockOf = async (comment: store.Found, req: PayloadRequest) =>
  (await locksOf({ req, comments: [comment] })).get(comment.id) ?? null

/** What the page of a link shows; null where it does not work, and whyever that is. Changes nothing. */
export async function look(asked: Asked): Promise<Opened | null> {
  return open(asked)
}

export type Outcome =
  /** It was moved, by this very request. */
  | { kind: 'done'; moderator: store.Moderator }
  /** It does not wait any more, is not what was seen, or is not for this person to decide. Nothing was done. */
  | { kind: 'late'; opened: Opened }

/**
 * Moves a comment as the person to whom the link was sent, once.
 * @param seen the revision of what that person read
 * @returns null where the link does not work
 */
export async function decide({
  verdict,
  seen,
  ...asked
}: Asked & { verdict: Verdict; seen: number }): Promise<Outcome | null> {
  const { payload, token, now } = asked
  const key = claimOf(token)
  if (!(await readToken(asked))) return null
  // Of two who press at the same moment, one has a link that works.
  const { isMine } = await claim({ payload, key, milliseconds: MINUTE, now })
  if (!isMine) return null
  try {
    const opened = await open(asked)
    if (!opened) return null
    const { comment, makeReq, moderator } = opened
    const isAsSeen = comment?.status === 'pending' && comment.revision === seen
    if (!isAsSeen || opened.lock) return { kind: 'late', opened }
    const isMoved = await move({ id: comment.id, status: verdict, seen, req: await makeReq() })
    if (!isMoved) return lateAgain(asked)
    await useUp({ payload, token })
    return { kind: 'done', moderator }
  } finally {
    await release({ payload, key })
  }
}

/** Somebody was quicker: what is there now is shown. */
async function lateAgain(asked: Asked): Promise<Outcome | null> {
  const opened = await open(asked)
  return opened && { kind: 'late', opened }
}

async function move(ask: Parameters<typeof moveComment>[0]): Promise<boolean> {
  try {
    await moveComment(ask)
    return true
  } catch (error) {
    const isLate = error instanceof Refusal && (error.code === 'conflict' || error.code === 'not-found')
    if (isLate || (error instanceof APIError && error.status === 409)) return false
    throw error
  }
}

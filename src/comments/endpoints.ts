import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'

import { COMMENT_STATES, type CommentState, PROBLEMS } from '../contract/index.ts'
import { Refusal } from '../platform/problem.ts'
import { type StaffWord, staffWord, wordsOfRefusal } from '../platform/staff-words.ts'
import { moveComment } from './moves.ts'
import { mayModerate } from './policy.ts'

/** The most comments one request may move. */
const MOST_AT_ONCE = 500

const WORDS: Partial<Record<Refusal['code'], StaffWord>> = {
  conflict: 'stale-comment',
  'not-found': 'no-such-comment',
}

function tell(req: PayloadRequest, refusal: Refusal): string {
  const word = WORDS[refusal.code]
  return word ? staffWord(req, word) : wordsOfRefusal(req, refusal)
}

const say = (status: number, message: string) => Response.json({ errors: [{ message }] }, { status })

const isState = (value: unknown): value is CommentState => COMMENT_STATES.some((state) => state === value)
const asNumber = (value: unknown) => (typeof value === 'number' ? value : undefined)
const asText = (value: unknown) => (typeof value === 'string' ? value.slice(0, 500) : undefined)

async function refusing(req: PayloadRequest, act: () => Promise<Response>): Promise<Response> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return say(PROBLEMS[error.code], tell(req, error))
  }
}

type Move = { id: string; revision?: number }

/** `PATCH /api/comments/:id`: Payload's own, with the one thing staff may change and a claim on what they saw. */
const patch: Endpoint = {
  path: '/:id',
  method: 'patch',
  handler: async (req) => {
    if (!mayModerate({ req })) return say(403, staffWord(req, 'moderators-only'))
    await addDataAndFileToRequest(req)
    const { status, revision, why } = (req.data ?? {}) as Record<string, unknown>
    if (!isState(status)) return say(400, staffWord(req, 'no-state', { states: COMMENT_STATES.join(', ') }))
    return refusing(req, async () => {
      const id = String(req.routeParams!.id)
      const doc = await moveComment({ id, status, seen: asNumber(revision), why: asText(why), req })
      return Response.json({ doc, message: req.t('general:updatedSuccessfully') })
    })
  },
}

/** `POST /api/comments/move` `{comments: [{id, revision?}], status, why?}`: many at once, each told apart. */
const move: Endpoint = {
  path: '/move',
  method: 'post',
  handler: async (req) => {
    if (!mayModerate({ req })) return say(403, staffWord(req, 'moderators-only'))
    await addDataAndFileToRequest(req)
    const { comments, status, why } = (req.data ?? {}) as Record<string, unknown>
    if (!isState(status) || !isMoves(comments)) {
      return say(
        400,
        staffWord(req, 'no-moves', { shape: '{comments: [{id, revision}], status}', most: MOST_AT_ONCE }),
      )
    }
    const results = []
    for (const { id, revision } of comments) results.push(await moveOne({ id, revision, status, why, req }))
    return Response.json({ results })
  },
}

const isMoves = (value: unknown): value is Move[] =>
  Array.isArray(value) &&
  value.length <= MOST_AT_ONCE &&
  value.every((one) => typeof (one as Move | null)?.id === 'string')

async function moveOne({
  id,
  revision,
  status,
  why,
  req,
}: Move & { status: CommentState; why: unknown; req: PayloadRequest }) {
  try {
    await moveComment({ id, status, seen: asNumber(revision), why: asText(why), req })
    return { id, moved: true }
  } catch (error) {
    if (error instanceof Refusal) return { id, moved: false, message: tell(req, error) }
    if (error instanceof Error && 'isPublic' in error && error.isPublic)
      return { id, moved: false, message: error.message }
    throw error
  }
}

export const endpoints: Endpoint[] = [patch, move]

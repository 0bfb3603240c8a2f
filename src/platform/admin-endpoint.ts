import type { Endpoint, PayloadRequest } from 'payload'

import { PROBLEMS } from '../contract/index.ts'
import { hasRole } from './access.ts'
import { Refusal } from './problem.ts'
import { type StaffWord, staffWord, wordsOfRefusal } from './staff-words.ts'

const say = (status: number, message: string) => Response.json({ errors: [{ message }] }, { status })

/** `POST <path>` of a collection, with `:id` in it: something that administrators have done, and that goes on by itself. */
export const forAdmins = ({
  path,
  act,
  words,
}: {
  path: string
  act: (asked: { id: string; now: Date; req: PayloadRequest }) => Promise<void>
  /** What is said to others, and in the case of a conflict. */
  words: { forbidden: StaffWord; conflict: StaffWord }
}): Endpoint => ({
  path,
  method: 'post',
  handler: async (req) => {
    if (!hasRole(req, 'admin')) return say(403, staffWord(req, words.forbidden))
    try {
      await act({ id: String(req.routeParams!.id), now: new Date(), req })
      return Response.json({ message: staffWord(req, 'on-its-way') }, { status: 202 })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const isConflict = error.code === 'conflict'
      return say(
        PROBLEMS[error.code],
        isConflict ? staffWord(req, words.conflict) : wordsOfRefusal(req, error),
      )
    }
  },
})

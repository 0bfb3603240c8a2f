import type { Endpoint, PayloadRequest } from 'payload'

import { PROBLEMS } from '../contract/index.ts'
import { hasRole } from './access.ts'
import { Refusal } from './problem.ts'

const NOT_FOUND = 'There is no such thing here.'

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
  words: { forbidden: string; conflict: string }
}): Endpoint => ({
  path,
  method: 'post',
  handler: async (req) => {
    if (!hasRole(req, 'admin')) return say(403, words.forbidden)
    try {
      await act({ id: String(req.routeParams!.id), now: new Date(), req })
      return Response.json({ message: 'It is on its way.' }, { status: 202 })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const known = error.code === 'conflict' ? words.conflict : error.code === 'not-found' ? NOT_FOUND : null
      return say(PROBLEMS[error.code], known ?? error.message)
    }
  },
})

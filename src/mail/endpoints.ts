import type { Endpoint } from 'payload'

import { PROBLEMS } from '../contract/index.ts'
import { hasRole } from '../platform/access.ts'
import { Refusal } from '../platform/problem.ts'
import { sendAgain } from './service.ts'

const WORDS: Partial<Record<Refusal['code'], string>> = {
  conflict: 'It has gone out already, or is just being sent.',
  'not-found': 'There is no such thing here.',
}

const say = (status: number, message: string) => Response.json({ errors: [{ message }] }, { status })

/** `POST /api/mails/:id/again` */
export const mailEndpoints: Endpoint[] = [
  {
    path: '/:id/again',
    method: 'post',
    handler: async (req) => {
      if (!hasRole(req, 'admin')) return say(403, 'Mail is looked after by administrators.')
      try {
        await sendAgain({ id: String(req.routeParams!.id), now: new Date(), req })
        return Response.json({ message: 'It is on its way.' }, { status: 202 })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return say(PROBLEMS[error.code], WORDS[error.code] ?? error.message)
      }
    },
  },
]

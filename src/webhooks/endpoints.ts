import type { Endpoint, PayloadRequest } from 'payload'

import { PROBLEMS } from '../contract/index.ts'
import { hasRole } from '../platform/access.ts'
import { Refusal } from '../platform/problem.ts'
import { sendAgain, sendTest } from './service.ts'

const WORDS: Partial<Record<Refusal['code'], string>> = {
  conflict: 'The webhook is off. Switch it on first.',
  'not-found': 'There is no such thing here.',
}

const say = (status: number, message: string) => Response.json({ errors: [{ message }] }, { status })

type Act = (asked: { id: string; now: Date; req: PayloadRequest }) => Promise<void>

const forAdmins = (path: string, act: Act): Endpoint => ({
  path,
  method: 'post',
  handler: async (req) => {
    if (!hasRole(req, 'admin')) return say(403, 'Webhooks are kept by administrators.')
    try {
      await act({ id: String(req.routeParams!.id), now: new Date(), req })
      return Response.json({ message: 'It is on its way.' }, { status: 202 })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return say(PROBLEMS[error.code], WORDS[error.code] ?? error.message)
    }
  },
})

/** `POST /api/deliveries/:id/again` */
export const deliveryEndpoints = [forAdmins('/:id/again', sendAgain)]
/** `POST /api/webhooks/:id/test` */
export const webhookEndpoints = [forAdmins('/:id/test', sendTest)]

import type { IncomingMessage } from 'node:http'

import type { Context, MiddlewareHandler } from 'hono'
import type { Payload } from 'payload'

import type { Corridor } from './api.ts'
import { knownWaitOf, take } from './limiter.ts'
import { limitOf, type LimitName } from './limits.ts'
import { networkMarkOf } from './network.ts'
import { Refusal } from './problem.ts'

const WRITES = new Set(['POST', 'PATCH', 'PUT', 'DELETE'])
const API = '/api/v1/'

/** What was sent is at fault; who is late (409, 410), or asks too often, is not. */
const FAULTS = new Set([400, 401, 403, 404, 405, 413, 415, 422])

const throttled = (retryAfter: number) => new Refusal('throttled', { retryAfter })

/**
 * Counts a request at a door that is limited by the network alone.
 * @returns null where it may go on; else what is to be thrown there: a `Refusal`, or that the database is away
 */
export async function whyRefused({
  payload,
  request,
  path,
}: {
  payload: Payload
  request: IncomingMessage
  path: string
}): Promise<unknown> {
  const { method = 'GET' } = request
  const name = limitOf(method, path)
  const writes = WRITES.has(method) && path.startsWith(API)
  if (!name && !writes) return null
  try {
    const who = { network: networkMarkOf(request) }
    const punished = writes ? knownWaitOf({ payload, name: 'fault', who }) : null
    if (punished !== null) return throttled(punished)
    return name && (await waitFor({ payload, name, who }))
  } catch (error) {
    return error
  }
}

async function waitFor(act: { payload: Payload; name: LimitName; who: { network: string } }) {
  const { wait } = await take(act)
  return wait === null ? null : throttled(wait)
}

const refused = new WeakMap<IncomingMessage, unknown>()

/** Lets the public door answer that a request is refused, in its own words and to whatever page asks. */
export const refuse = (request: IncomingMessage, why: unknown) => void refused.set(request, why)

/** In the public door: throws what a request was refused for, and counts what was sent at fault. */
export const limitWrites: MiddlewareHandler<Corridor> = async (c, next) => {
  const { incoming } = c.env ?? {}
  if (incoming && refused.has(incoming)) throw refused.get(incoming)
  await next()
  if (incoming && WRITES.has(c.req.method) && FAULTS.has(c.res.status)) await countFault(c, incoming)
}

async function countFault(c: Context<Corridor>, incoming: IncomingMessage) {
  const payload = c.get('payload')
  const who = { network: networkMarkOf(incoming) }
  // The answer stands, whether or not it can be counted.
  await take({ payload, name: 'fault', who }).catch((err: unknown) =>
    payload.logger.warn({ err, msg: 'A fault of a request could not be counted.' }),
  )
}

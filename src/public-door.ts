import type { IncomingMessage, ServerResponse } from 'node:http'

import { getRequestListener } from '@hono/node-server'
import type { Payload } from 'payload'

import { API_PATH, createApi } from './api.ts'
import { pathOf } from './gate.ts'
import { isScheduleOnly, scheduledSince } from './content/drops.ts'
import { findNextTurn, findTurned } from './content/turns.ts'
import { createCache } from './platform/cache.ts'
import { listenForDrops } from './platform/drops.ts'
import { createFront } from './platform/front.ts'
import { forgetParts, rememberParts } from './platform/parts.ts'
import { refuse, whyRefused } from './platform/limit-door.ts'
import { createPurger } from './platform/purge.ts'
import { settings } from './platform/settings.ts'
import { createTurns } from './platform/turns.ts'
import { sizeOfVariants, type Variants } from './platform/variants.ts'

const MEGABYTE = 1024 * 1024
/** The longest an answer is kept, in milliseconds: a bound on any mistake in what is dropped. */
const LONGEST_KEPT = 10 * 60_000

/**
 * The public door with its memory: answers are kept until a write, here or in another process, or time itself touches
 * what they show. Proxies that keep them are told right after.
 */
export function createPublicDoor(payload: Payload) {
  const api = createApi(payload)
  const toApi = getRequestListener(api.fetch, { overrideGlobalObjects: false })
  const parts = rememberParts(payload)
  const answers = createCache<Variants>({
    bytes: settings.CACHE_MB * MEGABYTE,
    milliseconds: LONGEST_KEPT,
    sizeOf: sizeOfVariants,
  })
  const proxies = createPurger({
    urls: settings.PURGE_URL,
    onFailure: (url, err) =>
      payload.logger.error({
        err,
        msg: `${url} keeps old answers: it could not be told. It is tried again.`,
      }),
    onRecovery: (url) => payload.logger.info(`${url} was told, and keeps no old answers any more.`),
  })
  // Whoever was to tell of the last change may have ended before that.
  proxies.purge()
  const drop = (tags: readonly string[]) => {
    parts.drop(tags)
    answers.drop(tags)
    if (!tags.every(isScheduleOnly)) proxies.purge()
  }
  const turns = createTurns({
    findNext: (now) => findNextTurn({ payload, now }),
    findTurned: (after, until) => findTurned({ payload, after, until }),
    drop,
    onError: (err) => payload.logger.warn({ err, msg: 'What time has changed could not be looked up.' }),
  })
  const stopListening = listenForDrops({
    payload,
    listener: {
      drop(tags) {
        drop(tags)
        const since = scheduledSince(tags)
        if (since !== null) turns.reschedule(since)
      },
      clear() {
        parts.clear()
        answers.clear()
        proxies.purge()
        turns.reschedule(Date.now())
      },
    },
  })
  const front = createFront({
    basePath: API_PATH,
    fetch: api.fetch,
    cache: answers,
    freshness: turns.freshness,
  })

  return {
    isFor: (path: string) => path === API_PATH || path.startsWith(`${API_PATH}/`),

    /** Answers from memory, if it can. */
    answerAtOnce: front.answerAtOnce,

    async answer(request: IncomingMessage, response: ServerResponse) {
      const why = await whyRefused({ payload, request, path: pathOf(request) })
      if (why) {
        refuse(request, why)
        return toApi(request, response)
      }
      if (!(await front.answer(request, response))) await toApi(request, response)
    },

    /** How much is kept: answers, and bytes. */
    size: answers.size,

    /** Resolves once proxies have been told of the last change. */
    async close() {
      stopListening()
      turns.stop()
      forgetParts(payload)
      await proxies.close()
    },
  }
}

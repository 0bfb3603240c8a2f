import type { Payload } from 'payload'

import { idOf } from '../content/body.ts'
import type { Delivery } from '../payload-types.ts'
import { claim, release } from '../platform/ledger.ts'
import { toKeptLine } from '../platform/log.ts'
import { isPrivateAllowed } from './care.ts'
import { type Message, PATIENCE, post } from './request.ts'
import { type Attempt, decideOutcome, TO_SEND } from './retry.ts'
import { signedHeaders } from './secret.ts'
import { announceComeDue } from './service.ts'
import { createSlots } from '../platform/slots.ts'
import * as store from './store.ts'

/** How many messages are under way at once, and how many of one webhook are fetched at a time. */
const MOST_AT_ONCE = 10
const BATCH = 20
/** How long a delivery stays with a worker that has fallen silent: longer than an attempt and its records last. */
const LEASE = 6 * PATIENCE

type Send = (message: Message) => Promise<Attempt>

const sendForReal: Send = (message) => post({ message, allowPrivate: isPrivateAllowed(message.url) })

const isToSend = ({ nextAttemptAt, status }: Delivery, now: Date) =>
  TO_SEND.some((state) => state === status) && Boolean(nextAttemptAt && new Date(nextAttemptAt) <= now)

/**
 * Sends what is due. Each webhook has a lane of its own, one message after the other, so a receiver that is slow
 * keeps nobody waiting but itself.
 */
export function createPostman({
  payload,
  send = sendForReal,
  random = Math.random,
}: {
  payload: Payload
  send?: Send
  random?: () => number
}) {
  const busy = new Map<string, Promise<void>>()
  const slots = createSlots(MOST_AT_ONCE)
  let stopped = false

  /** @returns whether it was sent by us */
  async function deliver(found: Delivery, clock: () => Date): Promise<boolean> {
    const key = `delivery:${found.id}`
    const { isMine } = await claim({ payload, key, milliseconds: LEASE, now: clock() })
    if (!isMine) return false
    // Another worker may have sent it between our finding it and our claiming it.
    const delivery = await store.findDelivery({ payload, id: found.id })
    const webhook = await store.findWebhook({ payload, id: idOf(found.webhook) ?? '' })
    const isOurs = delivery !== null && webhook?.isOn === true && isToSend(delivery, clock())
    if (isOurs) await attempt({ delivery, url: webhook.url, secret: webhook.secret ?? '', clock })
    await release({ payload, key })
    return isOurs
  }

  async function attempt({
    delivery,
    url,
    secret,
    clock,
  }: {
    delivery: Delivery
    url: string
    secret: string
    clock: () => Date
  }) {
    const { id, messageId, webhook } = delivery
    const body = JSON.stringify(delivery.message)
    const made: Attempt = secret
      ? await send({ url, body, headers: signedHeaders({ secret, messageId, body, now: clock() }) })
      : { kind: 'unreachable', why: 'The secret of the webhook cannot be opened. Save a new one.' }
    const before = delivery.attempts ?? 0
    const now = clock()
    const outcome = decideOutcome({ attempt: made, attempts: before + 1, jitter: random(), now })
    await store.recordAttempt({
      payload,
      id,
      attempts: before,
      data: {
        status: outcome.state,
        statusCode: outcome.statusCode,
        answer: toKeptLine(outcome.answer),
        nextAttemptAt: outcome.nextAttemptAt,
        sentAt: outcome.state === 'sent' ? now.toISOString() : null,
      },
    })
    if (outcome.switchesOff) await store.changeWebhook({ payload, id: idOf(webhook)!, data: { isOn: false } })
  }

  async function walk(webhook: string, clock: () => Date): Promise<void> {
    for (let moved = true; moved && !stopped;) {
      moved = false
      for (const found of await store.findDue({ payload, webhook, now: clock(), limit: BATCH })) {
        if (stopped) return
        if (await slots.use(() => deliver(found, clock))) moved = true
      }
    }
  }

  return {
    /** Begins what is due, and resolves without waiting for receivers. */
    async look(clock: () => Date): Promise<void> {
      await announceComeDue({ payload, now: clock() })
      for (const webhook of await store.findWebhooksOn({ payload, now: clock() })) {
        if (stopped || busy.has(webhook)) continue
        const lane = walk(webhook, clock)
          .catch((err: unknown) => {
            // Its claim ends with its lease; then it is tried again.
            payload.logger.error({ err, msg: 'A webhook could not be served; it is tried again.' })
          })
          .finally(() => busy.delete(webhook))
        busy.set(webhook, lane)
      }
    },
    /** Resolves when nothing is under way. */
    async rest(): Promise<void> {
      while (busy.size) await Promise.all(busy.values())
    },
    /** Begins nothing more. */
    stop() {
      stopped = true
    },
  }
}

import { randomBytes } from 'node:crypto'

import type { Payload, PayloadRequest } from 'payload'

import type { WebhookEvent, WebhookMessage } from '../contract/index.ts'
import { idOf } from '../content/body.ts'
import { claim, release } from '../platform/ledger.ts'
import { Refusal } from '../platform/problem.ts'
import { inTransaction } from '../platform/transaction.ts'
import { type Change, decideChange, type Released } from './decision.ts'
import * as many from './many-store.ts'
import * as store from './store.ts'
import { toWebhookArticle, toWebhookComment, toWebhookQuote } from './view.ts'

const EVENT_OF = { posts: 'post', events: 'event', quotes: 'quote' } as const
const MINUTE = 60_000
/** The most documents whose time has come that one look takes. */
const MOST_AT_ONCE = 100

/** An id for a message, the same over all attempts. */
const newMessageId = () => `msg_${randomBytes(18).toString('base64url')}`

/** Writes a delivery down for every webhook that listens, in the transaction of the change. */
async function announce({ type, data, now, req }: Happening & { type: WebhookEvent }) {
  const message = { type, timestamp: now.toISOString(), data }
  for (const webhook of await store.findListening({ type, req }))
    await store.keepDelivery({ webhook, messageId: newMessageId(), message, now, req })
}

type Happening = { data: WebhookMessage['data']; now: Date; req: PayloadRequest }

const isOut = (state: Released, now: Date): state is NonNullable<Released> =>
  state !== null && new Date(state.at) <= now

/** `posts/<slug>` of an article or event that the public sees, else null. */
async function nameOfPublic({ reference, now, req }: { reference: unknown; now: Date; req: PayloadRequest }) {
  const { relationTo, value } = (reference ?? {}) as { relationTo?: 'posts' | 'events'; value?: unknown }
  const id = idOf(value)
  if (!relationTo || !id) return null
  const state = await store.findReleased({ kind: relationTo, id, req })
  return isOut(state, now) ? `${relationTo}/${String(state.row.slug)}` : null
}

type Turn = {
  kind: store.Kind
  id: string
  before: Released
  after: Released
  now: Date
  req: PayloadRequest
}

async function describe({ kind, before, after, change, now, req }: Turn & { change: Change }) {
  const row = (change === 'unpublished' ? before : after)!.row
  if (kind === 'quotes')
    return toWebhookQuote({ row, on: await nameOfPublic({ reference: row.source, now, req }) })
  return toWebhookArticle({ type: kind, row, former: change === 'updated' ? before!.row : null })
}

/** Tells of a change of a document what the public saw and sees, and remembers a time that is still to come. */
export async function settleChange(turn: Turn): Promise<void> {
  const { kind, id, before, after, now, req } = turn
  const key = `${kind}/${id}`
  const known = await store.findAwaited({ key, req })
  const { change, awaits } = decideChange({ before, after, isAwaited: known !== null, now })
  await store.setAwaited({ key, at: awaits, known, req })
  if (!change) return
  await announce({
    type: `${EVENT_OF[kind]}.${change}`,
    data: await describe({ ...turn, change }),
    now,
    req,
  })
}

/** Tells of a comment that came to be shown, or is no more; where the page itself is not public, of neither. */
export async function settleMove({
  type,
  comment,
  now,
  req,
}: {
  type: Extract<WebhookEvent, `comment.${string}`>
  comment: { id: string; on?: unknown; parent?: unknown }
  now: Date
  req: PayloadRequest
}): Promise<void> {
  const on = await nameOfPublic({ reference: comment.on, now, req })
  if (!on) return
  const data = toWebhookComment({ id: comment.id, on, parent: comment.parent })
  await announce({ type, data, now, req })
}

/** `posts/<id>` of what a comment stands on. */
function keyOf(reference: unknown): string {
  const { relationTo, value } = (reference ?? {}) as { relationTo?: string; value?: unknown }
  return `${relationTo}/${idOf(value)}`
}

type CommentMove = {
  type: Extract<WebhookEvent, `comment.${string}`>
  comment: { id: string; on?: unknown; parent?: unknown }
}

/** The same of many comments in one transaction: who listens, and which page is public, is asked once. */
export async function settleMoves({
  moves,
  now,
  req,
}: {
  moves: CommentMove[]
  now: Date
  req: PayloadRequest
}): Promise<void> {
  const deliveries: Parameters<typeof many.keepDeliveries>[0]['deliveries'] = []
  const listening = new Map<WebhookEvent, string[]>()
  for (const type of new Set(moves.map((move) => move.type)))
    listening.set(type, await store.findListening({ type, req }))
  const heard = moves.filter(({ type }) => listening.get(type)?.length)
  const names = await many.findPublicNames({ keys: heard.map(({ comment }) => keyOf(comment.on)), now, req })
  for (const { type, comment } of heard) {
    const on = names.get(keyOf(comment.on))
    if (on === undefined) continue
    const data = toWebhookComment({ id: comment.id, on, parent: comment.parent })
    const message = { type, timestamp: now.toISOString(), data }
    for (const webhook of listening.get(type)!)
      deliveries.push({ webhook, messageId: newMessageId(), message })
  }
  await many.keepDeliveries({ deliveries, now, req })
}

/** Tells of documents whose time has come since the last look: each once, whoever looks. */
export async function announceComeDue({ payload, now }: { payload: Payload; now: Date }): Promise<void> {
  for (const { id: row, key, at } of await store.findComeDue({ payload, now, limit: MOST_AT_ONCE })) {
    const lock = `upcoming:${row}:${at}`
    if (!(await claim({ payload, key: lock, milliseconds: MINUTE, now })).isMine) continue
    try {
      const [kind, id] = key.split('/') as [store.Kind, string]
      await inTransaction(payload, async (req) => {
        // It may have been told of, or put off, since it was found.
        if ((await store.findAwaited({ key, req }))?.at !== at) return
        const after = await store.findReleased({ kind, id, req })
        await settleChange({ kind, id, before: null, after, now, req })
      })
    } finally {
      await release({ payload, key: lock })
    }
  }
}

/**
 * Sends a delivery again, one that arrived too, under the id it had.
 * @throws Refusal `not-found`, or `conflict` when its webhook is off
 */
export async function sendAgain({ id, now, req }: { id: string; now: Date; req: PayloadRequest }) {
  const { payload } = req
  const delivery = await store.findDelivery({ payload, id })
  if (!delivery) throw new Refusal('not-found')
  await requireOn({ id: idOf(delivery.webhook) ?? '', req })
  await store.beginAgain({ id, now, req })
}

/**
 * Sends a message that says nothing, for a look at whether it arrives.
 * @throws Refusal `not-found`, or `conflict` when the webhook is off
 */
export async function sendTest({ id, now, req }: { id: string; now: Date; req: PayloadRequest }) {
  await requireOn({ id, req })
  const data = { type: 'webhooks', id } as const
  const message = { type: 'webhook.test', timestamp: now.toISOString(), data } as const
  await store.keepDelivery({ webhook: id, messageId: newMessageId(), message, now, req })
}

async function requireOn({ id, req }: { id: string; req: PayloadRequest }) {
  const webhook = await store.findWebhook({ payload: req.payload, id })
  if (!webhook) throw new Refusal('not-found')
  if (!webhook.isOn) throw new Refusal('conflict', { private: 'The webhook is off.' })
}

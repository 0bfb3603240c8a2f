import type { Payload, PayloadRequest, Where } from 'payload'

import type { WebhookEvent, WebhookMessage } from '../contract/index.ts'
import { isPublic, isQuotable } from '../content/policy.ts'
import type { Delivery, Webhook } from '../payload-types.ts'
import { siteHook } from '../platform/site.ts'
import type { Released } from './decision.ts'
import { type DeliveryState, TO_SEND } from './retry.ts'

const system = { depth: 0, overrideAccess: true } as const

export type Kind = 'posts' | 'events' | 'quotes'

/** Later than any time that is written, so that what waits for its own counts as released. */
const END_OF_TIME = new Date('9999-12-31T23:59:59.999Z')

/**
 * The document itself, not the newest draft beside it, in all its languages; null unless it is out or waits for its
 * time. Straight from the database: a read by Payload's API would change the language of the request it is part of.
 */
export async function findReleased({
  kind,
  id,
  req,
}: {
  kind: Kind
  id: string
  req: PayloadRequest
}): Promise<Released> {
  const released = kind === 'quotes' ? isQuotable(END_OF_TIME) : isPublic(END_OF_TIME)
  const row = await req.payload.db.findOne<{ id: string } & Record<string, unknown>>({
    collection: kind,
    where: { and: [{ id: { equals: id } }, released] },
    req,
  })
  return row && { at: String(kind === 'quotes' ? row.publicFrom : row.publishedAt), row }
}

/** The ids of the webhooks that are on and listen to an event; that of the site only while there is a site. */
export async function findListening({ type, req }: { type: WebhookEvent; req: PayloadRequest }) {
  const { docs } = await req.payload.find({
    collection: 'webhooks',
    where: { isOn: { equals: true } },
    select: { events: true, isSite: true, url: true },
    limit: 0,
    pagination: false,
    req,
    ...system,
  })
  return docs
    .filter(({ events }) => events?.includes(type))
    .filter(({ isSite, url }) => !isSite || url === siteHook()?.url)
    .map(({ id }) => id)
}

/** Writes a delivery down, in the transaction of the change it tells of. */
export async function keepDelivery({
  webhook,
  messageId,
  message,
  now,
  req,
}: {
  webhook: string
  messageId: string
  message: WebhookMessage
  now: Date
  req: PayloadRequest
}) {
  await req.payload.create({
    collection: 'deliveries',
    data: {
      webhook,
      messageId,
      message,
      event: message.type,
      status: 'waiting',
      attempts: 0,
      nextAttemptAt: now.toISOString(),
    },
    req,
    ...system,
  })
}

const upcoming = 'upcoming'

/** The time a document waits for, when nobody has been told of it yet. */
export async function findAwaited({ key, req }: { key: string; req: PayloadRequest }) {
  const { docs } = await req.payload.find({
    collection: upcoming,
    where: { key: { equals: key } },
    limit: 1,
    pagination: false,
    req,
    ...system,
  })
  return docs[0] ?? null
}

/** Writes down that a document waits for its time, or that it does not any more. */
export async function setAwaited({
  key,
  at,
  known,
  req,
}: {
  key: string
  at: string | null
  known: { id: string; at: string } | null
  req: PayloadRequest
}) {
  const { payload } = req
  if (known && at === null) await payload.delete({ collection: upcoming, id: known.id, req, ...system })
  else if (known && at !== known.at)
    await payload.update({ collection: upcoming, id: known.id, data: { at: at! }, req, ...system })
  else if (!known && at !== null)
    await payload.create({ collection: upcoming, data: { key, at }, req, ...system })
}

/** Documents whose time has come, the earliest first. */
export async function findComeDue({ payload, now, limit }: { payload: Payload; now: Date; limit: number }) {
  const { docs } = await payload.find({
    collection: upcoming,
    where: { at: { less_than_equal: now.toISOString() } },
    sort: 'at',
    limit,
    pagination: false,
    ...system,
  })
  return docs
}

const isDue = (now: Date): Where[] => [
  { status: { in: TO_SEND } },
  { nextAttemptAt: { less_than_equal: now.toISOString() } },
]

/** The webhooks that are on; asked for only where anything at all is due. */
export async function findWebhooksOn({ payload, now }: { payload: Payload; now: Date }): Promise<string[]> {
  const { docs: due } = await payload.find({
    collection: 'deliveries',
    where: { and: isDue(now) },
    select: { event: true },
    limit: 1,
    pagination: false,
    ...system,
  })
  if (!due.length) return []
  const { docs } = await payload.find({
    collection: 'webhooks',
    where: { isOn: { equals: true } },
    select: { isOn: true },
    limit: 0,
    pagination: false,
    ...system,
  })
  return docs.map(({ id }) => id)
}

/** The deliveries of one webhook that are due, in the order in which they became so. */
export async function findDue({
  payload,
  webhook,
  now,
  limit,
}: {
  payload: Payload
  webhook: string
  now: Date
  limit: number
}): Promise<Delivery[]> {
  const { docs } = await payload.find({
    collection: 'deliveries',
    where: { and: [{ webhook: { equals: webhook } }, ...isDue(now)] },
    sort: ['nextAttemptAt', 'createdAt'],
    limit,
    pagination: false,
    ...system,
  })
  return docs
}

export const findDelivery = ({ payload, id }: { payload: Payload; id: string }): Promise<Delivery | null> =>
  payload.findByID({ collection: 'deliveries', id, disableErrors: true, ...system })

/** A webhook with its secret opened, or null. */
export const findWebhook = ({ payload, id }: { payload: Payload; id: string }): Promise<Webhook | null> =>
  payload.findByID({ collection: 'webhooks', id, disableErrors: true, ...system })

/** Writes down what came of an attempt, unless the delivery has moved on since. */
export async function recordAttempt({
  payload,
  id,
  attempts,
  data,
}: {
  payload: Payload
  id: string
  /** How many there were before this one. */
  attempts: number
  data: Pick<Delivery, 'statusCode' | 'answer' | 'nextAttemptAt' | 'sentAt'> & { status: DeliveryState }
}) {
  await payload.update({
    collection: 'deliveries',
    where: { and: [{ id: { equals: id } }, { attempts: { equals: attempts } }, { status: { in: TO_SEND } }] },
    data: { ...data, attempts: attempts + 1 },
    ...system,
  })
}

/** Puts a delivery at the beginning again, under the same id of its message. */
export async function beginAgain({ id, now, req }: { id: string; now: Date; req: PayloadRequest }) {
  await req.payload.update({
    collection: 'deliveries',
    id,
    data: { status: 'waiting', attempts: 0, nextAttemptAt: now.toISOString() },
    req,
    ...system,
  })
}

export async function changeWebhook({
  payload,
  id,
  data,
}: {
  payload: Payload
  id: string
  data: Partial<Pick<Webhook, 'isOn' | 'secret' | 'url'>>
}) {
  await payload.update({ collection: 'webhooks', id, data, ...system })
}

/** The webhook that we made for the site, with its secret opened, or null. */
export async function findSiteWebhook({ payload }: { payload: Payload }): Promise<Webhook | null> {
  const { docs } = await payload.find({
    collection: 'webhooks',
    where: { isSite: { equals: true } },
    limit: 1,
    pagination: false,
    ...system,
  })
  return docs[0] ?? null
}

export async function makeSiteWebhook({
  payload,
  data,
}: {
  payload: Payload
  data: Pick<Webhook, 'events' | 'secret' | 'url'>
}) {
  await payload.create({
    collection: 'webhooks',
    data: { ...data, name: 'Site', isOn: true, isSite: true },
    ...system,
  })
}

/** What waits for a webhook that is switched off is not sent behind its back when it is on again. */
export async function giveUpWaiting({
  webhook,
  answer,
  req,
}: {
  webhook: string
  answer: string
  req: PayloadRequest
}) {
  await req.payload.update({
    collection: 'deliveries',
    where: { and: [{ webhook: { equals: webhook } }, { status: { in: TO_SEND } }] },
    data: { status: 'given-up', nextAttemptAt: null, answer },
    req,
    ...system,
  })
}

/** All deliveries of a webhook. No hook stands on them, so in one statement. */
export async function forgetDeliveries({
  payload,
  req,
  webhook,
}: {
  payload: Payload
  req?: PayloadRequest
  webhook: string
}) {
  const where: Where = { webhook: { equals: webhook } }
  await payload.db.deleteMany({ collection: 'deliveries', where, req })
}

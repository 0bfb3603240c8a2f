import type { PayloadRequest } from 'payload'

import type { WebhookMessage } from '../contract/index.ts'
import { isPublic } from '../content/policy.ts'
import { insertRows } from '../platform/write-rows.ts'

/** `posts/<slug>` of the articles and events that the public sees, by their keys `posts/<id>`: one query for each kind. */
export async function findPublicNames({
  keys,
  now,
  req,
}: {
  keys: string[]
  now: Date
  req: PayloadRequest
}): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const kind of ['posts', 'events'] as const) {
    const own = keys.filter((key) => key.startsWith(`${kind}/`)).map((key) => key.slice(kind.length + 1))
    if (!own.length) continue
    const { docs } = await req.payload.db.find<{ id: string; slug?: string | null }>({
      collection: kind,
      where: { and: [{ id: { in: [...new Set(own)] } }, isPublic(now)] },
      select: { slug: true },
      limit: 0,
      pagination: false,
      req,
    })
    for (const { id, slug } of docs) names.set(`${kind}/${id}`, `${kind}/${slug}`)
  }
  return names
}

/** Writes many deliveries down at once, past the hooks, of which there are none. */
export async function keepDeliveries({
  deliveries,
  now,
  req,
}: {
  deliveries: { webhook: string; messageId: string; message: WebhookMessage }[]
  now: Date
  req: PayloadRequest
}) {
  const rows = deliveries.map(({ webhook, messageId, message }) => ({
    webhook,
    messageId,
    message,
    event: message.type,
    status: 'waiting',
    attempts: 0,
    nextAttemptAt: now.toISOString(),
  }))
  await insertRows({ req, collection: 'deliveries', rows })
}

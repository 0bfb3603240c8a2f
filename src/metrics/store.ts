import type { Payload } from 'payload'

import { countByValue } from '../platform/database.ts'
import { TO_SEND } from '../webhooks/retry.ts'

/** What is there to be done, by state; each figure is one question that an index answers. */
export async function countWork({ payload, now }: { payload: Payload; now: Date }) {
  const byStatus = (collection: 'comments' | 'mails', values: string[]) =>
    countByValue({ payload, collection, field: 'status', values, where: {} })
  const [comments, mails, { totalDocs: due }] = await Promise.all([
    byStatus('comments', ['pending', 'spam']),
    byStatus('mails', ['waiting', 'sending', 'failed', 'unsure']),
    payload.count({
      collection: 'deliveries',
      where: {
        and: [{ status: { in: TO_SEND } }, { nextAttemptAt: { less_than_equal: now.toISOString() } }],
      },
      overrideAccess: true,
    }),
  ])
  const of = (counts: Map<string, number>, state: string) => counts.get(state) ?? 0
  return {
    comments: { waiting: of(comments, 'pending'), spam: of(comments, 'spam') },
    mails: {
      // One that is being handed over is not sent yet.
      waiting: of(mails, 'waiting') + of(mails, 'sending'),
      failed: of(mails, 'failed'),
      unsure: of(mails, 'unsure'),
    },
    deliveries: { due },
  }
}

export type Work = Awaited<ReturnType<typeof countWork>>

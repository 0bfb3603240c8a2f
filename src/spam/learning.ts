import { setImmediate } from 'node:timers/promises'

import type { Payload, PayloadRequest } from 'payload'

import { announceDrop, announceDropNow } from '../platform/drops.ts'
import { claim, release } from '../platform/ledger.ts'
import { findRows } from '../platform/rows.ts'
import { inTransaction } from '../platform/transaction.ts'
import { decideSteps, type Learnt, lessonOf } from './lessons.ts'
import { train, untrain } from './model.ts'
import { keepLearned, MODEL_TAG, readLearned } from './model-store.ts'
import { readSpamRules, textMarkOf } from './store.ts'

const system = { depth: 0, overrideAccess: true } as const
const MINUTE = 60_000
const KEY = 'spam-lessons'

/** How many moves are learned from at a time. */
const MOST = 200
/** Younger moves may still be undone, and one that began earlier may be written down later; in milliseconds. */
const SETTLED = MINUTE

/**
 * Learns from what was moderated since the last time, a batch at once; by one process. Where the site does not want it, the moves
 * are passed over for good.
 * @returns whether there may be more
 */
export async function learn({ payload, now }: { payload: Payload; now: Date }): Promise<boolean> {
  const { isMine } = await claim({ payload, key: KEY, milliseconds: 5 * MINUTE, now })
  if (!isMine) return false
  try {
    return await learnBatch({ payload, now })
  } finally {
    await release({ payload, key: KEY })
  }
}

async function learnBatch({ payload, now }: { payload: Payload; now: Date }): Promise<boolean> {
  const moves = await movesAfter({ payload, ...(await readLearned({ payload })), now })
  const last = moves.at(-1)
  if (!last) return false
  const { learns } = await readSpamRules({ payload })
  const ids = learns ? [...new Set(moves.flatMap(({ comment }) => comment ?? []))] : []
  const lessons = await readLessons({ payload, ids })
  await inTransaction(payload, async (req) => {
    const learned = await readLearned({ payload, req })
    let { model } = learned
    for (const { comment, steps, mark, written, id, now: kind } of lessons) {
      if (!steps.length) continue
      for (const step of steps)
        model = (step.teach === 1 ? train : untrain)(model, written, step.kind === 'spam')
      const row = { collection: 'spam-lessons' as const, req, ...system }
      if (kind && id) await payload.update({ ...row, id, data: { kind, mark } })
      else if (kind) await payload.create({ ...row, data: { comment, kind, mark } })
      else if (id) await payload.delete({ ...row, id })
    }
    await keepLearned({ learned: { ...learned, model, upTo: `${last.createdAt} ${last.id}` }, req })
  })
  await announceDropNow({ payload, tags: [MODEL_TAG] })
  return moves.length === MOST
}

/**
 * Takes back what was learned of one comment, while its text is there, in the transaction of the request. Of a text that was changed
 * since, nothing can be taken back; that it was learned is forgotten all the same.
 */
export async function unlearn({
  comment: { id, ...written },
  req,
}: {
  comment: { id: string; name: string; url: string | null; body: string }
  req: PayloadRequest
}) {
  const { payload } = req
  const where = { comment: { equals: id } }
  const { docs } = await payload.find({ collection: 'spam-lessons', where, limit: 1, req, ...system })
  const [lesson] = docs
  if (!lesson) return
  if (lesson.mark === textMarkOf(written.body)) {
    const learned = await readLearned({ payload, req })
    const model = untrain(learned.model, written, lesson.kind === 'spam')
    await keepLearned({ learned: { ...learned, model }, req })
    await announceDrop({ req, tags: [MODEL_TAG] })
  }
  await payload.delete({ collection: 'spam-lessons', where, req, ...system })
}

/** The settled moves that come after those that were learned from, the oldest first. */
async function movesAfter({ payload, upTo, now }: { payload: Payload; upTo: string; now: Date }) {
  const [at = '', id = ''] = upTo.split(' ')
  const { docs } = await payload.find({
    collection: 'audit',
    where: {
      and: [
        { act: { equals: 'move' } },
        { createdAt: { less_than: new Date(now.getTime() - SETTLED).toISOString() } },
        ...(at
          ? [
              {
                or: [
                  { createdAt: { greater_than: at } },
                  { and: [{ createdAt: { equals: at } }, { id: { greater_than: id } }] },
                ],
              },
            ]
          : []),
      ],
    },
    select: { comment: true, createdAt: true },
    sort: ['createdAt', 'id'],
    limit: MOST,
    pagination: false,
    ...system,
  })
  return docs
}

/** What there is to learn of the given comments. */
async function readLessons({ payload, ids }: { payload: Payload; ids: string[] }) {
  if (!ids.length) return []
  const order = { by: 'id', isDescending: false }
  const [rows, learnt, moves] = await Promise.all([
    findRows({
      payload,
      collection: 'comments',
      fields: ['id', 'status', 'isStaff', 'name', 'url', 'body'],
      where: { isOneOf: { id: ids } },
      order,
    }),
    findRows({
      payload,
      collection: 'spam-lessons',
      fields: ['id', 'comment', 'kind', 'mark'],
      where: { isOneOf: { comment: ids } },
      order: { by: 'comment', isDescending: false },
    }),
    lastMovesOf({ payload, ids }),
  ])
  const before = new Map(learnt.map((row) => [String(row.comment), row]))
  const lessons = []
  for (const row of rows) {
    const comment = String(row.id)
    const known = before.get(comment)
    const written = { name: String(row.name ?? ''), url: row.url as string | null, body: String(row.body) }
    const mark = textMarkOf(written.body)
    const now = lessonOf({
      status: String(row.status),
      isStaff: Boolean(row.isStaff),
      lastMove: moves.get(comment),
    })
    lessons.push({
      comment,
      id: known ? String(known.id) : null,
      written,
      mark,
      now,
      steps: decideSteps({ before: (known as Learnt | undefined) ?? null, now, mark }),
    })
    // Others first.
    await setImmediate()
  }
  return lessons
}

/** The last move of each comment, as the log of moderation has it. */
async function lastMovesOf({ payload, ids }: { payload: Payload; ids: string[] }) {
  const { docs } = await payload.find({
    collection: 'audit',
    where: { and: [{ comment: { in: ids } }, { act: { equals: 'move' } }] },
    select: { comment: true, to: true, byId: true },
    sort: 'createdAt',
    limit: 0,
    pagination: false,
    ...system,
  })
  return new Map(docs.map(({ comment, to, byId }) => [comment!, { to: to ?? '', byId: byId ?? null }]))
}

import type { Payload, Where } from 'payload'

import { forgetMails } from '../mail/service.ts'
import { changeRows } from '../platform/change-rows.ts'
import { claim, heldBy, release } from '../platform/ledger.ts'
import { removeWrittenUntil } from '../platform/mail-folder.ts'
import { firstIdAt } from '../platform/time-id.ts'
import { inTransaction } from '../platform/transaction.ts'
import { wipeOrSay } from '../platform/wipe.ts'
import { countRemoved, eraseRemoved } from './removed.ts'
import { daysOf, type Days, dueBefore } from './rules.ts'
import { countAll, deletePortions, type Erase, findSome } from './store.ts'
import { RULES } from './table.ts'
import { lastsFor } from './view.ts'

type Given = { payload: Payload; before: Date; now: Date }
type Deed = {
  count: (given: Given) => Promise<number>
  act: (given: Given & { onDone: (count: number) => void }) => Promise<void>
}

/** What is deleted by one column and needs nothing else. */
const deleting = (
  collection: string,
  column: string,
  {
    also = [],
    until = ({ before }) => before,
    erase,
  }: { also?: Where[]; until?: (given: Given) => Date; erase?: Erase } = {},
): Deed => {
  const query = (given: Given): Where => ({
    and: [{ [column]: { less_than_equal: until(given).toISOString() } }, ...also],
  })
  const slug = collection as 'audit'
  return {
    count: ({ payload, ...given }) =>
      countAll({ payload, collection: slug, where: query({ payload, ...given }) }),
    act: (given) =>
      deletePortions({
        payload: given.payload,
        collection: slug,
        where: query(given),
        sort: column,
        erase,
        onDone: given.onDone,
      }),
  }
}

/** What says of itself when it ends. */
const atOnce = ({ now }: Given) => now

/** Files of mails that no row knows, by their own time. They are not counted, as no others are: each is of a mail that was. */
const deletingStrayMail: Deed = {
  count: () => Promise.resolve(0),
  act: ({ before }) => removeWrittenUntil(before),
}

/** Takes a mark off the private side of comments that are older than a time. */
const unmarkingComments = (mark: 'network' | 'textMark'): Deed => ({
  count: ({ payload, before }) =>
    countAll({ payload, collection: 'comment-private', where: markedBefore(mark, before) }),
  async act({ payload, before, onDone }) {
    for (;;) {
      const rows = await findSome({
        payload,
        collection: 'comment-private',
        where: markedBefore(mark, before),
        sort: mark,
        select: { comment: true },
      })
      if (!rows.length) return
      const values = rows.map(({ comment }) => String(comment))
      await inTransaction(payload, (req) =>
        changeRows({
          req,
          collection: 'comment-private',
          where: { field: 'comment', values },
          data: { [mark]: null },
        }),
      )
      onDone(rows.length)
    }
  },
})

/** Ids of comments are in the order of time, so no time is kept beside the mark. */
const markedBefore = (mark: 'network' | 'textMark', before: Date): Where => ({
  and: [{ [mark]: { greater_than: '' } }, { comment: { less_than: firstIdAt(before) } }],
})

const reportedBefore = (before: Date): Where => ({
  and: [{ network: { greater_than: '' } }, { at: { less_than_equal: before.toISOString() } }],
})

/** The same of reports, whose key holds the mark too. */
const unmarkingReports: Deed = {
  count: ({ payload, before }) => countAll({ payload, collection: 'reports', where: reportedBefore(before) }),
  async act({ payload, before, onDone }) {
    for (;;) {
      const rows = await findSome({
        payload,
        collection: 'reports',
        where: reportedBefore(before),
        sort: 'at',
        select: { comment: true },
      })
      if (!rows.length) return
      await inTransaction(payload, async (req) => {
        for (const { id, comment } of rows)
          await payload.db.updateOne({
            collection: 'reports',
            id,
            data: { network: '', key: `${String(comment)} ${id}` },
            req,
            returning: false,
          })
      })
      onDone(rows.length)
    }
  },
}

const parked: Where[] = [{ dueAt: { exists: false } }, { toldAt: { exists: false } }]
const unanswered: Where[] = [{ confirmedAt: { exists: false } }, { stoppedAt: { exists: false } }]

/** What the job does about each rule that ends by itself; the others last as long as something else does. */
const DEEDS: Record<string, Deed[]> = {
  removed: [
    {
      count: countRemoved,
      act: ({ payload, before, onDone }) => eraseRemoved({ payload, before, onDone }),
    },
  ],
  network: [unmarkingComments('network')],
  'text-mark': [unmarkingComments('textMark')],
  'report-network': [unmarkingReports],
  unconfirmed: [
    deleting('consents', 'askedAt', { also: unanswered }),
    deleting('notices', 'createdAt', { also: parked }),
  ],
  'reader-links': [deleting('reader-links', 'expiresAt', { until: atOnce })],
  mails: [deleting('mails', 'createdAt', { erase: forgetMails }), deletingStrayMail],
  deliveries: [deleting('deliveries', 'createdAt')],
  audit: [deleting('audit', 'createdAt')],
  ledger: [deleting('ledger', 'expiresAt', { until: atOnce })],
}

/** The chosen terms, in days. */
export async function readDays({ payload }: { payload: Payload }): Promise<Days> {
  return daysOf(
    (await payload.findGlobal({ slug: 'privacy', depth: 0, overrideAccess: true })) as unknown as Days,
  )
}

export type Result = { rule: string; days: number | null; count: number }

const CLAIM = 'retention:run'
/** Longer than between two portions; it is made anew with each rule. */
const CLAIM_LASTS = 30 * 60_000

/**
 * Erases what is due by the rules, or only counts it. Safe to be stopped anywhere and begun again; where another process
 * does it already, nothing is done.
 * @returns what was done for each rule; null where another process is at it
 */
export async function runRetention({
  payload,
  now,
  isDry = false,
  say = () => undefined,
}: {
  payload: Payload
  now: Date
  isDry?: boolean
  say?: (line: string) => void
}): Promise<Result[] | null> {
  if (isDry) return goThrough({ payload, now, isDry, say })
  const { isMine } = await claim({ payload, key: CLAIM, milliseconds: CLAIM_LASTS })
  if (!isMine) return null
  try {
    const results = await goThrough({ payload, now, isDry, say })
    if (results.some(({ count }) => count > 0)) await wipeOrSay(payload)
    return results
  } finally {
    await release({ payload, key: CLAIM })
  }
}

async function goThrough({
  payload,
  now,
  isDry,
  say,
}: {
  payload: Payload
  now: Date
  isDry: boolean
  say: (line: string) => void
}): Promise<Result[]> {
  const days = await readDays({ payload })
  const results: Result[] = []
  for (const rule of RULES) {
    const deeds = DEEDS[rule.id]
    if (!deeds) continue
    const lasts = lastsFor(rule, days)
    const before = dueBefore({ now, days: lasts ?? 0 })
    const result: Result = { rule: rule.id, days: lasts, count: 0 }
    for (const deed of deeds) {
      if (isDry) result.count += await deed.count({ payload, before, now })
      else
        await deed.act({
          payload,
          before,
          now,
          onDone: (count) => {
            const stride = Math.floor(result.count / STRIDE)
            result.count += count
            if (Math.floor(result.count / STRIDE) > stride) say(`  ${rule.id}: ${result.count} …`)
          },
        })
    }
    results.push(result)
    const when = lasts === null ? '' : ` after ${lasts} days`
    say(`${rule.id}: ${result.count} ${isDry ? 'would be erased' : 'erased'}${when}`)
  }
  return results
}

/** How much lies between two lines of progress. */
const STRIDE = 1000

/** The hour of the night, UTC, from which on it is done; once a day. */
const HOUR = 1
const DONE_LASTS = 48 * 60 * 60_000

/** Does it once a night, whichever process comes first. @returns null where there is nothing to do now */
export async function runNightly({
  payload,
  now,
}: {
  payload: Payload
  now: Date
}): Promise<Result[] | null> {
  if (now.getUTCHours() < HOUR) return null
  const key = `retention:done:${now.toISOString().slice(0, 10)}`
  if ((await heldBy({ payload, key, now })) !== null) return null
  const results = await runRetention({ payload, now })
  if (!results) return null
  await claim({ payload, key, milliseconds: DONE_LASTS, now })
  const erased = Object.fromEntries(results.map(({ rule, count }) => [rule, count]))
  payload.logger.info({ erased, msg: 'What was kept long enough is erased.' })
  return results
}

import type { Payload } from 'payload'

import { decideOpenness } from '../content/discussion.ts'
import { countComments, findSubjects, readRules, threadKey } from '../content/subject-store.ts'
import { COMMENT_LIMITS, type Locale, type Thread } from '../contract/index.ts'
import { readCursor, writeCursor } from '../platform/cursor.ts'
import { tag, type Uses } from '../platform/tags.ts'
import * as store from './store.ts'
import { closedReason, followSubject, heldNotice, nameOf, requireSubject, splitOn } from './subject.ts'
import { nest } from './thread.ts'
import { toPublicComment } from './view.ts'

/** One page of a thread: five queries, whatever its size and depth. */
export async function readThread({
  payload,
  on,
  order,
  limit,
  cursor,
  locale,
  now,
  uses,
}: {
  payload: Payload
  on: string
  order: 'oldest' | 'newest'
  limit: number
  cursor: string | undefined
  locale: Locale
  now: Date
  uses: Uses
}): Promise<Thread> {
  const subject = await requireSubject({ payload, on, now, uses })
  const thread = threadKey(subject)
  uses.add(tag.thread(thread))
  const [after = null] = readCursor({ cursor, list: `thread ${order}`, length: 1, locale })
  const [site, found, counts] = await Promise.all([
    readRules({ payload, locale, uses }),
    store.findTopLevel({ payload, thread, order, after, limit }),
    countComments({ payload, threads: [thread], uses }),
  ])
  const page = found.slice(0, limit)
  const answers = await store.findAnswers({ payload, roots: page.map(({ id }) => id) })
  const openness = decideOpenness({ site, page: subject.comments, now })
  return {
    on,
    total: counts.get(thread) ?? 0,
    open: openness.isOpen,
    closedReason: closedReason({ openness, site, locale }),
    notice: heldNotice(site),
    requires: { name: site.requireName, email: site.requireEmail },
    limits: COMMENT_LIMITS,
    items: nest([...page, ...answers]).map((branch) => toPublicComment({ on, branch })),
    nextCursor:
      found.length > limit ? writeCursor({ list: `thread ${order}`, values: [page.at(-1)!.id] }) : null,
  }
}

/** The most names in one request that are looked up as former ones. */
const MOST_FOLLOWED = 10

/** How many public comments stand on each of the given pages; none where the page is not public. */
export async function readCounts({
  payload,
  on,
  now,
  uses,
}: {
  payload: Payload
  on: string[]
  now: Date
  uses: Uses
}) {
  const found = await findSubjects({ payload, wanted: on.map(splitOn), now, uses })
  const byName = new Map(found.map((subject) => [nameOf(subject), subject]))
  // Few of a front end's names are former ones, and of a stranger's no more are followed than that.
  const missing = on.filter((one) => !byName.has(one)).slice(0, MOST_FOLLOWED)
  await Promise.all(
    missing.map(async (one) => {
      const subject = await followSubject({ payload, on: one, now, uses })
      if (subject) byName.set(one, subject)
    }),
  )
  const subjects = on.map((one) => byName.get(one))
  const threads = subjects.flatMap((subject) => (subject ? [threadKey(subject)] : []))
  const counts = await countComments({ payload, threads, uses })
  return Object.fromEntries(
    on.map((one, i) => {
      const subject = subjects[i]
      return [one, subject ? (counts.get(threadKey(subject)) ?? 0) : 0]
    }),
  )
}

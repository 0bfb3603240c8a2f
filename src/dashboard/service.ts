import type { Payload, PayloadRequest } from 'payload'

import type { Locale } from '../contract/index.ts'
import { mayModerate } from '../comments/policy.ts'
import { hasRole } from '../platform/access.ts'
import { type Day, sinceWhen, toDays } from './figures.ts'
import { countByDay, countWhere, findBusiest, findScheduled, findTitles, findWaiting } from './store.ts'

const BUSIEST = 5
const NEXT = 5
/** How long a job may be late before it counts as stuck, in milliseconds. */
const LATE = 15 * 60_000

type Piece = { path: string; title: string }

/** What the front page of the panel shows. What somebody is not there to deal with is null. */
export type Dashboard = {
  waiting: { count: number; oldest: string | null } | null
  days: Day[] | null
  busiest: (Piece & { count: number })[] | null
  scheduled: (Piece & { at: string; isTakenBack: boolean })[]
  /** What does not get away by itself, by the list in which it stands. */
  stuck: { jobs: number; mails: number; deliveries: number } | null
}

type Asked = { payload: Payload; user: NonNullable<PayloadRequest['user']>; locale: Locale; now: Date }

/** Each figure is one question that an index answers; only what the user's role deals with is asked for. */
export async function readDashboard({ payload, user, locale, now }: Asked): Promise<Dashboard> {
  const since = sinceWhen(now)
  const moderates = mayModerate({ req: { user } } as Parameters<typeof mayModerate>[0]) === true
  const [waiting, rows, busy, next, stuck] = await Promise.all([
    moderates ? findWaiting({ payload }) : null,
    moderates ? countByDay({ payload, since }) : null,
    moderates ? findBusiest({ payload, since, limit: BUSIEST }) : null,
    findScheduled({ payload, now, limit: NEXT }),
    hasRole({ user }, 'admin') ? findStuck({ payload, now }) : null,
  ])
  const keys = [...(busy ?? []).map(({ thread }) => thread), ...next.map(({ key }) => key)]
  const titles = await findTitles({ payload, keys, locale, user: user as never })
  const piece = (key: string): Piece[] =>
    titles.has(key) ? [{ path: `/collections/${key}`, title: titles.get(key)! }] : []
  return {
    waiting,
    days: rows && toDays({ rows, now }),
    busiest: busy && busy.flatMap(({ thread, count }) => piece(thread).map((one) => ({ ...one, count }))),
    scheduled: next.flatMap(({ at, key, isTakenBack }) =>
      piece(key).map((one) => ({ ...one, at, isTakenBack })),
    ),
    stuck,
  }
}

async function findStuck({ payload, now }: Pick<Asked, 'payload' | 'now'>) {
  const late = { less_than: new Date(now.getTime() - LATE).toISOString() }
  const [jobs, mails, deliveries] = await Promise.all([
    countWhere({
      payload,
      collection: 'payload-jobs',
      where: {
        or: [
          { hasError: { equals: true } },
          { waitUntil: late },
          { and: [{ waitUntil: { exists: false } }, { createdAt: late }] },
        ],
      },
    }),
    countWhere({ payload, collection: 'mails', where: { status: { in: ['failed', 'unsure'] } } }),
    countWhere({ payload, collection: 'deliveries', where: { status: { equals: 'given-up' } } }),
  ])
  return { jobs, mails, deliveries }
}

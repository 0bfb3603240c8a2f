import type { Payload } from 'payload'

import { aboutComment } from '../mail/about.ts'
import { queueMail } from '../mail/service.ts'
import { claim, release } from '../platform/ledger.ts'
import { serverZone } from '../platform/time-zone.ts'
import { inTransaction } from '../platform/transaction.ts'
import { chooseShown, gatherMore, isDue, isWorthTelling, LINK_LASTS } from './decision.ts'
import { writeLetter } from './letter.ts'
import { makeToken } from './links.ts'
import * as store from './store.ts'

/** How many comments are gathered in one transaction. */
const BATCH = 500
/** How long the work stays with a worker that has fallen silent. Nothing is told twice after it: see `tell`. */
const LEASE = 60_000
const KEY = 'moderator-mail'

const NOTHING = { comments: [], since: null, lastSentAt: null }

/** Hands what has begun to wait to everyone who wants to be told, and forgets it, all in one transaction. */
async function gather(payload: Payload) {
  for (;;) {
    const ids = await store.findAwaiting({ payload, limit: BATCH })
    if (!ids.length) return
    await inTransaction(payload, async (req) => {
      const taken = await store.takeAwaiting({ ids, req })
      if (!taken.length) return
      const moderators = await store.findModerators({ payload, req })
      const kept = await store.findGathered({ payload, req })
      for (const { id } of moderators) {
        const before = kept.get(id) ?? { user: id, ...NOTHING }
        await store.keepGathered({ ...before, ...gatherMore(before, taken), req })
      }
    })
  }
}

/**
 * Writes the mail to one person. The mail, its links, and that it was written are one transaction on one row, so that of
 * two workers one does it. The comments are read in it too: it may have waited behind an erasure, and what that took away
 * must not be mailed. What is decided later, the page of the link says.
 */
async function tell({
  payload,
  moderator,
  now,
}: {
  payload: Payload
  moderator: store.Moderator
  now: Date
}) {
  const { id: user, locale } = moderator
  const kept = (await store.findGathered({ payload, user })).get(user)
  if (!kept) return
  await inTransaction(payload, async (req) => {
    const still = (await store.findGathered({ payload, user, req })).get(user)
    const isSame =
      still?.since === kept.since &&
      still.lastSentAt === kept.lastSentAt &&
      still.comments.length === kept.comments.length
    // Another worker was here meanwhile. What is left is told when we look again.
    if (!isSame) return
    const found = await store.findComments({ payload, ids: kept.comments, locale, req })
    const shown = chooseShown(found.filter(({ status }) => status === 'pending'))
    const total = await store.countWaiting({ payload, req })
    const forgotten = { ...kept, ...NOTHING, lastSentAt: kept.lastSentAt, req }
    if (!isWorthTelling({ gathered: kept, shown: shown.length, total })) return store.keepGathered(forgotten)
    const withTokens = []
    for (const comment of shown)
      withTokens.push({ ...comment, token: await makeToken({ user, comment: comment.id, now, req }) })
    const letter = writeLetter({ moderator, shown: withTokens, total })
    const once = `comments-wait ${user} ${kept.since} ${kept.lastSentAt ?? ''}`
    const until = new Date(now.getTime() + LINK_LASTS)
    const about = shown.map(({ id }) => aboutComment(id))
    await queueMail({ payload, req, mail: { kind: 'comments-wait', once, until, about, ...letter }, now })
    await store.keepGathered({ ...forgotten, lastSentAt: now.toISOString() })
  })
}

/** Tells those who moderate what waits: at once, every hour or once a day, as each prefers. */
export function createTeller({ payload, timeZone = serverZone() }: { payload: Payload; timeZone?: string }) {
  async function findDue(now: Date) {
    const kept = await store.findGathered({ payload })
    if (![...kept.values()].some(({ since }) => since !== null)) return []
    const moderators = await store.findModerators({ payload })
    return moderators.filter(({ id, notices }) => {
      const { since, lastSentAt } = kept.get(id) ?? NOTHING
      return isDue({ notices, since, lastSentAt, timeZone, now })
    })
  }

  return {
    /** Gathers what is new and writes the mails that are due. One worker at a time does it; the others leave it to that one. */
    async look(now: Date): Promise<void> {
      const isNew = (await store.findAwaiting({ payload, limit: 1 })).length > 0
      if (!isNew && !(await findDue(now)).length) return
      const { isMine } = await claim({ payload, key: KEY, milliseconds: LEASE, now })
      if (!isMine) return
      try {
        await gather(payload)
        for (const moderator of await findDue(now)) {
          // One who cannot be told keeps nobody else from being told.
          await tell({ payload, moderator, now }).catch((err: unknown) =>
            payload.logger.error({ err, msg: 'One who moderates could not be told; it is tried again.' }),
          )
        }
      } finally {
        await release({ payload, key: KEY })
      }
    },
  }
}

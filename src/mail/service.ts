import { type Payload, type PayloadRequest, ValidationError, type Where } from 'payload'

import { isAnyWritten, removeWritten } from '../platform/mail-folder.ts'
import { Refusal } from '../platform/problem.ts'
import { inTransaction } from '../platform/transaction.ts'
import { aboutComment } from './about.ts'
import { type Letter, toContents } from './letter.ts'
import { MAY_GO_AGAIN } from './retry.ts'
import { sealContents, toAboutMark, toMark } from './seal.ts'
import * as store from './store.ts'

export type { Letter } from './letter.ts'

/**
 * Queues a mail, in the transaction of `req` where there is one: it goes out if and when that stands.
 * @returns whether it was queued: false where the same notice (`once`) was before, or where `to` is no plain address
 * @throws Error where the letter itself is not right: its headers, its kind, its size
 */
export async function queueMail({
  payload,
  req,
  mail,
  now = new Date(),
}: {
  payload: Payload
  req?: PayloadRequest | undefined
  mail: Letter
  now?: Date
}): Promise<boolean> {
  const contents = toContents(mail)
  if (!contents) {
    payload.logger.warn({ msg: 'A mail could not be queued: its address is none.', kind: mail.kind })
    return false
  }
  const once = toMark(mail.once)
  if (await store.isQueued({ payload, once, req })) return false
  const data = {
    kind: mail.kind,
    once,
    sealed: sealContents({ contents, mark: once }),
    about: (mail.about ?? []).map(toAboutMark).join(' '),
    until: mail.until?.toISOString() ?? null,
    nextAttemptAt: (mail.notBefore ?? now).toISOString(),
  }
  try {
    await store.keepMail({ payload, data, req })
    return true
  } catch (error) {
    // Somebody was faster. Within a transaction that cannot be gone over: the change is refused as a whole.
    if (!req && error instanceof ValidationError) return false
    throw error
  }
}

/**
 * Takes back what has not gone out of all that is about something, in the transaction of `req` where there is one: its
 * address and contents are forgotten, and the same notice is not queued again. What is just being sent may arrive; where it does not,
 * it is not sent again.
 */
export async function takeBackMail({
  payload,
  req,
  about,
}: {
  payload: Payload
  req?: PayloadRequest | undefined
  about: string
}): Promise<void> {
  const drop = (inside: PayloadRequest) => store.dropMails({ about: [toAboutMark(about)], req: inside })
  await (req ? drop(req) : inTransaction(payload, drop))
}

/**
 * Takes back what shows others what some comments say, in the transaction of a request. Where there is no mail server, what
 * was written into the folder has gone to nobody, so those files go too.
 */
export async function takeBackComments({ ids, req }: { ids: readonly string[]; req: PayloadRequest }) {
  if (!ids.length) return
  const about = ids.map((id) => toAboutMark(aboutComment(id)))
  await store.dropMails({ about, req })
  // No transaction brings a file back; one too few is better than one that stays.
  if (await isAnyWritten()) await removeWritten(await store.findAbout({ about, req }))
}

/** Deletes mails, in the transaction of a request, and the files they became where there is no mail server. */
export async function forgetMails({ where, req }: { where: Where; req: PayloadRequest }) {
  await removeWritten(await store.deleteMails({ where, req }))
}

/**
 * Sends a mail again that did not go out, or of which nobody knows.
 * @throws Refusal `not-found`, or `conflict` where it has gone out or is just being sent
 */
export async function sendAgain({ id, now, req }: { id: string; now: Date; req: PayloadRequest }) {
  const { payload } = req
  const mail = await store.findMail({ payload, id })
  if (!mail) throw new Refusal('not-found')
  const isChanged =
    mail.sealed &&
    (await store.changeMail({
      payload,
      id,
      from: { states: MAY_GO_AGAIN, attempts: mail.attempts },
      data: { status: 'waiting', attempts: 0, nextAttemptAt: now.toISOString() },
    }))
  if (!isChanged) throw new Refusal('conflict')
}

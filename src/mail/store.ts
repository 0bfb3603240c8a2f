import type { Payload, PayloadRequest, Where } from 'payload'

import type { Mail } from '../payload-types.ts'
import { inTransaction } from '../platform/transaction.ts'
import { LAST_MAIL } from './letter.ts'
import { type MailState, MAY_GO_AGAIN, type Outcome, settleOutcome } from './retry.ts'

const collection = 'mails'
const system = { depth: 0, overrideAccess: true } as const

/**
 * Whether a notice was queued before. Straight from the database: a read by Payload's API would change the language
 * of the request it is part of.
 */
export async function isQueued({
  payload,
  once,
  req,
}: {
  payload: Payload
  once: string
  req: PayloadRequest | undefined
}): Promise<boolean> {
  const where = { once: { equals: once } }
  return (await payload.db.findOne({ collection, where, ...(req && { req }) })) !== null
}

type NewMail = Pick<Mail, 'kind' | 'once' | 'about' | 'sealed' | 'until'> & { nextAttemptAt: string }

/** Writes a mail down, in the transaction of the request, if it is part of one. */
export async function keepMail({
  payload,
  data,
  req,
}: {
  payload: Payload
  data: NewMail
  req: PayloadRequest | undefined
}) {
  await payload.create({
    collection,
    data: { ...data, status: 'waiting', attempts: 0 },
    ...(req && { req }),
    ...system,
  })
}

/** What is to be sent, and what was being sent by a worker whose time is over: the longest due first. */
export async function findDue({
  payload,
  now,
  limit,
  except,
}: {
  payload: Payload
  now: Date
  limit: number
  except: string[]
}): Promise<string[]> {
  const { docs } = await payload.find({
    collection,
    where: {
      and: [
        { status: { in: ['waiting', 'sending'] } },
        { nextAttemptAt: { less_than_equal: now.toISOString() } },
        ...(except.length ? [{ id: { not_in: except } }] : []),
      ],
    },
    sort: 'nextAttemptAt',
    select: { status: true },
    limit,
    pagination: false,
    ...system,
  })
  return docs.map(({ id }) => id)
}

export const findMail = ({
  payload,
  id,
  req,
}: {
  payload: Payload
  id: string
  req?: PayloadRequest
}): Promise<Mail | null> =>
  payload.findByID({ collection, id, disableErrors: true, ...(req && { req }), ...system })

/** What is sealed of some mails, as far as it is still there. */
export async function findSealed({
  payload,
  ids,
  req,
}: {
  payload: Payload
  ids: string[]
  req: PayloadRequest
}) {
  const { docs } = await payload.db.find<Pick<Mail, 'id' | 'once' | 'sealed'>>({
    collection,
    where: { id: { in: ids } },
    limit: ids.length,
    pagination: false,
    req,
  })
  return docs
}

type Change = Partial<
  Pick<Mail, 'attempts' | 'nextAttemptAt' | 'sentAt' | 'lastError' | 'sealed'> & { status: MailState }
>

/** Where a mail must still be to be changed: in one of these states, after so many attempts. */
export type Place = { states: MailState[]; attempts: number }

/** Changes a mail, unless it has moved on since. */
async function change({
  id,
  from,
  data,
  req,
}: {
  id: string
  from: Place
  data: Change
  req: PayloadRequest
}) {
  const where: Where = {
    and: [{ id: { equals: id } }, { status: { in: from.states } }, { attempts: { equals: from.attempts } }],
  }
  const { docs } = await req.payload.update({ collection, where, data, req, ...system })
  return docs.length > 0
}

/**
 * Changes a mail, unless it has moved on since.
 * @returns whether it was changed
 */
export const changeMail = ({
  payload,
  ...asked
}: {
  payload: Payload
  id: string
  from: Place
  data: Change
}): Promise<boolean> => inTransaction(payload, (req) => change({ ...asked, req }))

/**
 * Writes down what came of an attempt. What has gone out, was taken back meanwhile, or is the last mail to somebody, loses its
 * address and contents in the same write.
 * @returns whether it was written, and whether the mail is to be in no place any more: taken back, or deleted
 */
export const recordOutcome = ({
  payload,
  id,
  from,
  outcome: came,
  now,
}: {
  payload: Payload
  id: string
  from: Place
  outcome: Outcome
  now: Date
}): Promise<{ isWritten: boolean; isTakenBack: boolean }> =>
  inTransaction(payload, async (req) => {
    const mail = await findMail({ payload, id, req })
    if (!mail) return { isWritten: false, isTakenBack: true }
    const isTakenBack = !mail.sealed && mail.status !== 'sent'
    const { outcome, isOver } = settleOutcome({ outcome: came, isTakenBack, isLast: mail.kind === LAST_MAIL })
    const sentAt = outcome.status === 'sent' ? { sentAt: now.toISOString() } : {}
    const data = { ...outcome, ...sentAt, ...(isOver && { sealed: null }) }
    return { isWritten: await change({ id, from, data, req }), isTakenBack }
  })

/** Of which any is about one of some marks. */
const aboutAny = (marks: readonly string[]): Where => ({
  or: marks.map((mark) => ({ about: { contains: mark } })),
})

/**
 * Mails that have not gone out are not to do so any more, and lose their address and contents, in the transaction of the
 * request. What is just being sent keeps its state, by which its worker finds it; {@link recordOutcome} says what came of it.
 */
export async function dropMails({ about, req }: { about: readonly string[]; req: PayloadRequest }) {
  const change = (states: MailState[], data: Change) =>
    req.payload.update({
      collection,
      where: { and: [{ status: { in: states } }, aboutAny(about)] },
      data,
      req,
      ...system,
    })
  await change(MAY_GO_AGAIN, { status: 'dropped', sealed: null, nextAttemptAt: null, lastError: null })
  await change(['sending'], { sealed: null })
}

/** The ids of mails that are described, whatever became of them. */
async function findIds({ where, req }: { where: Where; req: PayloadRequest }): Promise<string[]> {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection,
    where,
    select: { kind: true },
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map(({ id }) => String(id))
}

export const findAbout = ({ about, req }: { about: readonly string[]; req: PayloadRequest }) =>
  findIds({ where: aboutAny(about), req })

/** Deletes mails, in the transaction of the request. @returns their ids */
export async function deleteMails({ where, req }: { where: Where; req: PayloadRequest }): Promise<string[]> {
  const ids = await findIds({ where, req })
  if (ids.length) await req.payload.db.deleteMany({ collection, where: { id: { in: ids } }, req })
  return ids
}

import type { Payload } from 'payload'
import { v7 as uuid } from 'uuid'

import type { ErasureChoice, Locale } from '../contract/index.ts'
import { writeDown } from '../desk/audit.ts'
import { queueMail } from '../mail/service.ts'
import { vault } from '../platform/crypto.ts'
import { inTransaction } from '../platform/transaction.ts'
import { wipeOrSay } from '../platform/wipe.ts'
import type { Erasure } from './erasure.ts'
import { keepErasure, noteInFile, readLedger } from './erasure-ledger.ts'
import * as store from './erasure-store.ts'
import { findOwnIds, findReturned } from './known.ts'
import { doneMail } from './mails.ts'

/** How many comments are seen to in one transaction. */
const BATCH = 50

/** Who has somebody forgotten. */
export type Agent = { id: string; name: string } | 'reader'

/** What came of it: `sealed` comments are kept until their seal is taken off. */
export type Erased = { comments: number; sealed: number }

/**
 * Does what an entry of the ledger says, to all that was there at its time. Twice is as good as once.
 */
async function apply({ payload, erasure }: { payload: Payload; erasure: Erasure }): Promise<Erased> {
  const ids = await findOwnIds({ payload, writer: erasure.writer })
  const meant = await store.findUntil({ payload, ids, at: erasure.at })
  for (let i = 0; i < meant.length; i += BATCH) {
    await inTransaction(payload, async (req) => {
      for (const { id } of meant.slice(i, i + BATCH)) await store.eraseComment({ id, erasure, req })
    })
  }
  await inTransaction(payload, (req) => store.eraseRest({ erasure, req }))
  const sealed = meant.filter((one) => one.isSealed).length
  return { comments: meant.filter((one) => one.isThere).length - sealed, sealed }
}

/** Forgets the owner of an address, and tells that address once it is done. */
export async function erase({
  payload,
  writer,
  email,
  locale,
  choice,
  agent,
  note,
  now,
}: {
  payload: Payload
  writer: string
  email: string
  locale: Locale
  choice: ErasureChoice
  agent: Agent
  note: string | null
  now: Date
}): Promise<Erased> {
  const ids = await findOwnIds({ payload, writer })
  const at = now.toISOString()
  const erasure: Erasure = {
    entry: uuid({ msecs: now.getTime() }),
    writer,
    keyId: vault.keyId,
    choice,
    at,
    comments: (await store.findUntil({ payload, ids, at })).filter(({ isThere }) => isThere).length,
    by: agent === 'reader' ? agent : agent.id,
  }
  await inTransaction(payload, async (req) => {
    await keepErasure({ erasure, req })
    await writeDown({ req, entries: [entryOf({ act: 'erase', agent, to: choice, note })] })
  })
  noteInFile({ payload, erasure })
  const erased = await apply({ payload, erasure })
  await inTransaction(payload, async (req) => {
    await store.forgetRequests({ writer, req })
    const mail = doneMail({ entry: erasure.entry, to: email, locale, isAllDone: erased.sealed === 0, now })
    await queueMail({ payload, req, mail, now })
  })
  await wipeOrSay(payload)
  return erased
}

/** A line of the audit: whoever is meant by it is not named. */
export const entryOf = ({
  act,
  agent,
  to,
  note,
}: {
  act: 'copy' | 'erase'
  agent: Agent
  to: string | null
  note: string | null
}) => ({
  act,
  ...(agent === 'reader' ? { by: 'reader' } : { by: agent.name, byId: agent.id, via: 'panel' }),
  to,
  why: note,
})

/**
 * Forgets again everyone who was to be forgotten: what came back with a backup, what was begun and not ended, and what was under a seal.
 * @returns how many entries the ledger has, and how many comments were found again
 */
export async function replay(payload: Payload): Promise<{ entries: number; comments: number }> {
  const ledger = await readLedger(payload)
  const back = await findReturned({ payload, writers: ledger.map(({ writer }) => writer) })
  let comments = 0
  for (const erasure of ledger.filter(({ writer }) => back.has(writer)))
    comments += (await apply({ payload, erasure })).comments
  if (comments) await wipeOrSay(payload)
  return { entries: ledger.length, comments }
}

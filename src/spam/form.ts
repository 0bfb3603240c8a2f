import type { Payload } from 'payload'

import { isSame, vault } from '../platform/crypto.ts'
import { entryOf, heldBy } from '../platform/ledger.ts'
import { findRows } from '../platform/rows.ts'
import { settings } from '../platform/settings.ts'
import { keepTogether } from '../platform/together.ts'
import type { Known } from './check.ts'
import { LONGEST, makeFormToken, readFormToken } from './form-token.ts'
import { verifyWork, WORK_HOLDS } from './work.ts'

/** How many comments one token lets in. */
const MOST_USES = 5
/** How often a claim is tried that others are making too: one of them wins each round, until all uses are taken. */
const ROUNDS = MOST_USES + 1

export const newFormToken = ({ on, now, nonce }: { on: string; now: Date; nonce: string }) =>
  makeFormToken({ on, now, nonce, sign: vault.token })

type Sent = { formToken?: string | null; altcha?: string | null; website?: string | null }

/**
 * What the form tells beside the words in it. What was used is written down, so that nothing counts twice; the same
 * comment sent again uses nothing.
 * @param fingerprint of the comment, equal for the same one
 */
export async function readForm({
  payload,
  sent,
  on,
  fingerprint,
  now,
}: {
  payload: Payload
  sent: Sent
  on: string
  fingerprint: string
  now: Date
}): Promise<Known['form']> {
  const isHoneypotFilled = Boolean(sent.website?.trim())
  const form = readFormToken({ token: sent.formToken, on, now, sign: vault.token, isSame })
  const done =
    settings.SPAM_POW === 'on' ? await verifyWork({ altcha: sent.altcha, on, now }) : { work: 'off' as const }
  const read = { token: form.token, work: done.work, isHoneypotFilled }
  const nonces = { token: form.nonce, work: 'nonce' in done ? done.nonce : undefined }
  return { ...read, ...(await useUp({ payload, nonces, fingerprint, now })) }
}

/** Claims what is used; says what of it was used too often. */
async function useUp({
  payload,
  nonces,
  fingerprint,
  now,
}: {
  payload: Payload
  nonces: { token: string | undefined; work: string | undefined }
  fingerprint: string
  now: Date
}): Promise<Partial<Known['form']>> {
  const found: Partial<Known['form']> = {}
  let { token, work } = nonces
  const entry = (key: string, milliseconds: number) => ({
    collection: 'ledger' as const,
    data: entryOf({ key, value: fingerprint, milliseconds, now }),
  })
  for (let round = 0; (token || work) && round < ROUNDS; round++) {
    const uses = token ? await usesOf({ payload, token }) : []
    if (uses.includes(fingerprint)) token = undefined
    else if (uses.length >= MOST_USES) {
      found.token = 'bad'
      token = undefined
    }
    const documents = [
      ...(token ? [entry(`form:${token}:${uses.length + 1}`, LONGEST)] : []),
      ...(work ? [entry(`work:${work}`, WORK_HOLDS)] : []),
    ]
    if (!documents.length || (await keepTogether({ payload, documents }))) return found
    const holder = work ? await heldBy({ payload, key: `work:${work}`, now }) : null
    if (holder === null) continue
    if (holder !== fingerprint) found.work = 'bad'
    work = undefined
  }
  // So many at once are no reader.
  if (token) found.token = 'bad'
  if (work) found.work = 'bad'
  return found
}

/** Which comments a token has let in. */
async function usesOf({ payload, token }: { payload: Payload; token: string }): Promise<string[]> {
  const rows = await findRows({
    payload,
    collection: 'ledger',
    fields: ['key', 'value'],
    where: { between: { field: 'key', from: `form:${token}:`, below: `form:${token};` } },
    order: { by: 'key', isDescending: false },
  })
  return rows.map(({ value }) => String(value))
}

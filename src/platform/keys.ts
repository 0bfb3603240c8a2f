import { type Payload, ValidationError } from 'payload'

import { keyOfValue, type Sealed, vault } from './crypto.ts'
import { SEALED_COLUMNS, SEALED_GLOBALS } from './sealed-places.ts'
import { findSealed, findSealedGlobal } from './sealed-rows.ts'

const collection = 'seal-keys'
const system = { depth: 0, overrideAccess: true } as const
const placeOf = (keyId: string) => `canary ${keyId}`

export class KeyFault extends Error {
  override name = 'KeyFault'
}

const unknown = (keyId: string, what: string) =>
  new KeyFault(
    `${what} with key ${keyId}, and that key is not here: SEAL_KEY is key ${vault.keyId}.\n` +
      `  Start with the key that belongs to this database, or add it to SEAL_KEYS_OLD (docs/keys.md).\n` +
      `  Nothing was changed.`,
  )

/** What a database tells of the keys that sealed it. */
export async function readKeys({ payload }: { payload: Payload }) {
  const { docs } = await payload.find({ collection, limit: 0, pagination: false, ...system })
  return docs
}

/**
 * Refuses to go on with keys that do not open what is here: nothing is lost silently, and nothing is sealed that would be
 * lost later. A new database takes down the key it is begun with.
 * @throws KeyFault that says what to do
 */
export async function checkKeys({ payload }: { payload: Payload }): Promise<void> {
  const rows = await readKeys({ payload })
  for (const { keyId, canary, marks, retiredAt } of rows) {
    if (retiredAt) continue
    if (!vault.knows(keyId)) throw unknown(keyId, 'This database is sealed')
    if (canary) vault.open({ value: canary as Sealed, place: placeOf(keyId) })
    if (marks !== vault.marksId)
      throw new KeyFault(
        `The marks and tokens of this database were made with MARK_KEY ${marks}, and what is set here gives ${vault.marksId}.\n` +
          `  SEAL_KEY was exchanged: set the MARK_KEY that “keys rotate” printed (docs/keys.md).\n` +
          `  Without it nobody's comments, wishes or links would be found again. Nothing was changed.`,
      )
  }
  // Whatever stands there: a backup may be of another time than its list of keys.
  for (const at of SEALED_COLUMNS) {
    if (!(at.collection in payload.collections)) continue
    const [row] = await findSealed({ payload, at, limit: 1, newest: true })
    const keyId = keyOfValue(row?.value)
    if (keyId && !vault.knows(keyId)) throw unknown(keyId, `What is in “${at.collection}” is sealed`)
  }
  for (const at of SEALED_GLOBALS) {
    const keyId = keyOfValue(await findSealedGlobal({ payload, at }))
    if (keyId && !vault.knows(keyId)) throw unknown(keyId, `What is in “${at.global}” is sealed`)
  }
  await noteKey({ payload })
}

/** Takes down the key that seals now. */
export async function noteKey({ payload }: { payload: Payload }): Promise<void> {
  const { keyId, marksId: marks } = vault
  const mine = (await readKeys({ payload })).find((row) => row.keyId === keyId)
  const canary = vault.seal({ value: 'ovoz', place: placeOf(keyId) })
  if (mine && !mine.retiredAt) return
  if (mine) {
    await payload.update({ collection, id: mine.id, data: { canary, retiredAt: null }, ...system })
    return
  }
  try {
    await payload.create({ collection, data: { keyId, canary, marks }, ...system })
  } catch (error) {
    // Another process was first.
    if (!(error instanceof ValidationError)) throw error
  }
}

/** Notes of all keys but the present one that nothing is sealed with them any more. @returns their names */
export async function retireKeys({ payload, now }: { payload: Payload; now: Date }): Promise<string[]> {
  const former = (await readKeys({ payload })).filter(
    ({ keyId, retiredAt }) => !retiredAt && keyId !== vault.keyId,
  )
  for (const { id } of former)
    await payload.update({
      collection,
      id,
      data: { canary: null, retiredAt: now.toISOString() },
      ...system,
    })
  return former.map(({ keyId }) => keyId)
}

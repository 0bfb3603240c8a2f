import type { Payload } from 'payload'

import { keyOfValue, type Sealed, vault } from '../platform/crypto.ts'
import {
  SEALED_COLUMNS,
  SEALED_GLOBALS,
  type SealedColumn,
  type SealedGlobal,
} from '../platform/sealed-places.ts'
import { findSealed, findSealedGlobal, replaceSealed, replaceSealedGlobal } from '../platform/sealed-rows.ts'
import { inTransaction } from '../platform/transaction.ts'

/** How many values one transaction takes. */
const PORTION = 200

export type Resealed = { done: number; failed: string[] }

/**
 * Seals everything anew that another key than the present one has sealed. A value that changes meanwhile is left to whoever
 * changed it. Can be stopped anywhere and begun again.
 */
export async function resealAll({
  payload,
  onProgress = () => undefined,
}: {
  payload: Payload
  onProgress?: (where: string, done: number) => void
}): Promise<Resealed> {
  const all: Resealed = { done: 0, failed: [] }
  for (const at of SEALED_COLUMNS) {
    if (!(at.collection in payload.collections)) continue
    const { done, failed } = await resealColumn({
      payload,
      at,
      onProgress: (done) => onProgress(`${at.collection}.${at.field}`, done),
    })
    all.done += done
    all.failed.push(...failed)
  }
  for (const at of SEALED_GLOBALS) {
    const { done, failed } = await resealGlobal({ payload, at })
    all.done += done
    all.failed.push(...failed)
  }
  return all
}

async function resealColumn({
  payload,
  at,
  onProgress,
}: {
  payload: Payload
  at: SealedColumn
  onProgress: (done: number) => void
}): Promise<Resealed> {
  const result: Resealed = { done: 0, failed: [] }
  for (let after: unknown; ;) {
    const rows = await findSealed({ payload, at, after, except: vault.keyId, limit: PORTION })
    if (!rows.length) return result
    after = rows.at(-1)!.id
    const resealed = rows.map(({ id, value, reads }) => ({ id, value, to: anew(value, at.place(reads)) }))
    await inTransaction(payload, async (req) => {
      for (const { id, value, to } of resealed)
        if (to !== null) await replaceSealed({ req, at, id, from: value, to })
    })
    for (const { id, to } of resealed) {
      if (to === null) result.failed.push(`${at.collection} ${String(id)}`)
      else result.done += 1
    }
    onProgress(result.done)
  }
}

function anew(value: string, place: string): Sealed | null {
  try {
    return vault.seal({ value: vault.open({ value: value as Sealed, place }), place })
  } catch {
    return null
  }
}

async function resealGlobal({ payload, at }: { payload: Payload; at: SealedGlobal }): Promise<Resealed> {
  const value = await findSealedGlobal({ payload, at })
  if (value === null || keyOfValue(value) === vault.keyId) return { done: 0, failed: [] }
  const to = anew(value, at.place)
  if (to === null) return { done: 0, failed: [`${at.global} ${at.field}`] }
  await inTransaction(payload, (req) => replaceSealedGlobal({ req, at, from: value, to }))
  return { done: 1, failed: [] }
}

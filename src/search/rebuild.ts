import type { Payload } from 'payload'

import { fullText } from '../platform/full-text.ts'
import { inTransaction } from '../platform/full-text-engine.ts'
import { announceDropNow } from '../platform/drops.ts'
import { claim, release } from '../platform/ledger.ts'
import { tag } from '../platform/tags.ts'
import { SEARCHED, type Searched } from './document.ts'
import { indexDocuments, listIds, publicWhere } from './store.ts'

/** Documents in one transaction: few, because on the embedded database nobody else writes meanwhile. */
const BATCH = 25
/** Ids that are looked up at once. */
const STRIDE = 1000

const CLAIM = 'search:rebuild'
/** Longer than a rebuild takes. Should it run out, a second one does no harm: it does the same again. */
const CLAIM_LASTS = 30 * 60_000

export type Progress = { kind: Searched; done: number; indexed: number }

/**
 * Makes the index anew from the documents, while everything else goes on: every document is read and written in one
 * transaction, so a change meanwhile is not undone by it. Then what is in the index without a document goes.
 */
export async function rebuildIndex({
  payload,
  onProgress = () => undefined,
}: {
  payload: Payload
  onProgress?: (progress: Progress) => void
}): Promise<Progress[]> {
  const index = fullText(payload)
  await index.prepare()
  const results: Progress[] = []
  for (const kind of SEARCHED) {
    const progress: Progress = { kind, done: 0, indexed: 0 }
    const seen = new Set<string>()
    const pass = async (ids: string[]) => {
      for (let i = 0; i < ids.length; i += BATCH) {
        const batch = ids.slice(i, i + BATCH)
        const { put } = await inTransaction(payload, (transaction) =>
          indexDocuments({ payload, kind, ids: batch, transaction }),
        )
        for (const id of batch) seen.add(id)
        progress.done += batch.length
        progress.indexed += put
        onProgress(progress)
      }
    }
    const through = async (list: (after: string) => Promise<string[]>, wants: (id: string) => boolean) => {
      for (let after = ''; ;) {
        const ids = await list(after)
        if (!ids.length) return
        await pass(ids.filter(wants))
        after = ids.at(-1)!
      }
    }
    await through(
      (after) => listIds({ payload, kind, after, limit: STRIDE }),
      () => true,
    )
    await through(
      (after) => index.list({ kind, after, limit: STRIDE }),
      (id) => !seen.has(id),
    )
    results.push(progress)
  }
  await announceDropNow({ payload, tags: SEARCHED.map((kind) => tag.any(kind)) })
  return results
}

/** Whether there is something to find and nothing to find it by, as after an upgrade. */
async function isMissing({ payload, now }: { payload: Payload; now: Date }): Promise<boolean> {
  const index = fullText(payload)
  for (const kind of SEARCHED) if ((await index.list({ kind, after: '', limit: 1 })).length) return false
  for (const kind of SEARCHED) {
    if ((await listIds({ payload, kind, where: [publicWhere(kind, now)], limit: 1 })).length) return true
  }
  return false
}

/**
 * Makes the index where it is missing; one process does it, the others go on.
 * @returns what was done, or null where nothing was to do.
 */
export async function buildMissingIndex({
  payload,
  now = new Date(),
}: {
  payload: Payload
  now?: Date
}): Promise<Progress[] | null> {
  if (!(await isMissing({ payload, now }))) return null
  const { isMine } = await claim({ payload, key: CLAIM, milliseconds: CLAIM_LASTS })
  if (!isMine) return null
  try {
    payload.logger.info('The search index is missing and is made now. Until then, searches find less.')
    const results = await rebuildIndex({ payload })
    payload.logger.info('The search index is complete.')
    return results
  } finally {
    await release({ payload, key: CLAIM })
  }
}

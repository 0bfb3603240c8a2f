import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload'

import type { Change } from './changes.ts'
import type { Doc, Kind } from './kinds.ts'
import { publicFrom } from './policy.ts'
import { findRow } from './store.ts'

/** Who wants to know what a write did. It runs within the write's own transaction. */
export type Listener = (change: Change, req: PayloadRequest) => Promise<void>

declare module 'payload' {
  interface RequestContext {
    /** The rows that the changes under way began with, by `kind/id`. */
    rowsBefore?: Map<string, Doc<Kind> | null>
  }
}

// Kept by name: each operation within another one puts a copy in the place of the context.
async function noteBefore(kind: Kind, id: unknown, req: PayloadRequest) {
  const row = await findRow({ kind, id: String(id), req })
  req.context.rowsBefore ??= new Map()
  req.context.rowsBefore.set(`${kind}/${String(id)}`, row)
}

const seenBy = (kind: Kind, row: Doc<Kind> | null, now: string) => {
  const from = row && publicFrom(kind, row as Partial<Doc<'posts'> & Doc<'quotes'>>)
  return row && from !== null && from <= now ? row : null
}

async function tell({
  kind,
  id,
  isGone = false,
  req,
  listeners,
}: {
  kind: Kind
  id: string
  isGone?: boolean
  req: PayloadRequest
  listeners: Listener[]
}) {
  const key = `${kind}/${id}`
  const before = req.context.rowsBefore?.get(key) ?? null
  req.context.rowsBefore?.delete(key)
  // Not what the operation hands over: that may be a draft saved beside the row.
  const after = isGone ? null : await findRow({ kind, id, req })
  const now = new Date().toISOString()
  const change: Change = {
    kind,
    id,
    rows: { before, after },
    before: seenBy(kind, before, now),
    after: seenBy(kind, after, now),
    now,
  }
  for (const listen of listeners) await listen(change, req)
}

const listening = new Map<Kind, Listener[]>()

/**
 * Changes a document past Payload's operations, within the transaction of a request, and tells of it as of any other change.
 * @returns false where there is none
 */
export async function changeWatched({
  kind,
  id,
  req,
  act,
}: {
  kind: Kind
  id: string
  req: PayloadRequest
  act: () => Promise<void>
}): Promise<boolean> {
  await noteBefore(kind, id, req)
  const isThere = Boolean(req.context.rowsBefore?.get(`${kind}/${id}`))
  if (isThere) await act()
  await tell({ kind, id, isGone: !isThere, req, listeners: isThere ? (listening.get(kind) ?? []) : [] })
  return isThere
}

/** Tells listeners of every change of what a collection keeps, by whichever door it comes. */
export function watched(listeners: Listener[]) {
  return (collection: CollectionConfig): CollectionConfig => {
    const kind = collection.slug as Kind
    listening.set(kind, listeners)
    const { hooks = {} } = collection
    const beforeChange: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
      if (originalDoc?.id) await noteBefore(kind, originalDoc.id, req)
      return data
    }
    const afterChange: CollectionAfterChangeHook = async ({ doc, req }) => {
      await tell({ kind, id: String(doc.id), req, listeners })
      return doc
    }
    const beforeDelete: CollectionBeforeDeleteHook = ({ id, req }) => noteBefore(kind, id, req)
    const afterDelete: CollectionAfterDeleteHook = ({ id, req }) =>
      tell({ kind, id: String(id), isGone: true, req, listeners })
    return {
      ...collection,
      hooks: {
        ...hooks,
        beforeChange: [...(hooks.beforeChange ?? []), beforeChange],
        // Before what else follows from the change, so that this is told of first.
        afterChange: [afterChange, ...(hooks.afterChange ?? [])],
        beforeDelete: [...(hooks.beforeDelete ?? []), beforeDelete],
        afterDelete: [...(hooks.afterDelete ?? []), afterDelete],
      },
    }
  }
}

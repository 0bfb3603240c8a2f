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

const rowsBefore = new WeakMap<object, Map<string, Doc<Kind> | null>>()

async function noteBefore(kind: Kind, id: unknown, req: PayloadRequest) {
  const rows = rowsBefore.get(req.context) ?? new Map<string, Doc<Kind> | null>()
  rowsBefore.set(req.context, rows)
  rows.set(`${kind}/${String(id)}`, await findRow({ kind, id: String(id), req }))
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
  const before = rowsBefore.get(req.context)?.get(key) ?? null
  rowsBefore.get(req.context)?.delete(key)
  // Not what the operation hands over: that may be a draft saved beside the row.
  const after = isGone ? null : await findRow({ kind, id, req })
  const now = new Date().toISOString()
  const change: Change = {
    kind,
    id,
    rows: { before, after },
    before: seenBy(kind, before, now),
    after: seenBy(kind, after, now),
  }
  for (const listen of listeners) await listen(change, req)
}

/** Tells listeners of every change of what a collection keeps, by whichever door it comes. */
export function watched(listeners: Listener[]) {
  return (collection: CollectionConfig): CollectionConfig => {
    const kind = collection.slug as Kind
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
        afterChange: [...(hooks.afterChange ?? []), afterChange],
        beforeDelete: [...(hooks.beforeDelete ?? []), beforeDelete],
        afterDelete: [...(hooks.afterDelete ?? []), afterDelete],
      },
    }
  }
}

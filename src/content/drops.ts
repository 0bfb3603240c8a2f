import type { GlobalAfterChangeHook, GlobalConfig, PayloadRequest } from 'payload'

import { announceDrop } from '../platform/drops.ts'
import { tag } from '../platform/tags.ts'
import { besidesOf } from './beside.ts'
import { type Change, tagsOf } from './changes.ts'
import { publicFrom } from './policy.ts'

/** Announced when a date is set, or set anew, at which something becomes public or ends by itself. */
export const SCHEDULE = 'schedule'

/** Drops exactly the answers that a change of content touches. */
export async function dropAnswers(change: Change, req: PayloadRequest) {
  const { kind, rows, before, after } = change
  const tags = [...tagsOf(change), ...(await besidesOf(change, { payload: req.payload, req }))]
  const isDated = kind === 'posts' || kind === 'events' || kind === 'quotes'
  const waits = (row: object | null) => row !== null && publicFrom(kind, row) !== null
  if (isDated && (waits(rows.before) || waits(rows.after) || before || after)) tags.push(SCHEDULE)
  await announceDrop({ req, tags })
}

const dropGlobal: GlobalAfterChangeHook = async ({ doc, global, req }) => {
  await announceDrop({ req, tags: [tag.global(global.slug)] })
  return doc
}

/** Drops the answers that show a global when it changes. */
export const watchedGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: { ...global.hooks, afterChange: [...(global.hooks?.afterChange ?? []), dropGlobal] },
})

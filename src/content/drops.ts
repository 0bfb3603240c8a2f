import type { GlobalAfterChangeHook, GlobalConfig, PayloadRequest } from 'payload'

import { announceDrop } from '../platform/drops.ts'
import { tag } from '../platform/tags.ts'
import { besidesOf } from './beside.ts'
import { type Change, changedFields, tagsOf } from './changes.ts'
import { isTurnAhead } from './turns.ts'

/** Announced when a date is set, or set anew, at which something becomes public or ends by itself; since when. */
const schedule = (now: string) => `schedule:${now}`

/** Whether a tag is one that no answer carries. */
export const isScheduleOnly = (tag: string) => tag.startsWith(schedule(''))

/** Since when a date may have come that was set by a write, in milliseconds since 1970; null where none was set. */
export function scheduledSince(tags: readonly string[]): number | null {
  const found = tags.find((one) => one.startsWith(schedule('')))
  return found === undefined ? null : Date.parse(found.slice(schedule('').length))
}

/** Drops exactly the answers that a change of content touches. */
export async function dropAnswers(change: Change, req: PayloadRequest) {
  const { kind, rows, now } = change
  const tags = [...tagsOf(change), ...(await besidesOf(change, { payload: req.payload, req }))]
  // A date that is no longer there is found missing when it comes.
  if (
    rows.after &&
    isTurnAhead({ kind, row: rows.after, now }) &&
    changedFields(rows.before, rows.after).size
  )
    tags.push(schedule(now))
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

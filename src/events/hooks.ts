import { type CollectionBeforeChangeHook, isolateObjectProperty, ValidationError } from 'payload'

import { staffWord } from '../platform/staff-words.ts'
import { isPossible, isReplanned } from './schedule.ts'

/** An event ends after it starts. */
export const refuseImpossibleTimes: CollectionBeforeChangeHook = ({ collection, data, originalDoc, req }) => {
  const { start, end } = { ...originalDoc, ...data } as { start?: string; end?: string | null }
  if (start && !isPossible({ start, end })) {
    throw new ValidationError(
      {
        collection: collection.slug,
        errors: [{ path: 'end', message: staffWord(req, 'end-before-start') }],
        req,
      },
      req.t,
    )
  }
  return data
}

/**
 * Counts how often what readers have planned by was changed: a calendar takes an event for a newer one by this
 * number. A draft beside what is published changes nothing, and nobody sets the number by hand.
 */
export const countRevisions: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (operation === 'create') return { ...data, sequence: 0 }
  const read = (draft: boolean) =>
    req.payload.findByID({
      collection: 'events',
      id: String(originalDoc.id),
      draft,
      locale: 'all',
      depth: 0,
      disableErrors: true,
      overrideAccess: true,
      // Payload writes the language of a query into the request it is given, and the change would go on in it.
      req: isolateObjectProperty(req, ['locale', 'fallbackLocale']),
    })
  const kept = await read(false)
  const sequence = Number(kept?.sequence ?? 0)
  // Nobody has planned by what was never out.
  if (data._status !== 'published' || !kept?.publishedAt) return { ...data, sequence }
  // What goes out is the newest draft with the change on top, in all its languages.
  const next = { ...(await read(true)) } as Record<string, unknown>
  for (const [name, value] of Object.entries(data)) next[name] = merge(next[name], value, req.locale)
  return { ...data, sequence: sequence + (isReplanned({ before: kept, after: next }) ? 1 : 0) }
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value in one language put into what there is in all. */
const merge = (kept: unknown, value: unknown, locale: string | undefined) =>
  isPlain(kept) && !isPlain(value) && locale ? { ...kept, [locale]: value } : value

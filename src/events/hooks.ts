import { type CollectionBeforeChangeHook, ValidationError } from 'payload'

import { isPossible } from './schedule.ts'

/** An event ends after it starts. */
export const refuseImpossibleTimes: CollectionBeforeChangeHook = ({ collection, data, originalDoc, req }) => {
  const { start, end } = { ...originalDoc, ...data } as { start?: string; end?: string | null }
  if (start && !isPossible({ start, end })) {
    throw new ValidationError(
      {
        collection: collection.slug,
        errors: [{ path: 'end', message: 'The end lies before the start.' }],
        req,
      },
      req.t,
    )
  }
  return data
}

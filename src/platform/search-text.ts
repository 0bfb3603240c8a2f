import { type Locale, LONGEST_SEARCH } from '../contract/index.ts'
import { word } from './messages.ts'
import { Refusal } from './problem.ts'
import { lengthOf } from './text.ts'
import { type Query, toQuery } from './words.ts'

/**
 * What a reader looks for, as words.
 * @throws Refusal `invalid` for what is too long, or has no word in it.
 */
export function readSearch({ q, locale }: { q: string; locale: Locale }): Query {
  const isTooLong = lengthOf(q) > LONGEST_SEARCH
  const query = isTooLong ? null : toQuery(q)
  if (query) return query
  throw new Refusal('invalid', {
    errors: [
      {
        field: 'q',
        code: isTooLong ? 'too-long' : 'invalid',
        message: word('no-words', locale, { most: LONGEST_SEARCH }),
      },
    ],
  })
}

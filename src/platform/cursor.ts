import type { Locale } from '../contract/index.ts'
import { word } from './messages.ts'
import { Refusal } from './problem.ts'

const MOST_CHARACTERS = 80

/** Where a page of a list ends, as one opaque word. `list` names the list and its order, so that cursors do not mix. */
export const writeCursor = ({ list, values }: { list: string; values: string[] }) =>
  Buffer.from(JSON.stringify([list, ...values])).toString('base64url')

/**
 * What a cursor says, or nothing where there is none.
 * @throws Refusal `invalid` for one that is not of this list.
 */
export function readCursor({
  cursor,
  list,
  length,
  locale,
}: {
  cursor: string | undefined
  list: string
  length: number
  locale: Locale
}): string[] {
  if (cursor === undefined) return []
  const read = parse(cursor)
  const isOurs =
    read?.length === length + 1 &&
    read[0] === list &&
    read.every((part) => typeof part === 'string' && part.length <= MOST_CHARACTERS)
  if (isOurs) return read.slice(1) as string[]
  throw new Refusal('invalid', {
    errors: [{ field: 'cursor', code: 'invalid', message: word('bad-cursor', locale) }],
  })
}

function parse(cursor: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

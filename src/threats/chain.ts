/** One entry, as far as its mark is made of it. */
export type Link = {
  seq: number
  kind: 'sealed' | 'released'
  comment: string
  thread: string | null
  by: string
  byId: string | null
  why: string | null
  /** ISO 8601. */
  at: string
  /** What was sealed, opened; null for a release. */
  evidence: string | null
}

/** Before the first entry. */
export const BEGINNING = ''

/**
 * The mark of an entry and, by the mark before it, of all before: whoever has the database alone can make none.
 * @param sign a mark that needs a key
 */
export const chainOf = ({
  link: { seq, kind, comment, thread, by, byId, why, at, evidence },
  before,
  sign,
}: {
  link: Link
  before: string
  sign: (...parts: string[]) => string
}): string =>
  sign('threat chain', before, JSON.stringify([seq, kind, comment, thread, by, byId, why, at, evidence]))

/** The first entry that is not as it was written, or stands where another one is missing; null where all are whole. */
export function findBreak({
  links,
  sign,
}: {
  /** By `seq`. */
  links: (Link & { chain: string })[]
  sign: (...parts: string[]) => string
}): number | null {
  let before = BEGINNING
  for (const [i, { chain, ...link }] of links.entries()) {
    if (link.seq !== i + 1 || chainOf({ link, before, sign }) !== chain) return i + 1
    before = chain
  }
  return null
}

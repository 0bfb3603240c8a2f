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
  /** A mark of what was sealed, which stays when that is emptied; null for a release. */
  digest: string | null
}

type Sign = (...parts: string[]) => string

/** What stays of evidence: whether something is it can be told with the key alone, and nothing is learnt from it. */
export const digestOf = ({ evidence, sign }: { evidence: string; sign: Sign }): string =>
  sign('threat evidence', evidence)

/** Before the first entry. */
export const BEGINNING = ''

/**
 * The mark of an entry and, by the mark before it, of all before: whoever has the database alone can make none.
 * @param sign a mark that needs a key
 */
export const chainOf = ({
  link: { seq, kind, comment, thread, by, byId, why, at, digest },
  before,
  sign,
}: {
  link: Link
  before: string
  sign: Sign
}): string =>
  sign('threat chain', before, JSON.stringify([seq, kind, comment, thread, by, byId, why, at, digest]))

/** An entry as it is kept. */
export type Written = Link & {
  chain: string
  /** What was sealed, opened; null for a release, and of what was released. */
  evidence: string | null
}

/** The first entry that is not as it was written, or stands where another one is missing; null where all are whole. */
export function findBreak({
  links,
  sign,
}: {
  /** By `seq`. */
  links: Written[]
  sign: Sign
}): number | null {
  let before = BEGINNING
  for (const [i, { chain, evidence, ...link }] of links.entries()) {
    if (link.seq !== i + 1 || chainOf({ link, before, sign }) !== chain) return i + 1
    if (evidence !== null && digestOf({ evidence, sign }) !== link.digest) return i + 1
    before = chain
  }
  return null
}

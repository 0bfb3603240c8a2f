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
  /** When it was released, ISO 8601: on the entry itself, since locks are looked up by it. No mark is made of it. */
  releasedAt: string | null
  /** What was sealed, opened; null for a release, and of what was released. */
  evidence: string | null
}

type End = Pick<Written, 'seq' | 'chain'>

/** Which entry is the last one, to be kept apart from the chain: the end of a chain alone cannot tell that it was cut off. */
export const headOf = ({ seq, chain, sign }: End & { sign: Sign }): string =>
  `${seq} ${sign('threat head', String(seq), chain)}`

const isHead = (head: string | null, end: End | undefined, sign: Sign) =>
  head === (end ? headOf({ ...end, sign }) : null)

/**
 * The number of the next entry. Where the end was cut off, or the head is missing, one number at least is left out: what is
 * added afterwards must not heal it.
 */
export function nextAfter({
  last,
  head,
  sign,
}: {
  last: End | undefined
  head: string | null
  sign: Sign
}): number {
  const next = (last?.seq ?? 0) + 1
  if (isHead(head, last, sign)) return next
  const told = Number(head?.split(' ')[0])
  return Math.max(next, Number.isSafeInteger(told) ? told : 0) + 1
}

/** When each entry was released, as the releases that follow it tell; null where none does. */
function releasesOf(links: readonly Link[]): (string | null)[] {
  const following = new Map<string, string>()
  const times: (string | null)[] = []
  for (const { kind, comment, at } of [...links].reverse()) {
    times.unshift(kind === 'sealed' ? (following.get(comment) ?? null) : null)
    if (kind === 'released') following.set(comment, at)
    else following.delete(comment)
  }
  return times
}

/** Whether the evidence is there until a release is written down, and not after that. */
function isAsReleased({ kind, evidence, releasedAt, digest }: Written, at: string | null, sign: Sign) {
  const noted = releasedAt === null ? null : Date.parse(releasedAt)
  if (noted !== (at === null ? null : Date.parse(at))) return false
  if (kind === 'released' || at !== null) return evidence === null
  return evidence !== null && digestOf({ evidence, sign }) === digest
}

/**
 * The first entry that is not as it was written, or stands where another one is missing; the number after the last where the
 * end was cut off; null where all are whole.
 */
export function findBreak({
  links,
  head,
  sign,
}: {
  /** By `seq`. */
  links: Written[]
  /** What is kept of the last one; null where nothing is. */
  head: string | null
  sign: Sign
}): number | null {
  const releases = releasesOf(links)
  let before = BEGINNING
  for (const [i, one] of links.entries()) {
    const { chain, evidence: _, releasedAt: __, ...link } = one
    if (link.seq !== i + 1 || chainOf({ link, before, sign }) !== chain) return i + 1
    if (!isAsReleased(one, releases[i]!, sign)) return i + 1
    before = chain
  }
  return isHead(head, links.at(-1), sign) ? null : links.length + 1
}

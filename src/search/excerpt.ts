import { hitOf, type Query, wordsIn } from '../platform/words.ts'

const LONGEST = 200
/** How much of what stands before the first hit is shown, in characters. */
const BEFORE = 60
const CUT = '…'

/** The place from which to show a text: a word that begins soon enough before the hit. */
function beginningBefore({ text, hit }: { text: string; hit: number }): number {
  if (hit <= BEFORE) return 0
  const space = text.indexOf(' ', hit - BEFORE)
  return space === -1 || space >= hit ? hit : space + 1
}

/** No more of a text than fits, cut between words, or within one where it fits no other way. */
function cutTo({ text, most }: { text: string; most: number }): string {
  if (text.length <= most) return text
  const space = text.lastIndexOf(' ', most)
  const cut = text.slice(0, space > 0 ? space : most)
  // Half of a character that is kept as two units is none.
  return cut.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:–—-]+$/, '')
}

/**
 * Plain text round the first word that was looked for, or the beginning where none stands in it: 200 characters at
 * most, on one line, with … where something is left out.
 */
export function excerptOf({ text, query }: { text: string; query: Query }): string {
  const line = text.replace(/\s+/g, ' ').trim()
  let hit = 0
  for (const word of wordsIn(line)) {
    if (hitOf(query, word) === null) continue
    hit = word.start
    break
  }
  const start = beginningBefore({ text: line, hit })
  const opening = start > 0 ? CUT : ''
  const rest = line.slice(start)
  const most = LONGEST - opening.length
  return rest.length <= most
    ? `${opening}${rest}`
    : `${opening}${cutTo({ text: rest, most: most - CUT.length })}${CUT}`
}

/** Whether the terms of a text, each between spaces, have all the words that are looked for. */
export function hasAll({ terms, query }: { terms: string; query: Query }): boolean {
  const { stems, last, prefix } = query
  return stems.every(
    (stem) =>
      terms.includes(` ${stem} `) || (stem === last && prefix !== null && terms.includes(` ${prefix}`)),
  )
}

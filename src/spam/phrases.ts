import { wordsIn } from '../platform/words.ts'

type Word = { plain: string; stem: string }
/** A phrase does not reach from one part of a sentence into the next. */
type Placed = Word & { isAfterStop: boolean }
type Part = Word & { isBeginning: boolean }
export type Phrase = { written: string; parts: Part[] }

/** How many other words may stand between two words of a phrase. */
const WIDEST_GAP = 2
/** Shorter words lose too much with their endings. */
const SHORTEST_STEM = 3
const SHORTEST_WORD = 4
/** Not a full stop alone: it stands within `1.000` and between letters that want to be hidden. */
const STOP = /[,;:!?…\n(]|\.\s/

const stemIn = ({ plain, stem }: Word) =>
  plain.length >= SHORTEST_WORD && stem.length >= SHORTEST_STEM ? stem : plain

/** A phrase as lists write it: words, or beginnings of words with a star. Null where there is no letter or digit. */
export function readPhrase(written: string): Phrase | null {
  const parts = written
    .trim()
    .split(/\s+/)
    .flatMap((raw) =>
      [...wordsIn(raw)].map((word, at, all) => ({
        plain: word.plain,
        stem: stemIn(word),
        isBeginning: raw.endsWith('*') && at === all.length - 1,
      })),
    )
  return parts.length ? { written: written.trim(), parts } : null
}

export const readPhrases = (list: string): Phrase[] =>
  list.split(',').flatMap((written) => readPhrase(written) ?? [])

const fits = (part: Part, word: Word) =>
  part.isBeginning ? word.plain.startsWith(part.plain) : word.plain === part.plain || word.stem === part.stem

/** Where a phrase that begins with the word at `start` ends, or -1. */
function endOf(phrase: Phrase, words: readonly Placed[], start: number): number {
  let at = start
  for (const part of phrase.parts.slice(1)) {
    const last = at + 1 + WIDEST_GAP
    do at += 1
    while (at < last && words[at] && !words[at]!.isAfterStop && !fits(part, words[at]!))
    if (!words[at] || words[at]!.isAfterStop || !fits(part, words[at]!)) return -1
  }
  return at
}

/**
 * Makes a search for phrases out of a list of them. It finds each phrase once, and of those that begin or end with the
 * same word only the one that stands first in the list, so that saying a thing once counts once.
 */
export function phraseSearch<T extends Phrase>(phrases: readonly T[]): (text: string) => T[] {
  const byFirst = new Map<string, number[]>()
  phrases.forEach(({ parts: [first] }, at) => {
    for (const key of first!.isBeginning ? [`${first!.plain}*`] : new Set([first!.plain, first!.stem]))
      byFirst.set(key, [...(byFirst.get(key) ?? []), at])
  })
  return (text) => {
    let before = 0
    const words = [...wordsIn(text)].map(({ start, end, ...word }) => {
      const isAfterStop = STOP.test(text.slice(before, start))
      before = end
      return { plain: word.plain, stem: stemIn(word), isAfterStop }
    })
    const hits = words.flatMap((word, start) => {
      const beginnings = Array.from(word.plain, (_, i) => `${word.plain.slice(0, i + 1)}*`)
      const candidates = [word.plain, word.stem, ...beginnings].flatMap((key) => byFirst.get(key) ?? [])
      return [...new Set(candidates)].flatMap((at) => {
        const end = endOf(phrases[at]!, words, start)
        return end < 0 ? [] : [{ at, start, end }]
      })
    })
    const taken = new Set<number>()
    const found = new Set<T>()
    for (const { at, start, end } of hits.sort((a, b) => a.at - b.at)) {
      if (taken.has(start) || taken.has(end)) continue
      taken.add(start).add(end)
      found.add(phrases[at]!)
    }
    return [...found]
  }
}

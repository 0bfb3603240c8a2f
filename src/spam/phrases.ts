import { wordsIn } from '../platform/words.ts'

type Part = { plain: string; stem: string; isBeginning: boolean }
export type Phrase = { written: string; parts: Part[] }
type Words = readonly { plain: string; stem: string }[]

/** How many other words may stand between two words of a phrase. */
const WIDEST_GAP = 2

/** A phrase as lists write it: words, or beginnings of words with a star. Null where there is no letter or digit. */
export function readPhrase(written: string): Phrase | null {
  const parts = written
    .trim()
    .split(/\s+/)
    .flatMap((raw) =>
      [...wordsIn(raw)].map(({ plain, stem }, at, all) => ({
        plain,
        stem,
        isBeginning: raw.endsWith('*') && at === all.length - 1,
      })),
    )
  return parts.length ? { written: written.trim(), parts } : null
}

export const readPhrases = (list: string): Phrase[] =>
  list.split(',').flatMap((written) => readPhrase(written) ?? [])

const fits = (part: Part, { plain, stem }: { plain: string; stem: string }) =>
  part.isBeginning ? plain.startsWith(part.plain) : plain === part.plain || stem === part.stem

function standsAt(phrase: Phrase, words: Words, start: number): boolean {
  let at = start
  for (const part of phrase.parts.slice(1)) {
    const next = words.slice(at + 1, at + 2 + WIDEST_GAP).findIndex((word) => fits(part, word))
    if (next < 0) return false
    at += 1 + next
  }
  return true
}

/** Those of the phrases that stand in the words, each once. */
export function phrasesIn<T extends Phrase>(words: Words, phrases: readonly T[]): T[] {
  return phrases.filter((phrase) =>
    words.some((word, at) => fits(phrase.parts[0]!, word) && standsAt(phrase, words, at)),
  )
}

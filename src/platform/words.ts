import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemRussian } from '@orama/stemmers/russian'

/**
 * Text as search sees it. The same rules make the index and read what somebody types, whatever the language: a
 * word is read by its letters, so nobody has to say which language they type in.
 */
export type Word = {
  /** Without what keyboards leave out: lower case, no accents, Tajik letters as their Russian neighbours. */
  plain: string
  /** Without its endings. Words that differ in their endings only have one stem. */
  stem: string
}

/** A run of letters and digits, with the marks and apostrophes in it. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}'’ʼ]*/gu

/** Tajik letters that are no letter with a mark on it; ӣ and ӯ are, and lose it with all other marks. */
const TAJIK: Record<string, string> = { ғ: 'г', қ: 'к', ҳ: 'х', ҷ: 'ч' }

const LONGEST_WORD = 64

/** Folds one word: `Ҷумҳурӣ` is `чумхури`, `Ёлка` is `елка`, `Café` is `cafe`; й stays й. */
function fold(raw: string): string {
  const plain = raw
    .normalize('NFKD')
    .toLowerCase()
    .replace(/и\u0306/g, 'й')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[ғқҳҷ]/g, (letter) => TAJIK[letter]!)
  return plain.length > LONGEST_WORD ? [...plain].slice(0, LONGEST_WORD).join('') : plain
}

/** The Tajik plural, alone or with what follows it: мактабҳо, занҳои, китобҳоро. Short Russian words end in хо too. */
const TAJIK_PLURAL = /^(?:(\p{L}{3,}?)(?:хои|хоро)|(\p{L}{4,}?)хо)$/u

function stemOf(plain: string): string {
  if (/^[a-z]+$/.test(plain)) return stemEnglish(plain) || plain
  if (!/^\p{Script=Cyrillic}+$/u.test(plain)) return plain
  return stemRussian(plain.replace(TAJIK_PLURAL, '$1$2')) || plain
}

/** Texts repeat their words, and stemming costs more than looking up. */
const known = new Map<string, Word>()
const MOST_KNOWN = 50_000

function toWord(raw: string): Word {
  const before = known.get(raw)
  if (before) return before
  const plain = fold(raw)
  const word = { plain, stem: stemOf(plain) }
  if (raw.length <= LONGEST_WORD) {
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(raw, word)
  }
  return word
}

/** The words of a text in order, with where they stand in it (UTF-16 units). */
export function* wordsIn(text: string): Generator<Word & { start: number; end: number }> {
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    const { plain, stem } = toWord(raw)
    if (plain) yield { plain, stem, start: index, end: index + raw.length }
  }
}

/** A text as the index keeps it: stems, each followed by the whole word where that differs, for words half typed. */
export function toTerms(text: string): string {
  const terms: string[] = []
  for (const { plain, stem } of wordsIn(text)) {
    terms.push(stem)
    if (plain !== stem) terms.push(plain)
  }
  return terms.join(' ')
}

/** What is looked for: all of `stems`; in place of the last of them, a word that begins with `prefix` will do. */
export type Query = { stems: string[]; last: string; prefix: string | null }

/** A shorter beginning is in nearly every text. */
const SHORTEST_PREFIX = 3

/** What somebody typed, as words and nothing else; null where there is no word in it. */
export function toQuery(typed: string): Query | null {
  const words = [...wordsIn(typed)]
  const last = words.at(-1)
  if (!last) return null
  return {
    stems: [...new Set(words.map(({ stem }) => stem))],
    last: last.stem,
    prefix: last.plain.length >= SHORTEST_PREFIX ? last.plain : null,
  }
}

/** Whether a word is one of those looked for, and which. */
export function hitOf(query: Query, { plain, stem }: Word): string | null {
  if (query.stems.includes(stem)) return stem
  return query.prefix !== null && plain.startsWith(query.prefix) ? query.last : null
}

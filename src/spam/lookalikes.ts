import { wordsIn } from '../platform/words.ts'
import {
  CYRILLIC_TO_LATIN,
  LATIN_TO_CYRILLIC,
  NEARLY_LATIN,
  OTHERS_TO_LATIN,
  SIGNS,
  TO_RUSSIAN,
} from './letters.ts'
import { remembered } from './remembered.ts'

/** Formats and fillers: Unicode's own list of what has no shape. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/** Lower case, one shape of each letter (NFKC: 𝐜𝐚𝐬𝐢𝐧𝐨, ｃａｓｉｎｏ), nothing that is not seen. й, ӣ and ӯ stay. */
export const plainShape = (text: string) =>
  text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/[^\P{L}а-яёa-z]/giu, (l) => OTHERS_TO_LATIN[l] ?? OTHERS_TO_LATIN[l.toLowerCase()] ?? l)
    .toLowerCase()

const isCyrillic = (text: string) => /\p{Script=Cyrillic}/u.test(text)
const isLatin = (text: string) => /\p{Script=Latin}/u.test(text)

/** A word of two scripts as a word of one, where every letter of one of them has a double in the other. */
function oneScript(word: string) {
  if (!isCyrillic(word) || !isLatin(word)) return word
  const latin = [...word].filter(isLatin)
  const cyrillic = [...word].filter(isCyrillic)
  const toLatin = cyrillic.every((letter) => letter in CYRILLIC_TO_LATIN)
  const toCyrillic = latin.every((letter) => letter in LATIN_TO_CYRILLIC)
  if (toLatin && (!toCyrillic || latin.length > cyrillic.length))
    return [...word].map((letter) => CYRILLIC_TO_LATIN[letter] ?? letter).join('')
  if (toCyrillic) return [...word].map((letter) => LATIN_TO_CYRILLIC[letter] ?? letter).join('')
  return word
}

const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ .·*_|/-]{1,2}\p{L}(?![\p{L}\p{N}])){3,}/gu
const SIGN_WITHIN = /(?<=\p{L})[013456@$](?=\p{L})/gu
const MARK_WITHIN = /(?<=\p{L})[*·_|~^]+(?=\p{L})/gu

/** A text as it is meant to be read: without the tricks that hide words from lists. For matching, never to be shown. */
export const undisguised = remembered((text) =>
  plainShape(text)
    .replace(SPACED, (run) => run.replace(/[^\p{L}]/gu, ''))
    .replace(MARK_WITHIN, '')
    .replace(/[\p{L}\p{N}@$]+/gu, (word) =>
      oneScript(word.replace(SIGN_WITHIN, (sign) => SIGNS[sign]![isCyrillic(word) ? 1 : 0])),
    ),
)

/** The words of such a text, as `plain` of src/platform/words.ts writes them. */
export const plainWords = remembered((text): readonly string[] =>
  [...wordsIn(undisguised(text))].map(({ plain }) => plain),
)

/**
 * What a name looks like: names with the same skeleton can be taken for one another. Words are kept apart by single
 * spaces; i, l and 1 are one letter, as are rn and m.
 */
export function skeletonOf(name: string): string {
  return plainShape(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\p{Script=Cyrillic}/gu, (letter) => TO_RUSSIAN[letter] ?? letter)
    .replace(/[\p{L}\p{N}@$|!]+/gu, (word) =>
      /\p{L}/u.test(word)
        ? word.replace(/[013456@$]/g, (sign) => SIGNS[sign]![isCyrillic(word) ? 1 : 0])
        : word,
    )
    .replace(/\p{Script=Cyrillic}/gu, (letter) => CYRILLIC_TO_LATIN[letter] ?? NEARLY_LATIN[letter] ?? letter)
    .replace(/[i|!]/g, 'l')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

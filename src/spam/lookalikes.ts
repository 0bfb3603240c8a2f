/**
 * Letters that look like another one, for the three scripts in which names and words are forged here: Cyrillic with
 * Tajik's letters, Greek, Latin. A choice from Unicode's confusables.txt (UTS #39, security mechanisms), in lower case;
 * capitals that look alike count as well, since whoever forges chooses the case: В and B, Н and H.
 */
const CYRILLIC_TO_LATIN: Record<string, string> = {
  ...{
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    ё: 'e',
    һ: 'h',
    н: 'h',
    і: 'i',
    ї: 'i',
    ј: 'j',
    к: 'k',
    м: 'm',
  },
  ...{
    о: 'o',
    р: 'p',
    ԛ: 'q',
    ѕ: 's',
    т: 't',
    у: 'y',
    ѵ: 'v',
    ԝ: 'w',
    х: 'x',
    қ: 'k',
    ҳ: 'x',
    ӯ: 'y',
    ү: 'y',
  },
}
const LATIN_TO_CYRILLIC: Record<string, string> = {
  ...{
    a: 'а',
    b: 'в',
    c: 'с',
    e: 'е',
    h: 'н',
    i: 'і',
    k: 'к',
    m: 'м',
    o: 'о',
    p: 'р',
    t: 'т',
    u: 'и',
    x: 'х',
    y: 'у',
  },
  ...{ n: 'п', r: 'г', j: 'ј', s: 'ѕ' },
}
/** Greek, small capitals, and Latin letters that are nothing but a shape of another. */
const OTHERS_TO_LATIN: Record<string, string> = {
  ...{
    α: 'a',
    β: 'b',
    ε: 'e',
    ζ: 'z',
    η: 'n',
    ι: 'i',
    κ: 'k',
    μ: 'm',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'y',
    χ: 'x',
  },
  ...{
    ᴀ: 'a',
    ʙ: 'b',
    ᴄ: 'c',
    ᴅ: 'd',
    ᴇ: 'e',
    ɢ: 'g',
    ʜ: 'h',
    ɪ: 'i',
    ᴊ: 'j',
    ᴋ: 'k',
    ʟ: 'l',
    ᴍ: 'm',
    ɴ: 'n',
  },
  ...{
    ᴏ: 'o',
    ᴘ: 'p',
    ʀ: 'r',
    ᴛ: 't',
    ᴜ: 'u',
    ᴠ: 'v',
    ᴡ: 'w',
    ʏ: 'y',
    ᴢ: 'z',
    ı: 'i',
    ɑ: 'a',
    ɡ: 'g',
    ɩ: 'i',
    ø: 'o',
  },
}
/** Tajik letters as their Russian neighbours, and the other way letters are written over one another. */
const TAJIK: Record<string, string> = { ғ: 'г', қ: 'к', ҳ: 'х', ҷ: 'ч' }

/** Digits and signs that stand for a letter, if letters are around: Latin first, Cyrillic second. */
const SIGNS: Record<string, [latin: string, cyrillic: string]> = {
  '0': ['o', 'о'],
  '1': ['i', 'і'],
  '3': ['e', 'з'],
  '4': ['a', 'ч'],
  '5': ['s', 'ѕ'],
  '6': ['b', 'б'],
  '@': ['a', 'а'],
  $: ['s', 'ѕ'],
}

/** Formats and fillers: Unicode's own list of what has no shape. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/** Lower case, one shape of each letter (NFKC: 𝐜𝐚𝐬𝐢𝐧𝐨, ｃａｓｉｎｏ), nothing that is not seen. й, ӣ and ӯ stay. */
export const plainShape = (text: string) =>
  text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(/[^\P{L}а-яёa-z]/gu, (l) => OTHERS_TO_LATIN[l] ?? l)

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
export function undisguised(text: string): string {
  return plainShape(text)
    .replace(SPACED, (run) => run.replace(/[^\p{L}]/gu, ''))
    .replace(MARK_WITHIN, '')
    .replace(/[\p{L}\p{N}@$]+/gu, (word) =>
      oneScript(word.replace(SIGN_WITHIN, (sign) => SIGNS[sign]![isCyrillic(word) ? 1 : 0])),
    )
}

/**
 * What a name looks like: names with the same skeleton can be taken for one another. Words are kept apart by single
 * spaces; i, l and 1 are one letter, as are rn and m.
 */
export function skeletonOf(name: string): string {
  return plainShape(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ғқҳҷ]/g, (letter) => TAJIK[letter]!)
    .replace(/[\p{L}\p{N}@$|!]+/gu, (word) =>
      /\p{L}/u.test(word)
        ? word.replace(/[013456@$]/g, (sign) => SIGNS[sign]![isCyrillic(word) ? 1 : 0])
        : word,
    )
    .replace(/\p{Script=Cyrillic}/gu, (letter) => CYRILLIC_TO_LATIN[letter] ?? letter)
    .replace(/[i|!]/g, 'l')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

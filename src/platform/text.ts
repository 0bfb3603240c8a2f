import slugify from 'slugify'

/** Letters slugify does not know or reads in a way our readers do not: Tajik's own, and the two signs. */
const LETTERS: Record<string, string> = {
  ғ: 'g',
  қ: 'k',
  ҳ: 'h',
  ҷ: 'j',
  ӣ: 'i',
  ӯ: 'u', // prettier-ignore
  ъ: '',
  ь: '',
  щ: 'shch', // prettier-ignore
}

const LONGEST_SLUG = 80

const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ғқҳҷӣӯъьщ]/g, (letter) => LETTERS[letter] ?? letter)

/** A title as an address: lower-case Latin letters, digits, single dashes; 80 characters at most; maybe empty. */
export function toSlug(title: string): string {
  const words = slugify(plain(title).replace(/[_/.:–—]+/g, '-'), { lower: true, strict: true })
  if (words.length <= LONGEST_SLUG) return words
  const cut = words.slice(0, LONGEST_SLUG + 1)
  return cut.slice(0, cut.lastIndexOf('-') > 20 ? cut.lastIndexOf('-') : LONGEST_SLUG)
}

/** The addresses to try for a title, best first: `a`, `a-2`, `a-3` … A title with no letter we know is `fallback`. */
export function slugCandidates({
  title,
  fallback,
  most = 50,
}: {
  title: string
  fallback: string
  most?: number
}) {
  const base = toSlug(title) || fallback
  return [base, ...Array.from({ length: most - 1 }, (_, i) => `${base}-${i + 2}`)]
}

/** How many characters people would count: Unicode code points, as JSON Schema counts them. */
export const lengthOf = (text: string) => [...text].length

// Control characters, and the marks that turn the writing direction round: they serve to forge what a line says.
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu
const LONE_SURROGATES = /\p{Cs}/gu

/** Text from a stranger, over several lines: unseen characters out, line ends alike, no more than one empty line. */
export const cleanText = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '')
    .replace(LONE_SURROGATES, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** Text from a stranger, on one line. */
export const cleanLine = (text: string) => cleanText(text.replace(/\s+/g, ' '))

/** Whether a text shows nothing: signs that only join or separate others are no words. */
export const isBlank = (text: string) => text.replace(/[\s\p{Cf}]/gu, '') === ''

/** The number of words, in any script. */
export const countWords = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)?.length ?? 0

/** Whether a text is an http or https address that a browser can open. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || /\s/.test(text)) return false
  try {
    const { hostname, password, username } = new URL(text)
    return /[^.]\.[^.]/.test(hostname) && !username && !password
  } catch {
    return false
  }
}

/** A text of at most so many characters, cut after a whole word where there is one, with a sign that it goes on. */
export function shorten(text: string, most: number): string {
  const signs = [...text]
  if (signs.length <= most) return text
  const cut = signs.slice(0, most - 1).join('')
  const space = cut.search(/\s\S*$/)
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}

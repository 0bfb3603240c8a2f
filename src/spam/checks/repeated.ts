import { createHash } from 'node:crypto'

import type { Check } from '../check.ts'
import { plainWords } from '../lookalikes.ts'

/** Thanks and condolences are alike: a text with fewer letters says nothing by coming again. */
const SHORT = 25
/** A text that came this often before may be sent by a machine, or be the words of a campaign: a person looks. */
const OFTEN = 3
const MANY_WORDS = 12
const LONG_RUN = 20

const lettersOf = (body: string) => plainWords(body).join('')

/**
 * A mark by which the same text is known again, whatever its case, signs, spaces and look-alike letters, and
 * whether or not it was typed with Tajik letters. 32 hexadecimal digits; texts that hold no letter differ by all they hold.
 */
export const digestOfText = (body: string): string =>
  createHash('sha256')
    .update(lettersOf(body) || body.trim())
    .digest('hex')
    .slice(0, 32)

/** The same text as before, or one that says the same over and over. */
export const repeated: Check = ({ body }, { sameText }) => {
  const held = (detail: string) => ({
    verdict: 'hold' as const,
    reason: 'repeated' as const,
    detail,
  })
  if (sameText >= OFTEN && lettersOf(body).length >= SHORT) return held(String(sameText))
  const words = plainWords(body)
  if (words.length >= MANY_WORDS) {
    const share = new Set(words).size / words.length
    const most = words.reduce((best, word) => (word.length > best.length ? word : best), '').slice(0, 40)
    if (share < 0.45) return held(most)
  }
  const run = new RegExp(`(\\p{L})\\1{${LONG_RUN},}`, 'u').exec(body)
  return run ? held(run[0].slice(0, 10)) : null
}

import { wordsIn } from '../platform/words.ts'
import type { Written } from './check.ts'
import { contactsIn } from './contacts.ts'
import { undisguised } from './lookalikes.ts'
import { findWords } from './wordlists.ts'

/** What a model sees of a comment: nothing that names its writer but the name they chose to show. */
type Text = Pick<Written, 'name' | 'url' | 'body'>

/**
 * What moderation taught: in how many comments of each kind a sign was seen. Plain data, at most `MOST_SIGNS` of them;
 * nothing in it belongs to a person, and no text can be put together from it.
 */
export type Model = {
  spam: number
  honest: number
  /** Sign → [in spam, in honest ones]. */
  signs: Record<string, [spam: number, honest: number]>
}

export const emptyModel = (): Model => ({ spam: 0, honest: 0, signs: {} })

/** With fewer of either kind a model says nothing. */
export const FEWEST_TRAINED = 30
export const MOST_SIGNS = 20_000
/** One comment teaches no more signs than this, each once, however long it is: nobody fills a model by one text. */
export const MOST_SIGNS_OF_ONE = 300
const PRUNED_TO = 0.9

/** What is to be seen of a comment, in no language in particular: its words, beginnings of long ones, its looks. */
export function signsOf({ name, url, body }: Text): string[] {
  const contacts = contactsIn(body)
  const found = findWords(`${name}\n${body}`)
  const signs = new Set<string>()
  const looks: [string, boolean][] = [
    ['address', contacts.addresses > 0],
    ['addresses', contacts.addresses > 1],
    ['veiled', contacts.veiled.length > 0],
    ['handle', contacts.handles > 0],
    ['phone', contacts.phones > 0],
    ['own page', Boolean(url)],
    ['address in name', contactsIn(name).addresses > 0],
    ['picture', /\p{Extended_Pictographic}/u.test(body)],
    ['pictures', (body.match(/\p{Extended_Pictographic}/gu)?.length ?? 0) > 2],
    ['money', /[$€₽%]|\d+\s*(?:с\.|сом|руб|тыс|долл|usd|eur)/iu.test(body)],
    ['question', body.includes('?')],
    ['exclamations', /!.*!|!{2}/su.test(body)],
    ['sure words', found.sure.length > 0],
    ['more sure words', found.sure.length > 1],
    ['topic', found.topics.length > 0],
    ['offer', found.offers.length > 0],
    ['offers', found.offers.length > 1],
    ['number', /\d{2}/.test(body)],
  ]
  for (const [look, isSeen] of looks) if (isSeen) signs.add(`(${look})`)
  let before = ''
  for (const { plain, stem } of wordsIn(undisguised(contacts.rest))) {
    if (signs.size >= MOST_SIGNS_OF_ONE) break
    if (/^\p{N}+$/u.test(plain)) continue
    signs.add(stem)
    if (plain.length > 6) signs.add(`${plain.slice(0, 5)}…`)
    if (before) signs.add(`${before} ${stem}`)
    before = stem
  }
  return [...signs].slice(0, MOST_SIGNS_OF_ONE)
}

export type Lesson = { written: Text; isSpam: boolean }

function learn(model: Model, lessons: readonly Lesson[], by: 1 | -1): Model {
  let next: Model = { ...model, signs: { ...model.signs } }
  for (const { written, isSpam } of lessons) {
    for (const sign of signsOf(written)) {
      const [spam, honest] = Object.hasOwn(next.signs, sign) ? next.signs[sign]! : [0, 0]
      const count: [number, number] = isSpam
        ? [Math.max(0, spam + by), honest]
        : [spam, Math.max(0, honest + by)]
      if (count[0] + count[1]) next.signs[sign] = count
      else delete next.signs[sign]
    }
    if (isSpam) next.spam = Math.max(0, next.spam + by)
    else next.honest = Math.max(0, next.honest + by)
    next = pruned(next)
  }
  return next
}

/** The model with these comments more; the one given stays as it is. */
export const trainAll = (model: Model, lessons: readonly Lesson[]): Model => learn(model, lessons, 1)

export const train = (model: Model, written: Text, isSpam: boolean): Model =>
  trainAll(model, [{ written, isSpam }])

/** Takes back what `train` did with the same comment, for a decision that was changed. */
export const untrain = (model: Model, written: Text, isSpam: boolean): Model =>
  learn(model, [{ written, isSpam }], -1)

/** When there are too many signs, the rarest go, of them those that tell least; the same ones everywhere. */
function pruned(model: Model): Model {
  const all = Object.entries(model.signs)
  if (all.length <= MOST_SIGNS) return model
  const worth = ([, [spam, honest]]: (typeof all)[number]) => spam + honest + Math.abs(spam - honest)
  const kept = all
    .sort((a, b) => worth(b) - worth(a) || (a[0] < b[0] ? -1 : 1))
    .slice(0, Math.floor(MOST_SIGNS * PRUNED_TO))
  return { ...model, signs: Object.fromEntries(kept) }
}

/** How far a sign seen n times is believed, against 1/2 (Robinson). */
const BELIEF = 0.45
const STRONGEST = 60

/**
 * How much a comment is like spam, 0 to 1, and the words that told most. By Robinson's and Fisher's method, as SpamBayes
 * has it (Gary Robinson, “A statistical approach to the spam problem”, 2003): unlike naive Bayes it says 1/2 both when it
 * knows nothing and when there is as much for as against. Null while it was taught too little.
 */
export function score(model: Model, written: Text): { spam: number; words: string[] } | null {
  if (model.spam < FEWEST_TRAINED || model.honest < FEWEST_TRAINED) return null
  const clues = signsOf(written)
    .flatMap((sign) => {
      if (!Object.hasOwn(model.signs, sign)) return []
      const [spam, honest] = model.signs[sign]!
      const [s, h] = [spam / model.spam, honest / model.honest]
      const count = spam + honest
      const p = (BELIEF * 0.5 + count * (s / (s + h))) / (BELIEF + count)
      return [{ sign, p }]
    })
    .filter(({ p }) => Math.abs(p - 0.5) > 0.1)
    .sort((a, b) => Math.abs(b.p - 0.5) - Math.abs(a.p - 0.5) || (a.sign < b.sign ? -1 : 1))
    .slice(0, STRONGEST)
  const n = clues.length
  if (!n) return { spam: 0.5, words: [] }
  const sum = (of: (p: number) => number) => -2 * clues.reduce((total, { p }) => total + Math.log(of(p)), 0)
  const forSpam =
    1 -
    chiSquaredTail(
      sum((p) => 1 - p),
      n,
    )
  const forHonest =
    1 -
    chiSquaredTail(
      sum((p) => p),
      n,
    )
  const spam = (1 + forSpam - forHonest) / 2
  const words = clues.filter(({ p }) => p > 0.5 === spam > 0.5).map(({ sign }) => sign)
  return { spam, words: words.slice(0, 8) }
}

/** The chance of a chi-squared sum of 2n degrees of freedom being at least x. */
function chiSquaredTail(x: number, n: number): number {
  const m = x / 2
  let term = Math.exp(-m)
  let sum = term
  for (let i = 1; i < n; i++) {
    term *= m / i
    sum += term
  }
  return Math.min(1, sum)
}

import { wordsIn } from '../platform/words.ts'
import type { Written } from './check.ts'
import { contactsIn, hasContact } from './contacts.ts'
import { undisguised } from './lookalikes.ts'
import { hasMoney } from './money.ts'
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

/** What is to be seen of a comment, in no language in particular: its words by their stems, and its looks. */
export function signsOf({ name, url, body }: Text): string[] {
  const contacts = contactsIn(body)
  const found = findWords(`${name}\n${body}`)
  const kinds = new Set([...found.sure, ...found.topics].map(({ kind }) => kind))
  const words = [...wordsIn(undisguised(contacts.rest))].filter(({ plain }) => !/^\p{N}+$/u.test(plain))
  const hasPlace = hasContact(contacts)
  const pictures = body.match(/\p{Extended_Pictographic}/gu)?.length ?? 0
  const looks: [string, boolean][] = [
    ['address', contacts.addresses > 0],
    ['addresses', contacts.addresses > 1],
    ['veiled', contacts.veiled.length > 0],
    ['handle', contacts.handles > 0],
    ['phone', contacts.phones > 0],
    ['own page', Boolean(url)],
    ['own page, few words', Boolean(url) && words.length < 15],
    ['address in name', contactsIn(name).addresses > 0],
    ['pictures', pictures > 2],
    ['money', hasMoney(body)],
    ['inviting', contacts.isInviting],
    ['question', body.includes('?')],
    ['exclamations', /!.*!/su.test(body)],
    ['few words', words.length < 6],
    ['sure words', found.sure.length > 0],
    ['more sure words', found.sure.length > 1],
    ['topic', found.topics.length > 0],
    // A help line says “call us”, too: what is offered counts beside what spam is about.
    ['topic, offer', kinds.size > 0 && found.offers.length > 0],
    ['topic, offers', kinds.size > 0 && found.offers.length > 1],
    ['topic, place', kinds.size > 0 && hasPlace],
    ['topic, offer, place', kinds.size > 0 && found.offers.length > 0 && hasPlace],
  ]
  const signs = new Set(looks.filter(([, isSeen]) => isSeen).map(([look]) => `(${look})`))
  for (const kind of kinds) signs.add(`(${kind})`)
  for (const { stem } of words) signs.add(stem)
  return [...signs].slice(0, MOST_SIGNS_OF_ONE)
}

/** What nobody leaves out who sells: the thing, its price, or a place for it. A telephone number alone is not one: help lines have it. */
const WARES = new Set(
  ['sure words', 'topic', 'money', 'address', 'address in name', 'own page', 'handle', 'inviting'].map(
    (look) => `(${look})`,
  ),
)

export const showsWares = (written: Text): boolean => signsOf(written).some((sign) => WARES.has(sign))

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

/** What is added to every count, so that what was seen once says little (Laplace). */
const ADDED = 1
/** Words of one text come together and say the same again; so their sum is divided by their number to this power. */
const TOGETHER = 0.3

/**
 * How much a comment is like spam, 0 to 1, and the words that told most, by naive Bayes: the sum of what each sign says.
 * How many comments of either kind there were says nothing, so a wave of spam makes nobody's comment more like spam.
 * Null while it was taught too little.
 */
export function score(model: Model, written: Text): { spam: number; words: string[] } | null {
  if (model.spam < FEWEST_TRAINED || model.honest < FEWEST_TRAINED) return null
  const clues = signsOf(written).flatMap((sign) => {
    if (!Object.hasOwn(model.signs, sign)) return []
    const [spam, honest] = model.signs[sign]!
    const share = (count: number, all: number) => (count + ADDED) / (all + 2 * ADDED)
    return [{ sign, says: Math.log(share(spam, model.spam) / share(honest, model.honest)) }]
  })
  const sum = clues.reduce((total, { says }) => total + says, 0) / Math.max(1, clues.length) ** TOGETHER
  const words = clues
    .filter(({ says }) => says * sum > 0)
    .sort((a, b) => Math.abs(b.says) - Math.abs(a.says) || (a.sign < b.sign ? -1 : 1))
    .map(({ sign }) => sign)
  const isLook = (sign: string) => sign.startsWith('(')
  return {
    spam: 1 / (1 + Math.exp(-sum)),
    words: [...words.filter((one) => !isLook(one)), ...words.filter(isLook)].slice(0, 8),
  }
}

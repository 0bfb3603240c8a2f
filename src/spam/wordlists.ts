import { undisguised } from './lookalikes.ts'
import { type Phrase, phraseSearch, readPhrase, readPhrases } from './phrases.ts'
import { ENGLISH } from './words/en.ts'
import { type Kind, KINDS } from './words/list.ts'
import { RUSSIAN } from './words/ru.ts'
import { TAJIK } from './words/tg.ts'

type Weight = 'sure' | 'topic' | 'offer'
type Entry = Phrase & { kind: Kind | 'offer'; weight: Weight }

// Every list is asked, whatever language the form said: people write in all three, and spam in any.
const LISTS = [ENGLISH, RUSSIAN, TAJIK]

/** Longer phrases first: `онлайн казино бонус` is more than the words in it. */
const ofWeight = (weight: 'sure' | 'topic'): Entry[] =>
  LISTS.flatMap((list) =>
    KINDS.flatMap((kind) =>
      readPhrases((weight === 'sure' ? list.sure : list.topics)[kind] ?? '').map((one) => ({
        ...one,
        kind,
        weight,
      })),
    ),
  ).sort((a, b) => b.parts.length - a.parts.length)

const search = phraseSearch<Entry>([
  ...ofWeight('sure'),
  ...ofWeight('topic'),
  ...LISTS.flatMap(({ offers }) =>
    readPhrases(offers).map((one) => ({ ...one, kind: 'offer' as const, weight: 'offer' as const })),
  ),
])

/** What our lists find in a text, by how much it says. */
export type Found = { sure: Entry[]; topics: Entry[]; offers: Entry[] }

export function findWords(text: string): Found {
  const found = search(undisguised(text))
  const of = (weight: Weight) => found.filter((one) => one.weight === weight)
  return { sure: of('sure'), topics: of('topic'), offers: of('offer') }
}

const searches = new WeakMap<readonly string[], (text: string) => Phrase[]>()

/** A list of a site's own is read as texts are: whoever copies a word out of spam copies its disguise. */
function searchOf(list: readonly string[]) {
  let own = searches.get(list)
  if (!own) {
    const phrases = list.flatMap((written) => {
      const phrase = readPhrase(undisguised(written))
      return phrase ? { ...phrase, written } : []
    })
    searches.set(list, (own = phraseSearch(phrases)))
  }
  return own
}

/** The first phrase of a site's own list that is in a text; null where none is. */
export const findOwn = (list: readonly string[], text: string): Phrase | null =>
  list.length ? (searchOf(list)(undisguised(text))[0] ?? null) : null

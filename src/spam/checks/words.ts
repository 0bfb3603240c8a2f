import { wordsIn } from '../../platform/words.ts'
import type { Check } from '../check.ts'
import { contactsIn, hasContact } from '../contacts.ts'
import { undisguised } from '../lookalikes.ts'
import { type Phrase, phrasesIn, readPhrase, readPhrases } from '../phrases.ts'
import { ENGLISH } from '../words/en.ts'
import { type Kind, KINDS } from '../words/list.ts'
import { RUSSIAN } from '../words/ru.ts'
import { TAJIK } from '../words/tg.ts'

type Entry = Phrase & { kind: Kind | 'offer'; weight: 'sure' | 'topic' | 'offer' }

// Every list is asked, whatever language the form said: people write in all three, and spam in any.
const ENTRIES: Entry[] = [ENGLISH, RUSSIAN, TAJIK].flatMap((list) => [
  ...KINDS.flatMap((kind) => [
    ...readPhrases(list.sure[kind] ?? '').map((one) => ({ ...one, kind, weight: 'sure' as const })),
    ...readPhrases(list.topics[kind] ?? '').map((one) => ({ ...one, kind, weight: 'topic' as const })),
  ]),
  ...readPhrases(list.offers).map((one) => ({ ...one, kind: 'offer' as const, weight: 'offer' as const })),
])

/** What is found adds up: see `weigh`. Chosen with `npm run bench:spam`. */
const SPAM = 3
const HOLD = 2

/**
 * One sure phrase waits, two are spam; a topic is what honest people write about as well, so topics alone never are
 * more than a reason to wait. What turns a topic into spam is an offer and a place to go.
 */
function weigh(found: readonly Entry[], contact: { isOpen: boolean; isVeiled: boolean }) {
  const count = (weight: Entry['weight']) => found.filter((one) => one.weight === weight).length
  const [sure, topics, offers] = [count('sure'), count('topic'), count('offer')]
  if (!sure && !topics) return 0
  const place = contact.isVeiled ? 1 : contact.isOpen ? 0.5 : 0
  return 2 * sure + 0.5 * Math.min(topics, 3) + 0.5 * Math.min(offers, 3) + place
}

/** The words of spam, of the lists here and of the site's own. Insults are no spam. */
export const words: Check = ({ name, url, body }, { holdWords, spamWords }) => {
  const text = [...wordsIn(undisguised(`${name}\n${url ?? ''}\n${body}`))]
  const own = (list: readonly string[]) =>
    phrasesIn(
      text,
      list.flatMap((one) => readPhrase(one) ?? []),
    )[0]
  const found = phrasesIn(text, ENTRIES)
  const contacts = contactsIn(`${name}\n${body}`)
  const score = weigh(found, {
    isOpen: hasContact(contacts),
    isVeiled: contacts.veiled.length + contacts.handles > 0,
  })
  const [spam, hold] = [own(spamWords), own(holdWords)]
  const verdict = spam || score >= SPAM ? 'spam' : hold || score >= HOLD ? 'hold' : null
  if (!verdict) return null
  const named = [spam, hold].flatMap((one) => one ?? [])
  const detail = [...named, ...found].map(({ written }) => written).join(', ')
  return { verdict, reason: 'words', detail: detail.slice(0, 100) }
}
